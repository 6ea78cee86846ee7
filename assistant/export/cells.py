"""Cells of a sheet as XML (ECMA-376 part 1, 18.3.1), and a sheet that takes whole rows of them.

XlsxWriter makes the rest of the workbook. Its way to write cells one by one takes twice as long as
finding the facts that stand in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from xlsxwriter.worksheet import Worksheet

from assistant.export.columns import make_printable

MOST_UNITS: Final = 32_767
"""UTF-16 units in one cell (Microsoft, "Excel specifications and limits")."""
_DAY_ZERO: Final = date(1899, 12, 30)
"""Days are counted from here, from 1 March 1900 on (ECMA-376 part 1, 18.17.4.1)."""
_SPECIAL = re.compile(r"[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]|_x")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What reads as an escape (22.9.2.19, ST_Xstring) and is none."""


def make_text_cell(place: str, style: str, text: str) -> str:
    """Give a cell with a text, which is never computed; `place` is "B7", `style` "" or ' s="1"'."""
    if _SPECIAL.search(text):
        text = _ESCAPED.sub("_x005F_", text)
        text = _CONTROL.sub(lambda match: f"_x{ord(match[0]):04X}_", text)
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f'<c r="{place}"{style} t="inlineStr"><is><t{space}>{text}</t></is></c>'


def make_number_cell(place: str, style: str, value: float) -> str:
    """Give a cell with a number, with the sixteen digits that a sheet keeps."""
    return f'<c r="{place}"{style}><v>{value:.16G}</v></c>'


def make_day_cell(place: str, style: str, day: date) -> str:
    """Give a cell with a day; `style` makes it one to who looks at it."""
    return f'<c r="{place}"{style}><v>{(day - _DAY_ZERO).days}</v></c>'


def fit_text(text: str) -> tuple[str, bool]:
    """Give a text that fits in a cell, and whether it had to be shortened, which it then says."""
    if not text.isascii():
        text = make_printable(text)
    size = len(text.encode("utf-16-le")) // 2 if len(text) * 2 > MOST_UNITS else 0
    if size <= MOST_UNITS:
        return text, False
    note = f" […ingekort: {len(text)} tekens]"
    kept = text.encode("utf-16-le")[: 2 * (MOST_UNITS - len(note))]
    return kept.decode("utf-16-le", "ignore") + note, True


class RowSheet(Worksheet):  # type: ignore[misc]
    """A sheet of a workbook in constant memory; its rows come in order, each of them whole."""

    def write_cells(self, row: int, width: int, cells: Iterable[str]) -> None:
        """Write a row, counted from 0, of a table that is `width` columns wide."""
        self._check_dimensions(row, 0)
        self._check_dimensions(row, width - 1)
        self.row_data_fh.write(f'<row r="{row + 1}">{"".join(cells)}</row>')


def style_of(cell_format: Any) -> str:
    """Give the attribute that gives a cell this format."""
    return f' s="{cell_format._get_xf_index()}"'
