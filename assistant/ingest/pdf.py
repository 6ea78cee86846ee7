"""PDF to blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from assistant.errors import BrokenDocument, EmptyDocument
from assistant.ingest.columns import Region, find_regions, make_table
from assistant.ingest.encoding import normalise
from assistant.ingest.furniture import drop_contents, drop_furniture
from assistant.ingest.glyphs import Segment, Sheet
from assistant.ingest.hyphens import Joiner, count_words
from assistant.ingest.notices import list_notices
from assistant.ingest.pagelines import Unit, find_size, find_units, make_pieces
from assistant.ingest.pdfproc import read_pdf
from assistant.ingest.reading import Draft, Piece, Reading
from assistant.ingest.rows import Row, join_touching
from assistant.ingest.scans import read_scans
from assistant.ingest.shapes import (
    ends_sentence,
    find_item_mark,
    has_heading_shape,
    is_bulleted,
    is_caption,
    is_person,
    is_question_heading,
    is_timed,
)
from assistant.ingest.stitch import stitch
from assistant.ingest.tables import make_rows, name_tables
from assistant.types import BlockKind

_LARGER = 1.12
"""Type so many times the body's size is a heading's."""
_SMALLER = 0.88
_INDENT = 9.0
"""Points: marks of items closer together are of one level."""
_HEADING_CHARS = 180
_HEADING_WORDS = 9
"""A large text of more words that ends as a sentence is a lead, no heading."""
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s")


def load_pdf(raw: bytes, path: str, ocr: str = "auto") -> Reading:
    """Give the blocks of a PDF; `ocr` tells whether scanned pages are read ("auto" or "off").

    Raises EmptyDocument, LockedDocument or BrokenDocument.
    """
    content = read_pdf(raw, path)
    sheets = content.sheets
    sizes = tuple((sheet.width, sheet.height) for sheet in sheets)
    scans = read_scans(raw, path, sheets, ocr)
    if not any(sheet.segments for sheet in sheets):
        if all(sheet.fault for sheet in sheets):
            raise BrokenDocument(path, "de PDF heeft geen leesbare pagina's")
        raise EmptyDocument(path, "geen enkele pagina bevat tekst; " + "; ".join(scans.notices))
    drafts = scans.restore(read_sheets(sheets))
    return Reading(
        tuple(drafts),
        title=content.title,
        author=content.author,
        date=content.date,
        date_source="metadata" if content.date else None,
        notices=scans.notices + list_notices(sheets, content.count),
        pages=len(sheets),
        sizes=sizes,
        scanned=tuple(scans.scanned),
    )


def read_sheets(sheets: Sequence[Sheet]) -> list[Draft]:
    """Give the blocks of the pages, in reading order."""
    for sheet in sheets:
        for segment in sheet.segments:
            segment.text = " ".join(normalise(segment.text).split()) or "\ufffe"
        sheet.segments = join_touching(sheet.segments)
    parts: list[tuple[Region, int]] = [
        (region, number)
        for number, segments in enumerate(drop_contents(drop_furniture(sheets)), start=1)
        for region in find_regions(segments)
    ]
    units = [unit for region, number in parts if not region.gutters for unit in find_units(region, number)]
    lines = [line for unit in units for line in unit.lines]
    joiner = Joiner(count_words(line.text for line in lines))
    style = _Style(units, find_size(lines))
    drafts: list[Draft] = []
    for region, number in parts:
        if region.gutters:
            for table, caption in _split_tables(region):
                drafts.extend(_read_table(table, caption, number, joiner))
        else:
            drafts.extend(
                draft for unit in find_units(region, number) if (draft := style.convert(unit, joiner))
            )
    return name_tables(stitch(drafts, joiner))


class _Style:
    """Tells headings and notes from text by the type they are set in."""

    def __init__(self, units: Sequence[Unit], body: float) -> None:
        self.body = body
        sizes = {unit.size for unit in units if self._is_large(unit)}
        self.levels = {size: level for level, size in enumerate(sorted(sizes, reverse=True), start=1)}
        self.fewest: dict[float, int] = {}
        for unit in units:
            if self._is_large(unit) and (dots := _count_dots(unit.lines[0].text)) is not None:
                self.fewest[unit.size] = min(dots, self.fewest.get(unit.size, dots))

        items = [unit for unit in units if find_item_mark(unit.lines[0].text)]
        self.columns = _find_columns(units, items)
        self.edges = _find_edges(self._measure_indent(unit) for unit in items)

    def _is_large(self, unit: Unit) -> bool:
        words = " ".join(line.text for line in unit.lines)
        large = unit.size >= _LARGER * self.body and len(words) <= _HEADING_CHARS
        if ends_sentence(words) and not words.endswith(":") and len(words.split()) > _HEADING_WORDS:
            return False
        return large and any(sign.isalpha() for sign in words) and not words.endswith(",")

    def convert(self, unit: Unit, joiner: Joiner) -> Draft | None:
        """Give the block of a unit; None for one without words."""
        text = joiner.mend_strays(joiner.join_lines(line.text for line in unit.lines))
        if not any(sign.isalnum() for sign in text):
            return None
        kind, level = self._judge(unit, text)
        if kind is BlockKind.ITEM and is_bulleted(text):
            text = text[find_item_mark(text) :]
        return Draft(kind, text, level, unit.page, pieces=unit.pieces)

    def _judge(self, unit: Unit, text: str) -> tuple[BlockKind, int]:
        if is_timed(text):
            return BlockKind.ROW, 0
        if self._is_large(unit) and len(unit.lines) <= 4 and not is_bulleted(text):
            dots = _count_dots(text)
            deeper = 0 if dots is None else dots - self.fewest.get(unit.size, dots)
            return BlockKind.HEADING, min(6, self.levels[unit.size] + deeper)
        if is_question_heading(text) or self._is_strong_heading(unit, text):
            return BlockKind.HEADING, min(6, self._find_level(text))
        if find_item_mark(text):
            return BlockKind.ITEM, self._find_depth(unit)
        if is_caption(text):
            return BlockKind.CAPTION, 0
        if unit.size <= _SMALLER * self.body and text[0].isdecimal():
            return BlockKind.NOTE, 0
        if is_person(text):
            return BlockKind.QUOTE, 0
        return BlockKind.PARAGRAPH, 0

    def _find_depth(self, unit: Unit) -> int:
        """Give the nesting of an item by how far its mark is from the edge of the column."""
        indent = self._measure_indent(unit)
        return min(6, 1 + sum(edge < indent - _INDENT / 2 for edge in self.edges))

    def _measure_indent(self, unit: Unit) -> float:
        """Give how far a unit begins from the edge of its column of running text."""
        begin = unit.lines[0].x0
        edge = max((edge for edge in self.columns if edge <= begin + _INDENT / 3), default=unit.left)
        return max(0.0, begin - edge)

    def _is_strong_heading(self, unit: Unit, text: str) -> bool:
        if len(unit.lines) > 3 or is_bulleted(text) or not has_heading_shape(text.rstrip(":")):
            return False
        shouted = text.isupper() and len(text) > 3
        return (
            (unit.bold or shouted)
            and not ends_sentence(text.rstrip(":"))
            and unit.size >= _SMALLER * self.body
        )

    def _find_level(self, text: str) -> int:
        """Give the level of a heading in the size of the body: one below the largest types."""
        return len(self.levels) + 1 + (_count_dots(text) or 0)


def _count_dots(text: str) -> int | None:
    """Give how many dots the number of a heading has ("2.3.1" has two); None without a number."""
    found = _NUMBERED.match(f"{text} ")
    return found.group(1).count(".") if found else None


def _find_columns(units: Sequence[Unit], items: Sequence[Unit]) -> list[float]:
    """Find the left edges at which much of the running text of the document begins."""
    chars: Counter[float] = Counter()
    marked = {id(unit) for unit in items}
    for unit in units:
        if id(unit) not in marked:
            chars[round(unit.lines[-1].x0)] += sum(len(line.text) for line in unit.lines)
    whole = sum(chars.values())
    return sorted(edge for edge, count in chars.items() if count >= 0.15 * whole)


def _find_edges(offsets: Iterable[float]) -> list[float]:
    """Give the distances from the column's edge at which items begin, smallest first."""
    edges: list[float] = []
    for offset in sorted(offsets):
        if not edges or offset > edges[-1] + _INDENT:
            edges.append(offset)
    return edges[:6]


