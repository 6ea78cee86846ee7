"""Phrases become values: shared parts filled in, years found, relative points anchored."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from assistant.extract.dates import periods
from assistant.extract.dates.anchors import Anchor, fix_relative, measure_from
from assistant.extract.dates.periods import fix_point, join_periods, span_days
from assistant.extract.dates.points import Form, Period, Phrase, Point, Relative, Step
from assistant.extract.dates.tense import find_tense
from assistant.extract.dates.years import WINDOW, KnownDates, Lean, find_sentence, find_year
from assistant.types import DateValue

_RECURRING = re.compile(
    r"\s+(?:(?:van\s+|in\s+)?(?:elk|ieder|enig|dat|het|datzelfde)e?\s+(?:\w{1,20}\s+){0,3}[a-z]{0,14}jaar\b"
    r"|(?:van\s+)?(?:jaar\s+)?t\s*(?:[+–-]\s*\d|\b)|,?\s*(?:volgend|voorafgaand)e?\s+(?:op|aan)\b)",
    re.IGNORECASE,
)
"""Behind a day that comes back every year ("1 januari van elk jaar", "1 juni t+1")."""
_YEARLY = re.compile(
    r"\b(?:jaarlijks|telkens|maanden|(?:keer|maal)\s+per\s+(?:kalender)?jaar|(?:elk|ieder)e?\s+(?:kalender|school)?jaar)\b[^.;:!?]{0,60}$",
    re.IGNORECASE,
)
"""Before such a day."""
_TOLD_BEHIND = re.compile(r"\s*[,(–-]\s*(?:in\s+)?((?:1[5-9]|20)\d\d)\b(?![.,]?\d)")
_FIXED_DAY = re.compile(r"\d\d-\d\d")
_SINCE = re.compile(r"sinds|sedert", re.IGNORECASE)
_LEANS = {Form.BEFORE: Lean.AHEAD, Form.UNTIL: Lean.AHEAD, Form.AFTER: Lean.HERE}
UNRESOLVED = DateValue()
_OPEN = {
    Form.SINCE: periods.open_since,
    Form.BEFORE: periods.open_before,
    Form.UNTIL: periods.open_until,
    Form.AFTER: periods.open_after,
}


@dataclass(slots=True)
class Resolver:
    """Resolves the phrases of one text; `place` and `known` come from `read_known`."""

    text: str
    anchor: Anchor | None
    known: KnownDates = field(default_factory=KnownDates)

    def resolve(self, phrase: Phrase, start: int, end: int) -> DateValue:
        """Give the value of a phrase at `[start, end)`; empty when the calendar has no such day."""
        points = fill_shared(phrase.points)
        if any(_impossible(point) for point in points):
            return UNRESOLVED
        points, anchored = self._complete(phrase.form, points, start, end)
        found = [self._fix(point, start, end) for point in points]
        found = self._finish_week(phrase.form, points, found)
        if all(period is not None for period, _ in found):
            whole = combine(
                _form_of(phrase), _stop_before_start(phrase, [period for period, _ in found if period])
            )
            if whole is None:
                return UNRESOLVED
            return self._value(whole, anchored or any(by_anchor for _, by_anchor in found))
        return DateValue(edtf=_write_yearless(phrase.form, points))

    def _finish_week(
        self, form: Form, points: Sequence[Point], found: list[tuple[Period | None, bool]]
    ) -> list[tuple[Period | None, bool]]:
        """Give the range with its last weekday after its first ("volgende maandag tot vrijdag")."""
        last, first = points[-1], found[0][0]
        if (
            form is not Form.RANGE
            or first is None
            or first.first is None
            or last != Point(weekday=last.weekday)
        ):
            return found
        day = first.first + timedelta(days=((last.weekday or 0) - first.first.weekday()) % 7)
        return [found[0], (span_days(day, day), True)]

    def _value(self, period: Period, anchored: bool) -> DateValue:
        return DateValue(
            edtf=period.edtf,
            earliest=period.first.isoformat() if period.first else None,
            latest=period.last.isoformat() if period.last else None,
            anchor=self.anchor.text if anchored and self.anchor else None,
        )

    def _complete(
        self, form: Form, points: Sequence[Point], start: int, end: int
    ) -> tuple[tuple[Point, ...], bool]:
        """Give the points with the year that the context gives the last of them."""
        last = points[-1]
        if not last.yearless or (last.month is None and last.cycle and self._loose(form, last)):
            return tuple(points), False
        if _RECURRING.match(self.text, end) or _YEARLY.search(self.text[max(0, start - 80) : start]):
            return tuple(points), False
        lean = Lean.BEHIND if _SINCE.match(self.text, start) else _LEANS.get(form, Lean.NONE)
        year, anchored = find_year(last, (start, end), self.text, self.known, self.anchor, lean=lean)
        if year is None:
            return tuple(points), False
        return fill_shared((*points[:-1], replace(last, year=year))), anchored

    def _loose(self, form: Form, point: Point) -> bool:
        """Tell whether a bare season is any season: "in de winter is het koud"."""
        return bool(point.cycle and point.cycle < 30 and form not in (Form.BEFORE, Form.SINCE, Form.UNTIL))

    def _fix(self, point: Point, start: int, end: int) -> tuple[Period | None, bool]:
        if point.when is None and point.year is not None:
            return fix_point(point), False
        if point.when is not None and point.when.step is Step.BACK:
            return self._look_back(point, start), False
        if point.when is not None and point.when.base is not None and point.when.base.when is None:
            return measure_from(point.when, fix_point(point.when.base)), False
        if point.when is not None:
            told = self._told_year(point, start, end) or self._told_behind(point, end)
            if told:
                return told, False
            return (fix_relative(point, self.anchor), True) if self.anchor else (None, False)
        if point.weekday is not None and point.month is None and self.anchor:
            return self._near_weekday(point, start, end), True
        return None, False

    def _told_year(self, point: Point, start: int, end: int) -> Period | None:
        """Give the year of "dit jaar" behind a day that the text has just named.

        "Op 3 mei 2019 opende de beurs, dit jaar in Gent" means 2019, whatever the document's date;
        so does a next sentence of the same paragraph that does not look ahead.
        """
        when = point.when
        if when != Relative(Step.SHIFT, "year", 0) or point != Point(when=when) or self.anchor is None:
            return None
        first, last = find_sentence(self.text, start, end)
        before = [known for known in self.known.between(first, start) if known.day]
        if not before and find_tense(self.text, first, last) <= 0:
            first = max(self.text.rfind("\n\n", max(0, start - 2 * WINDOW), start), first - WINDOW, 0)
            before = [known for known in self.known.between(first, start) if known.day]
        if not before or (before[-1].year or 0) > self.anchor.year:
            return None
        return fix_point(Point(year=before[-1].year))

    def _told_behind(self, point: Point, end: int) -> Period | None:
        """Give the year that stands behind "vijftig jaar geleden, in 1962"."""
        if point.when is None or point.when.step is not Step.OFFSET or point.when.unit != "year":
            return None
        told = _TOLD_BEHIND.match(self.text, end)
        return fix_point(Point(year=int(told[1]))) if told and point == Point(when=point.when) else None

    def _look_back(self, point: Point, start: int) -> Period | None:
        """Give the year or month that was named last ("datzelfde jaar")."""
        before = self.known.between(max(0, start - WINDOW), start)
        unit = point.when.unit if point.when else ""
        if not before or unit not in ("year", "month"):
            return None
        last = before[-1]
        if unit == "month":
            return fix_point(Point(year=last.year, month=last.month)) if last.month else None
        return fix_point(Point(year=last.last_year or last.year))

    def _near_weekday(self, point: Point, start: int, end: int) -> Period | None:
        """Give the nearest such weekday, with its day of the month when stated, on the side of the tense."""
        now = self.anchor.date if self.anchor else None
        if now is None:
            return None
        tense = find_tense(self.text, *find_sentence(self.text, start, end))
        if tense == 0 and point.day is None:
            return None
        back = tense < 0
        step = timedelta(days=-7 if back else 7)
        ahead = (point.weekday or 0) - now.weekday()
        day = now + timedelta(days=ahead % 7 if not back else -((-ahead) % 7))
        for _ in range(120):
            if point.day in (None, day.day) and day != now:
                return span_days(day, day)
            day += step
        return None


def fill_shared(points: Sequence[Point]) -> tuple[Point, ...]:
    """Give the points of a phrase with what one leaves to the other ("3 tot 6 juni 2019")."""
    if len(points) == 1:
        return tuple(points)
    last = points[-1]
    if all(point.day and point.month == last.month and point.year is None for point in points):
        return tuple(replace(point, year=last.year, when=last.when) for point in points)
    if len(points) > 2:
        return tuple(replace(point, year=last.year, when=last.when) for point in points)
    head, tail = points
    if head.bare_day:
        head = replace(head, month=tail.month, year=tail.year, when=tail.when)
    if head.months and tail.last_year and not tail.months:
        tail = replace(tail, months=head.months)
    return _fill_head(head, tail), _fill_tail(head, tail)


def _fill_head(head: Point, tail: Point) -> Point:
    """Give the beginning with the year of the end, or the year before ("nov - 5 feb 2017")."""
    if not head.yearless:
        return head
    if tail.year is not None:
        rolled = (head.month or 0, head.day or 0) > (tail.month or 12, tail.day or 31)
        return replace(head, year=tail.year - rolled)
    if tail.when is not None and tail.when.unit == "year":
        return replace(head, when=tail.when)
    return head


def _fill_tail(head: Point, tail: Point) -> Point:
    """Give the end with the year of the beginning, or the year behind ("15 november 2020 tot 10 januari")."""
    if not tail.yearless or head.year is None:
        return tail
    rolled = (tail.month or 12, tail.day or 31) < (head.month or 1, head.day or 1)
    return replace(tail, year=head.year + rolled)


def _impossible(point: Point) -> bool:
    """Tell whether no year has this day (31 February, 29 February 2019)."""
    if point.day is None or point.month is None:
        return False
    year = point.year if point.year is not None else 2000
    return point.week is None and fix_point(Point(year=year, month=point.month, day=point.day)) is None


def _form_of(phrase: Phrase) -> Form:
    """Give the form; "voor het eind van 2020" leaves time until that end."""
    part = phrase.points[0].part
    if phrase.form is Form.UNTIL and part == "start":
        return Form.BEFORE
    return Form.UNTIL if phrase.form is Form.BEFORE and part == "eind" else phrase.form


def _stop_before_start(phrase: Phrase, found: list[Period]) -> list[Period]:
    """Give the periods of a range with the day before "de start van 2008" as its last."""
    if phrase.form is not Form.RANGE or phrase.points[-1].part != "start" or found[-1].first is None:
        return found
    day = found[-1].first - timedelta(days=1)
    return [*found[:-1], span_days(day, day)]


def combine(form: Form, found: list[Period]) -> Period | None:
    """Give the period of a phrase from those of its points."""
    if form is Form.RANGE:
        return join_periods(found[0], found[-1])
    if form is Form.LIST:
        return _combine_days(found)
    if form in _OPEN:
        return _OPEN[form](found[0])
    return found[0]


def _combine_days(found: list[Period]) -> Period | None:
    """Give an interval of days in a row, else the EDTF set of all of them."""
    days = sorted({period.first for period in found if period.first})
    if days[-1] - days[0] == timedelta(days=len(days) - 1):
        return span_days(days[0], days[-1])
    return Period("{" + ",".join(map(date.isoformat, days)) + "}", days[0], days[-1])


def _write_yearless(form: Form, points: Sequence[Point]) -> str | None:
    """Give `XXXX-01-30` for what has no year, in the forms that EDTF can write."""
    if (
        form is Form.ONE
        and points[0].holiday
        and _FIXED_DAY.fullmatch(points[0].holiday)
        and not points[0].when
    ):
        return f"XXXX-{points[0].holiday}"
    if any(not point.month or point.when or point.part or point.week is not None for point in points):
        return None
    written = [f"XXXX-{point.month:02d}" + (f"-{point.day:02d}" if point.day else "") for point in points]
    if form is Form.LIST:
        return "{" + ",".join(written) + "}"
    if form is Form.RANGE:
        return "/".join(written)
    return written[0] if form is Form.ONE else None
