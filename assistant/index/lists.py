"""The lists of one lexical field: for each term the passages that hold it, and how much it brings them.

What a term brings a passage (its impact) is the saturated count of BM25, from 0 to 1, in steps of
1/255: of 2,198 decisions quantising moved nDCG@10 by less than .001. How rare the term is, is left
to the moment of asking, so that an impact never depends on other passages. On disk a field is five
files that are mapped into memory, never unpickled.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import marisa_trie
import numpy as np
from numpy.typing import NDArray

from assistant.index.shelf import create_array
from assistant.index.words import spread

Ints = NDArray[np.int64]
Numbers = NDArray[np.int32]
Sums = NDArray[np.int32]
Levels = NDArray[np.uint8]

LEVELS = 255
"""Steps in which an impact is kept; a passage that holds a term has at least one."""

_KNOWN = 2**15  # terms of a field whose numbers are remembered: some 5 MB
_BATCH = 8_000_000  # entries that are counted at a time
_FULL = 6
"""A list that one in this many passages is in is added up as a row of all passages.

At 100,000 passages that takes 22 microseconds, whatever there is in it, and 2 nanoseconds an entry
of a list: of the n-grams of a question half the time.
"""
_ROW_BYTES = 2**25
"""What the rows of a field may take that are kept; of 100,000 passages 335, where the n-grams need 200."""


class Entry(NamedTuple):
    """The number of a term (-1 when no passage holds it), how many hold it, its highest impact."""

    key: int
    holders: int
    peak: int


class Lists:
    """The terms of one field and their lists; passages have numbers from 0 to `size`.

    `starts[t]:starts[t + 1]` is the range of term t in `passages` (ascending) and `impacts`;
    `peaks[t]` is its highest impact.
    """

    def __init__(
        self,
        terms: marisa_trie.Trie,
        starts: Ints,
        passages: Numbers,
        impacts: Levels,
        peaks: Levels,
        size: int,
    ) -> None:
        self._terms = terms
        self._starts = starts
        self._passages = passages
        self._impacts = impacts
        self._peaks = peaks
        self.size = size
        self.find = lru_cache(_KNOWN)(self._look_up)
        """Give the entry of a term; the last that were asked for are remembered."""
        self._row = lru_cache(maxsize=max(1, _ROW_BYTES // max(size, 1)))(self._spread_out)

    def __len__(self) -> int:
        return len(self._terms)

    def _look_up(self, term: str) -> Entry:
        key = self.seek(term)
        return Entry(key, self.count(key), self.peak(key) if key >= 0 else 0)

    def key(self, term: str) -> int:
        """Give the number of a term; -1 when no passage holds it."""
        return self.find(term).key

    def seek(self, term: str) -> int:
        """Give the number of a term as `key` does, for one of very many: it is not remembered."""
        return int(self._terms.get(term, -1))

    def holders(self, key: int) -> Numbers:
        """Give the numbers of the passages that hold a term, ascending; none for -1."""
        if key < 0:
            return np.zeros(0, dtype=np.int32)
        return self._passages[self._starts[key] : self._starts[key + 1]]

    def count(self, key: int) -> int:
        """Give how many passages hold a term."""
        return 0 if key < 0 else self._starts.item(key + 1) - self._starts.item(key)

    def peak(self, key: int) -> int:
        """Give the highest impact of a term on any passage."""
        return int(self._peaks[key])

    def add(self, sums: Sums, key: int, weight: int) -> None:
        """Add what a term of this weight brings to the sums of all passages."""
        start, stop = self._starts.item(key), self._starts.item(key + 1)
        if (stop - start) * _FULL > self.size:
            sums += np.multiply(self._row(key), np.int32(weight), dtype=np.int32)
            return
        brought = np.multiply(self._impacts[start:stop], np.int32(weight), dtype=np.int32)
        # With 32 bits NumPy would widen the numbers itself, piece by piece.
        np.add.at(sums, self._passages[start:stop].astype(np.intp), brought)

    def _spread_out(self, key: int) -> Levels:
        """Give what a term brings every passage, `(size,)`; 0 where it does not occur."""
        start, stop = self._starts.item(key), self._starts.item(key + 1)
        row = np.zeros(self.size, dtype=np.uint8)
        row[self._passages[start:stop]] = self._impacts[start:stop]
        return row

    def add_at(self, sums: Sums, key: int, weight: int, numbers: Numbers) -> None:
        """Add what a term of this weight brings these passages to their sums, which stand in that order."""
        start, stop = self._starts[key], self._starts[key + 1]
        holders = self._passages[start:stop]
        place = holders.searchsorted(numbers)
        np.minimum(place, stop - start - 1, out=place)
        held = np.flatnonzero(holders.take(place) == numbers)
        brought = self._impacts[start:stop].take(place.take(held))
        sums[held] += np.multiply(brought, np.int32(weight), dtype=np.int32)

    def term(self, key: int) -> str:
        """Give the term of a number."""
        return str(self._terms.restore_key(key))

    def count_kept(self, kept: NDArray[np.bool_]) -> Ints:
        """Give, for every term, how many of the passages that are `kept` hold it."""
        counts = np.zeros(len(self), dtype=np.int64)
        begin = 0
        while begin < len(self):
            reach = int(np.searchsorted(self._starts, self._starts[begin] + _BATCH, side="right")) - 1
            end = max(reach, begin + 1)
            start, stop = self._starts[begin], self._starts[end]
            sums = np.concatenate(([0], np.cumsum(kept[self._passages[start:stop]], dtype=np.int64)))
            counts[begin:end] = np.diff(sums[self._starts[begin : end + 1] - start])
            begin = end
        return counts

    def entries(self, keys: Ints) -> tuple[Numbers, Levels, Ints]:
        """Give passages and impacts of these terms in one run, and how many there are of each."""
        sizes = self._starts[keys + 1] - self._starts[keys]
        places = spread(self._starts[keys], sizes)
        return self._passages[places], self._impacts[places], sizes


def write_terms(
    folder: Path,
    name: str,
    terms: marisa_trie.Trie,
    starts: Ints,
    batches: Iterable[tuple[Numbers, Levels]],
) -> None:
    """Write a field's files, all named `name`.something, into `folder`.

    `batches` give passages and impacts of all lists in the order of the terms, cut between terms.
    """
    (folder / f"{name}.terms").write_bytes(terms.tobytes())
    peaks = np.zeros(len(terms), dtype=np.uint8)
    begin = 0
    with (
        create_array(folder / f"{name}.passages.npy", np.int32, int(starts[-1])) as passages,
        create_array(folder / f"{name}.impacts.npy", np.uint8, int(starts[-1])) as impacts,
    ):
        for holders, levels in batches:
            passages.write(holders.data)
            impacts.write(levels.data)
            end = int(np.searchsorted(starts, starts[begin] + len(holders), side="right")) - 1
            held = begin + np.flatnonzero(np.diff(starts[begin : end + 1]))
            if len(held):
                peaks[held] = np.maximum.reduceat(levels, starts[held] - starts[begin])
            begin = end
    for part, array in (("starts", starts), ("peaks", peaks)):
        with create_array(folder / f"{name}.{part}.npy", array.dtype.type, len(array)) as stream:
            stream.write(array.data)


def load_lists(folder: Path, name: str, size: int) -> Lists:
    """Map the field `name` of a generation; raises OSError or ValueError when it is not whole."""
    terms = marisa_trie.Trie()
    terms.mmap(str(folder / f"{name}.terms"))
    starts, passages, impacts, peaks = (
        # Slices of a plain array over the map are made ten times faster than those of the map.
        np.asarray(np.load(folder / f"{name}.{part}.npy", mmap_mode="r", allow_pickle=False))
        for part in ("starts", "passages", "impacts", "peaks")
    )
    if len(starts) != len(terms) + 1 or len(peaks) != len(terms) or len(passages) != len(impacts):
        raise ValueError(f"field {name}: the files do not belong together")
    return Lists(terms, starts, passages, impacts, peaks, size)
