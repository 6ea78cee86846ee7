"""What a ranking is worth: where the first right passage stands, averaged over questions.

A passage is right or not, and a user stops at the first right one: nDCG@10 is 1 / log2(rank + 1) of
that passage, zero below the tenth. Intervals are percentile bootstraps over questions (Efron and
Tibshirani 1993, fixed seed); a difference with the baseline is resampled in pairs.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.evaluate.metrics import LEVEL, RESAMPLES, SEED, Figure, Row

DEPTH = 10
NDCG, GAIN = "nDCG@10", "nDCG@10 above words"

Floats = NDArray[np.float64]


def find_rank(found: Sequence[int], right: frozenset[int]) -> int:
    """Give the place, from 0, of the first right passage among the first `DEPTH`; `DEPTH` for none."""
    return next((rank for rank, number in enumerate(found[:DEPTH]) if number in right), DEPTH)


def measure_ranks(label: str, ranks: Sequence[int], baseline: Sequence[int] | None = None) -> Row:
    """Give the figures over the ranks of one set's questions, in the order of the questions.

    With the ranks of a baseline for the same questions, also the difference in nDCG@10.
    """
    if not ranks:
        return Row(label, 0, 0, ())
    place = np.asarray(ranks)
    values = {
        "recall@1": (place < 1).astype(np.float64),
        "recall@5": (place < 5).astype(np.float64),
        "recall@10": (place < DEPTH).astype(np.float64),
        NDCG: discount(place),
        "MRR@10": np.where(place < DEPTH, 1 / (place + 1), 0.0),
    }
    if baseline is not None:
        values[GAIN] = discount(place) - discount(np.asarray(baseline))
    figures = tuple(_average(name, sample) for name, sample in values.items())
    return Row(label, len(ranks), 0, figures)


def discount(ranks: NDArray[np.int64]) -> Floats:
    """Give 1 / log2(rank + 2) for each rank from 0, zero from `DEPTH` on."""
    return np.where(ranks < DEPTH, 1 / np.log2(ranks + 2), 0.0)


def _average(name: str, values: Floats) -> Figure:
    means = _draw(len(values)) @ values.astype(np.float32) / len(values)
    low, high = np.quantile(means, ((1 - LEVEL) / 2, (1 + LEVEL) / 2))
    return Figure(name, float(values.mean()), float(low), float(high), len(values))


@lru_cache(maxsize=16)
def _draw(count: int) -> NDArray[np.float32]:
    """Give how often each of `count` questions is drawn in each resample: (resamples, count)."""
    generator = np.random.default_rng(SEED)
    return generator.multinomial(count, np.full(count, 1 / count), size=RESAMPLES).astype(np.float32)
