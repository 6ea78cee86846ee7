"""Relative points against the document's date, as precisely as that date allows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.extract.dates.numerals import make_date
from assistant.extract.dates.periods import fix_point, last_day, span_days, span_months, whole_week
from assistant.extract.dates.points import Period, Point, Relative, Step

_EDTF_LEVEL_0 = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS_IN = {"day": 1, "week": 7, "workweek": 7, "weekend": 7}
_PART_WEEKDAYS = {"begin": (0, 2), "start": (0, 2), "medio": (1, 3), "eind": (3, 6)}
"""Days of "begin", "midden" and "eind" of a week, counted from Monday; they overlap, as in speech."""
_LARGEST_MONTHS = 12 * 1500


@dataclass(frozen=True, slots=True)
class Anchor:
    """The document's date: a year, a month or a day. `text` is its EDTF form."""

    text: str
    year: int
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> date | None:
        """Give the day when the document's date is one."""
        return date(self.year, self.month, self.day) if self.month and self.day else None


def read_anchor(document_date: str | None) -> Anchor | None:
    """Give the anchor of an EDTF level 0 date; None when it is absent or not a date."""
    match = _EDTF_LEVEL_0.fullmatch(document_date or "")
    if not match or not document_date:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year or not make_date(year, month or 1, day or 1) or not 2 <= year <= 9000:
        return None
    return Anchor(document_date, year, month, day)


def fix_relative(point: Point, anchor: Anchor) -> Period | None:
    """Give the period of a point with a `when`; None when the document's date is too coarse for it."""
    when = point.when
    if when is None or when.step in (Step.VAGUE, Step.BACK):
        return None
    if when.base is not None:
        return measure_from(when, fix_relative(when.base, anchor))
    if when.step in (Step.ROLLING, Step.WITHIN):
        return _roll(when, anchor)
    if when.step is Step.OFFSET:
        return _offset(when, anchor)
    if when.unit == "weekend" and when.step is Step.NEAREST:
        ahead = anchor.date is not None and anchor.date.weekday() >= 5
        return _shift(point, Relative(Step.SHIFT, "weekend", int(ahead)), anchor)
    if when.step is Step.NEAREST or when.unit == "self":
        return _fix_near(point, when, anchor)
    return _shift(point, when, anchor)


def _shift(point: Point, when: Relative, anchor: Anchor) -> Period | None:
    if when.unit in _DAYS_IN:
        return _shift_days(point, when, anchor)
    if when.unit in ("year", "decade", "century"):
        return _shift_years(point, when, anchor)
    if anchor.month is None:
        return None
    size = _MONTHS_IN[when.unit]
    total = anchor.year * 12 + (anchor.month - 1) // size * size + when.amount * size
    year, month = total // 12, total % 12 + 1
    if when.unit == "month":
        return _cut(point, replace(point, year=year, month=month, when=None), anchor)
    code = (33 if when.unit == "quarter" else 40) + (month - 1) // size
    return fix_point(Point(year=year, cycle=code))


