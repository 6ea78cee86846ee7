"""BM25 as the textbooks have it, to compare with: no compression, no pruning, nothing of our own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

K1, B = 1.5, 0.75
"""The constants of the floor, as `data/README.md` of the shared texts gives them."""


class PlainBm25:
    """Ranks texts by BM25 (Robertson and Zaragoza 2009) over the terms that `find_terms` gives.

    A term that a question repeats counts as often.
    """

    def __init__(self, texts: Sequence[str], find_terms: Callable[[str], Iterable[str]]) -> None:
        self._find_terms = find_terms
        counts = [Counter(find_terms(text)) for text in texts]
        lengths = np.array([found.total() for found in counts], dtype=np.float64)
        self._norms = K1 * (1 - B + B * lengths / max(lengths.mean(), 1.0))
        lists: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, found in enumerate(counts):
            for term, times in found.items():
                lists[term].append((number, times))
        self._lists = {term: np.array(holders, dtype=np.int64).T for term, holders in lists.items()}

    def rank(self, question: str, depth: int) -> list[int]:
        """Give the numbers of at most `depth` texts that score above zero, best first, ties by number."""
        scores: NDArray[np.float64] = np.zeros(len(self._norms))
        for term, times in Counter(self._find_terms(question)).items():
            if term in self._lists:
                numbers, counts = self._lists[term]
                rarity = np.log1p((len(scores) - len(numbers) + 0.5) / (len(numbers) + 0.5))
                scores[numbers] += times * rarity * counts * (K1 + 1) / (counts + self._norms[numbers])
        order = np.lexsort((np.arange(len(scores)), -scores))[:depth]
        return [int(number) for number in order if scores[number] > 0]
