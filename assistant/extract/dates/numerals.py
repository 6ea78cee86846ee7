"""Numbers and runs of numbers: what "28-06-2022", "2019/2020", "12-4" or "4e" can stand for."""

from __future__ import annotations

import re
from datetime import date

YEARS = range(1500, 2200)
"""Numbers that can be a year; the context decides whether they are one."""
PIVOT = 70
"""Two-digit years below this are 20xx, the others 19xx (the POSIX rule is 69)."""
LAST_SHORT_YEAR = 50
"""The last of the years of this century that texts write as "'50"; "'68" looks back."""
LONGEST_RANGE = 100
"""Years in a range such as 2023-2027; more is a number of something else."""

_PLAIN = re.compile(r"\d{1,4}")
_ORDINAL = re.compile(r"(\d{1,2})(?:e|ste|de)")
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_YEARS = re.compile(r"(\d{4})[-/~–](\d{4})")
_YEAR_SHORT = re.compile(r"(\d{4})([-/–])(\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/](\d{4})")
_PAIR = re.compile(r"(\d{1,2})[-/~–](\d{1,2})")
_DATES = re.compile(r"(\d{1,2})([-/])(\d{1,2})(?:\2(\d{4}))?[-~–](\d{1,2})\2(\d{1,2})\2(\d{4})")


def make_date(year: int, month: int, day: int) -> date | None:
    """Give the day, or None when the calendar does not have it (31 February, year 0)."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= days_in(year, month)):
        return None
    return date(year, month, day)


def days_in(year: int, month: int) -> int:
    """Give the number of days of a month in the Gregorian calendar."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def read_number(word: str) -> tuple[str, tuple[int, ...]]:
    """Give the class letter of a word that begins with a digit, and its numbers.

    `D` (year, month, day), of which the calendar may not have the day (29-2-2019);
    `L` (first year, last year) or two dates as six numbers; `G` two small
    numbers; `J` (year, month); `Y`, `d`, `n`, `o` one number; `x` nothing usable.
    """
    if _PLAIN.fullmatch(word):
        return _read_plain(int(word), len(word))
    if match := _ORDINAL.fullmatch(word):
        return "o", (int(match[1]),)
    for reader in (_read_date, _read_years, _read_pair):
        found = reader(word)
        if found is not None:
            return found
    return "x", ()


def _read_plain(value: int, digits: int) -> tuple[str, tuple[int, ...]]:
    if digits == 4 and value in YEARS:
        return "Y", (value,)
    return ("d" if digits <= 2 and 1 <= value <= 31 else "n"), (value,)


def _read_date(word: str) -> tuple[str, tuple[int, ...]] | None:
    if match := _DAY_FIRST.fullmatch(word):
        if len(match[4]) == 2 and match[2] == ".":
            return "x", ()
        return _check(widen_year(match[4]), int(match[3]), int(match[1]))
    if match := _YEAR_FIRST.fullmatch(word):
        return _check(int(match[1]), int(match[3]), int(match[4]))
    if match := _DATES.fullmatch(word):
        first_year = match[4] or match[7]
        values = tuple(int(part) for part in (first_year, match[3], match[1], match[7], match[6], match[5]))
        first, last = make_date(*values[:3]), make_date(*values[3:])
        return ("L", values) if first and last and first <= last else ("x", ())
    return None


def _read_years(word: str) -> tuple[str, tuple[int, ...]] | None:
    if match := _YEARS.fullmatch(word):
        first, last = int(match[1]), int(match[2])
        fits = first in YEARS and first < last <= first + LONGEST_RANGE
        return ("L", (first, last)) if fits else ("x", ())
    if match := _YEAR_SHORT.fullmatch(word):
        year, rest = int(match[1]), int(match[3])
        following = (year + 1) % 100 == rest and len(match[3]) == 2
        if year not in YEARS:
            return "x", ()
        if following and (rest > 12 or match[2] == "/"):
            return "L", (year, year + 1)
        return ("J", (year, rest)) if 1 <= rest <= 12 and match[2] == "-" else ("x", ())
    if match := _MONTH_YEAR.fullmatch(word):
        month, year = int(match[1]), int(match[2])
        return ("J", (year, month)) if year in YEARS and 1 <= month <= 12 else ("x", ())
    return None


def _read_pair(word: str) -> tuple[str, tuple[int, ...]] | None:
    match = _PAIR.fullmatch(word)
    if not match:
        return None
    first, second = int(match[1]), int(match[2])
    return ("G", (first, second)) if 1 <= first <= 31 and 1 <= second <= 31 else ("x", ())


def _check(year: int, month: int, day: int) -> tuple[str, tuple[int, ...]]:
    if year in YEARS and 1 <= month <= 12 and 1 <= day <= 31:
        return "D", (year, month, day)
    return "x", ()


def widen_short(value: int) -> int:
    """Give the year of two digits behind an apostrophe: up to '50 of this century, from '51 of the last."""
    return value + (2000 if value <= LAST_SHORT_YEAR else 1900)


def widen_year(digits: str) -> int:
    """Give the year of four digits, or of the last two."""
    value = int(digits)
    if len(digits) > 2:
        return value
    return value + (2000 if value < PIVOT else 1900)
