"""BM25 over one field: the best passages, and the scores of some, exact and fast.

Impacts are whole numbers and so are the weights of the terms while a question is asked: sums do
not depend on the order in which they are added up, and every way to a score gives the same one.
Finding the best is MaxScore (Turtle and Flood, "Query evaluation: strategies and optimizations",
1995): terms that bring much for a short list first; once what is left can lift no other passage
into the best, the rest is looked up for the candidates alone.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.index.lists import LEVELS, Lists, Numbers, Sums, load_lists

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

_MOST = 2**30 // LEVELS  # sum of the weights of all terms, so that no sum leaves 32 bits
_BARRED = -(2**31 - 2)  # what a passage starts from that may not be found
_LOOK = 250_000
"""Entries of lists after which it is worth a look whether the rest can be left out."""
_LOOKUP_COST = 12
"""Looking up one passage in a list costs what adding this many entries of it does."""
_SPREAD = 32  # groups of passages for each one sought: the more, the nearer the bound is to exact


@dataclass(frozen=True, slots=True)
class Bm25:
    """The constants of BM25: saturation of counts, weight of a passage's length, ordinary length.

    `length` is that of an ordinary passage in terms. It is fixed, so that the scores of a passage
    do not depend on the lengths of others; None takes the average of the passages at hand.
    """

    k1: float
    b: float
    length: float | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """A term that is looked for: its key, its weight, the most it can bring, how many hold it."""

    key: int
    weight: int
    bound: int
    holders: int


class Postings:
    """One field, to be asked for weighted terms."""

    def __init__(self, lists: Lists, constants: Bm25) -> None:
        self._lists = lists
        self._most = constants.k1 + 1  # what BM25 gives a term of rarity 1 that a passage is full of

    def __len__(self) -> int:
        return len(self._lists)

    def key(self, term: str) -> int:
        """Give the number of a term; -1 when no passage holds it."""
        return self._lists.key(term)

    def holders(self, term: str) -> Numbers:
        """Give the numbers of the passages that hold `term`, ascending."""
        return self._lists.holders(self._lists.key(term))

    def count_holders(self, term: str) -> int:
        """Give how many passages hold `term`."""
        return self._lists.count(self._lists.key(term))

    def best(self, terms: Mapping[str, float], count: int, allowed: Mask | None = None) -> Ints:
        """Give the numbers of the `count` best passages with a score above 0, best first, ties by number.

        Scores are those of `score_at`. `allowed` tells for every passage whether it may be found.
        """
        asked, _ = self._weigh(terms)
        if count <= 0 or not asked:
            return np.zeros(0, dtype=np.int64)
        # What brings most for the work comes first.
        asked.sort(key=lambda item: (-item.bound / item.holders, item.key))
        sums = np.zeros(self._lists.size, dtype=np.int32)
        if allowed is not None:
            sums[~allowed] = _BARRED
        left, work = sum(item.bound for item in asked), sum(item.holders for item in asked)
        since = 0
        for place, item in enumerate(asked):
            if since >= _LOOK and work >= _LOOK:
                since = 0
                found = _narrow(sums, count, left)
                if found is not None and len(found) * _LOOKUP_COST * (len(asked) - place) < work:
                    return self._look_up(found, sums[found], asked[place:], count)
            self._lists.add(sums, item.key, item.weight)
            left -= item.bound
            work -= item.holders
            since += item.holders
        found = np.flatnonzero(sums >= max(_find_least(sums, count), 1))
        return _take_best(found, sums[found], count)

    def _look_up(self, numbers: Ints, sums: Sums, asked: Sequence[_Asked], count: int) -> Ints:
        """Finish the sums of these passages alone, letting go of those that fall behind."""
        left = sum(item.bound for item in asked)
        for item in asked:
            sums = sums + self._lists.find(item.key, numbers.astype(np.int32)) * np.int32(item.weight)
            left -= item.bound
            if len(numbers) > 2 * count:
                stays = sums >= np.partition(sums, len(sums) - count)[len(sums) - count] - left
                numbers, sums = numbers[stays], sums[stays]
        return _take_best(numbers, sums, count)

    def score_at(self, terms: Mapping[str, float], numbers: Ints) -> Floats:
        """Give the exact scores of these passages, in their order, `(len(numbers),) float64`."""
        asked, unit = self._weigh(terms)
        sums = np.zeros(len(numbers), dtype=np.int64)
        wanted = numbers.astype(np.int32)  # as the lists, which are long and must not be copied
        for item in asked:
            sums += self._lists.find(item.key, wanted) * np.int64(item.weight)
        return sums * np.float64(unit)

    def score(self, terms: Mapping[str, float]) -> Floats:
        """Give the score of every passage for the weighted terms, `(passages,) float64`."""
        asked, unit = self._weigh(terms)
        sums = np.zeros(self._lists.size, dtype=np.int32)
        for item in asked:
            self._lists.add(sums, item.key, item.weight)
        return sums * np.float64(unit)

    def ceiling(self, terms: Mapping[str, float]) -> float:
        """Give the most that any passage could score for the weighted terms.

        A term that no passage holds counts as one that a single passage holds, so that a passage
        with half of the question's weight scores one half whether or not the other half occurs
        elsewhere.
        """
        holders = {term: max(self.count_holders(term), 1) for term in terms}
        return self._most * sum(terms[term] * self._rarity(holders[term]) for term in sorted(terms))

    def choose(self, terms: Mapping[str, float], limit: int) -> dict[str, float]:
        """Give the `limit` terms that can bring most; all of them when there are no more."""
        if len(terms) <= limit:
            return dict(terms)
        brings = {term: self.count_holders(term) for term in terms}
        worth = {term: terms[term] * self._rarity(held) if held else 0.0 for term, held in brings.items()}
        ranked = sorted(terms, key=lambda term: (-worth[term], term))
        return {term: terms[term] for term in ranked[:limit]}

    def _rarity(self, holders: int) -> float:
        """Give Robertson's idf, plus one inside the logarithm so that it is never negative (Lucene's form)."""
        return math.log1p((max(self._lists.size, holders) - holders + 0.5) / (holders + 0.5))

    def _weigh(self, terms: Mapping[str, float]) -> tuple[list[_Asked], float]:
        """Give the known terms with whole weights, and what one unit of their sums is worth."""
        keys = {term: self._lists.key(term) for term in sorted(terms) if terms[term] > 0}
        known = {term: key for term, key in keys.items() if key >= 0}
        weights = {term: terms[term] * self._rarity(self._lists.count(key)) for term, key in known.items()}
        if not weights:
            return [], 0.0
        steps = 2.0 ** math.floor(math.log2(_MOST / sum(weights.values())))
        asked = []
        for term, key in known.items():
            whole = max(1, round(weights[term] * steps))
            asked.append(_Asked(key, whole, whole * self._lists.peak(key), self._lists.count(key)))
        return asked, self._most / (LEVELS * steps)


def load_postings(folder: Path, name: str, size: int, constants: Bm25) -> Postings:
    """Map the field `name` of a generation; raises OSError or ValueError when it is not whole."""
    return Postings(load_lists(folder, name, size), constants)


def _narrow(sums: Sums, count: int, left: int) -> Ints | None:
    """Give the passages that can be among the best when at most `left` is still to come.

    None when that may be any passage.
    """
    least = _find_least(sums, count)
    return np.flatnonzero(sums >= least - left) if least > left else None


def _find_least(sums: Sums, count: int) -> int:
    """Give a sum that at least `count` passages reach, near the highest there is; 0 when few are above it.

    That is the count-th of the highest of each group of passages: an exact order is not needed.
    """
    groups = _SPREAD * count
    if groups < len(sums):
        even = len(sums) - len(sums) % groups
        sums = sums[:even].reshape(-1, groups).max(axis=0)
    if len(sums) < count:
        return 0
    return max(int(np.partition(sums, len(sums) - count)[len(sums) - count]), 0)


def _take_best(numbers: Ints, sums: NDArray[np.int32], count: int) -> Ints:
    return numbers[np.lexsort((numbers, -sums))[:count]]
