"""Cells of a table row, as ingest writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.rows import find_cell, find_cells, find_other_years

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ROW = "Overzicht 2021: Molen Lier – Projectleider: Karin Vos; Kosten: 40.000 euro; Gereed: 4 maart 2021"


def test_cells_are_read_with_their_header_and_place() -> None:
    cells = [(header, span.of(ROW)) for header, span in find_cells(ROW)]
    assert cells == [
        ("Projectleider", "Karin Vos"),
        ("Kosten", "40.000 euro"),
        ("Gereed", "4 maart 2021"),
    ]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("Kosten: 5 euro; Duur: 3 weken", [("Kosten", "5 euro"), ("Duur", "3 weken")]),
        ("Molen – Kosten: ; Duur: 3 weken", [("Kosten", ""), ("Duur", "3 weken")]),
        ("Molen – Kosten: 5 euro ", [("Kosten", "5 euro")]),
        ("Een zin zonder cellen.", []),
        ("", []),
    ],
)
def test_rows_without_caption_or_with_empty_cells_are_read(row: str, cells: list[tuple[str, str]]) -> None:
    assert [(header, span.of(row)) for header, span in find_cells(row)] == cells


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("Wie is de projectleider van de Molen Lier?", "Karin Vos"),
        ("Wat zijn de kosten van de Molen Lier?", "40.000 euro"),
        ("Wanneer is de Molen Lier gereed?", "4 maart 2021"),
    ],
)
def test_the_cell_under_the_header_that_is_asked_for_is_chosen(desk: Desk, question: str, cell: str) -> None:
    found = find_cell(ROW, desk.matcher(question))
    assert found is not None
    assert found.of(ROW) == cell


def test_a_row_without_filled_cells_has_none_to_choose(desk: Desk) -> None:
    matcher = desk.matcher("Wat zijn de kosten?")
    assert find_cell("Molen – Kosten: ; Duur: ", matcher) is None
    assert find_cell("Een zin zonder cellen.", matcher) is None


def test_the_loader_writes_rows_that_are_read_back(desk: Desk) -> None:
    reading = desk.read("# Lijst\n\n| Plaats | Hoogte | Jaar |\n|---|---|---|\n| Lier | 12 m | 1990 |\n")
    row = next(reading.text_of(index) for index, block in enumerate(reading.blocks) if block.kind == "row")
    assert [span.of(row) for _, span in find_cells(row)] == ["12 m", "1990"]


def test_cells_of_other_years_than_the_asked_one_are_found() -> None:
    row = "Begroting: Fietspad – 2024: 120.000; 2025: 95.000; Dekking: 2026 nog open"
    assert [span.of(row) for span in find_other_years(row, "Hoeveel is er in 2025 begroot?")] == ["120.000"]
    assert find_other_years(row, "Hoeveel is er in 2023 begroot?") == []
    assert find_other_years(row, "Hoeveel is er begroot?") == []
