"""Points that name their fields: "28 juni 2022", "oktober 2019", "eind 2019", "winter 2019-2020"."""

from __future__ import annotations

from dataclasses import replace

from assistant.extract.dates.points import Point, Relative, Step
from assistant.extract.dates.reader import Reader, load_holidays
from assistant.extract.dates.relative import parse_unit
from assistant.extract.dates.words import (
    DECADES,
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
_HALVES = {1: 40, 2: 41}
_LONGEST_NAME = 4


def parse_year_tail(r: Reader, i: int) -> Found:
    """Read what adds a year to a month or season: "2019", ", 2019", "van 2019", "'19", "van dit jaar"."""
    if r.at(i) in ",-/" and r.at(i + 1) == "Y" and (r.at(i) == "," or r.source.glued(i)):
        i += 1
    if r.at(i) == "'" and r.at(i + 1) in "dn" and len(r.low(i + 1)) == 2 and r.source.glued(i):
        return Point(year=2000 + r.number(i + 1)), i + 2
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


def _with_tail(r: Reader, point: Point, i: int) -> tuple[Point, int]:
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
        return Point(year=numbers[0], last_year=numbers[1]), i + 1
    return None


def parse_weekday(r: Reader, i: int) -> Found:
    """Read a weekday with the date behind it, or with a day of the month, or alone."""
    weekday = WEEKDAYS[r.low(i)]
    j = r.skip(i + 1, ",")
    j = r.skip(j, "a")
    if r.at(j) == "G":
        day, month = r.numbers(j)
        if month <= 12:
            return _with_tail(r, Point(month=month, day=day, weekday=weekday), j + 1)
    dated = parse_numeric(r, j) if r.at(j) == "D" else parse_day(r, j)
    if dated:
        return replace(dated[0], weekday=weekday), dated[1]
    if r.at(j) in "do" and r.number(j) <= 31 and r.at(j + 1) not in "U":
        return Point(day=r.number(j), weekday=weekday), j + 1
    unit = parse_unit(r, r.skip(i + 1, "v"))
    if unit and unit[0].when and unit[0].when.unit == "week":
        return replace(unit[0], weekday=weekday), unit[1]
    return Point(weekday=weekday), i + 1


def parse_day(r: Reader, i: int) -> Found:
    """Read a day with its month: "26 juni", "4e jan 2019", "15e dag van juni", "05-aug-2016"."""
    if r.at(i) not in "dow" or not 1 <= r.number(i) <= 31:
        return None
    day, j = r.number(i), i + 1
    if r.at(i) == "o" and r.low(j) == "dag":
        j += 1
    if r.at(i) == "o":
        j = r.skip(j, "v")
    elif r.at(j) in "-/" and r.source.glued(i) and r.source.glued(j) and r.at(j + 1) == "M":
        j += 1
    if r.at(j) != "M":
        return None
    point = Point(month=MONTHS[r.low(j)], day=day)
    return _with_tail(r, point, _skip_dot(r, j))


def _skip_dot(r: Reader, i: int) -> int:
    """Give the position behind month `i`, and behind its dot when a year follows ("4 feb. 2019")."""
    if r.low(i) in SHORT_MONTHS and r.at(i + 1) == "." and r.at(i + 2) == "Y":
        return i + 2
    return i + 1


def parse_month(r: Reader, i: int) -> Found:
    """Read a month, with its year or with the day behind it ("november de 15e")."""
    word = r.low(i)
    point = Point(month=MONTHS[word])
    if r.at(i + 1) == "a" and r.at(i + 2) == "o":
        return _with_tail(r, replace(point, day=r.number(i + 2)), i + 3)
    dated = _with_tail(r, point, _skip_dot(r, i))
    if dated[0] == point and word in SHORT_MONTHS:
        return None
    return dated


def parse_short_month(r: Reader, i: int) -> Found:
    """Read a month that may be abbreviated; for use beside another date only ("jan-feb 2017")."""
    if r.at(i) != "M":
        return None
    return _with_tail(r, Point(month=MONTHS[r.low(i)]), _skip_dot(r, i))


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
    elif r.at(j) == "U" and j > i + 1 and r.low(j) in ("jaar", "maand", "week"):
        unit = {"jaar": "year", "maand": "month", "week": "week"}[r.low(j)]
        whole = Point(when=Relative(Step.SHIFT, unit, 0)), j + 1
        if r.low(j) == "jaar" and r.year(j + 1):
            whole = parse_year(r, j + 1)
    else:
        whole = parse_year(r, j)
    if not whole or (whole[0].when and whole[0].when.step is not Step.SHIFT):
        return None
    return replace(whole[0], part=PARTS[word]), whole[1]


def parse_year(r: Reader, i: int) -> Found:
    """Read "2019" or "2017 april"."""
    year = r.year(i)
    if not year:
        return None
    if r.at(year[1]) == "M" and r.at(year[1] + 1) != "Y":
        return Point(year=year[0], month=MONTHS[r.low(year[1])]), year[1] + 1
    return Point(year=year[0]), year[1]


def parse_ordinal(r: Reader, i: int) -> Found:
    """Read "eerste kwartaal 2021", "tweede helft van 2020", "3e week van januari", "15e eeuw"."""
    rank = -1 if r.at(i) == "R" else r.number(i)
    nouns, word = r.at(i + 1), r.low(i + 1)
    j = r.skip(r.skip(i + 2, "v"), "a")
    if nouns == "C":
        return Point(year=100 * (rank - 1), years=100), i + 2
    if nouns == "Q" and 1 <= rank <= 4:
        return _with_tail(r, Point(cycle=32 + rank), i + 2)
    if nouns == "H" and rank in _HALVES:
        if r.at(j) == "M":
            month = parse_month(r, j)
            return (replace(month[0], part=f"helft {rank}"), month[1]) if month else None
        return _cycle_of(r, _HALVES[rank], i + 2)
    if word == "week" and j > i + 2:
        whole = parse_month(r, j) or parse_short_month(r, j) if r.at(j) == "M" else parse_year(r, j)
        if whole:
            return replace(whole[0], week=rank), whole[1]
    return None


def _cycle_of(r: Reader, code: int, i: int) -> Found:
    found = _with_tail(r, Point(cycle=code), i)
    return found if found[1] > i else None


def parse_quarter_code(r: Reader, i: int) -> Found:
    """Read "Q1 2021"."""
    return _cycle_of(r, 32 + int(r.low(i)[1]), i + 1)


def parse_season(r: Reader, i: int) -> Found:
    """Read "zomer van 2020", "winter 2019-2020", "voorjaar"."""
    point = Point(cycle=SEASONS[r.low(i)])
    j = r.skip(i + 1, "v")
    if r.at(j) == "L" and len(r.numbers(j)) == 2:
        return replace(point, year=r.numbers(j)[0]), j + 1
    return _with_tail(r, point, i + 1)


def parse_week(r: Reader, i: int) -> Found:
    """Read "week 23 van 2019", "week van 10 april", "week beginnend op 4 februari"."""
    if r.low(i) != "week":
        return None
    if r.at(i + 1) in "dn" and 1 <= r.number(i + 1) <= 53:
        return _with_tail(r, Point(week=r.number(i + 1)), i + 2)
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
    return None


def parse_decade(r: Reader, i: int) -> Found:
    """Read "jaren negentig", "jaren '90"."""
    if r.low(i) != "jaren":
        return None
    if r.low(i + 1) in DECADES:
        return Point(year=1900 + DECADES[r.low(i + 1)], years=10), i + 2
    j = r.skip(i + 1, "'")
    if r.at(j) in "dn" and len(r.low(j)) == 2 and r.number(j) % 10 == 0 and r.number(j) >= 20:
        return Point(year=1900 + r.number(j), years=10), j + 1
    return None


def parse_holiday(r: Reader, i: int) -> Found:
    """Read "Pasen 2018", "Koningsdag", "Dag van de Arbeid"."""
    names = load_holidays()
    for length in range(_LONGEST_NAME, 0, -1):
        rule = names.get(tuple(r.low(k) for k in range(i, i + length)))
        if rule:
            return _with_tail(r, Point(holiday=rule), i + length)
    return None
