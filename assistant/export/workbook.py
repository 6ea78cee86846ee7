"""Excel workbooks: a sheet for each kind of fact with real dates and numbers, and one with where they come from.

Every text is written as text, never as a formula, an address or a number. Rows go to disk as they
come (XlsxWriter's constant memory). Limits of a sheet: Microsoft, "Excel specifications and limits".
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.utility import xl_col_to_name

from assistant.errors import LeeswijzerError
from assistant.export.cells import (
    MOST_UNITS,
    RowSheet,
    fit_text,
    make_day_cell,
    make_number_cell,
    make_text_cell,
    style_of,
)
from assistant.export.columns import Cell, Column, Table, read_day
from assistant.export.formats import Row
from assistant.export.provenance import Provenance

MOST_ROWS: Final = 1_048_576
_FIRST_DAY: Final = date(1900, 3, 1)
"""Earlier days are written as text: Excel has none before 1900, and of the first two months of that year
(which it gives a 29 February, as Lotus 1-2-3 did) other programs show the day before."""
_MADE: Final = datetime(1980, 1, 1)
"""Every workbook says that it was made then, so that the same facts give the same bytes."""
ORIGIN_SHEET: Final = "Herkomst"
_SOURCES: Final = (
    Column("bestand", width=48),
    Column("titel", width=60),
    Column("datum", Cell.DATE, 13),
    Column("sha256", width=66),
    Column("paginas", Cell.WHOLE, 9),
    Column("feiten", Cell.WHOLE, 9),
    Column("themas", width=48),
    Column("mislukt", width=80),
)
_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_workbook(path: Path, rows: Iterable[Row], table: Table, provenance: Provenance) -> None:
    """Write a workbook; what does not fit on a sheet goes on with "2" behind its name.

    Raises OSError or LeeswijzerError when the disk refuses.
    """
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=f"{path.name}.") as folder:
        book = xlsxwriter.Workbook(str(path), {**_OPTIONS, "tmpdir": folder})
        try:
            book.use_zip64()
            book.set_properties({"created": _MADE})
            _fill(_Book(book), rows, table, provenance)
            book.close()
        except XlsxWriterException as exc:
            raise LeeswijzerError(f"De werkmap kon niet geschreven worden ({exc}).") from exc
        finally:
            for sheet in book.worksheets():
                sheet._opt_close()  # a workbook that is not closed leaves its files open


def _fill(book: _Book, rows: Iterable[Row], table: Table, provenance: Provenance) -> None:
    sheets = {name: _Run(book, name, columns) for name, columns in table.sheets.items()}
    for row in rows:
        sheets[table.sheet_of(row)].write(row)
    for sheet in sheets.values():
        sheet.finish()
    _write_origin(book, provenance)


def _write_origin(book: _Book, provenance: Provenance) -> None:
    """Write where the facts come from: what was asked for, and below it a table of the documents."""
    sheet = _Run(book, ORIGIN_SHEET, _SOURCES, begin=False)
    for name, value in provenance.describe():
        sheet.write_name(name, value)
    if book.shortened:
        note = f"{book.shortened}: een cel houdt hoogstens {MOST_UNITS} tekens, de hele tekst staat in het document"
        sheet.write_name("ingekorte cellen", note)
    sheet.skip_row()
    sheet.begin_table()
    for row in provenance.sources:
        sheet.write(row.to_wire())
    sheet.finish()


class _Book:
    """The workbook with its formats."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.head = style_of(book.add_format({"bold": True, "bg_color": "#E7EEF5", "bottom": 1}))
        self.day = style_of(book.add_format({"num_format": "yyyy-mm-dd"}))
        self.whole = style_of(book.add_format({"num_format": "#,##0"}))
        self.count = style_of(book.add_format({"num_format": "#,##0", "align": "left"}))
        self.shortened = 0

    def make_cell(self, place: str, text: str, style: str = "") -> str:
        """Give a cell with a text, shortened when it must be, which is counted."""
        fitted, shortened = fit_text(text)
        self.shortened += shortened
        return make_text_cell(place, style, fitted)


class _Run:
    """A sheet with a table, and the sheets on which it goes on where one is full.

    The table begins on the first row, or with `begin=False` where `begin_table` is called.
    """

    def __init__(self, book: _Book, name: str, columns: Sequence[Column], *, begin: bool = True) -> None:
        self._book = book
        self._name = name
        self._columns = [(xl_col_to_name(place), column) for place, column in enumerate(columns)]
        self._sheets = 0
        self._add_sheet()
        if begin:
            self._sheet.freeze_panes(1, 0)
            self.begin_table()

    def write_name(self, name: str, value: str | int) -> None:
        """Write a name and its value on a row above the table."""
        book, number = self._book, self._row + 1
        self._write(
            book.make_cell(f"A{number}", name, book.head),
            make_number_cell(f"B{number}", book.count, value)
            if isinstance(value, int)
            else book.make_cell(f"B{number}", value),
        )

    def skip_row(self) -> None:
        """Leave a row empty."""
        self._row += 1

    def begin_table(self) -> None:
        """Write the names of the columns on the next row."""
        self._head = self._row
        number, style = self._row + 1, self._book.head
        self._write(
            *(make_text_cell(f"{name}{number}", style, column.name) for name, column in self._columns)
        )

    def write(self, row: Mapping[str, Any]) -> None:
        """Write a row below the one before."""
        if self._row == MOST_ROWS:
            self.finish()
            self._add_sheet()
            self._sheet.freeze_panes(1, 0)
            self.begin_table()
        number = self._row + 1
        self._write(
            *(
                self._make_cell(f"{name}{number}", column, value)
                for name, column in self._columns
                if (value := row.get(column.name)) is not None
            )
        )

    def finish(self) -> None:
        """Put the filters on the rows there are."""
        self._sheet.autofilter(self._head, 0, max(self._head, self._row - 1), len(self._columns) - 1)

    def _add_sheet(self) -> None:
        self._sheets += 1
        name = self._name if self._sheets == 1 else f"{self._name} {self._sheets}"
        self._sheet = self._book.book.add_worksheet(name, RowSheet)
        for place, (_, column) in enumerate(self._columns):
            self._sheet.set_column(place, place, column.width)
        self._head = self._row = 0

    def _write(self, *cells: str) -> None:
        self._sheet.write_cells(self._row, len(self._columns), cells)
        self._row += 1

    def _make_cell(self, place: str, column: Column, value: Any) -> str:
        book, cell = self._book, column.cell
        if cell in (Cell.DAY, Cell.DATE) and (day := read_day(value)) and day >= _FIRST_DAY:
            return make_day_cell(place, book.day, day)
        if cell in (Cell.WHOLE, Cell.NUMBER) and isinstance(value, int | float):
            whole = column.name in ("waarde", "waardeTot", "waardeVan") and float(value).is_integer()
            return make_number_cell(place, book.whole if whole else "", value)
        text = _join(value)
        return book.make_cell(place, text) if text else ""


def _join(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return " | ".join(map(str, value)) if isinstance(value, list) else str(value)
