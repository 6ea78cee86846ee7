"""What a question for a reason, a manner, an aim or a subject is about: that must be said near what is quoted.

No value and no name tells that a sentence answers such a question. Where no clause says why or how, only the words of the
question tell that it belongs to it: "Waarom duurt de bouw van de energiehub langer?" is not answered by what lasts long
elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.choosing import SHOWN
from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind, asks_overview
from assistant.answer.matching import Matcher
from assistant.answer.predicates import ASKED, VERB, stands_as_noun
from assistant.answer.question import Question
from assistant.answer.subjects import Subject, SubjectNear
from assistant.answer.terms import Term

OPEN = frozenset({QuestionKind.REASON, QuestionKind.MANNER, QuestionKind.PURPOSE, QuestionKind.TOPIC})
"""Kinds of question that any sentence may seem to answer."""
_LEAST, _SHARE = 0.4, 0.34
"""The weight from which a noun tells what a question is about, and the share of their weight that must be said.

With half of it two development questions lost their answer."""


def keep_near(question: Question, units: Sequence[Unit], matcher: Matcher) -> list[Unit]:
    """Give those of the units to quote that speak of what an open question is about; all where a clause answers it.

    None where none of them says it in words that are not just close in meaning. Who wants all that is said of something is shown what comes nearest.
    """
    best = units[0] if units else None
    told = best is None or (best.short is not None and best.fit >= SHOWN)
    if question.kind not in OPEN or told or asks_overview(question.text):
        return list(units)
    nouns = _find_nouns(question, matcher.terms)
    near = SubjectNear(question, matcher, Subject(tuple(nouns)))
    if not any(near.share_said(unit, in_words=True) >= _SHARE for unit in units):
        return []
    return [unit for unit in units if near.share_said(unit) >= _SHARE]


def _find_nouns(question: Question, terms: Sequence[Term]) -> list[int]:
    """Give the places of the names and the nouns that are not in every text."""
    return [
        place
        for place, term in enumerate(terms)
        if term.part not in (VERB, ASKED)
        and term.weight >= _LEAST
        and (term.kind == "name" or (term.kind == "word" and stands_as_noun(term.text, question.text)))
    ]
