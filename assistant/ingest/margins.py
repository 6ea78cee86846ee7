"""Words in the margin of a page: a few short lines beside a column of running text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from assistant.ingest.glyphs import Segment
from assistant.ingest.rows import Row
from assistant.ingest.strips import Gutter, count_chars, find_strips, measure_fill

_LEAST_PIECES = 6
_NARROWEST = 0.7
"""The strip beside a margin is at least so many times the type size wide."""
_BESIDE = 0.35
"""The words in a margin are at most this share of the lines beside them."""
_NARROW = 0.5
"""A margin is at most this share of the width of the text; a wider one is a short column."""
_LEAST_BODY = 5
_BODY_CHARS = 35
_FULL = 0.62
"""Lines of running text fill at least this part of their column."""


def find_margin(rows: Sequence[Row]) -> Gutter | None:
    """Find the strip between running text and a few words in the margin beside it."""
    segments = [segment for row in rows for segment in row]
    if len(segments) < _LEAST_PIECES:
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
        if count_chars(body) >= _BODY_CHARS and measure_fill(body) >= _FULL:
            return gutter
    return None


def _measure_width(segments: Sequence[Segment]) -> float:
    return max(one.x1 for one in segments) - min(one.x0 for one in segments)


def _part_sides(segments: Sequence[Segment], gutter: Gutter) -> tuple[list[Segment], list[Segment]]:
    middle = (gutter[0] + gutter[1]) / 2
    return [one for one in segments if one.x1 <= middle], [one for one in segments if one.x1 > middle]


def group_lines(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Give the rows in groups without much room between their lines."""
    group: list[Row] = []
    for row in rows:
        if group and row[0].top - group[-1][0].bottom > row[0].size:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def count_pieces(rows: Sequence[Row]) -> int:
    """Give how many segments some rows have."""
    return sum(len(row) for row in rows)
