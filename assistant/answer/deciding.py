"""Which sentence answers a yes or no: the one that speaks to it and decides it, with those that deny something beside."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.cues import NEGATION
from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.signs import read_signs
from assistant.answer.verdict import Verdict, find_support, read_verdict

_LOOK, _GAP = 15, 3.0
"""Sentences looked through for one that decides, and how far below the top they may score."""
_RIVAL, _ALIKE, _WHOLE = 0.9, 0.4, 0.95
"""A sentence that says the opposite leaves the question open where its chance to speak to it is such a share of that
of the best one: the smaller where both hold (nearly) all of the question."""
_SPEAKING = 0.3
"""The share of a question that a sentence must hold in its own words to speak of it."""
_DENIAL = 0.5
"""What a sentence that denies something gains over others where it holds `_SPEAKING` of the question: who asks whether
something is so is answered in so many words where it is not. Set on the development questions."""


def find_decider(
    question: Question, units: Sequence[Unit], matcher: Matcher
) -> tuple[Unit, str] | tuple[None, None]:
    """Give the sentence that decides the question best and what it says; nothing when none is certain or two disagree."""
    found: list[tuple[float, float, float, Unit, Verdict]] = []
    for unit in units[:_LOOK]:
        if unit.score < units[0].score - _GAP:
            break
        signs = read_signs(question, unit, matcher, units[0].score)
        verdict = read_verdict(question, unit, matcher, signs)
        if verdict is not None:
            support = find_support(signs)
            found.append((support * verdict.certainty, support, signs["held"], unit, verdict))
    if not found:
        return None, None
    _, support, held, unit, verdict = max(found, key=lambda row: row[0])
    contested = any(
        other.is_certain
        and other.said != verdict.said
        and share >= (_ALIKE if min(held, rival) >= _WHOLE else _RIVAL) * support
        for _, share, rival, _, other in found
    )
    return (None, None) if contested or not verdict.is_certain else (unit, verdict.said)


def order_telling(units: Sequence[Unit], matcher: Matcher) -> list[Unit]:
    """Give the sentences by score, with those that deny something of the question before others like them."""

    def telling(unit: Unit) -> float:
        held = min(1.0, matcher.coverage(unit.local) / _SPEAKING)
        return unit.score + (_DENIAL * held if NEGATION.search(unit.text) else 0.0)

    return sorted(units, key=lambda unit: (-round(telling(unit), 9), unit.key))
