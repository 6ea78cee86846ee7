"""A name in a question for a value: a sentence or row that says it goes before one near which it is not said.

"Hoeveel woningen zijn in Lier in aanbouw?" is told by the row of Lier, and not by the total of a paragraph about all towns.
"""

from __future__ import annotations

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.missing import UNDERSTOOD
from assistant.answer.question import Question
from assistant.answer.scoring import must_decline
from assistant.dutch import fold

_KINDS = frozenset({QuestionKind.AMOUNT, QuestionKind.COUNT, QuestionKind.SHARE})
_LOOK, _NEAR_BEST, _FIT = 25, 2.5, 0.4
"""Units in which one that says the name is looked for, how far below the first one it may score, and its least fit."""
_SAID = 0.75
"""How strongly a name is held by what says it."""
_LETTERS = 4


def prefer_named(question: Question, units: list[Unit], matcher: Matcher) -> None:
    """Put first a value beside the name of the question, where the first one, its paragraph and headings do not say it."""
    if not units or question.kind not in _KINDS:
        return
    names = [
        place
        for place, term in enumerate(matcher.terms)
        if term.kind == "name" and len(term.text) >= _LETTERS and fold(term.text) not in UNDERSTOOD
    ]
    top = units[0]
    if not names or any(_is_near(top, place, matcher) for place in names):
        return
    least = matcher.coverage(top.local)
    for unit in units[1:_LOOK]:
        if unit.score < top.score - _NEAR_BEST:
            return
        if (
            unit.fit < _FIT
            or unit.short is None
            or unit.lacks
            or min(unit.local[place] for place in names) < _SAID
        ):
            continue
        if not _holds_more(unit, matcher):
            continue
        if matcher.coverage(unit.local) >= least and not must_decline(question, unit, matcher):
            unit.score = top.score
            units.remove(unit)
            units.insert(0, unit)
            return


def _is_near(unit: Unit, place: int, matcher: Matcher) -> bool:
    """Tell whether a name is said in a unit, in its block, the headings above it or the title."""
    reading = unit.reading
    texts = (unit.text, reading.text_of(unit.block), *reading.headings_of(unit.block), reading.document.title)
    return any(matcher.strengths(text)[place] >= _SAID for text in texts)


def _holds_more(unit: Unit, matcher: Matcher) -> bool:
    """Tell whether a unit holds a word of the question beside its names."""
    return any(
        held >= _SAID and term.kind == "word" for term, held in zip(matcher.terms, unit.local, strict=True)
    )
