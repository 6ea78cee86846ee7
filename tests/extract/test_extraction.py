"""All kinds together: the law of spans, order, repeatability, and texts that mean no good."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.extract import EXTRACTORS, extraction, find_extracts
from assistant.extract.source import Source
from assistant.types import DateValue, EventValue, Extract, ExtractKind

TEXT = "Op 3 mei 2021 gaf Vlaanderen ruim € 2 miljoen (+3%) aan 40 scholen en leerkrachten in Genk. An Peeters van VITO."


def format_day(moment: Sequence[int]) -> str:
    return f"{moment[0]:04d}-{moment[1]:02d}-{moment[2]:02d}"


def test_every_kind_of_the_table_is_found_in_a_text_that_holds_it() -> None:
    assert {extract.kind for extract in find_extracts(TEXT)} >= set(EXTRACTORS)


def test_extracts_are_sorted_by_place_and_kind_and_repeat_exactly() -> None:
    first = find_extracts(TEXT, document_date="2021-06", origin="vl")
    assert first == sorted(first, key=lambda extract: (extract.span, extract.kind))
    assert first == find_extracts(TEXT, document_date="2021-06", origin="vl")
    words = [extract.text for extract in first if extract.kind in EXTRACTORS]
    assert words[:3] == ["3 mei 2021", "Vlaanderen", "€ 2 miljoen"]


@pytest.mark.parametrize("kind", list(EXTRACTORS))
def test_only_the_kinds_asked_for_are_given(kind: ExtractKind) -> None:
    assert {extract.kind for extract in find_extracts(TEXT, kinds=[kind])} == {kind}
    assert find_extracts(TEXT, kinds=[]) == []


def test_a_kind_without_extractor_gives_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(EXTRACTORS, ExtractKind.PERSON)
    assert find_extracts(TEXT, kinds=[ExtractKind.PERSON]) == []


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_the_law_of_spans_holds_for_any_text(text: str) -> None:
    for extract in find_extracts(text, document_date="2020-06-15"):
        assert extract.text == text[extract.span.start : extract.span.end]
        assert extract.text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\n",
        "a" * 300_000,
        "1" * 100_000,
        "1-" * 50_000,
        "2019 " * 5_000,
        "26, 27 en " * 5_000,
        "€ " * 20_000,
        "Brabant, " * 5_000,
    ],
    ids=["empty", "blank", "one-word", "one-number", "dashes", "years", "lists", "euros", "regions"],
)
def test_a_hostile_text_is_read_without_harm(text: str) -> None:
    """Fault 27: no pattern takes more than linear time."""
    assert all(
        extract.text == extract.span.of(text) for extract in find_extracts(text, document_date="2020-06-15")
    )


def test_decomposed_and_mixed_scripts_keep_offsets_right() -> None:
    """Fault 28: NFD letters, other digits, zero-width signs."""
    text = "In Belgie\u0308 en \u0420\u043e\u0441\u0441\u0438\u044f op \u0663 mei 2021, \u200bLeuven."
    found = {
        extract.text: extract.value
        for extract in find_extracts(text, kinds=[ExtractKind.REGION, ExtractKind.DATE])
    }
    assert "Belgie\u0308" in found and "Leuven" in found


def test_all_dates_of_the_seeds_are_valid_edtf_with_the_bounds_that_the_edtf_package_gives(
    seeds: Path,
) -> None:
    checked = 0
    for path in sorted(seeds.glob("*.txt")):
        for extract in find_extracts(
            path.read_text("utf-8"), document_date="2020-06-15", kinds=[ExtractKind.DATE]
        ):
            value = extract.value
            assert isinstance(value, DateValue)
            if value.edtf is None:
                continue
            parsed = parse_edtf(value.edtf)
            if value.earliest and value.latest and not value.edtf.endswith("-24"):
                assert format_day(parsed.lower_strict()) == value.earliest
                assert format_day(parsed.upper_strict()) == value.latest
                checked += 1
    assert checked > 100


def test_a_kind_that_is_made_of_others_gets_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[ExtractKind]] = []

    def make_events(source: Source, extracts: list[Extract]) -> list[Extract]:
        seen.append([extract.kind for extract in extracts])
        return [Extract(ExtractKind.EVENT, extracts[0].span, extracts[0].text, EventValue("x", DateValue()))]

    load = extraction._load
    monkeypatch.setitem(extraction.COMPOSERS, ExtractKind.EVENT, "events")
    monkeypatch.setattr(extraction, "_load", lambda name: make_events if name == "events" else load(name))
    found = find_extracts("Op 3 mei 2020 ging € 5 naar Utrecht.", kinds=[ExtractKind.EVENT])
    assert [(extract.kind, extract.text) for extract in found] == [(ExtractKind.EVENT, "3 mei 2020")]
    assert {ExtractKind.DATE, ExtractKind.AMOUNT, ExtractKind.REGION} <= set(seen[0])
