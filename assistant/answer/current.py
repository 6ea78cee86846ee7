"""Questions how things are now: sentences that tell so before those with a value that another says to be of the past."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answer.evidence import Unit
from assistant.answer.finders.eras import asks_now
from assistant.answer.finders.timedvalues import NOW, THEN, TimedValue, read_values
from assistant.answer.question import Question

_TOLD, _PASSED = 0.7, 2.0
"""What a value gains that is said to be of now, and what one loses that another sentence says to be what was before."""


def prefer_current(question: Question, units: Sequence[Unit]) -> None:
    """Change the scores of units by what they tell of now, where a question asks for that.

    A document of before cannot tell that its value has passed: a newer one does ("van 640 naar 815").
    """
    if not asks_now(question):
        return
    passed = {(number, unit.reading.document.date or "") for unit in units for number in _find_passed(unit)}
    for unit in units:
        value = _find_value(unit)
        if value is None:
            continue
        date = unit.reading.document.date or ""
        number = value.span.of(unit.text)
        if NOW in value.eras:
            unit.score += _TOLD
        elif any(number == other and date <= told for other, told in passed):
            unit.score -= _PASSED


def _find_value(unit: Unit) -> TimedValue | None:
    """Give the value of the short answer of a unit."""
    if unit.short is None:
        return None
    values = read_values(unit.text)
    return next((value for value in values if value.span.shift(unit.span.start).overlaps(unit.short)), None)


def _find_passed(unit: Unit) -> Iterator[str]:
    """Give the numbers that a unit says to be of before, set against those of now."""
    for value in read_values(unit.text):
        if value.paired and THEN in value.eras and NOW not in value.eras:
            yield value.span.of(unit.text)
