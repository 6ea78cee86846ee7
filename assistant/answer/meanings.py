"""The meaning of a word: a sentence that gives it in so many words goes before one that only speaks of it."""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.explained import find_explained
from assistant.answer.explanations import SAYS, find_explanation
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question

_LOOK, _NEAR_BEST, _FIT = 40, 4.0, 0.6
"""Sentences in which the meaning is looked for, how far below the first one they may score, and their least fit."""

_RANKED = re.compile(r"(?:de|het) [a-zà-ÿ]{3,}ste\b", re.IGNORECASE)
"""What may only rank a thing: "de grootste belemmering"."""


def prefer_meaning(question: Question, units: list[Unit]) -> None:
    """Put first the best sentence that says what the asked thing is, where the first one does not."""
    thing = find_explained(question.text) if question.kind is QuestionKind.DEFINITION else None
    if thing is None or not units or _says(units[0], thing):
        return
    top = units[0]
    for unit in units[1:_LOOK]:
        if unit.score < top.score - _NEAR_BEST:
            return
        if not unit.lacks and unit.short is not None and unit.fit >= _FIT and _says(unit, thing):
            unit.score = top.score
            units.remove(unit)
            units.insert(0, unit)
            return


def _says(unit: Unit, thing: str) -> bool:
    told = find_explanation(thing, unit.text)
    return told is not None and told.surely >= SAYS and not _RANKED.match(told.span.of(unit.text))
