"""Tables without rules to rows: lines that go on with the row above, captions between tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.ingest.columns import Region, make_table
from assistant.ingest.glyphs import Segment
from assistant.ingest.hyphens import Joiner
from assistant.ingest.pagelines import make_pieces
from assistant.ingest.pagetables import Table, Words, has_header
from assistant.ingest.rows import Row
from assistant.ingest.shapes import is_caption


def read_region(region: Region, page: int, joiner: Joiner) -> Iterator[Table]:
    """Give the tables of a region: captions divide tables under each other.

    They stand above their tables when the region begins with one, and under them otherwise.
    """
    above = _is_caption_row(region.rows[0])
    rows: list[Row] = []
    caption = Words()
    for row in region.rows:
        if not _is_caption_row(row):
            rows.append(row)
            continue
        words = _make_words(row, page, joiner)
        if rows:
            yield _read_rows(make_table(rows), page, joiner, caption if above else words)
            rows = []
        caption = words if above else Words()
    if rows:
        yield _read_rows(make_table(rows), page, joiner, caption)


def _is_caption_row(row: Row) -> bool:
    return len(row) == 1 and is_caption(row[0].text)


def _read_rows(region: Region, page: int, joiner: Joiner, caption: Words) -> Table:
    """Give a table; a line without a first cell goes on with the row above it."""
    edges = [(gutter[0] + gutter[1]) / 2 for gutter in region.gutters]
    lines = [[_make_words(cell, page, joiner) for cell in _find_cells(row, edges)] for row in region.rows]
    tops = [row[0].top for row in region.rows]
    rows: list[list[Words]] = []
    for place, cells in enumerate(lines):
        if rows and _continues(rows[-1], cells, tops, place):
            rows[-1] = [_join(above, below, joiner) for above, below in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    headed, sure = has_header(rows)
    borders = (region.left, *(gutter[1] for gutter in region.gutters))
    header = rows.pop(0) if headed else []
    return Table(page, header, rows, borders, sure, caption)


def _make_words(cell: Sequence[Segment], page: int, joiner: Joiner) -> Words:
    text = joiner.join_lines(part.text for part in cell)
    pieces = tuple(piece for part in cell for piece in make_pieces(part, page))
    return Words(text, pieces, bold=bool(cell) and all(part.bold for part in cell))


def _join(above: Words, below: Words, joiner: Joiner) -> Words:
    if not (above.text and below.text):
        return above if above.text else below
    text = joiner.join(above.text, below.text)
    return Words(text, (*above.pieces, *below.pieces), above.bold and below.bold)


def _find_cells(row: Row, edges: Sequence[float]) -> Iterator[list[Segment]]:
    for left, right in pairwise([-1e9, *edges, 1e9]):
        yield [item for item in row if left <= item.x0 < right]


def _continues(above: list[Words], cells: list[Words], tops: Sequence[float], place: int) -> bool:
    """Tell whether a line goes on with the row above it.

    Two amounts under each other are two rows; a line without a first cell is no row by itself.
    """
    pairs = zip(above, cells, strict=True)
    if any(_is_amount(one.text) and _is_amount(other.text) for one, other in pairs):
        return False
    if not cells[0].text:
        return True
    step = tops[place] - tops[place - 1]
    steps = [after - before for before, after in pairwise(tops)]
    # Rows that stand apart: lines closer together are in one row.
    apart = max(steps) > 1.5 * max(min(steps), 1.0)
    ended = cells[0].text[0].isupper() and above[0].text.endswith(".")
    return apart and step < 1.25 * min(steps) and not ended


def _is_amount(text: str) -> bool:
    return text[:1].isdecimal() and not any(sign.isalpha() for sign in text)
