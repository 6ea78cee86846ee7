"""OpenDocument spreadsheets (ODS) to blocks: values as the sheet shows them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from assistant.errors import BrokenDocument
from assistant.ingest.cells import Cell
from assistant.ingest.encoding import normalise
from assistant.ingest.figures import show_moment, show_plain
from assistant.ingest.odfstyles import OdfStyles, find_number, tag
from assistant.ingest.odt import open_odf, read_meta
from assistant.ingest.reading import Reading
from assistant.ingest.sheets import MOST_CELLS, MOST_ROWS, Row, Sheet, make_reading

_MOST_REPEATS = 1_000
"""A filled row or cell that is repeated more often is there to fill the sheet."""
_GROUPS = tuple(map(tag, ("table:table-rows", "table:table-row-group", "table:table-header-rows")))
_CELLS = (tag("table:table-cell"), tag("table:covered-table-cell"))
_FIGURE = re.compile(r"-?\d[\d.,]*\d|-?\d")


def load_ods(raw: bytes, path: str) -> Reading:
    """Give the blocks of an OpenDocument spreadsheet. Raises BrokenDocument or LockedDocument."""
    content, styles, meta = open_odf(raw, path)
    body = content.find(f"{tag('office:body')}/{tag('office:spreadsheet')}")
    if body is None:
        raise BrokenDocument(path, "volgens de naam een werkblad (ODS), maar er staat geen werkblad in")
    reader = _Reader(OdfStyles(root for root in (styles, content) if root is not None))
    sheets: list[Sheet] = []
    notices: list[str] = []
    for table in body.iterchildren(tag("table:table")):
        name = table.get(tag("table:name"), "")
        if reader.is_hidden(table):
            notices.append(f"het verborgen werkblad '{name}' is niet gelezen")
        elif reader.full:
            notices.append(f"het werkblad '{name}' is niet gelezen: het bestand is te groot")
        else:
            sheets.append(reader.read(table, name))
            if reader.full:
                notices.append(f"het werkblad '{name}' is maar voor een deel gelezen: het is te groot")
    title, date = read_meta(meta)
    return make_reading(sheets, title, date, notices)


class _Reader:
    def __init__(self, styles: OdfStyles) -> None:
        self._styles = styles
        self._rows = 0
        self._cells = 0

    @property
    def full(self) -> bool:
        return self._rows >= MOST_ROWS or self._cells >= MOST_CELLS

    def is_hidden(self, table: Any) -> bool:
        style = self._styles.element_of(table.get(tag("table:style-name"), ""), "table")
        properties = style.find(tag("style:table-properties")) if style is not None else None
        return properties is not None and properties.get(tag("table:display")) == "false"

    def read(self, table: Any, name: str) -> Sheet:
        sheet = Sheet(" ".join(normalise(name).split()))
        merged: dict[tuple[int, int], tuple[int, int]] = {}
        number = 0
        for element in _find_rows(table):
            if self.full:
                break
            times = find_number(element, "table:number-rows-repeated", 1)
            row = self._read_row(element, number, merged)
            for offset in range(min(times, _MOST_REPEATS) if row else 0):
                sheet.rows[number + offset] = row
                self._rows += 1
                self._cells += len(row)
            number += times
        sheet.merged = merged
        return sheet

    def _read_row(self, element: Any, number: int, merged: dict[tuple[int, int], tuple[int, int]]) -> Row:
        row: Row = {}
        place = 0
        for cell in element:
            if cell.tag not in _CELLS:
                continue
            times = find_number(cell, "table:number-columns-repeated", 1)
            text = _read_value(cell) if cell.tag == _CELLS[0] else ""
            strong = self._styles.is_strong(cell.get(tag("table:style-name"), ""), "table-cell") is True
            for offset in range(min(times, _MOST_REPEATS) if text else 0):
                row[place + offset] = Cell(text, strong=strong)
            down = find_number(cell, "table:number-rows-spanned", 1)
            across = find_number(cell, "table:number-columns-spanned", 1)
            if (down, across) != (1, 1):
                merged[number, place] = (down, across)
            place += times
        return row


def _find_rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == tag("table:table-row"):
            yield child
        elif child.tag in _GROUPS:
            yield from _find_rows(child)


def _read_value(cell: Any) -> str:
    """Give what a cell shows, dates and decimals as they are written here."""
    words = ("".join(_find_words(paragraph)) for paragraph in cell.iterchildren(tag("text:p")))
    shown = " ".join(normalise(" ".join(words)).split())
    kind = cell.get(tag("office:value-type")) or cell.get(tag("calcext:value-type")) or ""
    if kind == "date":
        return _turn_date(cell.get(tag("office:date-value"), ""), shown)
    value = cell.get(tag("office:value"))
    return _turn_figure(value, shown) if value and kind in ("float", "currency", "percentage") else shown


def _find_words(paragraph: Any) -> Iterator[str]:
    for node in paragraph.iter():
        if node.tag == tag("text:s"):
            yield " "
        elif node.tag != tag("office:annotation"):
            yield node.text or ""
        if node is not paragraph:
            yield node.tail or ""


def _turn_date(value: str, shown: str) -> str:
    try:
        moment = datetime.datetime.fromisoformat(value)
    except ValueError:
        return shown or value
    # A year or a month alone is shown as such.
    if re.fullmatch(r"\d{4}|[^\W\d]+\.? \d{4}", shown):
        return shown
    return show_moment(moment, "d-m-y h:mm" if "T" in value else "d-m-y")


def _turn_figure(value: str, shown: str) -> str:
    """Give a number with a decimal comma, also when the sheet was made where they write a point."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return shown or value
    found = _FIGURE.search(shown)
    if not found:
        return shown or show_plain(number)
    figures = found.group()
    english = Decimal(figures.replace(",", "")) if figures.count(".") <= 1 else None
    dutch = Decimal(figures.replace(".", "").replace(",", ".")) if figures.count(",") <= 1 else None
    wanted = abs(number * 100 if shown.endswith("%") else number)
    if english is not None and (dutch is None or abs(abs(english) - wanted) < abs(abs(dutch) - wanted)):
        return shown.replace(figures, figures.translate(str.maketrans(".,", ",.")), 1)
    return shown
