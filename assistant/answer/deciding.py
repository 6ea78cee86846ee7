"""Which sentences answer a yes or no: those that speak to it most, the one that decides it first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.signs import read_signs
from assistant.answer.verdict import Verdict, find_support, read_verdict

_LOOK, _GAP = 15, 3.0
"""Sentences that may be quoted, and how far below the top they may score."""
_RIVAL, _ALIKE, _WHOLE = 0.9, 0.4, 0.95
"""A sentence that says the opposite leaves the question open where its chance to speak to it is such a share of that
of the best one: the smaller where both hold (nearly) all of the question."""
_OPEN = 0.5
"""The certainty of a sentence that cannot decide: as good as a guess."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """A sentence with the chance that it speaks to the question, the share that it holds, and what it says."""

    unit: Unit
    support: float
    held: float
    verdict: Verdict | None

    @property
    def worth(self) -> float:
        """How much it decides."""
        return self.support * (_OPEN if self.verdict is None else self.verdict.certainty)

    def is_contested(self, other: _Telling) -> bool:
        """Tell whether another sentence says the opposite and speaks to the question about as much."""
        if self.verdict is None or other.verdict is None or not other.verdict.is_certain:
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
        found.append(_Telling(unit, find_support(signs), signs["held"], verdict))
    found.sort(key=lambda row: (-round(row.worth, 9), row.unit.key))
    first = found[0]
    open_ = first.verdict is None or not first.verdict.is_certain or any(map(first.is_contested, found))
    return [row.unit for row in found], None if open_ or first.verdict is None else first.verdict.said
