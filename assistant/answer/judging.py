"""How likely the documents hold the answer: what the best sentence shows, weighed in two ways.

A linear weighing (`scoring.judge`) tells how much each sign counts by itself; a forest (`forest.py`) how signs count
together and by kind of question: a value of the asked form is worth little when the noun beside it is another, a
reason without "omdat" little where nothing else is told. Their log odds are added with weights from answers that
neither had seen. Both are fitted on the development questions, as if half of all questions had an answer.
"""

from __future__ import annotations

import math

import numpy as np

from assistant.answer.evidence import Unit
from assistant.answer.forest import read_forest
from assistant.answer.hints import HINTS, read_hints
from assistant.answer.kinds import QuestionKind
from assistant.answer.margins import MARGINS
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.scoring import JUDGED

KINDS = tuple(kind.value for kind in QuestionKind)
COLUMNS = (*JUDGED, *HINTS, *MARGINS, *(f"kind {kind}" for kind in KINDS))
"""The columns of a row that the forest weighs."""
LEAST_CHANCE = 0.01
"""No chance counts as less than this, or as more than 1 less it: log odds have no end."""

Row = tuple[float, ...]


def read_row(question: Question, unit: Unit, matcher: Matcher, evidence: Row, margins: Row) -> Row:
    """Give the row of a unit in the order of `COLUMNS`; `evidence` is that of `scoring.read_evidence`, `margins` that
    of `margins.read_margins`."""
    kinds = (float(question.kind.value == kind) for kind in KINDS)
    return (*evidence, *read_hints(question, unit, matcher), *margins, *kinds)


def judge_row(row: Row, linear: float) -> float:
    """Give the probability that the documents hold the answer, from the row of the best unit and its linear chance."""
    forest = read_forest()
    own, other, bias = forest.blend
    trees = forest.predict(np.array(row, dtype=np.float32))
    return 1.0 / (1.0 + math.exp(-(own * log_odds(linear) + other * log_odds(trees) + bias)))


def log_odds(chance: float) -> float:
    """Give the log odds of a chance, kept within `LEAST_CHANCE` of 0 and 1."""
    kept = min(1.0 - LEAST_CHANCE, max(LEAST_CHANCE, chance))
    return math.log(kept / (1.0 - kept))
