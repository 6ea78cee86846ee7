"""The reading order of a page: columns by their white gutters, tables by their aligned cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from assistant.ingest.glyphs import Segment
from assistant.ingest.margins import count_pieces, find_margin, group_lines
from assistant.ingest.rows import Row, find_rows
from assistant.ingest.shapes import is_timed
from assistant.ingest.strips import BIN, Gutter, count_chars, find_strips, measure_fill

_NARROWEST = 0.7
"""A gutter is at least so many times the type size wide."""
_THINNEST = 0.4
"""The same for the strip between two columns of a table."""
_CROSSING_COST = 1_500.0
"""Points of width that a gutter must be wider by for each line, as a share of all, that crosses it."""
_CROSSED = 0.15
"""At most this share of the lines may run across a gutter: headings over both columns."""
_LEAST_LINES = 3
_FULL = 0.62
"""Lines of running text fill at least this part of their column; cells of a table do not."""
_ALIGNED = 0.6
_FULL_LINE = 0.45
_LINE_CHARS = 28
"""Where the lines on both sides have so many signs, they are cells only when they fill far less."""
_PAIRED = 0.8
_MARGIN = 0.2
_CELL_CHARS = 18
"""Where nearly every line has one beside it, lines shorter than this are cells."""
_DEEPEST = 5
_APART = 1.6
"""Type sizes: a line with a wider gap in it is no running text."""


@dataclass(slots=True)
class Region:
    """Rows of segments from top to bottom: running text of one column, or a table."""

    rows: list[Row]
    left: float
    right: float
    gutters: tuple[Gutter, ...] = ()
    """The white strips between the columns of a table; empty for running text."""
    marginal: bool = False
    """It stands in the margin beside the text."""

    @property
    def size(self) -> float:
        """Give the median size of its type."""
        return median(item.size for row in self.rows for item in row)


def find_regions(segments: Sequence[Segment]) -> list[Region]:
    """Give the regions of a page in reading order."""
    return list(_split(find_rows(segments), 0))


def _split(rows: list[Row], depth: int) -> Iterator[Region]:
    """Give the regions of some rows: by a gutter through them, else by the rows that have one."""
    if not rows:
        return
    margin = find_margin(rows) if depth < _DEEPEST else None
    if margin is not None:
        yield from _split_margin(rows, margin, depth)
        return
    gutter = _find_gutter(rows) if depth < _DEEPEST else None
    if gutter is not None:
        yield from _split_columns(rows, gutter, depth)
        return
    runs = list(_find_runs(rows)) if depth < _DEEPEST else [(False, rows)]
    text: list[Row] = []
    for several, run in runs:
        inner = _find_gutter(run) if several else None
        apart = inner is not None or (several and _is_apart(run))
        if apart and text:
            yield make_region(text)
            text = []
        if inner is not None:
            yield from _split_columns(run, inner, depth + 1)
        elif apart:
            yield from _part_types(run)
        else:
            text.extend(run)
    if text:
        yield make_region(text)


def _part_types(run: Sequence[Row]) -> Iterator[Region]:
    """Give some rows with gaps: pieces in different types apart, a label with its value together."""
    kept: list[Row] = []
    for row in run:
        wide = any(after.x0 - before.x1 > _APART * after.size for before, after in pairwise(row))
        if wide and len({one.bold for one in row}) > 1 and not is_timed(row[0].text):
            if kept:
                yield make_region(kept)
                kept = []
            yield from (make_region([[one]]) for one in row)
        else:
            kept.append(row)
    if kept:
        yield make_region(kept)


def _is_apart(run: Sequence[Row]) -> bool:
    """Tell whether the pieces of some row are further apart than words are."""
    return any(after.x0 - before.x1 > _APART * after.size for row in run for before, after in pairwise(row))


def _split_margin(rows: list[Row], gutter: Gutter, depth: int) -> Iterator[Region]:
    """Give the text with what stands in its margin: headings at their height, other words apart.

    Words beside the upper half of the text come before it, those lower down after it.
    """
    middle = (gutter[0] + gutter[1]) / 2
    left = [part for row in rows if (part := [one for one in row if one.x1 <= middle])]
    right = [part for row in rows if (part := [one for one in row if one.x1 > middle])]
    few, many = (left, right) if count_pieces(left) < count_pieces(right) else (right, left)
    groups = list(group_lines(few))
    if few is left and all(one.bold for row in few for one in row):
        for group, following in zip(groups, [*groups[1:], None], strict=True):
            top, end = group[0][0].top - BIN, following[0][0].top - BIN if following else 1e9
            if group is groups[0]:
                yield from _split([row for row in many if row[0].top < top], depth + 1)
            yield make_region(group)
            yield from _split([row for row in many if top <= row[0].top < end], depth + 1)
        return
    half = (rows[0][0].top + rows[-1][0].bottom) / 2
    regions = [replace(make_region(group), marginal=True) for group in groups]
    yield from (region for region in regions if region.rows[0][0].top <= half)
    yield from _split(many, depth + 1)
    yield from (region for region in regions if region.rows[0][0].top > half)


def _find_runs(rows: list[Row]) -> Iterator[tuple[bool, list[Row]]]:
    """Give the rows in runs: with one segment each, or with several (a table inside text)."""
    run: list[Row] = []
    several = False
    for place, row in enumerate(rows):
        following = rows[place + 1] if place + 1 < len(rows) else []
        wide = len(row) > 1 or (several and len(following) > 1 and _is_narrow(row, run))
        if run and wide != several:
            yield several, run
            run = []
        several = wide
        run.append(row)
    if run:
        yield several, run


def _is_narrow(row: Row, run: list[Row]) -> bool:
    """Tell whether a row with one segment may be the second line of a cell of the rows above it."""
    cells = [segment for other in run for segment in other]
    widest = max(cell.x1 for cell in cells) - min(cell.x0 for cell in cells)
    return row[0].x1 - row[0].x0 < 0.7 * widest


def _find_gutter(rows: Sequence[Row]) -> Gutter | None:
    """Find the widest white strip that few rows cross, with enough text on both sides."""
    segments = [segment for row in rows for segment in row]
    if len(segments) < 2 * _LEAST_LINES:
        return None
    left, right = min(item.x0 for item in segments), max(item.x1 for item in segments)
    size = median(item.size for item in segments)
    best: tuple[float, Gutter] | None = None
    most = max(1, int(_CROSSED * len(rows)))
    # A stricter count finds the gutter inside a strip that also takes in a nearly empty margin.
    limits = sorted({limit for limit in (0, 1, 2, 4, most) if limit <= most})
    strips = [strip for limit in limits for strip in find_strips(segments, left, right, limit)]
    for gutter, crossed in strips:
        wide = gutter[1] - gutter[0]
        if wide < _NARROWEST * size or not _has_sides(segments, gutter, size):
            continue
        worth = min(wide, 3 * size) - _CROSSING_COST * crossed / len(segments)
        if best is None or worth > best[0]:
            best = (worth, gutter)
    return best[1] if best else None


def _has_sides(segments: Sequence[Segment], gutter: Gutter, size: float) -> bool:
    """Tell whether text stands on both sides, beside each other for some lines at least."""
    before = [item for item in segments if item.x1 <= gutter[0] + BIN]
    after = [item for item in segments if item.x0 >= gutter[1] - BIN]
    if min(len(before), len(after)) < _LEAST_LINES:
        return False
    top = max(min(item.top for item in side) for side in (before, after))
    bottom = min(max(item.bottom for item in side) for side in (before, after))
    return bottom - top > _LEAST_LINES * size


def _split_columns(rows: list[Row], gutter: Gutter, depth: int) -> Iterator[Region]:
    """Give what is on both sides of a gutter, band by band between the rows that cross it."""
    band: list[Row] = []
    across: list[Row] = []
    for row in rows:
        crosses = any(item.x0 < gutter[0] - BIN and item.x1 > gutter[1] + BIN for item in row)
        if crosses and band:
            yield from _split_band(band, gutter, depth)
            band = []
        elif not crosses and across:
            yield from _split(across, depth + 1)
            across = []
        (across if crosses else band).append(row)
    if band:
        yield from _split_band(band, gutter, depth)
    if across:
        yield from _split(across, depth + 1)


def _split_band(rows: list[Row], gutter: Gutter, depth: int) -> Iterator[Region]:
    left = [[item for item in row if item.x0 < gutter[0]] for row in rows]
    right = [[item for item in row if item.x0 >= gutter[0]] for row in rows]
    if _is_table(left, right):
        yield make_table(rows)
        return
    yield from _split([row for row in left if row], depth + 1)
    yield from _split([row for row in right if row], depth + 1)


def _is_table(left: list[Row], right: list[Row]) -> bool:
    """Tell whether two sides are cells of the same rows, and not columns of running text."""
    both = sum(1 for first, second in zip(left, right, strict=True) if first and second)
    fewest, most = sorted((sum(map(bool, left)), sum(map(bool, right))))
    # A few lines in the margin beside a column of text are no cells.
    if fewest < _MARGIN * most or both < 2 or both < _ALIGNED * fewest:
        return False
    chars = min(count_chars(left), count_chars(right))
    if both >= _PAIRED * most and chars < _CELL_CHARS:
        return True
    full = _FULL if chars < _LINE_CHARS else _FULL_LINE
    return min(measure_fill(left), measure_fill(right)) < full


def make_table(rows: list[Row]) -> Region:
    """Give rows as a table, with the white strips between its columns."""
    segments = [segment for row in rows for segment in row]
    left, right = min(item.x0 for item in segments), max(item.x1 for item in segments)
    size = median(item.size for item in segments)
    # A strip that no cell crosses is sure; where a wide heading crosses all, a few may.
    found = [
        tuple(
            strip
            for strip, _ in find_strips(segments, left, right, limit)
            if strip[1] - strip[0] >= _THINNEST * size and left < strip[0] and strip[1] < right
        )
        for limit in (0, max(1, int(_CROSSED * len(rows))))
    ]
    return Region(rows, left, right, max(found, key=len))


def make_region(rows: list[Row]) -> Region:
    """Give rows as running text of one column."""
    segments = [segment for row in rows for segment in row]
    return Region(rows, min(item.x0 for item in segments), max(item.x1 for item in segments))
