"""Compounds: parts are found, and words that only look like compounds stay whole."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.dutch import STOP_WORDS, load_lexicon, split_compound, stem


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("arbeidsmarktbeleid", ("arbeidsmarkt", "beleid", "arbeid", "markt")),
        ("subsidieregeling", ("subsidie", "regeling")),
        ("kennisinstellingen", ("kennis", "instellingen")),
        ("voorzieningenniveau", ("voorzieningen", "niveau")),
        ("waterstofeconomie", ("waterstof", "economie")),
        ("omgevingsvergunning", ("omgeving", "vergunning")),
        ("voedingsindustrie", ("voeding", "industrie")),
        ("energietransitie", ("energie", "transitie")),
        ("beheersovereenkomst", ("beheer", "overeenkomst")),
        ("stikstofdepositie", ("stikstof", "depositie")),
        ("gezondheidszorg", ("gezondheid", "zorg")),
        ("innovatieagenda", ("innovatie", "agenda")),
    ],
)
def test_the_parts_of_a_compound_are_found_without_linking_sounds(word: str, parts: tuple[str, ...]) -> None:
    found = split_compound(word)
    assert found[: len(parts)] == parts or set(parts) <= set(found)


@pytest.mark.parametrize(
    "word",
    [
        *("onderzoek", "onderwijs", "ministerie", "ministeries", "overheid", "maatschappelijke"),
        *("wetenschap", "landbouw", "verantwoordelijkheid", "noodzakelijk", "uitgangspunten"),
        *("internationalisering", "burgemeester", "wethouders", "voorstel", "provinciale"),
    ],
)
def test_a_word_that_only_looks_like_a_compound_stays_whole(word: str) -> None:
    assert split_compound(word) == ()


@given(st.text(alphabet="abdeginorstuvwz", min_size=1, max_size=30))
def test_every_part_is_a_known_word_inside_the_compound_and_no_stop_word(word: str) -> None:
    for part in split_compound(word):
        assert part in word
        assert load_lexicon().knows(part)
        assert part not in STOP_WORDS


def test_a_very_long_word_is_left_alone() -> None:
    assert split_compound("beleid" * 5_000) == ()


GOLD = [
    line.split("\t")
    for line in (Path(__file__).parent / "compounds.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def half_of(word: str) -> str:
    """Give the half of the list that a word belongs to: the splitter was improved on `dev` only."""
    return "dev" if hashlib.sha256(word.encode()).digest()[0] % 2 == 0 else "held"


def finest(word: str) -> list[str]:
    """Give the stems of the parts that are split no further; of a whole word just its own."""
    coarse = split_compound(word)
    parts = [stem(part) for part in sorted(coarse, key=word.find) if not split_compound(part)]
    return parts or [stem(word)]


@pytest.mark.parametrize(("half", "compounds", "wholes"), [("dev", 0.98, 1.0), ("held", 0.92, 0.98)])
def test_accuracy_on_the_list_of_compounds(half: str, compounds: float, wholes: float) -> None:
    right: dict[bool, list[bool]] = {True: [], False: []}
    for word, gold in GOLD:
        if half_of(word) == half:
            parts = [stem(part.partition("+")[0]) for part in gold.split("|")]
            right["|" in gold].append(finest(word) == parts)
    assert len(right[True]) > 250
    assert len(right[False]) > 100
    assert sum(right[True]) / len(right[True]) >= compounds
    assert sum(right[False]) / len(right[False]) >= wholes
