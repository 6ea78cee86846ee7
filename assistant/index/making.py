"""Making the lists of a field from the words of all passages, in bounded memory.

First the terms of a bounded number of passages at a time, sorted by term, go to a file; then the
lists of a bounded number of entries at a time are put together from all of these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from assistant.index.lists import LEVELS, Levels, Numbers, write_terms
from assistant.index.postings import Bm25, Postings, load_postings
from assistant.index.shelf import Shelf
from assistant.index.vocabulary import UNIT, Terms, Vocabulary
from assistant.index.words import WordCounts, WordSpool, find_firsts, spread

Ints = NDArray[np.int64]

_BATCH = 8_000_000  # entries of lists that are put together at a time: about 50 MB
_MOST_UNITS = 2**16 - 1  # a thousand times a term in one passage is not told from more
_PASSAGE_BITS, _UNIT_BITS = 13, 20
"""How an entry is packed to be sorted: key, passage within its chunk (`CHUNK_PASSAGES` fit), units."""


def write_lists(
    folder: Path, name: str, words: WordSpool, order: Ints, terms: Terms, constants: Bm25
) -> None:
    """Write the field `name` into `folder`; passage i is the one that came as number `order[i]`."""
    with Shelf(folder) as shelf:
        holders = np.zeros(len(terms.trie), dtype=np.int64)
        lengths = np.zeros(len(order), dtype=np.float64)
        firsts: list[int] = []
        for counts in words.counts(order):
            keys, sizes, passages, units = _sort_terms(counts, terms)
            holders[keys] += sizes
            lengths[counts.first : counts.first + counts.size] = (
                np.bincount(passages, weights=units, minlength=counts.size) / UNIT
            )
            shelf.put((keys, np.cumsum(sizes), passages, units))
            firsts.append(counts.first)
        ordinary = constants.length or (float(lengths.mean()) if lengths.any() else 1.0)
        slowing = constants.k1 * (1 - constants.b + constants.b * lengths / ordinary)
        starts = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(holders)))
        gathered = _gather(shelf, firsts, starts, slowing.astype(np.float32))
        write_terms(folder, name, terms.trie, starts, gathered)


def make_postings(
    words: WordSpool, find_terms: Callable[[str], Iterable[tuple[str, float]]], constants: Bm25
) -> Postings:
    """Make a field of its own, for which each word becomes the terms that `find_terms` gives for it."""
    vocabulary = Vocabulary()
    for word in words.words:
        vocabulary.add(find_terms(word))
    with TemporaryDirectory() as folder:
        write_lists(Path(folder), "eigen", words, np.arange(len(words)), vocabulary.close(), constants)
        return load_postings(Path(folder), "eigen", len(words), constants)


def _sort_terms(
    counts: WordCounts, terms: Terms
) -> tuple[Numbers, Ints, NDArray[np.uint16], NDArray[np.uint16]]:
    """Give the terms of some passages: each key, how many passages hold it; and passage and units of all."""
    sizes, keys, units = terms.expand(counts.words)
    weighed = np.minimum(units.astype(np.int64) * np.repeat(counts.counts, sizes), _MOST_UNITS)
    passages = np.repeat(counts.passages, sizes).astype(np.int64)
    # One whole number an entry: sorting those is ten times faster than sorting their places.
    packed = (keys.astype(np.int64) << _PASSAGE_BITS | passages) << _UNIT_BITS | weighed
    packed.sort()
    pairs = packed >> _UNIT_BITS
    places = find_firsts(pairs)
    if not len(places):
        return np.zeros(0, np.int32), np.zeros(0, np.int64), np.zeros(0, np.uint16), np.zeros(0, np.uint16)
    total = np.add.reduceat(packed & (2**_UNIT_BITS - 1), places)
    held = pairs[places]
    owners = held >> _PASSAGE_BITS
    begins = find_firsts(owners)
    return (
        owners[begins].astype(np.int32),
        np.diff(begins, append=len(owners)),
        (held & (2**_PASSAGE_BITS - 1)).astype(np.uint16),
        np.minimum(total, _MOST_UNITS).astype(np.uint16),
    )


def _gather(
    shelf: Shelf, firsts: list[int], starts: Ints, slowing: NDArray[np.float32]
) -> Iterator[tuple[Numbers, Levels]]:
    """Give passages and impacts of the lists in the order of their terms, a batch of terms at a time."""
    begin = 0
    while begin < len(starts) - 1:
        reach = int(np.searchsorted(starts, starts[begin] + _BATCH, side="right")) - 1
        end = max(reach, begin + 1)  # a term with more entries than a batch comes alone
        yield _gather_range(shelf, firsts, starts[begin : end + 1], begin, slowing)
        begin = end


def _gather_range(
    shelf: Shelf, firsts: list[int], starts: Ints, begin: int, slowing: NDArray[np.float32]
) -> tuple[Numbers, Levels]:
    filled = starts[:-1] - starts[0]
    passages = np.empty(int(starts[-1] - starts[0]), dtype=np.int32)
    impacts = np.empty(len(passages), dtype=np.uint8)
    for row, first in enumerate(firsts):
        keys, ends = shelf.take(row, 0), shelf.take(row, 1)
        low, high = np.searchsorted(keys, (begin, begin + len(filled)))
        if low == high:
            continue
        start, stop = int(ends[low - 1]) if low else 0, int(ends[high - 1])
        sizes = np.diff(ends[low:high], prepend=start)
        which = keys[low:high] - begin
        target = spread(filled[which], sizes)
        filled[which] += sizes
        holders = shelf.take(row, 2, start, stop).astype(np.int32) + np.int32(first)
        counts = shelf.take(row, 3, start, stop).astype(np.float32) / np.float32(UNIT)
        passages[target] = holders
        share = counts / (counts + slowing[holders])
        impacts[target] = np.maximum(np.rint(share * LEVELS), 1).astype(np.uint8)
    return passages, impacts
