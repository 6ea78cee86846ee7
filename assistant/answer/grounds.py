"""A sentence that gives the reason before one that only tells what happened, where both speak of what is asked.

So goes one of what is not done before one of what is, where the reason of the first is asked.
"""

from __future__ import annotations

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.negation import has_negation
from assistant.answer.otherdeeds import read_told
from assistant.answer.polarity import find_refusals
from assistant.answer.question import Question

_NONE, _GIVEN = 0.4, 0.75
"""The fit below which a sentence gives no reason, and from which it surely gives one."""
_LOOK, _NEAR_BEST, _LESS = 25, 1.5, 0.05
"""Units in which a reason is looked for, how far below the first one it may score, and how much less it may hold."""


def prefer_reason(question: Question, units: list[Unit], matcher: Matcher) -> None:
    """Put first the best sentence with a reason where the first one has none and holds hardly more of the question."""
    if question.kind is not QuestionKind.REASON or not units:
        return
    if units[0].fit >= _NONE:
        _prefer_denied(question, units, matcher)
        return
    top = units[0]
    held = matcher.coverage(top.close)
    for unit in units[1:_LOOK]:
        if unit.score < top.score - _NEAR_BEST:
            return
        if not unit.lacks and unit.fit >= _GIVEN and matcher.coverage(unit.close) >= held - _LESS:
            unit.score = top.score
            units.remove(unit)
            units.insert(0, unit)
            return


def _prefer_denied(question: Question, units: list[Unit], matcher: Matcher) -> None:
    """Put first the reason of what is not done where that is asked, the first one is of what is, and both hold as much."""
    top = units[0]
    if not has_negation(question.text) or _is_denied(top):
        return
    held = matcher.coverage(top.local)
    for unit in units[1:_LOOK]:
        if unit.score < top.score - _NEAR_BEST:
            return
        near = not unit.lacks and unit.fit >= _GIVEN and matcher.coverage(unit.local) >= held
        if near and has_negation(read_told(unit)):
            unit.score = top.score
            units.remove(unit)
            units.insert(0, unit)
            return


def _is_denied(unit: Unit) -> bool:
    """Tell whether a unit says in any word that something is not done."""
    return has_negation(unit.text) or bool(find_refusals(unit.text))
