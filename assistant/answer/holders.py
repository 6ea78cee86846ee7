"""Who it is now, of several that a sentence names: "Lier is nu nog de enige eigenaar, maar Mol en Geel zullen toetreden"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.finders.eras import asks_now
from assistant.answer.finders.timedvalues import FORMER, NOW, WORDS
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.dutch import STOP_WORDS, fold
from assistant.dutch import stem as stem_word

_KINDS = frozenset({QuestionKind.PERSON, QuestionKind.ORGANISATION, QuestionKind.PLACE, QuestionKind.NAME})
_PARTED = re.compile(
    r"[;:]|,? (?:maar|terwijl|waarna|doch|en (?=(?:vanaf|daarna|later|binnenkort|straks)\b)) "
)
_OTHERWISE = re.compile(
    r"\b(?:zal|zullen|zou|zouden|gaat|gaan|(?:wordt|worden)(?= (?:in|vanaf|na) 20\d\d)|binnenkort|straks|later|daarna|volgend jaar|komend jaar)\b|"
    + FORMER
)
"""Words of a clause that tells of before or of what is to come."""


def keep_present(question: Question, unit: Unit, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give who is named in a clause that tells of now, where the question asks that and another clause tells of another time."""
    found = list(candidates)
    if question.kind not in _KINDS or len(found) < 2 or not asks_now(question):
        return found
    text = fold(unit.text)
    bounds = [0, *(mark.end() for mark in _PARTED.finditer(text)), len(text) + 1]
    clauses = [text[start:end] for start, end in pairwise(bounds)]
    own = []
    for candidate in found:
        start = candidate.span.start - unit.span.start
        own.append(next((clause for clause, end in zip(clauses, bounds[1:], strict=True) if start < end), ""))
    if not any(WORDS[NOW].search(clause) and _is_of(question, clause) for clause in own):
        return found
    return [
        candidate
        for candidate, clause in zip(found, own, strict=True)
        if WORDS[NOW].search(clause) or not _OTHERWISE.search(clause)
    ]


def _is_of(question: Question, clause: str) -> bool:
    """Tell whether a clause has a word of the question that says something of its own, or points back to it: "nu is dat"."""
    if _POINTS.search(clause):
        return True
    plain = WORDS[NOW].sub(" ", fold(question.text))
    asked = {stem_word(word) for word in _WORD.findall(plain) if word not in STOP_WORDS}
    return any(stem_word(word) in asked for word in _WORD.findall(clause))


_WORD = re.compile(r"[a-z][a-z-]{2,}")
_POINTS = re.compile(r"\b(?:is|zijn|doet|doen) (?:dat|dit)\b")
