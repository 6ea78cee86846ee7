"""The second one: what is said of "de installatie" tells nothing of "de tweede installatie" that the text speaks of later."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.cues import PERIOD_NOUNS, TIME_NOUNS
from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.dutch import fold

_KINDS = frozenset(
    {
        QuestionKind.AMOUNT,
        QuestionKind.COUNT,
        QuestionKind.SHARE,
        QuestionKind.MOMENT,
        QuestionKind.PERIOD,
        QuestionKind.PLACE,
        QuestionKind.PERSON,
    }
)
_RANKS = frozenset("tweede derde vierde vijfde zesde zevende achtste negende tiende".split())
_PARTS = frozenset("helft kwartaal halfjaar semester trimester graad lijn kamer lid termijn".split())
"""What is counted so and is nothing that there is one of without its rank."""
_SAID, _NAMED, _FAINT = 0.9, 0.7, 0.3
"""Strengths from which a rank and its noun are said in a sentence, and below which nothing is said of the rank near it."""


def mark_other_ranks(question: Question, units: Sequence[Unit], matcher: Matcher) -> None:
    """Add to `lacks` of each unit the rank of the asked thing, where the unit names the thing without it,
    before a sentence first says it of another one."""
    place = _find_rank(question, matcher) if question.kind in _KINDS else None
    if place is None:
        return
    said = [unit for unit in units if unit.local[place] >= _SAID and unit.local[place + 1] >= _NAMED]
    for unit in units:
        before = any(unit.reading is other.reading and unit.span.start < other.span.start for other in said)
        if before and unit.local[place + 1] >= _SAID and unit.close[place] < _FAINT:
            unit.lacks = tuple(dict.fromkeys((*unit.lacks, matcher.terms[place].text)))


def _find_rank(question: Question, matcher: Matcher) -> int | None:
    """Give the place of the term for a rank that stands right before the noun of a thing; None without one."""
    for place, (rank, noun) in enumerate(zip(matcher.terms, matcher.terms[1:], strict=False)):
        plain = fold(noun.text)
        if fold(rank.text) not in _RANKS or f"{rank.text} {noun.text}" not in question.text:
            continue
        if plain not in _PARTS and plain not in TIME_NOUNS and plain not in PERIOD_NOUNS:
            return place
    return None
