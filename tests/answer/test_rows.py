"""Cells of a table row, as ingest writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.rows import find_cell, find_cells, find_other_years, is_total, keep_in_column, row_label

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


@pytest.mark.parametrize(
    ("row", "label", "cells"),
    [
        ("Tabel 2: Kade – Kosten: 5 euro; Duur: 3 weken", "Kade", ["Kosten", "Duur"]),
        ("Tabel 2: Kolk – Dreef – Lengte: 12 km; Duur: 1 – 2 weken", "Kolk – Dreef", ["Lengte", "Duur"]),
        ("Begroting 2022 – 2024: Dijken – Begroot: 5 euro", "Dijken", ["Begroot"]),
        ("Kade – Wie: Jan Vos – adviseur; Voor: 3 mei", "Kade", ["Wie", "Voor"]),
        ("Logistiek – 2.100", "Logistiek", []),
        ("Kosten: 5 euro", "", ["Kosten"]),
    ],
)
def test_the_label_stands_before_the_cells(row: str, label: str, cells: list[str]) -> None:
    assert row_label(row).of(row) == label
    assert [header for header, _ in find_cells(row)] == cells


def test_a_header_that_holds_nothing_of_the_question_has_no_cell_for_it(desk: Desk) -> None:
    row = "7-1 – Actie: Huurcontract opstellen; Wie: Femke Dralmans"
    assert find_cell(row, desk.matcher("Welke termijn geldt daar?")) is None


def test_values_under_the_header_that_is_asked_for_are_kept(desk: Desk) -> None:
    row = "Het Baken – Aanvraag: 20.000 euro; Subsidie: 11.500 euro"
    cells = [span for _, span in find_cells(row)]
    assert keep_in_column(row, cells, desk.matcher("Hoeveel subsidie kreeg Het Baken?")) == [False, True]
    assert keep_in_column(row, cells, desk.matcher("Hoeveel kreeg Het Baken?")) == [True, True]


def test_totals_are_told_by_their_label() -> None:
    labels = ("Totaal", "Eindtotaal", "Gemiddeld", "Kade", "Somme")
    assert [is_total(label) for label in labels] == [True, True, True, False, False]
