"""Which found fact answers for which marked one."""

from __future__ import annotations

from typing import Any

from assistant.evaluate.pairing import (
    FoundFact,
    drop_optional,
    match_facts,
    match_overlaps,
    match_spans,
    trim_stop,
)
from assistant.evaluate.passages import MarkedFact
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


def test_spans_and_overlaps_are_paired_whatever_the_value() -> None:
    gold = [marked(0, 10, naam="Ans Kuiper"), marked(20, 30, naam="Bo Kuiper")]
    others = [found(0, 10, naam="Wim Vos"), found(22, 30, naam="Bo Kuiper")]
    assert match_spans(gold, others) == [(0, 0)]
    assert match_overlaps(gold, others) == [(0, 0), (1, 1)]
