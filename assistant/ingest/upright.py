"""Text that runs up or down a page: letters under each other, apart from the lines of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.ingest.glyphs import Segment

_LEAST = 4
_LONGEST = 2
"""A piece of upright text has at most so many signs."""
_STEP = 2.2
"""Heights: letters of one text are no further apart, a blank between words included."""
_BLANK = 0.15
"""Type sizes: letters so much further apart than the others are of two words."""
_OVERLAP = 0.5


def part_upright(segments: Sequence[Segment]) -> tuple[list[Segment], list[Segment]]:
    """Give the segments of the lines of a page, and its upright texts, each as one segment.

    The segments are in the order of the file.
    """
    lines: list[Segment] = []
    upright: list[Segment] = []
    for run in _find_runs(segments):
        letters = {one.text for one in run}
        if (
            len(run) >= _LEAST
            and len(letters) > 2
            and sum(text.isalpha() for text in letters) > len(letters) / 2
        ):
            upright.append(_join(run))
        else:
            lines.extend(run)
    return lines, upright


def _find_runs(segments: Sequence[Segment]) -> Iterator[list[Segment]]:
    run: list[Segment] = []
    for segment in segments:
        if run and not _follows(run, segment):
            yield run
            run = []
        run.append(segment)
    if run:
        yield run


def _follows(run: list[Segment], segment: Segment) -> bool:
    last = run[-1]
    if len(last.text) > _LONGEST or len(segment.text) > _LONGEST:
        return False
    overlap = min(last.x1, segment.x1) - max(last.x0, segment.x0)
    if overlap < _OVERLAP * min(last.x1 - last.x0, segment.x1 - segment.x0):
        return False
    step = segment.top - last.top
    height = max(last.bottom - last.top, segment.bottom - segment.top, segment.x1 - segment.x0)
    same_way = len(run) < 2 or (step > 0) == (last.top > run[-2].top)
    return same_way and 0 < abs(step) <= _STEP * height


def _join(run: list[Segment]) -> Segment:
    """Give the letters as one segment; more room than between most of them is a blank."""
    gaps = [max(after.top - before.bottom, before.top - after.bottom) for before, after in pairwise(run)]
    size = max(one.x1 - one.x0 for one in run)
    most = sorted(gaps)[len(gaps) // 2] + _BLANK * size
    text = run[0].text
    for gap, after in zip(gaps, run[1:], strict=True):
        text += f"{' ' if gap > most else ''}{after.text}"
    return Segment(
        text,
        min(one.x0 for one in run),
        min(one.top for one in run),
        max(one.x1 for one in run),
        max(one.bottom for one in run),
        size,
        run[0].bold,
        (),
        tuple(word for one in run for word in one.words),
    )
