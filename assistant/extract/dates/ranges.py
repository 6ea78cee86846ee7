"""Lists and ranges of dates, whose ends share what they do not repeat."""

from __future__ import annotations

from dataclasses import replace

from assistant.extract.dates import absolute, relative
from assistant.extract.dates.grammar import parse_point
from assistant.extract.dates.plausibility import begins_clean, is_year
from assistant.extract.dates.points import Form, Phrase, Point
from assistant.extract.dates.reader import Reader

_NEAR_YEARS = 20
"""Between two such numbers "2000 - 2001" are years without a word that says so."""
LONGEST_LIST = 31
"""Days in a list; more is no list of days."""


def parse_days(r: Reader, i: int) -> Phrase | None:
    """Read days of one month: "26, 27 en 28 juni", "3 tot 6 juni 2019", "3-6 juni", "november 19-20"."""
    if r.at(i) in "do":
        return _parse_day_list(r, i)
    if r.at(i) == "G" and r.at(i + 1) == "M":
        first, last = r.numbers(i)
        found = absolute.parse_short_month(r, i + 1)
        if found and first < last:
            days = tuple(replace(found[0], day=day) for day in (first, last))
            return Phrase(Form.RANGE, days, i, found[1])
    if r.at(i) == "M" and r.at(i + 1) == "G":
        first, last = r.numbers(i + 1)
        named = absolute.parse_short_month(r, i)
        if named and named[1] == i + 1 and first < last:
            tail = absolute.parse_year_tail(r, i + 2)
            month = replace(named[0], year=tail[0].year if tail else None)
            days = tuple(replace(month, day=day) for day in (first, last))
            return Phrase(Form.RANGE, days, i, tail[1] if tail else i + 2)
    return None


def _parse_day_list(r: Reader, i: int) -> Phrase | None:
    days, j = [r.number(i)], i + 1
    while len(days) < LONGEST_LIST and r.at(j) in ",EO" and r.at(r.skip(j + 1, "a")) in "do":
        k = r.skip(j + 1, "a")
        if r.at(j) == "," and r.source.glued(j):
            return None
        days.append(r.number(k))
        last = r.at(j) != ","
        j = k + 1
        if last:
            break
    if len(days) < 2 or r.at(j) not in "Mv" or not begins_clean(r, i):
        return None
    found = absolute.parse_day(r, j - 1)
    if not found or any(not 1 <= day <= 31 for day in days):
        return None
    return Phrase(Form.LIST, tuple(replace(found[0], day=day) for day in days), i, found[1])


def parse_range(r: Reader, start: int, i: int) -> Phrase | None:
    """Read "juli 2019 - juni 2020", "tussen 2019 en 2021", "van maart tot mei", "3 tot 6 juni"."""
    i = r.skip(i, "a") if start < i and r.at(i + 1) != "P" else i
    head = _range_end(r, i)
    if not head:
        return None
    behind = _connector(r, head[1], between=r.at(start) == "s")
    if behind is None:
        return _single_range(r, start, i, head)
    dashed = r.at(behind - 1) in "-/"
    if r.at(behind) in "vp" and not dashed:
        behind += 1
    behind = r.skip(behind, "a") if r.at(behind + 1) != "P" and not dashed else behind
    tail = _range_end(r, behind)
    if tail and dashed and (head[0].when or tail[0].when):
        return None
    if not tail or tail[0].bare_day or not begins_clean(r, i):
        return None
    if not _fits(head[0], tail[0]):
        return None
    if start == i and not head[0].bare_day and not _is_sound_pair(r, i, head, tail):
        return None
    return Phrase(Form.RANGE, (head[0], tail[0]), start, tail[1])


def _single_range(r: Reader, start: int, i: int, head: tuple[Point, int]) -> Phrase | None:
    """Give "tussen 2014~2018" and "van 1-10-2018-7-10-2018", whose range is one word."""
    if start == i or head[1] != i + 1 or r.at(i) != "L":
        return None
    numbers = r.numbers(i)
    if len(numbers) == 6:
        first, last = (Point(year=y, month=m, day=d) for y, m, d in (numbers[:3], numbers[3:]))
        return Phrase(Form.RANGE, (first, last), start, i + 1)
    return Phrase(Form.ONE, (head[0],), start, i + 1)


def _range_end(r: Reader, i: int) -> tuple[Point, int] | None:
    if r.at(i) == "L":
        numbers = r.numbers(i)
        return Point(year=numbers[0], last_year=numbers[-3 if len(numbers) == 6 else 1]), i + 1
    found = parse_point(r, i) or absolute.parse_short_month(r, i)
    if found:
        return found
    if r.at(i) == "G" and r.numbers(i)[1] <= 12:
        point = Point(day=r.numbers(i)[0], month=r.numbers(i)[1])
        tail = absolute.parse_year_tail(r, i + 1)
        return (replace(point, year=tail[0].year), tail[1]) if tail and tail[0].year else (point, i + 1)
    if r.at(i) in "do":
        return Point(day=r.number(i)), i + 1
    return relative.parse_now(r, i) if r.at(i) == "A" else None


def _connector(r: Reader, i: int, *, between: bool) -> int | None:
    """Give the position behind "tot", "tot en met", "t/m", "-" or, after "tussen", "en"."""
    if r.at(i) == "t":
        if r.low(i + 1) == "en" and r.low(i + 2) == "met":
            return i + 3
        return i + 1
    if r.at(i) == "k" and r.at(i + 1) == "/" and r.low(i + 2) == "m":
        return i + 3
    if r.at(i) == "-" or (between and r.at(i) == "E"):
        return i + 1
    alike = r.at(i) == "/" and r.at(i - 1) in "MS" and r.at(i + 1) == r.at(i - 1)
    return i + 1 if alike else None


def _fits(head: Point, tail: Point) -> bool:
    """Tell whether two points can be the ends of one range: both dated alike, or filled up by the other."""
    if head.bare_day:
        return tail.day is not None and (tail.month is not None or tail.when is not None)
    if head.when or tail.when:
        return True
    return not (head.year is None and head.month is None and tail.year is None)


def _is_sound_pair(r: Reader, i: int, head: tuple[Point, int], tail: tuple[Point, int]) -> bool:
    """Tell whether "2014 tot 2018" are years; "1500 tot 2000 banen" are not."""
    if r.at(i) == "Y" and head[1] == i + 1:
        near = 0 < (tail[0].year or 0) - (head[0].year or 0) <= _NEAR_YEARS
        return is_year(r, i, last=tail[1], even=near)
    return True
