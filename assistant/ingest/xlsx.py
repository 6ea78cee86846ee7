"""Workbooks (XLSX, XLSM) to blocks: values as they are shown, never a formula or a macro.

Parts and attributes are those of ECMA-376, part 1, chapter 18.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from assistant.errors import BrokenDocument
from assistant.ingest.archive import DAMAGED
from assistant.ingest.cells import Cell
from assistant.ingest.docx import read_properties
from assistant.ingest.encoding import normalise
from assistant.ingest.figures import BUILT_IN, show_figure
from assistant.ingest.parts import check_parts, open_parts, read_xml
from assistant.ingest.reading import Reading
from assistant.ingest.sheets import MOST_CELLS, MOST_ROWS, Row, Sheet, make_reading

_LABEL = "werkblad"
_MOST_XML = 300_000_000
"""Sheets are read as a stream and never held as a tree."""
_RELATION = re.compile(r"\}id$")
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_TRUTH = {"0": "ONWAAR", "1": "WAAR"}


@dataclass
class _Book:
    """What the sheets share, and what is counted over all of them."""

    archive: zipfile.ZipFile
    path: str
    strings: list[str] = field(default_factory=list)
    formats: list[tuple[str, bool]] = field(default_factory=list)
    from_1904: bool = False
    rows: int = 0
    cells: int = 0
    empty_formulas: int = 0

    @property
    def full(self) -> bool:
        """Tell whether no more rows are read."""
        return self.rows >= MOST_ROWS or self.cells >= MOST_CELLS


def load_xlsx(raw: bytes, path: str) -> Reading:
    """Give the blocks of a workbook. Raises BrokenDocument or LockedDocument."""
    with open_parts(raw, path, _LABEL, "xl/", most_xml=_MOST_XML) as archive:
        check_parts(archive, path, _LABEL)
        book = _Book(archive, path)
        sheets = list(_find_sheets(book))
        book.strings = list(_read_strings(book))
        book.formats = _read_formats(book)
        read: list[Sheet] = []
        notices: list[str] = []
        for name, part, hidden in sheets:
            if hidden:
                notices.append(f"het verborgen werkblad '{name}' is niet gelezen")
            elif book.full:
                notices.append(f"het werkblad '{name}' is niet gelezen: het bestand is te groot")
            else:
                read.append(_read_sheet(book, name, part))
                if book.full:
                    notices.append(f"het werkblad '{name}' is maar voor een deel gelezen: het is te groot")
        if book.empty_formulas:
            notices.append(f"formules zonder bewaarde uitkomst zijn niet gelezen: {book.empty_formulas}")
        title, date = read_properties(read_xml(archive, "docProps/core.xml", path, _LABEL))
    return make_reading(read, title, date, notices)


def _find_sheets(book: _Book) -> Iterator[tuple[str, str, bool]]:
    """Give the name, the part and whether it is hidden, of each sheet in order."""
    root = read_xml(book.archive, "xl/workbook.xml", book.path, _LABEL)
    relations = read_xml(book.archive, "xl/_rels/workbook.xml.rels", book.path, _LABEL)
    if root is None or relations is None:
        raise BrokenDocument(book.path, "het werkblad is beschadigd of onvolledig")
    targets = {entry.get("Id"): entry.get("Target", "") for entry in relations}
    properties = root.find("{*}workbookPr")
    book.from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    for entry in root.iterfind("{*}sheets/{*}sheet"):
        own = next((value for key, value in entry.attrib.items() if _RELATION.search(key)), None)
        target = targets.get(own, "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        name = " ".join(normalise(entry.get("name", "")).split())
        if part in book.archive.NameToInfo and "chartsheet" not in part:
            yield name, part, entry.get("state", "visible") != "visible"


def _stream(book: _Book, part: str, names: tuple[str, ...]) -> Iterator[Any]:
    """Give the elements of these names as each is complete, and forget them after use."""
    from lxml import etree  # type: ignore[import-untyped]

    if part not in book.archive.NameToInfo:
        return
    try:
        with book.archive.open(part) as stream:
            tags = tuple(f"{{*}}{name}" for name in names)
            options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
            for _, element in etree.iterparse(stream, events=("end",), tag=tags, **options):
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except (etree.XMLSyntaxError, *DAMAGED) as exc:
        raise BrokenDocument(book.path, "het werkblad is beschadigd of onvolledig") from exc


def _read_strings(book: _Book) -> Iterator[str]:
    for element in _stream(book, "xl/sharedStrings.xml", ("si",)):
        yield _read_text(element)


def _read_text(element: Any) -> str:
    """Give the words of a string with its runs, without the sounds that may stand above them."""
    words = [
        node.text or ""
        for node in element.iter("{*}t")
        if not any(above.tag.endswith("}rPh") for above in node.iterancestors())
    ]
    return " ".join(normalise("".join(words)).split())


def _read_formats(book: _Book) -> list[tuple[str, bool]]:
    """Give the number format of each cell style, and whether its letters are bold."""
    root = read_xml(book.archive, "xl/styles.xml", book.path, _LABEL)
    if root is None:
        return []
    codes = dict(BUILT_IN)
    for entry in root.iterfind("{*}numFmts/{*}numFmt"):
        codes[_read_number(entry.get("numFmtId"))] = entry.get("formatCode", "")
    fonts = [_is_bold(font) for font in root.iterfind("{*}fonts/{*}font")]
    formats: list[tuple[str, bool]] = []
    for style in root.iterfind("{*}cellXfs/{*}xf"):
        font = _read_number(style.get("fontId"))
        code = codes.get(_read_number(style.get("numFmtId")), "General")
        formats.append((code, fonts[font] if font < len(fonts) else False))
    return formats


def _is_bold(font: Any) -> bool:
    found = font.find("{*}b")
    return found is not None and found.get("val", "1") not in ("0", "false")


def _read_sheet(book: _Book, name: str, part: str) -> Sheet:
    sheet = Sheet(name)
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    number = -1
    for element in _stream(book, part, ("row", "mergeCell")):
        if element.tag.endswith("}mergeCell"):
            _add_merged(element.get("ref", ""), merged)
        elif not book.full:
            number = _read_number(element.get("r"), number + 2) - 1
            row = _read_row(book, element)
            if row:
                sheet.rows[number] = row
                book.rows += 1
                book.cells += len(row)
    sheet.merged = merged
    return sheet


def _read_row(book: _Book, element: Any) -> Row:
    row: Row = {}
    place = -1
    for cell in element:
        found = _ADDRESS.match(cell.get("r", ""))
        place = _read_column(found.group(1)) if found else place + 1
        style = _read_number(cell.get("s"))
        code, strong = book.formats[style] if style < len(book.formats) else ("General", False)
        text = _read_value(book, cell, code)
        if text:
            row[place] = Cell(text, strong=strong)
    return row


def _read_value(book: _Book, cell: Any, code: str) -> str:
    """Give what a cell shows. A formula gives the outcome that was stored with it."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _read_text(cell)
    value: str | None = cell.findtext("{*}v")
    if value is None or not value.strip():
        book.empty_formulas += cell.find("{*}f") is not None and kind != "str"
        return ""
    if kind == "s":
        place = _read_number(value, len(book.strings))
        return book.strings[place] if place < len(book.strings) else ""
    if kind == "b":
        return _TRUTH.get(value, value)
    if kind == "n":
        return show_figure(value.strip(), code, from_1904=book.from_1904)
    if kind == "d":
        return _turn_date(value.strip())
    return " ".join(normalise(value).split())


def _turn_date(value: str) -> str:
    """Give a date that is stored as ISO 8601 as it is written here."""
    found = re.match(r"(\d{4})-(\d{2})-(\d{2})", value)
    return f"{int(found.group(3))}-{int(found.group(2))}-{found.group(1)}" if found else value


def _add_merged(reference: str, merged: dict[tuple[int, int], tuple[int, int]]) -> None:
    found = [_ADDRESS.match(part) for part in reference.split(":")]
    if len(found) == 2 and found[0] and found[1] and len(merged) < MOST_ROWS:
        left, right = (_read_column(part.group(1)) for part in found if part)
        top, bottom = (int(part.group(2)) - 1 for part in found if part)
        merged[top, left] = (bottom - top + 1, right - left + 1)


def _read_column(letters: str) -> int:
    """Give the number of a column from 0: "A" is 0, "AB" is 27."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def _read_number(value: str | None, default: int = 0) -> int:
    return int(value) if value and value.isascii() and value.isdecimal() and len(value) < 9 else default
