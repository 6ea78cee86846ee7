"""One point of a date expression: which parser reads it, by the class of its first word."""

from __future__ import annotations

from collections.abc import Callable

from assistant.extract.dates import absolute, decades, offsets, ordinals, relative
from assistant.extract.dates.absolute import Found
from assistant.extract.dates.points import Point
from assistant.extract.dates.reader import Reader

_PARSERS: dict[str, tuple[Callable[[Reader, int], Found], ...]] = {
    "D": (absolute.parse_numeric,),
    "J": (absolute.parse_numeric,),
    "L": (absolute.parse_numeric,),
    "W": (absolute.parse_weekday,),
    "d": (absolute.parse_day, offsets.parse_offset),
    "w": (absolute.parse_day, offsets.parse_offset),
    "n": (offsets.parse_offset,),
    "o": (absolute.parse_day, ordinals.parse_ordinal, absolute.parse_holiday),
    "M": (absolute.parse_month,),
    "P": (absolute.parse_part,),
    "S": (absolute.parse_season,),
    "q": (absolute.parse_quarter_code,),
    "Y": (absolute.parse_year,),
    "'": (decades.parse_short_year,),
    "K": (absolute.parse_school_year,),
    "U": (absolute.parse_week, decades.parse_decade, absolute.parse_holiday, offsets.parse_year_to_date),
    "V": (absolute.parse_holiday,),
    "A": (relative.parse_adverb,),
    "r": (offsets.parse_within,),
    "i": (offsets.parse_within,),
    "l": (relative.parse_within_unit,),
    "T": (relative.parse_unit, relative.parse_week_day),
    "R": (relative.parse_unit, relative.parse_week_day, relative.parse_half_year, ordinals.parse_ordinal),
}
_NAMED = {"M": absolute.parse_short_month, "S": absolute.parse_season, "V": absolute.parse_holiday}


def parse_point(r: Reader, i: int) -> Found:
    """Give the longest point that begins at word `i`, with the position behind it; read once."""
    if i not in r.points:
        r.points[i] = _parse_point(r, i)
    return r.points[i]


def _parse_point(r: Reader, i: int) -> Found:
    best: Found = None
    for parser in _PARSERS.get(r.at(i), ()):
        found = parser(r, i)
        if found and (best is None or found[1] > best[1]):
            best = found
    if r.at(i) in "RT":
        near = relative.parse_near(r, i, _parse_named(r, i + 1))
        if near and (best is None or near[1] > best[1]):
            best = near
    if r.at(i) == "a" and best is None:
        best = _parse_with_article(r, i)
    return best


def _parse_named(r: Reader, i: int) -> Found:
    letter = r.at(i)
    if letter == "R" and r.at(i + 1) == "W":
        letter, i = "W", i + 1
    if letter == "W":
        return absolute.parse_weekday(r, i)
    if letter in "do":
        return absolute.parse_day(r, i)
    if letter == "G" and r.numbers(i)[1] <= 12:
        return Point(day=r.numbers(i)[0], month=r.numbers(i)[1]), i + 1
    return _NAMED[letter](r, i) if letter in _NAMED else None


def _parse_with_article(r: Reader, i: int) -> Found:
    """Read what takes its article along: "het eind van 2019", "de laatste week van juli"."""
    letter = r.at(i + 1)
    if letter == "P":
        return absolute.parse_part(r, i + 1)
    if letter in "oR" and r.low(i + 2) == "week":
        if r.low(i + 1) == "laatste" or letter == "o":
            return ordinals.parse_ordinal(r, i + 1)
        return None
    return (absolute.parse_week(r, i + 1) or offsets.parse_beside(r, i + 1)) if letter == "U" else None
