"""BM25 over one field: the best passages, and the scores of some.

Impacts are whole numbers and so are the weights of the terms while a question is asked: sums do
not depend on the order in which they are added up, and every way to a score gives the same one.
All lists of a question are added up over all passages: leaving lists out
as MaxScore does, and looking up the candidates in them, took as long at a million passages.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.index.lists import LEVELS, Lists, Numbers, Sums, load_lists

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

_MOST = 2**30 // LEVELS  # sum of the weights of all terms, so that no sum leaves 32 bits
_BARRED = -(2**31 - 2)  # what a passage starts from that may not be found
_LOOKUP_COST = 60
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


class Asked(NamedTuple):
    """A term that is looked for: its key, its weight, the most it can bring, how many hold it."""

    key: int
    weight: int
    bound: int
    holders: int


class Postings:
    """One field, to be asked for weighted terms.

    `effort` is how many entries of lists are gone through to find the best; None goes through all.
    """

    def __init__(self, lists: Lists, constants: Bm25, effort: int | None = None) -> None:
        self.lists = lists
        self._effort = effort
        self._most = constants.k1 + 1  # what BM25 gives a term of rarity 1 that a passage is full of

    def __len__(self) -> int:
        return len(self.lists)

    def key(self, term: str) -> int:
        """Give the number of a term; -1 when no passage holds it."""
        return self.lists.key(term)

    def holders(self, term: str) -> Numbers:
        """Give the numbers of the passages that hold `term`, ascending."""
        return self.lists.holders(self.lists.key(term))

    def count_holders(self, term: str) -> int:
        """Give how many passages hold `term`."""
        return self.lists.find(term).holders

    def tally(self, terms: Mapping[str, float], allowed: Mask | None = None) -> Tally:
        """Add up what the weighted terms bring the passages; `allowed` tells for each whether it may be found."""
        return Tally(self, terms, allowed)

    def best(self, terms: Mapping[str, float], count: int, allowed: Mask | None = None) -> Ints:
        """Give the numbers of the `count` best passages with a score above 0 (`Tally.best`)."""
        return self.tally(terms, allowed).best(count)

    def sum_at(self, asked: list[Asked], numbers: Ints) -> Sums:
        """Give the sums of these passages: short lists are added up, in long ones they are looked up."""
        everywhere = np.zeros(self.lists.size, dtype=np.int32)
        long = []
        for item in asked:
            if item.holders > _LOOKUP_COST * len(numbers):
                long.append(item)
            else:
                self.lists.add(everywhere, item.key, item.weight)
        sums = everywhere[numbers]
        wanted = numbers.astype(np.int32)  # as the lists, which are long and must not be copied
        for item in long:
            self.lists.add_at(sums, item.key, item.weight, wanted)
        return sums

    def limit(self, asked: list[Asked], share: float) -> list[Asked]:
        """Leave out the terms that bring least for their work when all are too much."""
        if self._effort is None or share * sum(item.holders for item in asked) <= self._effort:
            return asked
        ranked = sorted(asked, key=lambda item: (-item.bound / item.holders, item.key))
        spent = itertools.accumulate(share * item.holders for item in ranked)
        return [item for item, work in zip(ranked, spent, strict=True) if work <= self._effort] or ranked[:1]

    def score_at(self, terms: Mapping[str, float], numbers: Ints) -> Floats:
        """Give the exact scores of these passages, in their order, `(len(numbers),) float64`."""
        asked, unit = self.weigh(terms)
        return self.sum_at(asked, numbers) * np.float64(unit)

    def ceiling(self, terms: Mapping[str, float]) -> float:
        """Give the most that any passage could score for the weighted terms.

        A term that no passage holds counts as one that a single passage holds, so that a passage
        with half of the question's weight scores one half whether or not the other half occurs
        elsewhere.
        """
        holders = {term: max(self.count_holders(term), 1) for term in terms}
        return self._most * sum(terms[term] * self._rarity(holders[term]) for term in sorted(terms))

    def ceiling_of(self, term: str, weight: float = 1.0) -> float:
        """Give `ceiling` for a single term."""
        return self._most * (weight * self._rarity(max(self.count_holders(term), 1)))

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
        return math.log1p((max(self.lists.size, holders) - holders + 0.5) / (holders + 0.5))

    def weigh(self, terms: Mapping[str, float]) -> tuple[list[Asked], float]:
        """Give the known terms with whole weights, and what one unit of their sums is worth."""
        found = ((terms[term], self.lists.find(term)) for term in sorted(terms) if terms[term] > 0)
        known = [(weight * self._rarity(entry.holders), entry) for weight, entry in found if entry.holders]
        if not known:
            return [], 0.0
        steps = 2.0 ** math.floor(math.log2(_MOST / sum(weight for weight, _ in known)))
        asked = []
        for weight, entry in known:
            whole = max(1, round(weight * steps))
            asked.append(Asked(entry.key, whole, whole * entry.peak, entry.holders))
        return asked, self._most / (LEVELS * steps)


class Tally:
    """What one question brings the passages of one field, added up once.

    Scores are those of `Postings.score_at`. In a field with a limited effort the terms that bring
    least for their work propose no passages once it is spent, so that passages far down the order
    may be others; where few passages are allowed, more of the lists is gone through.
    """

    def __init__(self, postings: Postings, terms: Mapping[str, float], allowed: Mask | None = None) -> None:
        self._postings = postings
        self._asked, self._unit = postings.weigh(terms)
        self._numbers = None if allowed is None else np.flatnonzero(allowed)
        self._added: list[Asked] = []
        self._sums: Sums | None = None
        if self._numbers is None or not self._is_narrow(self._numbers):
            self._add_up(allowed)

    def _is_narrow(self, numbers: Ints) -> bool:
        work = len(numbers) * len(self._asked) * _LOOKUP_COST
        return work <= sum(item.holders for item in self._asked)

    def _add_up(self, allowed: Mask | None) -> None:
        self._sums = np.zeros(self._postings.lists.size, dtype=np.int32)
        share = 1.0
        if allowed is not None:
            self._sums[~allowed] = _BARRED
            share = float(np.count_nonzero(allowed)) / len(allowed)
        self._added = self._postings.limit(self._asked, share)
        for item in self._added:
            self._postings.lists.add(self._sums, item.key, item.weight)

    def best(self, count: int) -> Ints:
        """Give the numbers of the `count` best passages with a score above 0, best first, ties by number."""
        if count <= 0 or not self._asked:
            return np.zeros(0, dtype=np.int64)
        if self._sums is not None:
            found = np.flatnonzero(self._sums >= max(_find_least(self._sums, count), 1))
            sums = self._sums[found]
        else:
            found = np.zeros(0, dtype=np.int64) if self._numbers is None else self._numbers
            sums = self._postings.sum_at(self._asked, found)
            found, sums = found[sums > 0], sums[sums > 0]
        return found[np.lexsort((found, -sums))[:count]]

    def score_at(self, numbers: Ints) -> Floats:
        """Give the exact scores of these passages, all of them allowed, in their order: `(n,) float64`."""
        if self._sums is None:
            return self._postings.sum_at(self._asked, numbers) * np.float64(self._unit)
        sums = self._sums[numbers]
        wanted = numbers.astype(np.int32)
        added = {item.key for item in self._added}
        for item in self._asked:
            if item.key not in added:
                self._postings.lists.add_at(sums, item.key, item.weight, wanted)
        return sums * np.float64(self._unit)


def load_postings(folder: Path, name: str, size: int, constants: Bm25, effort: int | None = None) -> Postings:
    """Map the field `name` of a generation; raises OSError or ValueError when it is not whole."""
    return Postings(load_lists(folder, name, size), constants, effort)


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