def _read_table(region: Region, caption: str, page: int, joiner: Joiner) -> list[Draft]:
    """Give the rows of a table; a line without a first cell goes on with the row above it."""
    cells = [list(_find_cells(row, region)) for row in region.rows]
    lines = [[joiner.join_lines(part.text for part in cell) for cell in row] for row in cells]
    places = [[[*_place_cell(cell, page)] for cell in row] for row in cells]
    tops = [row[0].top for row in region.rows]
    rows: list[list[str]] = []
    pieces: list[list[list[Piece]]] = []
    for place, line in enumerate(lines):
        if rows and _continues(rows[-1], line, tops, place):
            rows[-1] = [
                joiner.join(above, below) if above and below else above or below
                for above, below in zip(rows[-1], line, strict=True)
            ]
            for above, below in zip(pieces[-1], places[place], strict=True):
                above.extend(below)
        else:
            rows.append(line)
            pieces.append(places[place])
    bold = [all(segment.bold for segment in row) for row in region.rows]
    return make_rows(rows, caption=caption, headed=bold[0] and not all(bold), page=page, pieces=pieces)


def _place_cell(cell: Sequence[Segment], page: int) -> Iterator[Piece]:
    for part in cell:
        yield from make_pieces(part, page)


def _split_tables(region: Region) -> Iterator[tuple[Region, str]]:
    """Give each table of a region with its caption: captions divide tables under each other.

    They stand above their tables when the region begins with one, and under them otherwise.
    """
    above = _is_caption_row(region.rows[0])
    rows: list[Row] = []
    caption = ""
    for row in region.rows:
        if not _is_caption_row(row):
            rows.append(row)
            continue
        if rows:
            yield make_table(rows), caption if above else row[0].text
            rows = []
        caption = row[0].text if above else ""
    if rows:
        yield make_table(rows), caption


def _is_caption_row(row: Row) -> bool:
    return len(row) == 1 and is_caption(row[0].text)


def _find_cells(row: Row, region: Region) -> Iterator[list[Segment]]:
    edges = [(gutter[0] + gutter[1]) / 2 for gutter in region.gutters]
    for left, right in zip([-1e9, *edges], [*edges, 1e9], strict=True):
        yield [item for item in row if left <= item.x0 < right]


def _continues(above: list[str], cells: list[str], tops: Sequence[float], place: int) -> bool:
    figures = any(_is_figure(one) and _is_figure(other) for one, other in zip(above, cells, strict=True))
    if figures or not cells[0]:
        return not figures
    step = tops[place] - tops[place - 1]
    if len(tops) < 2:
        return False
    steps = [after - before for before, after in pairwise(tops)]
    # Rows that stand apart: lines closer together are in one row.
    apart = max(steps) > 1.5 * max(min(steps), 1.0)
    ended = cells[0][0].isupper() and above[0].endswith(".")
    return apart and step < 1.25 * min(steps) and not ended


def _is_figure(cell: str) -> bool:
    """Tell whether a cell holds an amount: two of them under each other are two rows."""
    return cell[:1].isdecimal() and not any(sign.isalpha() for sign in cell)
