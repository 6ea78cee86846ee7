"""Found facts against marked ones: what is paired, counted and told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import UsageError
from assistant.evaluate import facts
from assistant.evaluate.bodies import open_body
from assistant.evaluate.facts import (
    FoundFact,
    drop_optional,
    evaluate_passages,
    match_facts,
    resample_f1,
    trim_stop,
)
from assistant.evaluate.passages import (
    GOLD,
    MarkedFact,
    choose_split,
    complete_facts,
    find_passage,
    hash_passage,
    list_kinds,
    load_passages,
)
from assistant.types import Span


def marked(start: int, end: int, *, optional: bool = False, **fields: Any) -> MarkedFact:
    return MarkedFact(Span(start, end), "x" * (end - start), fields, optional)


def found(start: int, end: int, **fields: Any) -> FoundFact:
    return FoundFact(Span(start, end), "x" * (end - start), fields)


def test_a_name_needs_its_exact_span_and_an_action_half_of_it() -> None:
    person, action = {"naam": "Ans Kuiper"}, {"status": "loopt"}
    assert match_facts("persoon", [marked(0, 10, **person)], [found(0, 10, **person)]) == [(0, 0)]
    assert match_facts("persoon", [marked(0, 10, **person)], [found(0, 9, **person)]) == []
    assert match_facts("actie", [marked(0, 50, **action)], [found(10, 90, **action)]) == [(0, 0)]
    assert match_facts("actie", [marked(0, 50, **action)], [found(30, 90, **action)]) == []


def test_a_stop_at_the_end_makes_no_other_span() -> None:
    assert trim_stop(MarkedFact(Span(3, 16), "Er is gebouwd", {})) == Span(3, 16)
    assert trim_stop(FoundFact(Span(3, 17), "Er is gebouwd.", {})) == Span(3, 16)


def test_a_found_fact_answers_for_one_marked_fact_alone() -> None:
    gold = [marked(0, 40, status="loopt"), marked(41, 90, status="loopt")]
    assert match_facts("actie", gold, [found(0, 90, status="loopt")]) == [(1, 0)]


def test_a_theme_is_known_by_its_code_wherever_it_stands() -> None:
    assert match_facts("thema", [marked(0, 4, code="water")], [found(60, 64, code="water")]) == [(0, 0)]


def test_what_touches_only_an_optional_fact_counts_neither_way() -> None:
    gold = [marked(0, 10, optional=True), marked(20, 30, naam="Ans Kuiper")]
    lone, near, loose = found(2, 8), found(18, 30), found(40, 50)
    assert drop_optional("persoon", gold, [lone, near, loose]) == [near, loose]


def test_the_interval_of_f1_holds_it_and_repeats() -> None:
    counts = [(3, 6), (1, 4), (0, 3), (2, 4)]
    low, high = resample_f1(counts)
    assert 0 < low < 2 * 6 / 17 < high <= 1
    assert resample_f1(counts) == (low, high)
    assert resample_f1([(0, 3)]) == resample_f1([]) == (0.0, 0.0)


def test_an_unmarked_kind_and_an_absent_text_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Onbekende soort 'bomen'; kies uit "):
        evaluate_passages(tmp_path, kinds=["bomen"])
    with pytest.raises(UsageError, match=r"seeds/weg\.txt ontbreekt"):
        open_body("seeds/weg.txt", tmp_path)


def test_facts_are_counted_and_failures_told_of_the_half_that_may_be_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "In Ravelo kost het gebouw 5 miljoen euro en de tuin 300 euro."
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bouw.txt").write_text(text + "\n", encoding="utf-8")
    names = {choose_split(name): name for name in ("een", "twee", "drie", "vier", "vijf")}
    amounts = [
        {"start": 26, "end": 40, "words": "5 miljoen euro", "waarde": 5_000_000, "munt": "EUR"},
        {"start": 52, "end": 60, "words": "300 euro", "waarde": 30, "munt": "EUR"},
    ]
    rows = [
        {
            "id": name,
            "text": "seeds/bouw.txt",
            "start": 0,
            "end": len(text),
            "sha": hash_passage(text),
            "split": split,
            "facts": amounts,
        }
        for split, name in sorted(names.items())
    ]
    rows.append(rows[0] | {"id": f"{rows[0]['id']} 2", "sha": "0" * 12})
    rows[-1]["split"] = choose_split(rows[-1]["id"])
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "facts-bedrag.jsonl").write_text(lines, encoding="utf-8")
    monkeypatch.setattr(facts, "GOLD", tmp_path)
    told: list[str] = []
    figures = evaluate_passages(tmp_path, write=told.append, failures=True)
    assert [(row.kind, row.split, row.passages, row.gold, row.found) for row in figures] == [
        ("bedrag", "dev", 1, 2, 2),
        ("bedrag", "held", 1, 2, 2),
    ]
    assert all((row.f1, row.span_f1, row.overlap_f1, row.value) == (0.5, 1.0, 1.0, 0.5) for row in figures)
    gone = f"{rows[-1]['id']}: de passage staat niet meer in seeds/bouw.txt en telt niet mee."
    label = f"bedrag {names['dev']}"
    assert set(told) == {
        gone,
        f"{label}: gemist '300 euro' waarde=30, munt=EUR",
        f"{label}: te veel '300 euro' waarde=300, munt=EUR",
    }


def test_every_marked_passage_stands_in_its_text_with_its_words(shared: Path) -> None:
    documents = {}
    for kind in list_kinds():
        for passage in load_passages(GOLD / f"facts-{kind}.jsonl"):
            if passage.text not in documents:
                documents[passage.text] = open_body(passage.text, shared).text
            place = find_passage(documents[passage.text], passage)
            assert place is not None, passage.id
            part = place.of(documents[passage.text])
            facts = complete_facts(passage, part)
            assert [fact.words for fact in facts] == [fact.span.of(part) for fact in passage.facts]


def test_a_text_in_an_archive_is_read_by_its_name(shared: Path) -> None:
    rules = sorted(
        {
            passage.text
            for passage in load_passages(GOLD / "facts-persoon.jsonl")
            if passage.text.startswith("rules/")
        }
    )
    assert open_body(rules[0], shared).blocks
    for absent in ("rules/weg.md", "decisions/weg"):
        with pytest.raises(UsageError, match="bevat geen weg"):
            open_body(absent, shared)
