"""Periods: first and last day of what is stated, and its EDTF form.

EDTF as in ISO 8601-2:2019: dates, intervals, seasons 21-24, quarters 33-36, halves 40-41, decades
and centuries with X, sets in braces, `..` for an open side.

Choices where usage is loose (documented for the reader of a table): "begin", "medio" and "eind" of a
year are January-April, May-August and September-December; of a decade the years 0-3, 4-6 and 7-9; of a month the days 1-10, 11-20 and 21 to
the last; seasons are meteorological (winter 2019 runs from December 2019 to February 2020).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from assistant.extract.dates.numerals import days_in, make_date
from assistant.extract.dates.points import Period, Point

_PART_MONTHS = {"begin": (1, 4), "start": (1, 4), "medio": (5, 8), "eind": (9, 12)}
_PART_YEARS = {"begin": (0, 3), "start": (0, 3), "medio": (4, 6), "eind": (7, 9)}
_PART_DAYS = {
    "begin": (1, 10),
    "start": (1, 10),
    "medio": (11, 20),
    "eind": (21, 31),
    "helft 1": (1, 15),
    "helft 2": (16, 31),
}
EDGE_DAYS = ("eerste dag", "laatste dag")
_CYCLE_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
_HALF_MONTHS = {40: (1, 6), 41: (7, 12)}
_SIMPLE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
_RULE_EASTER = re.compile(r"easter([+-]\d+)")
_RULE_NTH = re.compile(r"(\d\d)#(\d):(\d)(?:\+(\d))?")


def last_day(year: int, month: int) -> date:
    """Give the last day of a month."""
    return date(year, month, days_in(year, month))


def span_months(year: int, first: int, last: int, last_year: int | None = None) -> Period:
    """Give the period of whole months, in the shortest EDTF form."""
    return span_days(date(year, first, 1), last_day(last_year or year, last))


def span_days(first: date, last: date) -> Period:
    """Give the period of two days: as years or months when it consists of whole ones."""
    whole_months = first.day == 1 and last == last_day(last.year, last.month)
    if whole_months and first.month == 1 and last.month == 12:
        ends = f"{first.year:04d}", f"{last.year:04d}"
    elif whole_months:
        ends = first.isoformat()[:7], last.isoformat()[:7]
    else:
        ends = first.isoformat(), last.isoformat()
    edtf = ends[0] if ends[0] == ends[1] else f"{ends[0]}/{ends[1]}"
    return Period(edtf, first, last)


def join_periods(head: Period, tail: Period) -> Period | None:
    """Give the period from the beginning of one to the end of the other; None when turned round."""
    if head.first is None or tail.last is None or head.first > tail.last:
        return None
    if _SIMPLE.fullmatch(head.edtf) and _SIMPLE.fullmatch(tail.edtf):
        return Period(f"{head.edtf}/{tail.edtf}", head.first, tail.last)
    return span_days(head.first, tail.last)


def open_after(period: Period) -> Period | None:
    """Give everything after a period, in its own precision."""
    return None if period.last is None else _opened(period.last + timedelta(days=1), period, ahead=True)


def open_before(period: Period) -> Period | None:
    """Give everything before a period, in its own precision."""
    return None if period.first is None else _opened(period.first - timedelta(days=1), period, ahead=False)


def open_since(period: Period) -> Period | None:
    """Give everything from the beginning of a period on."""
    return None if period.first is None else _opened(period.first, period, ahead=True)


def open_until(period: Period) -> Period | None:
    """Give everything up to and including a period."""
    return None if period.last is None else _opened(period.last, period, ahead=False)


def _opened(day: date, period: Period, *, ahead: bool) -> Period:
    edtf = day.isoformat()
    if _SIMPLE.fullmatch(period.edtf) and len(period.edtf) < len(edtf):
        edtf = edtf[: len(period.edtf)]
    return Period(f"{edtf}/..", day, None) if ahead else Period(f"../{edtf}", None, day)


def find_easter(year: int) -> date:
    """Give Easter Sunday (Meeus, Astronomical Algorithms, ch. 8; Jones and Butcher's computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    w = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * w) // 433
    month = (h + w - 7 * m + 90) // 25
    return date(year, month, (h + w - 7 * m + 33 * month + 19) % 32)


def find_weekday(year: int, month: int, weekday: int, rank: int) -> date:
    """Give the first, second, ... such weekday of a month, or the last one for -1 (0 is Monday)."""
    if rank < 0:
        end = last_day(year, month)
        return end - timedelta(days=(end.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (rank - 1))


def find_holiday(rule: str, year: int) -> date | None:
    """Give the day of a holiday's rule in `year`."""
    if match := _RULE_EASTER.fullmatch(rule):
        return find_easter(year) + timedelta(days=int(match[1]))
    if match := _RULE_NTH.fullmatch(rule):
        month, weekday, rank, behind = (int(part or 0) for part in match.groups())
        return find_weekday(year, month, weekday, rank) + timedelta(days=behind)
    month, day = (int(part) for part in rule.split("-"))
    return make_date(year, month, day)


def fix_point(point: Point) -> Period | None:
    """Give the period of a point whose year is known; None when the calendar does not have it."""
    year = point.year
    if year is None or not 1 <= year <= 9998:
        return None
    if point.part in EDGE_DAYS:
        return _fix_edge(point)
    if point.years == 10 and point.part in _PART_YEARS:
        first, last = _PART_YEARS[point.part]
        return span_months(year + first, 1, 12, year + last)
    if point.years:
        return Period(
            f"{year:04d}"[: 3 if point.years == 10 else 2].ljust(4, "X"),
            date(max(year, 1), 1, 1),
            date(year + point.years - 1, 12, 31),
        )
    if point.holiday:
        day = find_holiday(point.holiday, year)
        return span_days(day, day) if day else None
    if point.week is not None:
        return _fix_week(point, year)
    if point.day is not None and point.month is not None:
        day = make_date(year, point.month, point.day)
        return span_days(day, day) if day else None
    if point.month is not None:
        return _fix_month(point, year, point.month)
    return _fix_year(point, year)


def _fix_edge(point: Point) -> Period | None:
    """Give the first or last day of a month or year."""
    whole = fix_point(replace(point, part=None))
    day = (whole.first if point.part == "eerste dag" else whole.last) if whole else None
    return span_days(day, day) if day else None


def _fix_month(point: Point, year: int, month: int) -> Period:
    if point.part in _PART_DAYS:
        first, last = _PART_DAYS[point.part]
        end = (
            min(last_day(year, month), date(year, month, min(last, 28)))
            if last < 28
            else last_day(year, month)
        )
        return span_days(date(year, month, first), end)
    return span_months(year, month, month)


def _fix_year(point: Point, year: int) -> Period:
    if point.cycle == 24:
        return Period(f"{year:04d}-24", date(year, 12, 1), last_day(year + 1, 2))
    if point.cycle is not None:
        months = (_CYCLE_MONTHS | _HALF_MONTHS)[point.cycle]
        return Period(f"{year:04d}-{point.cycle}", date(year, months[0], 1), last_day(year, months[1]))
    if point.months and point.last_year:
        return span_months(year, point.months[0], point.months[1], point.last_year)
    if point.last_year:
        return Period(f"{year:04d}/{point.last_year:04d}", date(year, 1, 1), date(point.last_year, 12, 31))
    if point.part in _PART_MONTHS:
        return span_months(year, *_PART_MONTHS[point.part])
    return span_months(year, 1, 12)


def _fix_week(point: Point, year: int) -> Period | None:
    """Give a Monday-Sunday week (ISO 8601): of a year, of a month, or the one that holds a day.

    The first week of a month is the one that holds its first day, the last the one with its last.
    """
    rank = point.week
    if rank and point.month and point.weekday is not None:
        counted = find_weekday(year, point.month, point.weekday, rank)
        end = counted + timedelta(days=point.part == "weekend")
        return span_days(counted, end) if counted.month == point.month else None
    if rank == 0:
        day = make_date(year, point.month or 0, point.day or 0)
    elif point.month and rank is not None:
        day = (
            last_day(year, point.month)
            if rank < 0
            else date(year, point.month, 1) + timedelta(weeks=rank - 1)
        )
    else:
        weeks = date(year, 12, 28).isocalendar().week
        number = weeks if rank == -1 else rank or 1
        day = date.fromisocalendar(year, number, 1) if number <= weeks else None
    return whole_week(day) if day else None


def whole_week(day: date) -> Period:
    """Give the Monday-Sunday week that holds `day`."""
    monday = day - timedelta(days=day.weekday())
    return span_days(monday, monday + timedelta(days=6))
