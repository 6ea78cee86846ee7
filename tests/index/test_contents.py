"""Passages are found by the headings above them."""

from __future__ import annotations

from assistant.index import Index
from assistant.index.contents import Contents, Run
from assistant.types import Filters, Section

ROWS = [
    (0, 0, '["Nota", "1. Water"]'),
    (1, 0, '["Nota", "1. Water"]'),
    (2, 0, '["Nota", "2.  Wind en WATER"]'),
    (3, 1, "[]"),
    (4, 1, '["1. Water"]'),
]


def test_passages_under_the_same_headings_are_one_run() -> None:
    assert Contents(ROWS).runs == [
        Run(0, 0, 2, ("Nota", "1. Water")),
        Run(0, 2, 3, ("Nota", "2.  Wind en WATER")),
        Run(1, 3, 4, ()),
        Run(1, 4, 5, ("1. Water",)),
    ]


def test_runs_are_found_by_a_piece_of_a_heading_in_order() -> None:
    contents = Contents(ROWS)
    assert [run.first for run in contents.find(("water",))] == [0, 2, 4]
    assert [run.first for run in contents.find(("\n1", "wind en"))] == [0, 2, 4]
    assert [run.first for run in contents.find(("\nwater",))] == []
    assert [run.first for run in contents.find(("\n2. wind",), (1,))] == [2, 3, 4]
    assert list(Contents([]).find(("water",))) == []


def test_the_contents_of_an_index_hold_every_passage(index: Index) -> None:
    runs = index.contents.runs
    assert [number for run in runs for number in range(run.first, run.stop)] == list(
        range(index.sizes.passages)
    )
    assert all(index.passage(run.first).heading == run.path for run in runs)


def test_sections_are_a_filter(index: Index) -> None:
    mask = index.select(Filters(sections=(Section("a", 1, 3), Section("b", 5, 6))))
    assert mask is not None
    assert [number for number, allowed in enumerate(mask) if allowed] == [1, 2, 5]
