"""Values that can be compared: numbers with a unit, and stretches of time, as the facts of the index hold them."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer.evidence import Unit
from assistant.types import AmountValue, DateValue, Extract, ExtractKind

_EXACT_BELOW = 1_000
"""Numbers below this one are taken as counted; larger ones may be rounded."""
_ROUNDED, _LOOSE = 0.05, 0.15
"""How far a rounded number may be from the exact one, and one with "ruim" or "circa", as a share of it."""
_NUMBERS = (ExtractKind.AMOUNT, ExtractKind.SHARE, ExtractKind.COUNT)


@dataclass(frozen=True, slots=True)
class Measure:
    """The least and the most that a value may be, in `unit`; dates as ISO 8601, numbers as they are."""

    unit: str
    least: float | str
    most: float | str


def read_measure(unit: Unit) -> Measure | None:
    """Give the value of a unit's short answer; None when no single fact says it."""
    if unit.short is None:
        return None
    facts = [
        fact
        for fact in unit.reading.facts_in(unit.span, *_NUMBERS, ExtractKind.DATE)
        if fact.span.overlaps(unit.short)
    ]
    measures = {measure for fact in facts if (measure := _measure_of(fact)) is not None}
    return measures.pop() if len(measures) == 1 else None


def differ(one: Measure, other: Measure) -> bool:
    """Tell whether two values in the same unit cannot both be true."""
    if one.unit != other.unit:
        return False
    return _before(one.most, other.least) or _before(other.most, one.least)


def _before(one: float | str, other: float | str) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return str(one) < str(other)
    return one < other


def _measure_of(fact: Extract) -> Measure | None:
    value = fact.value
    if isinstance(value, DateValue) and value.earliest and value.latest:
        return Measure("dag", value.earliest, value.latest)
    if isinstance(value, AmountValue) and value.origin is None:
        least, most = value.value, value.value if value.upper is None else value.upper
        slack = _slack(value)
        return Measure(value.unit.casefold(), least - slack * least, most + slack * most)
    return None


def _slack(value: AmountValue) -> float:
    """Give the share by which a number may be off: nothing for a small exact one, more for "ruim"."""
    if value.modifier is not None:
        return _LOOSE
    return 0.0 if value.value < _EXACT_BELOW else _rounding(value.value)


def _rounding(number: float) -> float:
    """Give half the place of the last figure that is not zero, as a share of the number, at most `_ROUNDED`."""
    whole, step = round(number), 1
    while whole and whole % (step * 10) == 0:
        step *= 10
    return min(_ROUNDED, step / 2 / number)
