"""Tables with rules between their rows and none between their columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from assistant.ingest.glyphs import Segment
from assistant.ingest.grids import Cell, Grid, merge_lines
from assistant.ingest.rows import Row, find_rows
from assistant.ingest.rulings import Rule
from assistant.ingest.shapes import is_caption
from assistant.ingest.strips import find_strips
from assistant.ingest.tables import is_figure

Sides = tuple[float, float]

_SAME = 3.0
"""Points: rules that begin and end this close to each other are of one table."""
_LEAST_RULES = 3
_SHORTEST = 60.0
_HIGH = 45.0
"""Points: rules further apart than this, and than three times the usual, have other text between them."""
_HEAD_GAP = 2.5
"""Type sizes: the row above the first rule is that near to it."""
_THINNEST = 0.4
"""Type sizes: the narrowest strip between two columns."""
_CROSSED = 0.15
"""At most this share of the rows has a cell that runs over a border."""
_FILLED = 0.5
"""At least this share of the bands has several cells."""


def find_bands(
    segments: Sequence[Segment], lines: Sequence[Rule], fills: Sequence[Rule]
) -> tuple[list[Grid], list[Segment]]:
    """Give the tables whose rows lie between rules of one length, and the other segments."""
    free = list(segments)
    grids: list[Grid] = []
    for sides, heights in _find_stacks(lines, fills):
        for run in _split_stack(free, sides, heights):
            grid, held = _make_grid(sides, run, free)
            if grid is not None:
                grids.append(grid)
                free = [one for one in free if id(one) not in held]
    return grids, free


def _find_stacks(lines: Sequence[Rule], fills: Sequence[Rule]) -> list[tuple[Sides, list[float]]]:
    """Give left and right edge, and the heights, of rules of one length under each other.

    The edges of a shaded row of that length count as rules.
    """
    edges = [(x0, y, x1, y) for x0, top, x1, bottom in _join_boxes(fills) for y in (top, bottom)]
    stacks: dict[Sides, list[float]] = defaultdict(list)
    for x0, top, x1, _ in (*merge_lines(lines)[0], *edges):
        if x1 - x0 <= _SHORTEST:
            continue
        near = (key for key in stacks if abs(key[0] - x0) <= _SAME and abs(key[1] - x1) <= _SAME)
        stacks[next(near, (x0, x1))].append(top)
    return [(sides, _thin_out(heights)) for sides, heights in stacks.items()]


def _join_boxes(fills: Sequence[Rule]) -> list[Rule]:
    """Give the boxes with shaded cells side by side made one row."""
    joined: list[Rule] = []
    for box in sorted(fills, key=lambda one: one[0]):
        for place, other in enumerate(joined):
            level = abs(other[1] - box[1]) < _SAME and abs(other[3] - box[3]) < _SAME
            if level and abs(other[2] - box[0]) < _SAME:
                joined[place] = (other[0], other[1], box[2], other[3])
                break
        else:
            joined.append(box)
    return joined


def _thin_out(heights: Sequence[float]) -> list[float]:
    kept: list[float] = []
    for height in sorted(heights):
        if not kept or height - kept[-1] >= _SAME:
            kept.append(height)
    return kept


def _split_stack(
    segments: Sequence[Segment], sides: Sides, heights: Sequence[float]
) -> Iterator[list[float]]:
    """Give the heights of each table: apart where there is no text, much room or a caption between."""
    if len(heights) < _LEAST_RULES:
        return
    most = max(_HIGH, 3 * median(after - before for before, after in pairwise(heights)))
    run = [heights[0]]
    for before, after in pairwise(heights):
        inside = find_rows([one for one in segments if _is_in(one, sides, before, after)])
        if not inside or after - before > most or any(is_caption(row[0].text) for row in inside):
            yield run
            run = []
        run.append(after)
    yield run


def _is_in(segment: Segment, sides: Sides, top: float, bottom: float) -> bool:
    across = sides[0] - _SAME <= segment.x0 and segment.x1 <= sides[1] + _SAME
    return across and top <= (segment.top + segment.bottom) / 2 <= bottom


def _make_grid(
    sides: Sides, heights: list[float], segments: Sequence[Segment]
) -> tuple[Grid | None, set[int]]:
    if len(heights) < _LEAST_RULES:
        return None, set()
    inside = [one for one in segments if _is_in(one, sides, heights[0], heights[-1])]
    size = median(one.size for one in inside)
    above = [one for one in segments if _is_in(one, sides, heights[0] - _HEAD_GAP * size, heights[0])]
    rows = find_rows(above)
    if rows and len(rows[-1]) > 1:
        inside += rows[-1]
        heights = [min(one.top for one in rows[-1]), *heights]
    bands = [
        find_rows([one for one in inside if _is_in(one, sides, top, bottom)])
        for top, bottom in pairwise(heights)
    ]
    several = [band for band in bands if any(len(row) > 1 for row in band)]
    if len(several) < max(2, _FILLED * len(bands)):
        return None, set()
    xs = _find_columns(several, sides, size)
    if len(xs) < 3:
        return None, set()
    split = [line for band in bands for line in _split_band(band, xs)]
    ys = [min(one.top for row in line for one in row) for line in split] + [heights[-1]]
    cells = [cell for number, line in enumerate(split) for cell in _make_cells(line, number, xs)]
    held = {id(one) for one in segments if _is_in(one, sides, heights[0] - 0.1, heights[-1])}
    return Grid(cells, tuple(xs), tuple(ys)), held


def _split_band(band: Sequence[Row], xs: Sequence[float]) -> Iterator[list[Row]]:
    """Give the rows of a table between two rules: a line with a figure under a figure begins one."""
    lines: list[Row] = []
    for row in band:
        if lines and any(
            is_figure(one.text) and is_figure(other.text) and _find_column(one, xs) == _find_column(other, xs)
            for one in lines[-1]
            for other in row
        ):
            yield lines
            lines = []
        lines.append(row)
    if lines:
        yield lines


def _find_column(segment: Segment, xs: Sequence[float]) -> int:
    middle = (segment.x0 + segment.x1) / 2
    return sum(x <= middle for x in xs)


def _find_columns(bands: Sequence[Sequence[Row]], sides: Sides, size: float) -> list[float]:
    """Give the borders of the columns; a wide cell here and there may run over one."""
    cells = [segment for band in bands for row in band for segment in row]
    found = [
        [
            (strip[0] + strip[1]) / 2
            for strip, _ in find_strips(cells, sides[0], sides[1], limit)
            if strip[1] - strip[0] >= _THINNEST * size
            and any(one.x1 <= strip[0] + 2 for one in cells)
            and any(one.x0 >= strip[1] - 2 for one in cells)
        ]
        for limit in (0, int(_CROSSED * len(bands)))
    ]
    return [sides[0], *max(found, key=len), sides[1]]


def _make_cells(band: Sequence[Row], number: int, xs: Sequence[float]) -> list[Cell]:
    """Give the cells of a band; a text alone that runs over borders is one cell over all columns."""
    segments = [segment for row in band for segment in row]
    last = len(xs) - 2
    alone = all(len(row) == 1 for row in band)
    if alone and any(one.x0 < x - 2 and one.x1 > x + 2 for one in segments for x in xs[1:-1]):
        return [Cell(number, 0, number, last, segments)]
    cells = []
    for column, (left, right) in enumerate(pairwise(xs)):
        held = [one for one in segments if left <= (one.x0 + one.x1) / 2 < right]
        cells.append(Cell(number, column, number, column, held))
    return cells
