"""White strips down a page, and how the lines beside them fill their columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.ingest.glyphs import Segment
from assistant.ingest.rows import Row

Gutter = tuple[float, float]

BIN = 2.0
"""Points: the width of a strip in which text is counted when gutters are looked for."""


def find_strips(
    segments: Sequence[Segment], left: float, right: float, most: int
) -> Iterator[tuple[Gutter, float]]:
    """Give the strips that at most `most` segments cross, with the mean number of them."""
    bins = [0] * (int((right - left) / BIN) + 2)
    for segment in segments:
        first, last = int((segment.x0 - left) / BIN), int((segment.x1 - left) / BIN)
        bins[first] += 1
        bins[last + 1] -= 1
    level, start, total = 0, -1, 0
    for place, change in enumerate(bins):
        level += change
        if level <= most and place < len(bins) - 1:
            start, total = (place, level) if start < 0 else (start, total + level)
        elif start >= 0:
            yield (left + start * BIN, left + place * BIN), total / (place - start)
            start = -1


def count_chars(rows: list[Row]) -> float:
    """Give the mean length of the lines."""
    lengths = [sum(len(item.text) for item in row) for row in rows if row]
    return sum(lengths) / len(lengths)


def measure_fill(rows: list[Row]) -> float:
    """Give which part of the column's width its lines fill, on average."""
    filled = [row for row in rows if row]
    left = min(row[0].x0 for row in filled)
    right = max(row[-1].x1 for row in filled)
    widths = [sum(item.x1 - item.x0 for item in row) for row in filled]
    return sum(widths) / len(widths) / max(1.0, right - left)
