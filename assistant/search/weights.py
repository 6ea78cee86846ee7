"""How much each way of finding counts, and the settings that make the rows of the evaluation."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, replace

from assistant.errors import UsageError

SHARES = ("stem", "gram", "head", "near", "around", "dense", "soft", "subject")
"""The weights that make up a score; the others change what a part holds or what follows on it."""


@dataclass(frozen=True, slots=True)
class SearchWeights:
    """Shares of a passage's score; only their proportions matter.

    Every part lies in [0, 1] before it is weighted: a lexical part is divided by the most that
    the question could bring (Bruch et al., "An analysis of fusion functions for hybrid
    retrieval", 2023), a dense part is the cosine without its negatives.

    `stem`: words, whole or as part of a compound. `gram`: pieces of four letters. `head`: words in
    the title and headings. `near`: words of the question that stand together in the passage.
    `around`: words in the passage and its neighbours in the document. `dense`: the nearest sentence.
    `soft` is added to the mean of these: words of the question that a passage lacks, met by the
    nearest that it holds. So is `subject`: words of the question that most passages of the document hold.
    `variants` is what a term of another name for the same thing counts for, of a term of the
    question itself; `ways` the same of a term that only may tell the same.

    Set on the decisions of 2022, whole and as they are ingested, and checked on the gold questions.
    A linear ranker over 18 such parts lost to this mean: trained on the decisions of 2020-2021 it
    was .007 and .023 nDCG@10 below it on those of 2022 (by title, by short title); fitted to 2022
    itself it was only .003 above.
    Raises UsageError for a weight that is negative or no number, and when all are zero.
    """

    stem: float = 0.25
    gram: float = 0.25
    head: float = 0.03
    near: float = 0.15
    around: float = 0.15
    dense: float = 0.1
    soft: float = 0.25
    subject: float = 0.15
    variants: float = 0.4
    ways: float = 0.15
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
        return self.stem + self.gram + self.head + self.near + self.around

    def only(self, *names: str) -> SearchWeights:
        """Give the same weights with every share at zero but the named ones."""
        return self.without(*(name for name in SHARES if name not in names))

    def without(self, *names: str) -> SearchWeights:
        """Give the same weights with the named ones at zero."""
        return replace(self, **dict.fromkeys(names, 0.0))


DEFAULT_WEIGHTS = SearchWeights()
