"""Points so far from another point: "twee dagen na vandaag", "een week na 3 mei 2017", "de dag na morgen"."""

from __future__ import annotations

from dataclasses import replace

from assistant.extract.dates import absolute
from assistant.extract.dates.points import Point, Relative, Step
from assistant.extract.dates.reader import Reader
from assistant.extract.dates.relative import (
    parse_adverb,
    parse_ahead,
    parse_count,
    parse_distance,
    parse_now,
    parse_unit,
)
from assistant.extract.dates.words import SHIFTS, UNITS, WEEKDAYS

Found = tuple[Point, int] | None
_WHOLES = {"week": "week", "maand": "month", "jaar": "year"}


def parse_offset(r: Reader, i: int) -> Found:
    """Read a distance from now or from the date behind it."""
    amount, j = parse_count(r, i)
    unit = UNITS.get(r.low(j)) if amount else None
    if unit is None:
        return parse_distance(r, i)
    k = j + 2 if r.low(j + 1) == "gerekend" else j + 1
    if r.at(k) not in "fzb" or r.low(k) in ("sinds", "sedert"):
        return parse_distance(r, i)
    base = _parse_base(r, k + 1)
    if not base or (r.at(k) == "z" and base[0].when is None):
        return None
    signed = -amount if r.at(k) == "b" else amount
    return Point(when=Relative(Step.OFFSET, unit, signed, base[0])), base[1]


def _parse_base(r: Reader, i: int) -> Found:
    """Read what is counted from: today, a weekday, or a day that states its year."""
    if r.at(i) == "A":
        return parse_adverb(r, i) or parse_now(r, i)
    if r.at(i) == "W":
        return Point(weekday=WEEKDAYS[r.low(i)], when=Relative(Step.NEAREST, "self", 1)), i + 1
    found: Found = None
    if r.at(i) == "D":
        found = absolute.parse_numeric(r, i)
    elif r.at(i) in "dw":
        found = absolute.parse_day(r, i)
    elif r.at(i) in "oV":
        found = absolute.parse_holiday(r, i)
    return found if found and (found[0].year is not None or found[0].when is not None) else None


def parse_within(r: Reader, i: int) -> Found:
    """Read "over twee weken", "binnen 9 maanden", "binnen drie weken na 3 mei 2017"."""
    found = parse_ahead(r, i)
    if not found or r.at(i) != "i" or r.low(found[1]) not in ("na", "vanaf"):
        return found
    amount, _ = parse_count(r, r.skip(i + 1, "a"))
    base = _parse_base(r, found[1] + 1)
    when = found[0].when
    if not base or not amount or when is None:
        return found
    return Point(when=Relative(Step.WITHIN, when.unit, amount, base[0])), base[1]


def parse_beside(r: Reader, i: int) -> Found:
    """Read "(de) dag na morgen", "(de) week na volgende", "(het) jaar voor vorig jaar", from the noun on."""
    word = r.low(i)
    if r.at(i + 1) not in "fb":
        return None
    sign = 1 if r.at(i + 1) == "f" else -1
    if word == "dag":
        base = _parse_base(r, i + 2)
        return (Point(when=Relative(Step.OFFSET, "day", sign, base[0])), base[1]) if base else None
    unit = _WHOLES.get(word)
    if unit is None or r.at(i + 2) != "R":
        return None
    near = parse_unit(r, i + 2)
    if near and near[0].when and near[0].when.unit == unit and near[0].when.step is Step.SHIFT:
        return replace(near[0], when=replace(near[0].when, amount=near[0].when.amount + sign)), near[1]
    alone = SHIFTS[r.low(i + 2)] == ("next" if sign > 0 else "previous") and r.at(i + 3) != "U"
    return (Point(when=Relative(Step.SHIFT, unit, 2 * sign)), i + 3) if alone else None


def parse_year_to_date(r: Reader, i: int) -> Found:
    """Read "jaar tot (op) heden" and "jaar tot nu toe" as the part of the year that lies behind."""
    if r.low(i) != "jaar" or r.at(i + 1) != "t":
        return None
    j = i + 3 if r.low(i + 2) == "op" else i + 2
    if r.low(j) not in ("heden", "nu", "vandaag"):
        return None
    end = j + 2 if r.low(j + 1) == "toe" else j + 1
    return Point(part="eerder", when=Relative(Step.SHIFT, "year", 0)), end
