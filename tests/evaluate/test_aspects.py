"""Fields of a fact that are measured apart from it."""

from __future__ import annotations

from typing import Any

from assistant.evaluate.aspects import ASPECTS, AspectCount, count_aspect, explain_aspect
from assistant.evaluate.pairing import FoundFact
from assistant.evaluate.passages import GOLD, MarkedFact, load_passages
from assistant.types import Span

FIELD = "organisatie"


def count(wanted: dict[str, Any], given: dict[str, Any], field: str = FIELD) -> AspectCount:
    return count_aspect(
        field, [MarkedFact(Span(0, 5), "Annie", wanted)], [FoundFact(Span(0, 5), "Annie", given)]
    )


def test_a_field_is_stated_given_and_right() -> None:
    body = {FIELD: "Bureau Zuid"}
    assert count(body, body) == AspectCount(stated=1, given=1, right=1, pairs=1, valued=1)
    assert count(body, {}) == AspectCount(stated=1, given=0, right=0, pairs=1, valued=0)
    assert count(body, {FIELD: "Bureau Noord"}) == AspectCount(1, 1, 0, 1, 0)
    assert count({}, body) == AspectCount(stated=0, given=1, right=0, pairs=1, valued=0)
    assert count({}, {}) == AspectCount(stated=0, given=0, right=0, pairs=1, valued=1)


def test_a_field_that_may_be_absent_counts_only_when_it_is_wrong() -> None:
    either = {FIELD: [None, "Bureau Zuid"]}
    assert count(either, {}) == AspectCount(0, 0, 0, 1, 1)
    assert count(either, {FIELD: "het Bureau Zuid"}) == AspectCount(0, 0, 0, 1, 1)
    assert count(either, {FIELD: "Bureau Noord"}) == AspectCount(0, 1, 0, 1, 0)


def test_a_field_of_a_fact_that_was_missed_or_is_no_fact_counts_too() -> None:
    gold = [MarkedFact(Span(0, 5), "Annie", {FIELD: "Bureau Zuid"})]
    found = [FoundFact(Span(9, 14), "Berta", {FIELD: "Bureau Zuid"})]
    assert count_aspect(FIELD, gold, found) == AspectCount(stated=1, given=1, right=0, pairs=0, valued=0)


def test_a_deadline_is_right_by_its_last_day() -> None:
    wanted = {"termijn": "../2026", "laatst": "2026-12-31"}
    assert count(wanted, {"termijn": "2026", "laatst": "2026-12-31"}, "termijn").right == 1
    assert count(wanted, {"termijn": "2025", "laatst": "2025-12-31"}, "termijn").right == 0


def test_a_wrong_field_is_told() -> None:
    gold = [MarkedFact(Span(0, 5), "Annie", {FIELD: "Bureau Zuid"})]
    told = list(explain_aspect(FIELD, gold, [FoundFact(Span(0, 5), "Annie", {})]))
    assert told == ["organisatie van 'Annie' is None, verwacht Bureau Zuid"]
    assert not list(explain_aspect(FIELD, gold, [FoundFact(Span(0, 5), "Annie", {FIELD: "Bureau Zuid"})]))


def test_the_gold_states_every_field_that_is_measured() -> None:
    for kind, fields in ASPECTS.items():
        facts = [fact for item in load_passages(GOLD / f"facts-{kind}.jsonl") for fact in item.facts]
        for field in fields:
            assert any(fact.fields.get(field) for fact in facts if not fact.optional), f"{kind}: {field}"
