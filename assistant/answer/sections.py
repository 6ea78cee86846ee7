"""Whose value it is: a figure or date of what the question is about, and not one of another thing told in other sections.

"Hoeveel bedrijven zijn aangesloten bij de energiehub?" is not answered by "47 bedrijven waren aangesloten" under the
heading of a fieldlab, while under that of the energy hub "38 bedrijven doen mee" stands.
"""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.predicates import ASKED, VERB
from assistant.answer.question import Question
from assistant.dutch import fold

_KINDS = frozenset(
    {QuestionKind.COUNT, QuestionKind.AMOUNT, QuestionKind.SHARE, QuestionKind.PERIOD, QuestionKind.MOMENT}
)
_PLACED = re.compile(
    r"\b(?:van|in|bij|voor|op|aan|uit|door|met|binnen|naar|over|heeft|hebben|had|telt|telde) (?:de|het|dit|deze|die|dat) (?P<word>[\w’'-]+)"
)
_HEAVY, _ABSENT, _SAID = 0.5, 0.3, 0.75
"""The weight of a noun that tells what a question is about, and the strengths below which it is not said and from which it is."""
_LOOK, _NEAR_BEST, _FIT = 25, 2.5, 0.4
"""Units in which the noun is looked for, how far below the first one they may score, and their least fit."""


def find_sites(question: Question, matcher: Matcher) -> list[int]:
    """Give the places of the terms that tell of what a value is asked: nouns with an article behind a preposition."""
    if question.kind not in _KINDS:
        return []
    placed = {found["word"] for found in _PLACED.finditer(fold(question.text))}
    return [
        place
        for place, term in enumerate(matcher.terms)
        if term.kind == "word"
        and term.part not in (ASKED, VERB)
        and term.weight >= _HEAVY
        and fold(term.text) in placed
    ]


def prefer_section(question: Question, units: list[Unit], matcher: Matcher) -> None:
    """Put first the best value of a section of which the heading tells what is asked, where the first one stands in another.

    Only within a document: one that has no such section may be about it as a whole.
    """
    sites = find_sites(question, matcher)
    if not units or not sites or units[0].short is None:
        return
    top = units[0]
    absent = [place for place in sites if top.context[place] < _ABSENT]
    for unit in units[1:_LOOK] if absent else ():
        if unit.score < top.score - _NEAR_BEST:
            return
        if unit.reading is not top.reading or unit.lacks or unit.short is None or unit.fit < _FIT:
            continue
        if _is_below(unit, absent, matcher) and _keeps(top, unit, matcher):
            unit.score = top.score
            units.remove(unit)
            units.insert(0, unit)
            return


def _is_below(unit: Unit, places: list[int], matcher: Matcher) -> bool:
    """Tell whether the headings above a unit name what stands at the places of terms."""
    held = [matcher.strengths(heading) for heading in unit.reading.headings_of(unit.block)]
    return all(any(strengths[place] >= _SAID for strengths in held) for place in places)


def _keeps(top: Unit, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether a unit says of every name and asked noun what the first one says."""
    return all(
        unit.close[place] >= min(top.close[place], _SAID) - 0.1
        for place, term in enumerate(matcher.terms)
        if term.kind != "word" or term.part == ASKED
    )
