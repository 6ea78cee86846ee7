"""Which sentences answer a yes or no: those that speak to it most, the one that decides it first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.appliesto import excludes_case, says_of_others
from assistant.answer.bearing import is_excluded_itself, is_excluding
from assistant.answer.evidence import Unit
from assistant.answer.goals import is_goal_reached
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.signs import read_signs
from assistant.answer.verdict import Verdict, find_support, read_verdict
from assistant.answer.writtenverdicts import NO, YES, find_written

_LOOK, _GAP = 15, 3.0
"""Sentences that may be quoted, and how far below the top they may score."""
_RIVAL, _ALIKE, _WHOLE = 0.9, 0.4, 0.95
"""A sentence that says the opposite leaves the question open where its chance to speak to it is such a share of that
of the best one: the smaller where both hold (nearly) all of the question."""
_BESIDE, _FURTHER = 2, 0.1
"""Sentences given with a yes or no however little they say, and the chance of further ones to speak to the question. With
two at most, six of 217 development questions lose the quotation that holds the answer."""
_TOLD = 0.75
"""The least chance that a sentence on a goal, or one that holds the question itself with its "ja" or "nee", speaks to it."""
_WRITTEN = 0.8
"""The share of a question that a written one with its answer must hold to go first."""
_OPEN = 0.5
"""The certainty of a sentence that cannot decide: as good as a guess."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """A sentence with the chance that it speaks to the question, the share that it holds, and what it says."""

    unit: Unit
    support: float
    held: float
    verdict: Verdict | None
    written: bool = False
    """Whether it is the question itself with its "ja" or "nee"."""

    @property
    def worth(self) -> float:
        """How much it decides."""
        return self.support * (_OPEN if self.verdict is None else self.verdict.certainty)

    def is_contested(self, other: _Telling) -> bool:
        """Tell whether another sentence says the opposite and speaks to the question about as much."""
        if self.verdict is None or other.verdict is None or not other.verdict.is_certain:
            return False
        if self.written and not other.written:
            return False
        least = _ALIKE if min(self.held, other.held) >= _WHOLE else _RIVAL
        return other.verdict.said != self.verdict.said and other.support >= least * self.support


def order_telling(
    question: Question, units: Sequence[Unit], matcher: Matcher
) -> tuple[list[Unit], str | None]:
    """Give the sentences by how much they speak to the question, and what the first one says: None where it leaves it open.

    The first one leaves it open when it is not certain, or when another that speaks to it says the opposite.
    """
    found: list[_Telling] = []
    for unit in units[:_LOOK]:
        if unit.score < units[0].score - _GAP:
            break
        signs = read_signs(question, unit, matcher, units[0].score)
        verdict = read_verdict(question, unit, matcher, signs)
        if verdict and says_of_others(question, unit, matcher, affirms=verdict.said == YES):
            verdict = None
        support = find_support(signs)
        if verdict is not None and is_goal_reached(question.text, unit.text) is (verdict.said != NO):
            support = max(support, _TOLD)
        written = signs["close"] >= _WRITTEN and find_written(unit, matcher) is not None
        support = max(support, _TOLD) if written else support
        found.append(_Telling(unit, support, signs["held"], verdict, written))
    found.sort(key=lambda row: (-round(row.worth, 9), row.unit.key))
    case = next((row for row in found if excludes_case(question, row.unit, matcher)), None)
    if case is not None:
        return [case.unit, *(row.unit for row in found if row is not case)], NO
    first = found[0]
    barred = (
        None
        if first.verdict is None or first.verdict.said == NO
        else _find_excluding(question, found, matcher)
    )
    if barred is not None:
        found.remove(barred)
        itself = is_excluded_itself(question, barred.unit, matcher)
        found.insert(0 if itself else 1, barred)
        return [row.unit for row in found], NO if itself else None
    open_ = first.verdict is None or not first.verdict.is_certain or any(map(first.is_contested, found))
    if open_ or first.verdict is None:
        return [row.unit for row in found], None
    beside = [row.unit for place, row in enumerate(found) if place < _BESIDE or row.support >= _FURTHER]
    return beside, first.verdict.said


def _find_excluding(question: Question, found: Sequence[_Telling], matcher: Matcher) -> _Telling | None:
    """Give the first sentence behind the best one that excludes what the question asks of."""
    return next((row for row in found[1:] if is_excluding(question, row.unit, matcher)), None)
