"""Which sentences are looked at closely: the short answer is only sought where a sentence can still come first."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.evidence import Unit
from assistant.answer.features import read_again, read_features
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.scoring import MOST_GAINED, order_score
from assistant.answer.shorts import find_short

Features = tuple[float, ...]
_LEAST = 60
"""Units that are looked at however far below: those that are judged, `reply.py`."""


def measure_units(
    question: Question, units: Sequence[Unit], matcher: Matcher, *, wholly: bool = False
) -> dict[int, tuple[Features, float]]:
    """Set the short answers and the scores; give features and score of each unit by its identity.

    Beyond the first ones, units that no short answer can bring above the best one have none; `wholly` looks for it in all.
    """
    read: dict[int, tuple[Features, float]] = {}
    for unit in units:
        features = read_features(unit, matcher)
        read[id(unit)] = features, order_score(features)
    wholly = wholly or question.kind is QuestionKind.DOCUMENTS
    best = float("-inf")
    order = sorted(units, key=lambda unit: -read[id(unit)][1])
    for place, unit in enumerate(order):
        if not wholly and place >= _LEAST and read[id(unit)][1] + MOST_GAINED < best:
            break
        find_short(question, unit, matcher)
        if unit.short is not None or unit.fit or unit.near or unit.cue:
            features = read_again(read[id(unit)][0], unit)
            read[id(unit)] = features, order_score(features)
        best = max(best, read[id(unit)][1])
    for unit in units:
        unit.score = read[id(unit)][1]
    return read
