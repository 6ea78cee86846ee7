"""Which weighted terms of a field the words of an index become."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

import marisa_trie
import numpy as np
from numpy.typing import NDArray

from assistant.index.words import spread

Ints = NDArray[np.int64]

UNIT = 64
"""Weights are kept in 64ths, so that counts can be added up as whole numbers."""


@dataclass(frozen=True, slots=True)
class TermRun:
    """The weighted terms of some words: word w has `sizes[w]` of the entries; `entries` are places in `terms`."""

    terms: tuple[str, ...]
    entries: NDArray[np.int32]
    units: NDArray[np.int32]
    sizes: NDArray[np.int32]


class Vocabulary:
    """Takes the terms of words in the order of their numbers; a term is kept once.

    Entry e of word w, for e in `firsts[w]:firsts[w + 1]`, is the term `keys[e]` with weight `units[e]`.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._entries = array("i")
        self._units = array("i")
        self._sizes = array("i")

    def add(self, terms: Iterable[tuple[str, float]]) -> None:
        """Take the terms of the next word, with their weights."""
        numbers = self._numbers
        before = len(self._entries)
        for term, weight in terms:
            self._entries.append(numbers.setdefault(term, len(numbers)))
            self._units.append(round(weight * UNIT))
        self._sizes.append(len(self._entries) - before)

    def extend(self, run: TermRun) -> None:
        """Take the terms of the next words."""
        numbers = self._numbers
        own = np.array([numbers.setdefault(term, len(numbers)) for term in run.terms], dtype=np.int32)
        self._entries.frombytes(own[run.entries].tobytes())
        self._units.frombytes(run.units.tobytes())
        self._sizes.frombytes(run.sizes.tobytes())

    def run(self) -> TermRun:
        """Give all that was taken, to be put behind what another one has."""
        entries, units, sizes = (
            np.array(part, dtype=np.int32) for part in (self._entries, self._units, self._sizes)
        )
        return TermRun(tuple(self._numbers), entries, units, sizes)

    def close(self) -> Terms:
        """Give all terms under their keys."""
        trie = marisa_trie.Trie(sorted(self._numbers))
        keys = np.array([trie[term] for term in self._numbers], dtype=np.int32)
        sizes = np.array(self._sizes, dtype=np.int32)
        entries = np.array(self._entries, dtype=np.int32)
        firsts = np.cumsum(sizes, dtype=np.int64) - sizes
        return Terms(trie, firsts, sizes, keys[entries], np.array(self._units, dtype=np.int32))


class Terms:
    """The terms of all words, ready to be looked up for many at once."""

    def __init__(
        self,
        trie: marisa_trie.Trie,
        firsts: Ints,
        sizes: NDArray[np.int32],
        keys: NDArray[np.int32],
        units: NDArray[np.int32],
    ) -> None:
        self.trie = trie
        self._firsts = firsts
        self._sizes = sizes
        self._keys = keys
        self._units = units

    def expand(
        self, words: NDArray[np.int32]
    ) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
        """Give how many terms each word has, and the keys and units of all in one run."""
        sizes = self._sizes[words]
        entries = spread(self._firsts[words], sizes)
        return sizes, self._keys[entries], self._units[entries]
