"""How much each way of finding counts, and the settings that make the rows of the evaluation."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, replace

from assistant.errors import UsageError


@dataclass(frozen=True, slots=True)
class SearchWeights:
    """Shares of a passage's score; only their proportions matter.

    Every part lies in [0, 1] before it is weighted: a lexical part is divided by the most that
    the question could bring (Bruch et al., "An analysis of fusion functions for hybrid
    retrieval", 2023), a dense part is the cosine without its negatives. `variants` is what a
    term of another name for the same thing counts for, of a term of the question itself. `near`
    is for words that stand together in the question and in the passage; it reorders what the
    other lexical fields found.
    Set on the decisions of 2022 and checked on the gold questions: dense between .08 and .15, near
    between .1 and .2, and gram between .25 and .3 differ by less than .002 nDCG@10.
    Raises UsageError for a weight that is negative or no number, and when all are zero.
    """

    stem: float = 0.35
    gram: float = 0.25
    head: float = 0.1
    near: float = 0.15
    dense: float = 0.1
    variants: float = 0.4
    repeated: float = 0.7
    """What remains of the score of a passage each time that one above it says the same."""

    def __post_init__(self) -> None:
        for item in fields(self):
            value = getattr(self, item.name)
            if not (math.isfinite(value) and value >= 0):
                raise UsageError(f"Gewicht '{item.name}' moet een getal vanaf 0 zijn.", item.name)
        if self.lexical + self.dense == 0:
            raise UsageError("Ten minste een gewicht moet boven 0 liggen.", "weights")

    @property
    def lexical(self) -> float:
        """Give the share of all lexical fields together."""
        return self.stem + self.gram + self.head + self.near

    def without(self, *names: str) -> SearchWeights:
        """Give the same weights with the named ones at zero."""
        return replace(self, **dict.fromkeys(names, 0.0))


DEFAULT_WEIGHTS = SearchWeights()
