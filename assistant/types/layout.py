"""Where words stand on the pages of a document."""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.types.span import Span

_STEP = 0.1
"""Points: coordinates are kept to a tenth of a point (0.04 mm)."""
_FURTHEST = 0xFFFF
_COUNT_BYTES = 4
_COLUMNS = "IHHHHHH"
"""Start, length, page, x0, top, x1, bottom: one column each, little-endian."""
_SAME_LINE = 0.5
_WIDEST_GAP = 2.0
"""Words on one line further apart than this times their height are in different columns."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page (from 1), in points from the top left corner of the page as it is shown."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text, or the part of it that stands on one line, with its place."""

    span: Span
    box: Box


Place = tuple[int, int, int, float, float, float, float]
"""The same as plain numbers, for the many of a long document: start, end, page, x0, top, x1, bottom."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the words of a document stand.

    `sizes` are width and height in points of each page as it is shown. `packed` holds the words
    in the order of the text; `Layout.pack` makes it.
    """

    sizes: tuple[tuple[float, float], ...]
    packed: bytes

    @classmethod
    def pack(cls, sizes: Iterable[tuple[float, float]], words: Iterable[Word]) -> Layout:
        """Give the layout of words; they may come in any order."""
        return cls.pack_places(
            sizes,
            (
                (word.span.start, word.span.end, box.page, box.x0, box.top, box.x1, box.bottom)
                for word in words
                if word.span
                for box in (word.box,)
            ),
        )

    @classmethod
    def pack_places(cls, sizes: Iterable[tuple[float, float]], places: Iterable[Place]) -> Layout:
        """Give the layout of places; they may come in any order."""
        rows = sorted(places)
        starts, ends, pages, *edges = zip(*rows, strict=True) if rows else ((),) * len(_COLUMNS)
        lengths = [min(end - start, _FURTHEST) for start, end in zip(starts, ends, strict=True)]
        columns = [starts, lengths, pages, *map(_round, edges)]
        parts = [
            struct.pack(f"<{len(rows)}{kind}", *column)
            for kind, column in zip(_COLUMNS, columns, strict=True)
        ]
        return cls(tuple(sizes), zlib.compress(struct.pack("<I", len(rows)) + b"".join(parts), 6))

    def words(self) -> list[Word]:
        """Give all words with their boxes, in the order of the text."""
        columns = _unpack(self.packed)
        return [_make_word(columns, place) for place in range(len(columns[0]))]

    def boxes_of(self, span: Span) -> tuple[Box, ...]:
        """Give the boxes of a stretch of text, one for each line that it touches, in order.

        A word of which only a part is meant gives that share of its width.
        """
        columns = _unpack(self.packed)
        starts = columns[0]
        boxes: list[Box] = []
        # The word before the first one that begins in the span may reach into it.
        for place in range(max(0, bisect_left(starts, span.start) - 1), bisect_left(starts, span.end)):
            word = _make_word(columns, place)
            if word.span.overlaps(span):
                _extend(boxes, _cut(word, span))
        return tuple(boxes)


@lru_cache(maxsize=8)
def _unpack(packed: bytes) -> tuple[array[int], ...]:
    """Give the columns; the last ones stay, because the quotations of an answer share a few documents."""
    raw = memoryview(zlib.decompress(packed))
    (count,) = struct.unpack_from("<I", raw)
    offset = _COUNT_BYTES
    columns = []
    for kind in _COLUMNS:
        column = array(kind)
        size = count * column.itemsize
        column.frombytes(raw[offset : offset + size])
        if sys.byteorder == "big":
            column.byteswap()
        columns.append(column)
        offset += size
    return tuple(columns)


def _make_word(columns: Sequence[array[int]], place: int) -> Word:
    start, length, page, x0, top, x1, bottom = (column[place] for column in columns)
    return Word(Span(start, start + length), Box(page, x0 * _STEP, top * _STEP, x1 * _STEP, bottom * _STEP))


def _round(edges: Sequence[float]) -> list[int]:
    """Give coordinates in steps, those beyond what a column can hold at its ends."""
    if edges and (min(edges) < 0 or max(edges) > _FURTHEST * _STEP):
        edges = [min(_FURTHEST * _STEP, max(0.0, edge)) for edge in edges]
    return [round(edge / _STEP) for edge in edges]


def _cut(word: Word, span: Span) -> Box:
    box, whole = word.box, len(word.span)
    before = max(0, span.start - word.span.start) / whole
    after = max(0, word.span.end - span.end) / whole
    width = box.x1 - box.x0
    return Box(box.page, box.x0 + before * width, box.top, box.x1 - after * width, box.bottom)


def _extend(boxes: list[Box], box: Box) -> None:
    """Add a box, joined to the last one when it goes on with its line."""
    last = boxes[-1] if boxes else None
    if last is not None and _goes_on(last, box):
        top, bottom = min(last.top, box.top), max(last.bottom, box.bottom)
        boxes[-1] = Box(box.page, min(last.x0, box.x0), top, max(last.x1, box.x1), bottom)
    else:
        boxes.append(box)


def _goes_on(last: Box, box: Box) -> bool:
    if last.page != box.page:
        return False
    height = max(0.1, min(last.bottom - last.top, box.bottom - box.top))
    overlap = min(last.bottom, box.bottom) - max(last.top, box.top)
    return overlap >= _SAME_LINE * height and -height <= box.x0 - last.x1 <= _WIDEST_GAP * height
