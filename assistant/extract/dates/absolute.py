"""Points that name their fields: "28 juni 2022", "oktober 2019", "eind 2019", "winter 2019-2020"."""

from __future__ import annotations

from dataclasses import replace

from assistant.extract.dates.decades import parse_one_decade
from assistant.extract.dates.numerals import widen_short
from assistant.extract.dates.points import Point, Relative, Step
from assistant.extract.dates.reader import Reader, load_holiday_heads, load_holidays
from assistant.extract.dates.relative import parse_unit
from assistant.extract.dates.words import (
    MONTHS,
    PARTS,
    SCHOOL_YEARS,
    SEASONS,
    SHORT_MONTHS,
    WEEKDAYS,
)

Found = tuple[Point, int] | None
_NOUN_PARTS = frozenset(("start", "aanvang", "slot"))
"""Words that are a part of a year only in "de start van 2008"."""
_STARTS = frozenset(("start", "aanvang"))
"""Words for the moment itself: "tot de start van 2008" ends with 2007."""
_LONGEST_NAME = 4
_NOT_IN_FLANDERS = frozenset((("vaderdag",), ("koningsdag",), ("koninginnedag",)))
"""Holidays that fall on another day there."""


def parse_year_tail(r: Reader, i: int) -> Found:
    """Read what adds a year to a month or season: "2019", ", 2019", "van 2019", "'19", "van dit jaar"."""
    if r.at(i) in ",-/" and r.at(i + 1) == "Y" and (r.at(i) == "," or r.source.glued(i)):
        i += 1
    if r.at(i) == "'" and r.at(i + 1) in "dn" and len(r.low(i + 1)) == 2 and r.source.glued(i):
        return Point(year=widen_short(r.number(i + 1))), i + 2
    j = r.skip(i, "vp")
    j = r.skip(j, "a") if j > i else j
    j = j + 1 if r.low(j) == "jaar" and j > i else j
    year = r.year(j)
    if year:
        return Point(year=year[0]), year[1]
    unit = parse_unit(r, j if j > i and r.low(i) == "van" else i)
    if unit and unit[0].when and unit[0].when.unit == "year" and unit[0].when.step is Step.SHIFT:
        return unit
    return None


def with_tail(r: Reader, point: Point, i: int) -> tuple[Point, int]:
    """Give the point with the year that stands at `i`, if any."""
    tail = parse_year_tail(r, i)
    if not tail:
        return point, i
    return replace(point, year=tail[0].year, when=tail[0].when), tail[1]


def parse_numeric(r: Reader, i: int) -> Found:
    """Read "28-06-2022", "2015-03" and "2019/2020"."""
    letter, numbers = r.at(i), r.numbers(i)
    if letter == "D":
        return Point(year=numbers[0], month=numbers[1], day=numbers[2]), i + 1
    if letter == "J":
        return Point(year=numbers[0], month=numbers[1]), i + 1
    if letter == "L" and len(numbers) == 2:
        return Point(year=numbers[0], last_year=numbers[1], months=_listed_months(r, i)), i + 1
    return None


def _listed_months(r: Reader, i: int) -> tuple[int, int] | None:
    """Give the months of school years for a later one of a list ("schooljaren 2003/2004 en 2004/2005")."""
    for k in range(i - 2, max(0, i - 2 * _LONGEST_NAME) - 1, -2):
        if r.at(k) != "L" or r.at(k + 1) not in ",E":
            return None
        if r.at(k - 1) == "K":
            return SCHOOL_YEARS[r.low(k - 1)]
    return None


def parse_weekday(r: Reader, i: int) -> Found:
    """Read a weekday with the date behind it, or with a day of the month, or alone."""
    weekday = WEEKDAYS[r.low(i)]
    j = r.skip(i + 1, ",")
    j = r.skip(j, "a")
    if r.at(j) == "G":
        day, month = r.numbers(j)
        if month <= 12:
            return with_tail(r, Point(month=month, day=day, weekday=weekday), j + 1)
    dated = parse_numeric(r, j) if r.at(j) == "D" else parse_day(r, j)
    if dated:
        return replace(dated[0], weekday=weekday), dated[1]
    if r.at(j) in "do" and r.number(j) <= 31 and r.at(j + 1) not in "U":
        return Point(day=r.number(j), weekday=weekday), j + 1
    unit = parse_unit(r, r.skip(i + 1, "v"))
    if unit and unit[0].when and unit[0].when.unit == "week":
        return replace(unit[0], weekday=weekday), unit[1]
    if r.low(i) == "zat" and (r.low(i - 1) != "op" or r.source.word(i).isupper()):
        return None
    ahead = _weeks_ahead(r, i + 1)
    if ahead:
        return Point(weekday=weekday, when=Relative(Step.SHIFT, "week", ahead[0])), ahead[1]
    return Point(weekday=weekday), i + 1


