"""How many sentences are quoted: until it is likely that the answer is among them.

The scores of the sentences of a question are fitted so that their softmax is the chance of each one to be the
answer, given that one of them is (`SHARPNESS` in `scoring.py` is its scale, printed by `benchmarks.fit_answer`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from assistant.answer.evidence import Unit
from assistant.answer.scoring import SHARPNESS

ENOUGH, LEAST_ADDED = 0.97, 0.02
"""The chance that the answer is quoted at which no further sentence is, and the least that one must add to it.

Chosen on the development questions, on which there are 2.05 quotations on average: with .90 and .04 there are 15%
fewer and 1.2 points fewer right answers, with .99 and .01 12% more for .2 points."""
MOST_QUOTED = 5


def find_chances(units: Sequence[Unit]) -> list[float]:
    """Give for each unit of a question the chance that it is the one that answers; they add up to 1."""
    if not units:
        return []
    scores = np.array([unit.score for unit in units]) * SHARPNESS
    chances = np.exp(scores - scores.max())
    return [float(chance) for chance in chances / chances.sum()]


def choose_likely(units: Sequence[Unit], best: Unit, may_answer: Callable[[Unit], bool]) -> list[Unit]:
    """Give the best unit and after it those to quote beside it, by falling chance; `units` hold the best one."""
    chances = {id(unit): chance for unit, chance in zip(units, find_chances(units), strict=True)}
    chosen = [best]
    likely = chances[id(best)]
    for unit in units:
        if len(chosen) == MOST_QUOTED or likely >= ENOUGH or chances[id(unit)] < LEAST_ADDED:
            break
        if unit is best:
            continue
        if any(is_same_place(unit, other) for other in chosen):
            likely += chances[id(unit)]
        elif may_answer(unit):
            likely += chances[id(unit)]
            chosen.append(unit)
    return chosen


def is_same_place(one: Unit, other: Unit) -> bool:
    """Tell whether two units overlap, or say the same in two documents (`echoes.py` cites both)."""
    return (one.reading is other.reading and one.span.overlaps(other.span)) or one.text == other.text