def _shift_years(point: Point, when: Relative, anchor: Anchor) -> Period | None:
    if when.unit == "year":
        return _cut(point, replace(point, year=anchor.year + when.amount, when=None), anchor)
    years = 10 if when.unit == "decade" else 100
    return fix_point(Point(year=(anchor.year // years + when.amount) * years, years=years))


def _cut(point: Point, fixed: Point, anchor: Anchor) -> Period | None:
    """Give the part before or after the anchor for "eerder dit jaar" and "later deze maand"."""
    whole = fix_point(fixed)
    if not whole or point.part not in ("eerder", "later") or not whole.first or not whole.last:
        return whole
    now = anchor.date
    if now is None:
        return whole
    return span_days(whole.first, now) if point.part == "eerder" else span_days(now, whole.last)


def _shift_days(point: Point, when: Relative, anchor: Anchor) -> Period | None:
    now = anchor.date
    if now is None:
        return None
    day = now + timedelta(days=_DAYS_IN[when.unit] * when.amount)
    monday = day - timedelta(days=day.weekday())
    if when.unit == "day":
        return span_days(day, day)
    if point.weekday is not None:
        day = monday + timedelta(days=point.weekday)
        return span_days(day, day)
    if when.unit == "weekend":
        return span_days(monday + timedelta(days=5), monday + timedelta(days=6))
    if when.unit == "workweek":
        return span_days(monday, monday + timedelta(days=4))
    if point.part in ("eerder", "later"):
        return (
            span_days(monday, now) if point.part == "eerder" else span_days(now, monday + timedelta(days=6))
        )
    if point.part in _PART_WEEKDAYS:
        first, last = (monday + timedelta(days=days) for days in _PART_WEEKDAYS[point.part])
        return span_days(first, last)
    return whole_week(day)


def add_months(day: date, months: int) -> date | None:
    """Give the day so many months on, the last of the month where the number does not exist."""
    total = day.year * 12 + day.month - 1 + months
    if not 12 < total < 12 * 9000 or abs(months) > _LARGEST_MONTHS:
        return None
    end = last_day(total // 12, total % 12 + 1)
    return end.replace(day=min(day.day, end.day))


def _add(day: date, unit: str, amount: int) -> date | None:
    if unit in _DAYS_IN:
        return day + timedelta(days=_DAYS_IN[unit] * amount)
    return add_months(day, _MONTHS_IN[unit] * amount)


def _roll(when: Relative, anchor: Anchor) -> Period | None:
    """Give the stretch that ends or begins at the anchor, without the day itself.

    "Binnen" counts from the day itself. "Het afgelopen jaar" and "komend jaar" are the twelve months
    before and after, in months: whoever writes them means neither a calendar year nor a day.
    """
    now = anchor.date
    loose = when.unit == "decade" or (when.unit == "year" and abs(when.amount) == 1)
    if now is None or (loose and when.step is Step.ROLLING):
        return _roll_coarsely(when, anchor)
    far = _add(now, when.unit, when.amount)
    if far is None:
        return None
    if when.step is Step.WITHIN:
        return span_days(now, far)
    day = timedelta(days=1)
    return span_days(now + day, far) if when.amount > 0 else span_days(far, now - day)


def _roll_coarsely(when: Relative, anchor: Anchor) -> Period | None:
    """Give the stretch in whole months (up to the anchor's, or from the next), or in years."""
    if when.unit in _DAYS_IN:
        return None
    months = _MONTHS_IN[when.unit] * when.amount
    if anchor.month is None:
        years = sorted((anchor.year, anchor.year + months // 12))
        return span_months(years[0], 1, 12, years[1]) if months % 12 == 0 else None
    now = date(anchor.year, anchor.month, 1)
    within = when.step is Step.WITHIN
    first, last = (now if within else add_months(now, 1), add_months(now, months))
    if months < 0:
        first, last = add_months(now, months + 1), now
    return span_months(first.year, first.month, last.month, last.year) if first and last else None


def measure_from(when: Relative, base: Period | None) -> Period | None:
    """Give the day at the distance of `when` from `base`, or the stretch up to it for "binnen"."""
    if base is None or base.first is None:
        return None
    far = _add(base.first, when.unit, when.amount)
    if far is None:
        return None
    return span_days(base.first, far) if when.step is Step.WITHIN else span_days(far, far)


def _offset(when: Relative, anchor: Anchor) -> Period | None:
    """Give the moment at a distance: the day for days and weeks, else month or year."""
    base = anchor.date
    months = _MONTHS_IN.get(when.unit)
    if months is None:
        far = _add(base, when.unit, when.amount) if base else None
        return span_days(far, far) if far else None
    if when.unit in ("year", "decade"):
        return fix_point(Point(year=anchor.year + when.amount * months // 12))
    if anchor.month is None:
        return None
    far = add_months(base or date(anchor.year, anchor.month, 1), months * when.amount)
    return span_months(far.year, far.month, far.month) if far else None


def _fix_near(point: Point, when: Relative, anchor: Anchor) -> Period | None:
    """Give the nearest occurrence before or after the anchor, or the one of its own year."""
    if point.weekday is not None and point.month is None:
        return _near_weekday(point.weekday, when.amount, anchor)
    plain = replace(point, when=None)
    if when.amount == 0:
        return fix_point(replace(plain, year=anchor.year))
    here = fix_point(replace(plain, year=anchor.year))
    if here is None or here.first is None or here.last is None:
        return None
    lowest = date(anchor.year, anchor.month or 1, anchor.day or 1)
    highest = anchor.date or (
        last_day(anchor.year, anchor.month) if anchor.month else date(anchor.year, 12, 31)
    )
    if when.amount < 0:
        return here if here.first < lowest else fix_point(replace(plain, year=anchor.year - 1))
    return here if here.first > highest else fix_point(replace(plain, year=anchor.year + 1))


def _near_weekday(weekday: int, amount: int, anchor: Anchor) -> Period | None:
    now = anchor.date
    if now is None:
        return None
    if amount < 0:
        day = now - timedelta(days=(now.weekday() - weekday) % 7 or 7)
        return span_days(day, day)
    ahead = (weekday - now.weekday()) % 7
    day = now + timedelta(days=ahead or (7 if amount else 0))
    return span_days(day, day)
