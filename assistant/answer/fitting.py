"""Which sentence goes first where an answer has a form of its own: a list, a definition, a clause that says why.

The score of a sentence (`scoring.py`) weighs all kinds of question alike. For these kinds a sentence about the
same without the list or the clause does not answer, so that its fit counts once more. Set on the development
questions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind


@dataclass(frozen=True, slots=True)
class Form:
    """What the best fit gains, the fit below which a unit has not the form, what it then loses, and how far below
    the best score a unit may be."""

    gain: float
    least: float
    loss: float
    gap: float


_CLAUSE = Form(gain=0.0, least=0.0, loss=0.0, gap=2.5)
"""A clause that says why is no surer sign than it weighs in the score already."""
FORMS = {
    QuestionKind.LIST: Form(gain=1.0, least=0.0, loss=0.0, gap=2.5),
    QuestionKind.REASON: _CLAUSE,
    QuestionKind.MANNER: _CLAUSE,
    QuestionKind.PURPOSE: _CLAUSE,
    QuestionKind.DEFINITION: Form(gain=1.0, least=0.45, loss=0.5, gap=2.5),
}


def order_fitting(units: Sequence[Unit], form: Form) -> list[Unit]:
    """Give the units near the first one by score, those that have the form before those that have not."""

    def worth(unit: Unit) -> float:
        return unit.score + form.gain * unit.fit - (form.loss if unit.fit < form.least else 0.0)

    near = [unit for unit in units if unit.score >= units[0].score - form.gap]
    return sorted(near, key=lambda unit: (-round(worth(unit), 9), unit.key))
