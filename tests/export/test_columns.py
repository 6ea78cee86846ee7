from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assistant.export import Cell, fact_table, read_day
from assistant.types import ExtractKind
from assistant.wire import FACT_COLUMNS, KIND_WORDS, Feit


def test_every_field_of_every_kind_is_in_its_sheet(rows: list[dict[str, Any]]) -> None:
    table = fact_table()
    for row in rows:
        assert {*row} - {"soort"} <= {column.name for column in table.sheets[table.sheet_of(row)]}


def test_a_row_is_what_the_model_of_the_wire_gives(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        assert Feit.model_validate(row).to_wire() == row


def test_every_field_of_the_wire_has_a_column_in_some_sheet() -> None:
    shown = {column.name for sheet in fact_table().sheets.values() for column in sheet}
    assert shown == {*FACT_COLUMNS} - {"soort"}


def test_one_table_has_the_columns_of_the_wire() -> None:
    assert tuple(column.name for column in fact_table().columns) == FACT_COLUMNS
    named = fact_table(named=True)
    assert named.columns[0].name == named.sheets["datum"][0].name == "kenmerk"


def test_only_the_kinds_that_were_asked_for_have_a_sheet() -> None:
    asked = (ExtractKind.DATE, ExtractKind.THEME)
    assert {*fact_table(asked).sheets} == {KIND_WORDS[kind] for kind in asked}


def test_columns_know_what_stands_in_them() -> None:
    cells = {column.name: column.cell for column in fact_table().columns}
    assert (cells["start"], cells["waarde"], cells["score"]) == (Cell.WHOLE, Cell.NUMBER, Cell.NUMBER)
    assert (cells["vroegst"], cells["edtf"], cells["tekst"]) == (Cell.DAY, Cell.TEXT, Cell.TEXT)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2020-02-29", date(2020, 2, 29)),
        ("2021-02-29", None),
        ("2020-02", None),
        ("20200229", None),
        ("0000-01-01", None),
        ("2020-W10-1", None),
        (20200229, None),
        (None, None),
    ],
)
def test_only_a_whole_day_is_a_date(value: object, day: date | None) -> None:
    assert read_day(value) == day
