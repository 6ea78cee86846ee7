"""What is wanted where a text first tells how things are: "De boete is nu 200 euro. Wij willen een boete van 900 euro."

A question for what somebody wants ("Hoe hoog wil X de boete?") finds the first sentence as well as the second. A programme
also asks what it goes on to tell ("Waarom is de tol zo hoog?"), which is no answer beside what it tells.
"""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import Span

_MEASURES = frozenset(
    {QuestionKind.AMOUNT, QuestionKind.SHARE, QuestionKind.COUNT, QuestionKind.PERIOD, QuestionKind.MOMENT}
)
_ASKED = re.compile(
    r"\b(?:wil|willen|wenst|wensen)\b|\bvolgens (?:de|het)?\b.{0,200}\b(?:moet|moeten)\b|\b(?:moet|moeten)\b.{0,200}\bvolgens\b"
)
_WANTED = re.compile(r"\b(?:wil|willen|wenst|wensen|pleit|pleiten|streeft|streven)\b")
_CHANGED = re.compile(
    r"\b(?:wil|willen|wenst|wensen|pleit|pleiten|streeft|streven|moet|moeten|zal|zullen|gaat|gaan|wordt|worden|komt|komen|we|wij|dient|dienen|"
    r"mag|mogen|kan|kunnen|krijgt|krijgen|stelt|stellen)\b"
)
"""What a sentence has that tells what will or must be."""
_NEAR = 3
"""Sentences behind the first one in which the wish stands."""


def prefer_wanted(question: Question, units: list[Unit]) -> None:
    """Put a wish with a value before the sentence that stands right before it and tells how things are."""
    if not units or question.kind not in _MEASURES or not _ASKED.search(fold(question.text)):
        return
    first = units[0]
    if _CHANGED.search(fold(first.text)):
        return
    near = _sentences_behind(first)
    for place, unit in enumerate(units[1:], 1):
        if unit.reading is first.reading and unit.span in near and _tells_wish(unit, question):
            units.insert(0, units.pop(place))
            return


def _tells_wish(unit: Unit, question: Question) -> bool:
    """Tell whether a sentence wants something and gives a value, and nobody else wants it than is asked about."""
    if unit.short is None or unit.fit < _FITS or not _WANTED.search(fold(unit.text)):
        return False
    if max(unit.local, default=0.0) < _HELD and not _POINTS.search(unit.text):
        return False
    asked = {fold(token.text) for token in question.words}
    wishers = [one["before"] or one["behind"] for one in _WISHER.finditer(unit.text)]
    return not any(one.islower() and fold(one) not in asked | _OURS for one in wishers)


_HELD = 0.5
_POINTS = re.compile(r"\b(?:dat|die|dit|deze|hem|er)\b", re.IGNORECASE)
"""What speaks on of the thing of the sentence before, where none of its words is said."""
_WISHER = re.compile(
    r"\b(?:de|het|alle|onze|veel) (?P<before>[a-zà-ÿ-]{4,}) (?:wil|willen|wenst|wensen|pleiten?|streven)\b|"
    r"\b(?:wil|willen|wenst|wensen|pleiten?|streven) (?:de|het|alle) (?P<behind>[a-zà-ÿ-]{4,})\b",
    re.IGNORECASE,
)
_OURS = frozenset("partij fractie regering kabinet coalitie college bestuur".split())
"""Those whose wishes a programme tells as its own."""


_FITS = 0.5
"""The fit that the value must have."""


def _sentences_behind(unit: Unit) -> list[Span]:
    """Give the sentences right behind a unit, those of the next block too."""
    found: list[Span] = []
    for block in range(unit.block, min(unit.block + 2, len(unit.reading.blocks))):
        found += [span for span in unit.reading.sentences(block) if span.start >= unit.span.end]
    return found[:_NEAR]


_TOLD = frozenset({QuestionKind.TOPIC, QuestionKind.STATUS, QuestionKind.MANNER, QuestionKind.PURPOSE})
"""Kinds of question that nothing but words answers."""
_ASKS = re.compile(r"\b(?:vraag|vragen|vraagt|gevraagd)\b")
_AS_MUCH = 0.1
"""What a statement may hold less of a word of the question than one that asks."""


def prefer_stated(question: Question, units: list[Unit]) -> None:
    """Put the next sentence of the same document that states as much before one that only asks it."""
    if (
        not units
        or question.kind not in _TOLD
        or not _is_asking(units[0])
        or _ASKS.search(fold(question.text))
    ):
        return
    first = units[0]
    for place, unit in enumerate(units[1:_NEXT], 1):
        if unit.reading is first.reading and not _is_asking(unit) and _holds_as_much(unit, first):
            units.insert(0, units.pop(place))
            return


_NEXT = 8
"""Sentences among which a statement is looked for."""


def _is_asking(unit: Unit) -> bool:
    return unit.text.rstrip().endswith("?") and not unit.items


def _holds_as_much(unit: Unit, other: Unit) -> bool:
    return all(own >= theirs - _AS_MUCH for own, theirs in zip(unit.local, other.local, strict=True))
