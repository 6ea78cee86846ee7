"""The least or the most of something: "Hoeveel bruggen minstens?" is told by "minstens vier", and not by "twee" elsewhere."""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.finders.clauses import asked_bound, is_bounded
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.types import BlockKind

_KINDS = frozenset({QuestionKind.COUNT, QuestionKind.AMOUNT, QuestionKind.SHARE, QuestionKind.PERIOD})
_LOOK, _NEAR_BEST = 15, 2.0
"""Units in which such a value is looked for, and how far below the first one it may score."""
_FIT, _LESS = 0.4, 0.11
"""The least fit of such a value, and how much less it may fit than the first one."""
_SLACK = 0.3
"""How much less a word may be held: near it, or by another word."""
_ASIDE = re.compile(r"\b(?:waarvan|van wie|onder wie|waaronder)(?: er)? (?:\w+ )?$")
"""Words before a value of a part only."""


def prefer_bound(question: Question, units: list[Unit]) -> None:
    """Put first the best value that is told as the least, or the most, where that is asked and the first one is not."""
    bound = asked_bound(question) if question.kind in _KINDS else None
    first = next((place for place, unit in enumerate(units) if not unit.lacks), None) if bound else None
    if bound is None or first is None or _is_told(units[first], bound):
        return
    top = units[first]
    for unit in units[first + 1 : first + _LOOK]:
        if unit.score < top.score - _NEAR_BEST:
            return
        if (
            not unit.lacks
            and unit.fit >= max(_FIT, top.fit - _LESS)
            and _is_told(unit, bound)
            and _holds_as_much(unit, top)
        ):
            unit.score = top.score
            units.remove(unit)
            units.insert(first, unit)
            return


def _holds_as_much(unit: Unit, top: Unit) -> bool:
    """Tell whether a unit holds near it all that the first one holds itself: else it tells of another thing or place."""
    return all(close >= held - _SLACK for close, held in zip(unit.close, top.local, strict=True))


def _is_told(unit: Unit, bound: re.Pattern[str]) -> bool:
    """Tell whether the value of a unit has the asked bound; a row may have it above its column."""
    if unit.short is None or not unit.span.covers(unit.short):
        return False
    if unit.reading.blocks[unit.block].kind is BlockKind.ROW:
        return bound.search(unit.text.lower()) is not None
    before = unit.text[: unit.short.start - unit.span.start]
    return is_bounded(unit, unit.short, bound) and not _ASIDE.search(before)
