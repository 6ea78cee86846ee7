"""Segments side by side on one line of a page: which belong to one text, and which are apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.ingest.glyphs import Segment
from assistant.ingest.shapes import find_item_mark

Row = list[Segment]

_MARK_GAP = 6.0
"""A bullet or number stands at most so many type sizes before its text."""
_TOUCHING = 0.12
"""Type sizes: signs closer together are of one word."""
_BLANK = 0.35
"""Type sizes: pieces closer together have one blank between them."""
_NUMBERED = re.compile(r"\d{1,3}(?:\.\d{1,2})*\.?\s?[-–—./]*")
_NOTE_GAP = 1.5
_LIFT = 0.1
_WIDE_BLANK = 1.6
"""Type sizes: in a justified line a blank may be this wide; a wider one must prove itself."""
_EVEN = 1.5
_NEAR = 2.2
"""Rows at most so many type sizes apart, per row, are of one text."""
_EDGE = 3.0


def find_rows(segments: Sequence[Segment]) -> list[Row]:
    """Give the segments row by row, each from left to right; those of one text are joined."""
    rows = [[*_join_marks(row)] for row in _group(segments)]
    return [_join_stretched(rows, place) for place in range(len(rows))]


def join_touching(segments: Sequence[Segment]) -> list[Segment]:
    """Give the segments with those joined that the file has apart but the page has as one.

    A sign right behind a word, a raised number behind a word (a footnote's mark) and a raised
    number before a text (a footnote's own).
    """
    return [segment for row in _group(segments) for segment in _join_close(row)]


def _group(segments: Sequence[Segment]) -> list[Row]:
    rows: list[Row] = []
    for segment in sorted(segments, key=lambda item: (item.top + item.bottom, item.x0)):
        if rows and _on_row(rows[-1], segment):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda item: item.x0) for row in rows]


def _on_row(row: Row, segment: Segment) -> bool:
    other = max(row[-2:], key=lambda item: item.bottom - item.top)
    overlap = min(other.bottom, segment.bottom) - max(other.top, segment.top)
    return overlap >= 0.5 * min(other.bottom - other.top, segment.bottom - segment.top)


def _join_close(row: Row) -> Row:
    joined: Row = []
    for segment in row:
        before = joined[-1] if joined else None
        gap = segment.x0 - before.x1 if before else 0.0
        if before is None or gap < -0.5 * segment.size:
            joined.append(segment)
        elif _is_raised(segment, before) and gap < 0.5 * before.size:
            joined[-1] = replace(before, x1=segment.x1, marks=(*before.marks, segment.text))
        elif _is_raised(before, segment) and gap < _NOTE_GAP * segment.size:
            joined[-1] = merge(before, segment, " ")
        elif gap < _BLANK * min(before.size, segment.size):
            glue = "" if gap < _TOUCHING * segment.size else " "
            joined[-1] = merge(before, segment, glue)
        else:
            joined.append(segment)
    return joined


def _is_raised(mark: Segment, text: Segment) -> bool:
    """Tell whether `mark` is a small number above the foot of `text`."""
    small = mark.size < 0.95 * text.size and mark.bottom < text.bottom - _LIFT * text.size
    return small and len(mark.text) <= 3 and mark.text.isdecimal()


def merge(left: Segment, right: Segment, glue: str) -> Segment:
    """Give two segments as one, in the type of the longer text."""
    main = max((left, right), key=lambda item: len(item.text))
    return Segment(
        f"{left.text}{glue}{right.text}",
        left.x0,
        min(left.top, right.top),
        max(left.x1, right.x1),
        max(left.bottom, right.bottom),
        main.size,
        main.bold,
        (*left.marks, *right.marks),
        (*left.words, *right.words),
    )


def _join_marks(row: Row) -> Row:
    joined: Row = []
    for segment in row:
        before = joined[-1] if joined else None
        # A dash right behind other text is the end of a line, and no mark of what follows.
        free = len(joined) < 2 or before is None or before.x0 - joined[-2].x1 > 1.5 * segment.size
        near = before is not None and segment.x0 - before.x1 < _MARK_GAP * segment.size
        if before is not None and free and near and _is_mark(before.text, first=len(joined) == 1):
            # The text, not its bullet, has the type of the line.
            joined[-1] = replace(merge(before, segment, "  "), size=segment.size, bold=segment.bold)
        else:
            joined.append(segment)
    return joined


def _is_mark(text: str, *, first: bool) -> bool:
    """Tell whether a segment is a bullet, or the number of an item or a heading.

    A bare number is one only where it is `first` on its line: elsewhere it is a cell of a table.
    """
    if len(text) > 7:
        return False
    if find_item_mark(f"{text} X") > len(text):
        return True
    numbered = _NUMBERED.fullmatch(text)
    return numbered is not None and (first or not text.isdecimal())


def _join_stretched(rows: Sequence[Row], place: int) -> Row:
    """Give a row with the wide blanks of a justified line closed.

    Between columns the lines above and below have a gap at the same place; where they have text
    instead, the gap is a blank of this line alone.
    """
    row = rows[place]
    if len(row) < 2:
        return row
    near = [rows[other] for other in _find_near(rows, place)]
    chains: list[Row] = [[row[0]]]
    for before, after in pairwise(row):
        if _is_covered(before, after, near):
            chains[-1].append(after)
        else:
            chains.append([after])
    ends = [segment.x1 for other in near for segment in other]
    return [part for chain in chains for part in _close(chain, ends)]


def _find_near(rows: Sequence[Row], place: int) -> list[int]:
    size = rows[place][0].size
    return [
        other
        for other in range(max(0, place - 2), min(len(rows), place + 3))
        if other != place and abs(rows[other][0].top - rows[place][0].top) < _NEAR * size * abs(other - place)
    ]


def _is_covered(before: Segment, after: Segment, near: Sequence[Row]) -> bool:
    """Tell whether more of the rows nearby have text at the gap than have a gap there."""
    size, wide = max(before.size, after.size), after.x0 - before.x1
    covers = gaps = 0
    for row in near:
        covers += any(item.x0 < before.x1 - size and item.x1 > after.x0 + size for item in row)
        gaps += any(
            min(right.x0, after.x0) - max(left.x1, before.x1) >= 0.5 * wide for left, right in pairwise(row)
        )
    return covers > gaps


def _close(chain: Row, ends: Sequence[float]) -> Row:
    gaps = [after.x0 - before.x1 for before, after in pairwise(chain)]
    size = max(item.size for item in chain)
    narrow = all(gap <= _WIDE_BLANK * size for gap in gaps)
    even = len(gaps) > 1 and max(gaps) <= _EVEN * min(gaps)
    full = any(abs(end - chain[-1].x1) < _EDGE for end in ends)
    if not (narrow or even or full):
        return chain
    whole = chain[0]
    for segment in chain[1:]:
        whole = merge(whole, segment, " ")
    return [whole]
