"""The year of a date that does not state one, from the nearest sure context.

In order: the same day with its year elsewhere in the text; a date with a year in the same sentence;
the heading of a chronicle above it; the document's date together with the tense of the sentence; a date with a year in the sentence
before. What is left open stays open (`XXXX-01-30`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum

from assistant.extract.dates.anchors import Anchor
from assistant.extract.dates.numerals import make_date
from assistant.extract.dates.periods import find_holiday
from assistant.extract.dates.points import Point
from assistant.extract.dates.tense import find_tense

_CHRONICLE = 3
"""Headings that are years from which a text is a chronicle."""
_BELOW = 1_000
"""Characters below such a heading that still tell of its year."""
WINDOW = 300
"""Characters to each side in which a sentence is looked for; keeps the work linear."""
_ASIDE = re.compile(
    r", (?:dat|die|waar\w*) [^,;]{3,100}, (?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|zal|ging|gaat|stopt|stopte|"
    r"verdwijnt|verdween|loopt|liep|eindigt|eindigde)\b[^,;]*$"
)
"""A relative clause that is closed, and the verb of the sentence behind it."""
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])|\n\s*\n|\n\s*[•*#-]")


class Lean(Enum):
    """Which side of the document's date an expression itself points to."""

    NONE = "none"
    AHEAD = "ahead"
    """A bound looks ahead where no tense tells: "voor 1 juli"."""
    BEHIND = "behind"
    """ "Sinds augustus" lies behind, whatever the tense."""
    HERE = "here"
    """ "Na half mei" lies in the document's own year."""


@dataclass(slots=True)
class KnownDates:
    """The dates of a text that state their year, by place; `add` them in order."""

    starts: list[int] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    days: dict[tuple[int, int], set[int]] = field(default_factory=lambda: defaultdict(set))
    headings: list[tuple[int, int]] = field(default_factory=list)
    """Place and year of the headings of a chronicle: years with a paragraph of their own."""

    def add(self, start: int, point: Point) -> None:
        """Remember a date with its year."""
        self.starts.append(start)
        self.points.append(point)
        if point.month and point.day and point.year:
            self.days[point.month, point.day].add(point.year)

    def add_heading(self, start: int, year: int) -> None:
        """Remember a year that stands alone above what happened in it."""
        self.headings.append((start, year))

    def heading_above(self, place: int) -> int | None:
        """Give the year of the chronicle's heading that `place` stands below, if it is near."""
        if len(self.headings) < _CHRONICLE:
            return None
        index = bisect_left(self.headings, (place, 0)) - 1
        start, year = self.headings[index]
        return year if index >= 0 and place - start <= _BELOW else None

    def between(self, first: int, last: int) -> list[Point]:
        """Give the points that begin in `[first, last)`."""
        return self.points[bisect_left(self.starts, first) : bisect_right(self.starts, last - 1)]


def find_sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Give roughly the bounds of the sentence around `[start, end)`, at most `WINDOW` to each side."""
    left = max(0, start - WINDOW)
    for match in _SENTENCE_END.finditer(text, left, start + 1):
        left = match.end()
    behind = _SENTENCE_END.search(text, end, end + WINDOW)
    return left, behind.start() if behind else min(len(text), end + WINDOW)


def find_year(
    point: Point,
    place: tuple[int, int],
    text: str,
    known: KnownDates,
    anchor: Anchor | None,
    *,
    lean: Lean = Lean.NONE,
) -> tuple[int | None, bool]:
    """Give the year of a point at `place`, and whether it was taken from the document's date.

    `lean` is what the words of the expression say of its side where no tense tells.
    """
    start, end = place
    same_day = known.days.get((point.month or 0, point.day or 0), set())
    if len(same_day) == 1:
        return next(iter(same_day)), False
    first, last = find_sentence(text, start, end)
    year = _year_beside(point, known, text, (first, start, last))
    year = year or (known.heading_above(start) if lean is Lean.NONE else None)
    if year:
        return year, False
    if anchor:
        tense = -1 if lean is Lean.BEHIND else find_tense(text, first, last) or int(lean is Lean.AHEAD)
        year = _year_by_anchor(point, anchor, tense)
        if year is None and lean is Lean.HERE and not point.holiday:
            year = anchor.year
        return (_leap_year(year, tense) if year and (point.month, point.day) == (2, 29) else year), True
    before = known.between(max(0, first - WINDOW), first)
    if before and before[-1].year and _follows(before[-1], point):
        return before[-1].year, False
    return None, False


def _leap_year(year: int, tense: int) -> int:
    """Give the leap year at or before `year`, or at or after it for the future."""
    while make_date(year, 2, 29) is None:
        year += 1 if tense > 0 else -1
    return year


def _year_beside(point: Point, known: KnownDates, text: str, place: tuple[int, int, int]) -> int | None:
    """Give the year of a date in the same sentence: the last before, or the first behind.

    A year in a relative clause that is closed before the date is of something else: "dat in 2021 begon, is in juni gestopt".
    """
    first, start, last = place
    before = known.between(first, start)
    aside = before and before[-1].month is None and _ASIDE.search(text, first, start)
    if before and _follows(before[-1], point) and not before[-1].last_year and not aside:
        return before[-1].year
    behind = known.between(start + 1, last)
    if behind and behind[0].month and _follows(point, behind[0]) and behind[0].part is None:
        return behind[0].year
    return None


def _follows(early: Point, late: Point) -> bool:
    """Tell whether `late` can lie in the same year as `early`, at or after it."""
    if early.month is None or late.month is None:
        return early.part is None and early.cycle is None
    return (early.month, early.day or 0) <= (late.month, late.day or 31)


def _month_day(point: Point, anchor: Anchor) -> tuple[int, int]:
    if point.holiday:
        day = find_holiday(point.holiday, anchor.year)
        return (day.month, day.day) if day else (1, 1)
    if point.month:
        return point.month, point.day or 0
    if point.cycle:
        return {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}[point.cycle], 0
    return max(1, min(12, ((point.week or 1) * 7) // 31 + 1)), 0


def _year_by_anchor(point: Point, anchor: Anchor, tense: int) -> int | None:
    """Give the year that fits the tense; without a tense only for what is not after the document."""
    if point.weekday is not None and point.month and point.day:
        days = [
            make_date(year, point.month, point.day)
            for year in (anchor.year - 1, anchor.year, anchor.year + 1)
        ]
        fitting = [day.year for day in days if day and day.weekday() == point.weekday]
        if len(fitting) == 1:
            return fitting[0]
    month, day = _month_day(point, anchor)
    if anchor.month is None or (point.holiday and tense == 0):
        return None
    now = (anchor.month, anchor.day or 31)
    earlier = (month, day) <= now
    if month == anchor.month and (tense == 0 or not day or anchor.day is None):
        return anchor.year
    if tense < 0:
        return anchor.year if earlier else anchor.year - 1
    if tense > 0:
        return anchor.year + 1 if earlier else anchor.year
    return anchor.year if earlier else None