def _weeks_ahead(r: Reader, i: int) -> tuple[int, int] | None:
    """Give the weeks of "over twee weken" and the position behind it."""
    if r.at(i) != "r" or r.at(i + 1) not in "dw" or r.low(i + 2) not in ("week", "weken"):
        return None
    return r.number(i + 1), i + 3


def parse_day(r: Reader, i: int) -> Found:
    """Read a day with its month: "26 juni", "4e jan 2019", "15e dag van juni", "05-aug-2016"."""
    if r.at(i) not in "dow" or not 1 <= r.number(i) <= 31:
        return None
    if (
        r.at(i) == "w"
        and r.at(i + 1) == "E"
        and r.at(i + 2) == "o"
        and r.number(i) < 10
        and r.number(i + 2) in (20, 30)
    ):
        found = parse_day(r, i + 2)
        return (replace(found[0], day=(found[0].day or 0) + r.number(i)), found[1]) if found else None
    day, j = r.number(i), i + 1
    if r.at(i) == "o" and r.low(j) == "dag":
        j += 1
    if r.at(i) == "o":
        j = r.skip(j, "v")
    elif r.at(j) in "-/" and r.source.glued(i) and r.source.glued(j) and r.at(j + 1) == "M":
        j += 1
    if r.at(j) != "M":
        return _parse_day_of_unit(r, day, i + 1)
    point = Point(month=MONTHS[r.low(j)], day=day)
    return with_tail(r, point, _skip_dot(r, j))


def _parse_day_of_unit(r: Reader, day: int, i: int) -> Found:
    """Read "(de 4e) van deze maand", "(van 4 tot 22) in de volgende maand"."""
    j = r.skip(i, "v")
    if r.low(j) == "in" and r.at(j + 1) == "a":
        j += 1
    unit = parse_unit(r, r.skip(j, "a"))
    if unit and unit[0].when and unit[0].when.unit == "month" and unit[0].when.step is Step.SHIFT:
        return replace(unit[0], day=day), unit[1]
    return None


def _skip_dot(r: Reader, i: int) -> int:
    """Give the position behind month `i` and the dot of its abbreviation ("4 feb. 2019", "4 feb. begint").

    Before a capital the dot ends a sentence as often as not; there it is left alone.
    """
    if r.low(i) not in SHORT_MONTHS or r.at(i + 1) != ".":
        return i + 1
    behind = r.source.word(i + 2)
    goes_on = r.at(i + 2) in "Y'|" or behind[:1].islower() or behind[:1] in (",", ";", ")")
    return i + 2 if goes_on else i + 1


def parse_month(r: Reader, i: int) -> Found:
    """Read a month, with its year or with the day behind it ("november de 15e", "november 15, 2023")."""
    word = r.low(i)
    point = Point(month=MONTHS[word])
    if r.at(i + 1) == "a" and r.at(i + 2) == "o":
        return with_tail(r, replace(point, day=r.number(i + 2)), i + 3)
    if r.at(i + 1) == "d" and r.at(i + 2) == "," and r.at(i + 3) == "Y":
        return Point(year=r.number(i + 3), month=point.month, day=r.number(i + 1)), i + 4
    dated = with_tail(r, point, _skip_dot(r, i))
    if dated[0] == point and word in SHORT_MONTHS:
        return None
    return dated


def parse_short_month(r: Reader, i: int) -> Found:
    """Read a month that may be abbreviated; for use beside another date only ("jan-feb 2017")."""
    if r.at(i) != "M":
        return None
    return with_tail(r, Point(month=MONTHS[r.low(i)]), _skip_dot(r, i))


