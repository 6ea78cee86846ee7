"""What character recognition saw of a page, as the segments that the reading order works on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

from assistant.ingest.glyphs import PlacedWord, Segment
from assistant.ingest.reading import Piece
from assistant.ingest.slips import mend_doubtful
from assistant.ingest.tesseract import TextLine, Word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_GAP = 0.9
"""A blank of so many times the type size parts two columns or cells, as in `glyphs.py`."""
_TYPE_BOX = 1.15
"""The box of a type is so many times as high as what Tesseract measures of its letters."""
_DOUBTFUL_SPECK = 0.8
"""A sign by itself, or signs without letter or digit, under this confidence are dirt."""
_DOUBTFUL_WORD = 0.25
_DOUBTFUL_LINE = 0.45
"""A line whose letters are less sure than this on average is a picture, a signature or a stamp."""
_TIGHT = 0.12
"""Signs closer together than this times the type size are of one word (blanks are 0.25 and more)."""
_CUT = re.compile(r"(?:\d[.,:-]?|['’])$")
_LEAST_WORDS = 5
_STEEPEST = 0.1
_HEAVY = 1.3
"""Letters with strokes so many times as wide as those of the body are bold."""


@dataclass(frozen=True, slots=True)
class Tilt:
    """How the upright page that was read lies on the page as it is shown.

    `turn` is the quarter turn, clockwise, in degrees; `slope` what is left of it, as dy / dx;
    `width` and `height` are those of the upright page, in points.
    """

    turn: int
    slope: float
    width: float
    height: float

    def straighten(self, x: float, y: float) -> tuple[float, float]:
        """Give the place of a point of the upright page when its lines are made level."""
        dx, dy = x - self.width / 2, y - self.height / 2
        return x + self.slope * dy, y - self.slope * dx

    def restore(self, piece: Piece) -> Piece:
        """Give the piece where it stands on the page as it is shown."""
        x, y = (piece.x0 + piece.x1) / 2, (piece.top + piece.bottom) / 2
        dx, dy = -self.slope * (y - self.height / 2), self.slope * (x - self.width / 2)
        x0, x1, top, bottom = piece.x0 + dx, piece.x1 + dx, piece.top + dy, piece.bottom + dy
        if self.turn == 90:
            x0, x1, top, bottom = top, bottom, self.width - x1, self.width - x0
        elif self.turn == 180:
            x0, x1, top, bottom = self.width - x1, self.width - x0, self.height - bottom, self.height - top
        elif self.turn == 270:
            x0, x1, top, bottom = self.height - bottom, self.height - top, x0, x1
        return Piece(piece.text, piece.page, x0, top, x1, bottom)


def find_tilt(lines: Sequence[TextLine], turn: int, width: float, height: float) -> Tilt:
    """Give the tilt of a page from the slopes of its longer lines."""
    slopes = sorted(line.slope for line in lines if len(line.words) >= _LEAST_WORDS)
    slope = median(slopes) if slopes else 0.0
    return Tilt(turn, slope if abs(slope) <= _STEEPEST else 0.0, width, height)


def keep_readable(lines: Iterable[TextLine], *, least: float = 0.0) -> list[TextLine]:
    """Give the level lines and the words that are text, and no dirt, picture or signature, mended.

    Words under the confidence `least` are dropped too.
    """
    kept = []
    for line in lines:
        if not line.level:
            continue
        readable = (word for word in line.words if _is_readable(word) and word.confidence >= least)
        words = tuple(map(_mend, _rejoin(readable, line.size)))
        if words and measure_confidence(words) >= _DOUBTFUL_LINE:
            kept.append(TextLine(words, line.size, line.slope))
    return kept


def _is_readable(word: Word) -> bool:
    letters = sum(sign.isalnum() for sign in word.text)
    if not letters or len(word.text) == 1:
        return word.confidence >= _DOUBTFUL_SPECK or word.text.isdecimal()
    return word.confidence >= _DOUBTFUL_WORD


def _rejoin(words: Iterable[Word], size: float) -> list[Word]:
    """Give the words with numbers and apostrophes that were torn apart ("150. 000", "regio’ s") whole."""
    whole: list[Word] = []
    for word in words:
        before = whole[-1] if whole else None
        close = before is not None and abs(word.x0 - before.x1) < _TIGHT * size
        if before is not None and close and _CUT.search(before.text) and word.text[0].isalnum():
            whole[-1] = Word(
                before.text + word.text,
                before.x0,
                min(before.top, word.top),
                word.x1,
                max(before.bottom, word.bottom),
                min(before.confidence, word.confidence),
            )
        else:
            whole.append(word)
    return whole


def _mend(word: Word) -> Word:
    return replace(word, text=mend_doubtful(word.text, word.confidence))


def measure_confidence(words: Iterable[Word]) -> float:
    """Give the mean confidence in [0, 1], each word counted by its length; 0 without words."""
    total = count = 0.0
    for word in words:
        total += word.confidence * len(word.text)
        count += len(word.text)
    return total / count if count else 0.0


def make_segments(
    lines: Sequence[TextLine], scale: float, tilt: Tilt, grey: NDArray[np.uint8]
) -> list[Segment]:
    """Give the segments of a page, level and in points; `scale` is pixels per point."""
    runs = [(run, line.size) for line in lines for run in _split_line(line)]
    strokes = [_measure_stroke(run, grey) / size for run, size in runs]
    signs = [sum(len(word.text) for word in run) for run, _ in runs]
    body = _find_middle(strokes, signs)
    return [
        _make_segment(run, size / scale, scale, tilt, bold=stroke > _HEAVY * body)
        for (run, size), stroke in zip(runs, strokes, strict=True)
    ]


def _split_line(line: TextLine) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in sorted(line.words, key=lambda item: item.x0):
        if run and word.x0 - run[-1].x1 > _GAP * line.size:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _make_segment(run: Sequence[Word], size: float, scale: float, tilt: Tilt, *, bold: bool) -> Segment:
    """Give a run as a segment; its height is that of its type, as letters without tails tell it too low."""
    x0, x1 = run[0].x0 / scale, run[-1].x1 / scale
    middle = median((word.top + word.bottom) / 2 for word in run) / scale
    cx, cy = tilt.straighten((x0 + x1) / 2, middle)
    half, tall = (x1 - x0) / 2, size * _TYPE_BOX
    text = " ".join(word.text for word in run)
    top, bottom = cy - tall / 2, cy + tall / 2
    places = tuple(_place_word(word, scale, tilt, top, bottom) for word in run)
    return Segment(text, cx - half, top, cx + half, bottom, tall, bold, words=places)


def _place_word(word: Word, scale: float, tilt: Tilt, top: float, bottom: float) -> PlacedWord:
    middle, _ = tilt.straighten((word.x0 + word.x1) / 2 / scale, (word.top + word.bottom) / 2 / scale)
    half = (word.x1 - word.x0) / 2 / scale
    return word.text, round(middle - half, 1), round(top, 1), round(middle + half, 1), round(bottom, 1)


def _measure_stroke(run: Sequence[Word], grey: NDArray[np.uint8]) -> float:
    """Give the mean width in pixels of the strokes of some words: of the dark runs on each row."""
    import numpy as np

    dark = starts = 0
    for word in run:
        cut = grey[int(word.top) : int(word.bottom) + 1, int(word.x0) : int(word.x1) + 1]
        if not cut.size:
            continue
        low, high = np.percentile(cut, (2, 98))
        ink = cut < (low + high) / 2
        if 2 * ink.mean() > 1:  # light letters on a dark ground
            ink = ~ink
        dark += int(ink.sum())
        starts += int((ink[:, 1:] & ~ink[:, :-1]).sum()) + int(ink[:, 0].sum())
    return dark / starts if starts else 0.0


def _find_middle(values: Sequence[float], weights: Sequence[int]) -> float:
    """Give the weighted median; 0 without values."""
    left = sum(weights) / 2
    for value, weight in sorted(zip(values, weights, strict=True)):
        left -= weight
        if left <= 0:
            return value
    return 0.0
