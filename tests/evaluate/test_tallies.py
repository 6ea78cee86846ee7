"""Figures from counts."""

from __future__ import annotations

from assistant.evaluate.pairing import FoundFact
from assistant.evaluate.passages import MarkedFact
from assistant.evaluate.tallies import AspectTally, FactTally, resample_f1
from assistant.types import Span


def test_what_is_right_is_counted_against_what_was_found_and_what_is_marked() -> None:
    tally = FactTally()
    gold = [MarkedFact(Span(0, 4), "Heuv", {"naam": "Heuv"}), MarkedFact(Span(9, 12), "Vos", {"naam": "Vos"})]
    tally.add("persoon", gold, [FoundFact(Span(0, 4), "Heuv", {"naam": "Heuv"})])
    tally.add("persoon", [], [FoundFact(Span(0, 4), "Kade", {"naam": "Kade"})])
    row = tally.row("persoon", "dev")
    assert (row.passages, row.gold, row.found) == (2, 2, 2)
    assert (row.precision, row.recall, row.f1, row.span_f1, row.overlap_f1, row.value) == (
        0.5,
        0.5,
        0.5,
        0.5,
        0.5,
        1.0,
    )


def test_nothing_counted_gives_zero() -> None:
    assert FactTally().row("persoon", "dev").f1 == AspectTally().row("persoon: functie", "dev").f1 == 0.0


def test_the_interval_of_f1_holds_it_and_repeats() -> None:
    counts = [(3, 6), (1, 4), (0, 3), (2, 4)]
    low, high = resample_f1(counts)
    assert 0 < low < 2 * 6 / 17 < high <= 1
    assert resample_f1(counts) == (low, high)
    assert resample_f1([(0, 3)]) == resample_f1([]) == (0.0, 0.0)