def parse_part(r: Reader, i: int) -> Found:
    """Read "eind 2019", "medio mei 2020", "het eind van het jaar", "begin dit jaar"."""
    word = r.low(i)
    of = r.at(i + 1) == "v"
    if word in _NOUN_PARTS and not of:
        return None
    j = i + 2 if of else i + 1
    j = r.skip(j, "a")
    whole: Found = None
    if r.at(j) == "M":
        whole = parse_month(r, j)
    elif r.at(j) in "TR":
        whole = parse_unit(r, j)
    elif r.low(j) == "jaren":
        whole = parse_one_decade(r, j)
    elif r.at(j) == "U" and j > i + 1 and r.low(j) in ("jaar", "maand", "week"):
        unit = {"jaar": "year", "maand": "month", "week": "week"}[r.low(j)]
        whole = Point(when=Relative(Step.SHIFT, unit, 0)), j + 1
        if r.low(j) == "jaar" and r.year(j + 1):
            whole = parse_year(r, j + 1)
    else:
        whole = parse_year(r, j)
    if not whole or (whole[0].when and whole[0].when.step is not Step.SHIFT):
        return None
    return replace(whole[0], part="start" if word in _STARTS else PARTS[word]), whole[1]


def parse_year(r: Reader, i: int) -> Found:
    """Read "2019", "2017 april" or "2016 Q1"."""
    year = r.year(i)
    if not year:
        return None
    coded = year[1] + (r.at(year[1]) == "-" and r.source.glued(year[1] - 1) and r.source.glued(year[1]))
    if r.at(coded) == "q" and len(r.low(coded)) == 2:
        quarter = parse_quarter_code(r, coded)
        if not quarter:
            word = r.low(coded)
            return Point(year=year[0], cycle=(39 if word[0] == "h" else 32) + int(word[1])), coded + 1
    if r.at(year[1]) == "M" and r.at(year[1] + 1) != "Y":
        return Point(year=year[0], month=MONTHS[r.low(year[1])]), year[1] + 1
    return Point(year=year[0]), year[1]


def cycle_of(r: Reader, code: int, i: int) -> Found:
    """Give a quarter or half with the year behind it at `i`; None without one."""
    found = with_tail(r, Point(cycle=code), i)
    return found if found[1] > i else None


def parse_quarter_code(r: Reader, i: int) -> Found:
    """Read "Q1 2021", "K3 van dit jaar", "H2 2021" and "Q1-2021"."""
    word = r.low(i)
    code = (39 if word[0] == "h" else 32) + int(word[1])
    if len(word) > 2:
        return Point(cycle=code, year=int(word[3:])), i + 1
    return cycle_of(r, code, i + 1)


def parse_season(r: Reader, i: int) -> Found:
    """Read "zomer van 2020", "winter 2019-2020", "voorjaar"."""
    point = Point(cycle=SEASONS[r.low(i)])
    j = r.skip(i + 1, "v")
    if r.at(j) == "L" and len(r.numbers(j)) == 2:
        return replace(point, year=r.numbers(j)[0]), j + 1
    return with_tail(r, point, i + 1)


def parse_week(r: Reader, i: int) -> Found:
    """Read "week 23 van 2019", "week van 10 april", "week beginnend op 4 februari"."""
    if r.low(i) != "week":
        return None
    if r.at(i + 1) in "dn" and 1 <= r.number(i + 1) <= 53:
        return with_tail(r, Point(week=r.number(i + 1)), i + 2)
    j = i + 1
    if r.low(j) in ("beginnend", "startend", "aanvangend"):
        j = r.skip(j + 1, "p")
    elif r.at(j) == "v":
        j += 1
    if j == i + 1:
        return None
    day = parse_numeric(r, j) if r.at(j) == "D" else parse_day(r, r.skip(j, "a"))
    return (replace(day[0], week=0), day[1]) if day else None


def parse_school_year(r: Reader, i: int) -> Found:
    """Read "schooljaar 2019/2020", "zitting 2021-2022"."""
    months = SCHOOL_YEARS[r.low(i)]
    if r.at(i + 1) == "L" and len(r.numbers(i + 1)) == 2:
        first, last = r.numbers(i + 1)
        return Point(year=first, last_year=last, months=months), i + 2
    if r.at(i + 1) == "Y" and r.at(i + 2) in "-/" and r.at(i + 3) == "Y":
        first, last = r.number(i + 1), r.number(i + 3)
        return (Point(year=first, last_year=last, months=months), i + 4) if first < last else None
    return None


def parse_holiday(r: Reader, i: int) -> Found:
    """Read "Pasen 2018", "Koningsdag", "Dag van de Arbeid"."""
    if r.low(i) not in load_holiday_heads():
        return None
    names = load_holidays()
    for length in range(_LONGEST_NAME, 0, -1):
        name = tuple(r.low(k) for k in range(i, i + length))
        rule = names.get(name)
        if rule and not (r.source.origin == "vl" and name in _NOT_IN_FLANDERS):
            return with_tail(r, Point(holiday=rule), i + length)
    return None
