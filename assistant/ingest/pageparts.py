"""The parts of a page in reading order: running text, tables, and boxes apart from the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.ingest.bands import find_bands
from assistant.ingest.columns import Region, find_regions, make_region
from assistant.ingest.glyphs import Segment, Sheet
from assistant.ingest.grids import Cell, Grid, find_grids
from assistant.ingest.rows import Row, find_rows
from assistant.ingest.rulings import Rule

_TOKEN = "\ue000"
"""A sign for private use: it keeps the place of a table or box while columns are found."""
_TOKEN_SIZE = 8.0
_MOST_TEXT = 0.6
"""A box with a larger share of the page's signs is the page."""
_LEAST_LINES = 2
_SAME = 8.0
"""Points: borders of one table over a page turn stand this close."""
_MOST_COLUMNS = 13
"""Lines that make more columns are a drawing."""


@dataclass(frozen=True, slots=True)
class Part:
    """A region of text, a table of cells, or both None for nothing; `aside` is in a box of its own."""

    region: Region | None = None
    grid: Grid | None = None
    aside: bool = False


def find_parts(segments: Sequence[Segment], sheet: Sheet, before: Sequence[Part] = ()) -> list[Part]:
    """Give the parts of a page in reading order; `before` are those of the page before it."""
    last = next((part.grid for part in reversed(before) if part.grid is not None), None)
    signs = sum(len(one.text) for one in segments)
    boxed, free = find_grids(segments, sheet.lines)
    banded, free = find_bands(free, sheet.lines, sheet.fills)
    held = [*boxed, *banded]
    for fill in sheet.fills:
        inside = [one for one in free if _is_within(one, fill)]
        if _is_side_box(inside, fill, sheet, signs):
            free = [one for one in free if not _is_within(one, fill)]
            held.append(_frame(inside, fill))
    kept: list[Grid] = []
    for grid in held:
        goes_on = last is not None and _is_like(grid, last)
        if len(grid.filled) == 1 and not goes_on and not _is_apart(grid.filled[0].segments, signs):
            free.extend(grid.filled[0].segments)
        else:
            kept.append(grid)
    tokens = [_mark(grid, number) for number, grid in enumerate(kept)]
    return [part for region in find_regions([*free, *tokens]) for part in _expand(region, kept, last)]


def _is_like(grid: Grid, last: Grid) -> bool:
    """Tell whether a grid has the columns of the one before it."""
    near = [any(abs(x - other) <= _SAME for other in last.xs) for x in grid.xs]
    return len(grid.xs) > 2 and all(near)


def _is_within(segment: Segment, box: Rule) -> bool:
    return (
        box[0] - 1 <= segment.x0
        and segment.x1 <= box[2] + 1
        and box[1] - 1 <= segment.top
        and segment.bottom <= box[3] + 1
    )


def _is_side_box(inside: list[Segment], fill: Rule, sheet: Sheet, signs: int) -> bool:
    """Tell whether a shaded box with text is no band over the page, no background and no mark of a line."""
    across = fill[0] < 5 and fill[2] > sheet.width - 5
    return bool(inside) and not across and _is_apart(inside, signs)


def _is_apart(inside: Sequence[Segment], signs: int) -> bool:
    few = sum(len(one.text) for one in inside) <= _MOST_TEXT * signs
    return few and len(find_rows(inside)) >= _LEAST_LINES


def _frame(inside: list[Segment], box: Rule) -> Grid:
    return Grid([Cell(0, 0, 0, 0, inside)], (box[0], box[2]), (box[1], box[3]))


def _mark(grid: Grid, number: int) -> Segment:
    x0, top, x1, _ = grid.box
    first = min(one.top for cell in grid.filled for one in cell.segments)
    top = max(top, first - 2)
    return Segment(f"{_TOKEN}{number}", x0, top, x1, top + _TOKEN_SIZE, _TOKEN_SIZE, bold=False)


def _find_token(row: Row) -> list[int]:
    return [int(one.text[1:]) for one in row if one.text.startswith(_TOKEN)]


def _expand(region: Region, grids: Sequence[Grid], last: Grid | None) -> Iterator[Part]:
    """Give the parts of a region, with tables and boxes at their places."""
    if not any(_find_token(row) for row in region.rows):
        yield Part(region)
        return
    text: list[Row] = []
    for row in region.rows:
        numbers = _find_token(row)
        rest = [one for one in row if not one.text.startswith(_TOKEN)]
        if rest:
            text.append(rest)
        if numbers and text:
            yield Part(make_region(text))
            text = []
        for number in numbers:
            yield from _open(grids[number], last)
    if text:
        yield Part(make_region(text))


def _open(grid: Grid, last: Grid | None) -> Iterator[Part]:
    """Give a table as one part; a box, a drawing and cells side by side as text for each cell.

    One row alone is a table only when it goes on with the one on the page before.
    """
    cells = grid.filled
    rows = {cell.row for cell in cells}
    columns = {cell.column for cell in cells}
    goes_on = last is not None and _is_like(grid, last)
    if goes_on or (len(rows) > 1 and len(columns) <= _MOST_COLUMNS):
        yield Part(grid=grid)
        return
    for cell in cells:
        for region in find_regions(cell.segments):
            yield Part(region, aside=True)
