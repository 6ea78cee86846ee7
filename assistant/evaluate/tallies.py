"""Counts over many passages, and the figures that follow from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from assistant.evaluate.aspects import count_aspect
from assistant.evaluate.metrics import LEVEL, RESAMPLES, SEED
from assistant.evaluate.pairing import FoundFact, has_value, match_facts, match_overlaps, match_spans
from assistant.evaluate.passages import MarkedFact


@dataclass(frozen=True, slots=True)
class FactRow:
    """Figures of one kind, or of one field of it ("persoon: functie"), and split.

    `precision`, `recall` and `f1` are of facts (or fields) that are right, `interval` the 95% interval
    of `f1` over passages drawn anew (percentile bootstrap, fixed seed); `value` is the share of the
    overlapping pairs whose value is right. `span_f1` and `overlap_f1` are of spans alone; None for a
    field.
    """

    kind: str
    split: str
    passages: int
    gold: int
    found: int
    precision: float
    recall: float
    f1: float
    interval: tuple[float, float]
    value: float
    span_f1: float | None = None
    overlap_f1: float | None = None


@dataclass(slots=True)
class _Counts:
    gold: int = 0
    found: int = 0
    right: int = 0
    pairs: int = 0
    valued: int = 0
    passages: list[tuple[int, int]] = field(default_factory=list)
    """Of each passage: what is right, and what is marked and found together."""

    def add(self, gold: int, found: int, right: int) -> None:
        self.passages.append((right, gold + found))
        self.gold += gold
        self.found += found
        self.right += right

    def row(self, kind: str, split: str, spans: int | None = None, overlaps: int | None = None) -> FactRow:
        return FactRow(
            kind,
            split,
            len(self.passages),
            self.gold,
            self.found,
            _divide(self.right, self.found),
            _divide(self.right, self.gold),
            self.f1(self.right),
            resample_f1(self.passages),
            _divide(self.valued, self.pairs),
            None if spans is None else self.f1(spans),
            None if overlaps is None else self.f1(overlaps),
        )

    def f1(self, matched: int) -> float:
        return _divide(2 * matched, self.gold + self.found)


@dataclass(slots=True)
class FactTally:
    """The facts of one kind and split."""

    _counts: _Counts = field(default_factory=_Counts)
    _spans: int = 0

    def add(self, kind: str, gold: Sequence[MarkedFact], found: Sequence[FoundFact]) -> None:
        """Count the facts of a passage."""
        self._counts.add(len(gold), len(found), len(match_facts(kind, gold, found)))
        self._spans += len(match_spans(gold, found))
        overlapping = match_overlaps(gold, found)
        self._counts.pairs += len(overlapping)
        self._counts.valued += sum(has_value(kind, gold[one], found[two]) for one, two in overlapping)

    def row(self, kind: str, split: str) -> FactRow:
        """Give the figures; zero where nothing was counted."""
        return self._counts.row(kind, split, self._spans, self._counts.pairs)


@dataclass(slots=True)
class AspectTally:
    """One field of the facts of one kind and split."""

    _counts: _Counts = field(default_factory=_Counts)

    def add(self, name: str, gold: Sequence[MarkedFact], found: Sequence[FoundFact]) -> None:
        """Count the field in the facts of a passage."""
        count = count_aspect(name, gold, found)
        self._counts.add(count.stated, count.given, count.right)
        self._counts.pairs += count.pairs
        self._counts.valued += count.valued

    def row(self, label: str, split: str) -> FactRow:
        """Give the figures; zero where nothing was counted."""
        return self._counts.row(label, split)


def resample_f1(counts: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """Give the 95% interval of F1 from each passage's right facts and its marked and found ones together."""
    if not any(right for right, _ in counts):
        return 0.0, 0.0
    sample = np.asarray(counts, dtype=np.float64)
    generator = np.random.default_rng(SEED)
    sums = sample[generator.integers(0, len(sample), (RESAMPLES, len(sample)))].sum(axis=1)
    low, high = np.quantile(2 * sums[:, 0] / np.maximum(sums[:, 1], 1), ((1 - LEVEL) / 2, (1 + LEVEL) / 2))
    return float(low), float(high)


def _divide(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
