"""The reading order of a page: columns by their white gutters, tables by their aligned cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from assistant.ingest.glyphs import Segment
from assistant.ingest.rows import Row, find_rows
from assistant.ingest.shapes import is_timed

Gutter = tuple[float, float]

_BIN = 2.0
"""Points: the width of a strip in which text is counted when gutters are looked for."""
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
_BESIDE = 0.35
"""The words in a margin are at most this share of the lines beside them."""
_NARROW = 0.5
"""A margin is at most this share of the width of the text; a wider one is a short column."""
_LEAST_BODY = 5
_BODY_CHARS = 35
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
    margin = _find_margin(rows) if depth < _DEEPEST else None
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


def _find_margin(rows: Sequence[Row]) -> Gutter | None:
    """Find the strip between running text and a few words in the margin beside it."""
    segments = [segment for row in rows for segment in row]
    if len(segments) < 2 * _LEAST_LINES:
        return None
    left, right = min(item.x0 for item in segments), max(item.x1 for item in segments)
    size = median(item.size for item in segments)
    for gutter, _ in find_strips(segments, left, right, 0):
        sides = _part_sides(segments, gutter)
        few, many = sorted(sides, key=len)
        if not few or gutter[1] - gutter[0] < _NARROWEST * size or len(few) > _BESIDE * len(many):
            continue
        body = [[item] for item in many]
        beside = min(one.top for one in many) <= min(one.top for one in few) + size
        narrow = _measure_width(few) <= _NARROW * _measure_width(many)
        if not beside or not narrow or len(many) < _LEAST_BODY:
            continue
        if _count_chars(body) >= _BODY_CHARS and _measure_fill(body) >= _FULL:
            return gutter
    return None


def _measure_width(segments: Sequence[Segment]) -> float:
    return max(one.x1 for one in segments) - min(one.x0 for one in segments)


def _part_sides(segments: Sequence[Segment], gutter: Gutter) -> tuple[list[Segment], list[Segment]]:
    middle = (gutter[0] + gutter[1]) / 2
    return [one for one in segments if one.x1 <= middle], [one for one in segments if one.x1 > middle]


def _split_margin(rows: list[Row], gutter: Gutter, depth: int) -> Iterator[Region]:
    """Give the text with what stands in its margin: headings at their height, other words apart.

    Words beside the upper half of the text come before it, those lower down after it.
    """
    middle = (gutter[0] + gutter[1]) / 2
    left = [part for row in rows if (part := [one for one in row if one.x1 <= middle])]
    right = [part for row in rows if (part := [one for one in row if one.x1 > middle])]
    few, many = (left, right) if _count(left) < _count(right) else (right, left)
    groups = list(_group_lines(few))
    if few is left and all(one.bold for row in few for one in row):
        for group, following in zip(groups, [*groups[1:], None], strict=True):
            top, end = group[0][0].top - _BIN, following[0][0].top - _BIN if following else 1e9
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


def _count(rows: Sequence[Row]) -> int:
    return sum(len(row) for row in rows)


def _group_lines(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Give the rows in groups without much room between their lines."""
    group: list[Row] = []
    for row in rows:
        if group and row[0].top - group[-1][0].bottom > row[0].size:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


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


def find_strips(
    segments: Sequence[Segment], left: float, right: float, most: int
) -> Iterator[tuple[Gutter, float]]:
    """Give the strips that at most `most` segments cross, with the mean number of them."""
    bins = [0] * (int((right - left) / _BIN) + 2)
    for segment in segments:
        first, last = int((segment.x0 - left) / _BIN), int((segment.x1 - left) / _BIN)
        bins[first] += 1
        bins[last + 1] -= 1
    level, start, total = 0, -1, 0
    for place, change in enumerate(bins):
        level += change
        if level <= most and place < len(bins) - 1:
            start, total = (place, level) if start < 0 else (start, total + level)
        elif start >= 0:
            yield (left + start * _BIN, left + place * _BIN), total / (place - start)
            start = -1


def _has_sides(segments: Sequence[Segment], gutter: Gutter, size: float) -> bool:
    """Tell whether text stands on both sides, beside each other for some lines at least."""
    before = [item for item in segments if item.x1 <= gutter[0] + _BIN]
    after = [item for item in segments if item.x0 >= gutter[1] - _BIN]
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
        crosses = any(item.x0 < gutter[0] - _BIN and item.x1 > gutter[1] + _BIN for item in row)
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
    chars = min(_count_chars(left), _count_chars(right))
    if both >= _PAIRED * most and chars < _CELL_CHARS:
        return True
    full = _FULL if chars < _LINE_CHARS else _FULL_LINE
    return min(_measure_fill(left), _measure_fill(right)) < full


def _count_chars(rows: list[Row]) -> float:
    """Give the mean length of the lines."""
    lengths = [sum(len(item.text) for item in row) for row in rows if row]
    return sum(lengths) / len(lengths)


def _measure_fill(rows: list[Row]) -> float:
    """Give which part of the column's width its lines fill, on average."""
    filled = [row for row in rows if row]
    left = min(row[0].x0 for row in filled)
    right = max(row[-1].x1 for row in filled)
    widths = [sum(item.x1 - item.x0 for item in row) for row in filled]
    return sum(widths) / len(widths) / max(1.0, right - left)


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
