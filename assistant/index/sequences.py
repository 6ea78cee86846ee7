"""The order of the content words in every passage, to tell which words stand near each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.index.postings import Postings
from assistant.index.shelf import Shelf, create_array
from assistant.index.vocabulary import UNIT, Terms
from assistant.index.words import WordSpool, find_firsts

Ints = NDArray[np.int64]

WINDOW = 3
"""Two content words are near when at most two others stand between them (1 to 5 on the dev sets)."""
_NAME = "order"


class Sequences:
    """The content stems of every passage in order: passage p has `terms[starts[p]:starts[p + 1]]`.

    `terms` are the keys of the field `stem`.
    """

    def __init__(self, starts: Ints, terms: NDArray[np.int32]) -> None:
        self._starts = starts
        self._terms = terms

    def score(self, postings: Postings, stems: Sequence[str], passages: Ints) -> NDArray[np.float64] | None:
        """Give, for each of `passages`, which share of the question's near pairs is near there too.

        A pair counts for the rarity of its two stems; the order of the two does not matter. None
        when the question has no pairs.
        """
        places = {stem: place for place, stem in enumerate(dict.fromkeys(stems))}
        weights, total = _weigh_pairs(postings, [places[stem] for stem in stems], list(places))
        if total == 0:
            return None
        keys = np.array([postings.key(stem) for stem in places], dtype=np.int64)
        terms, sizes = self.words_of(passages)
        at, found = find_keys(terms, keys)
        owner = np.repeat(np.arange(len(passages)), sizes)[at]
        scores = np.zeros(len(passages), dtype=np.float64)
        pairs = _find_pairs(owner, at, found, len(places))
        pairs = pairs[weights[pairs % weights.size] > 0]
        np.add.at(scores, pairs // weights.size, weights[pairs % weights.size])
        return scores / total

    def count(self, keys: Ints, firsts: Ints, stops: Ints) -> tuple[Ints, Ints]:
        """Count stems in runs of passages, from number `firsts[i]` to before `stops[i]`.

        Give `(runs, keys)` how often each of the keys occurs, and `(runs,)` how many words there are.
        """
        terms, sizes = self._read(firsts, stops)
        at, found = find_keys(terms, keys)
        cells = np.repeat(np.arange(len(firsts)) * len(keys), sizes)[at] + found
        counts = np.bincount(cells, minlength=len(firsts) * len(keys))
        return counts.reshape(len(firsts), len(keys)).astype(np.int64, copy=False), sizes

    def words_of(self, passages: Ints) -> tuple[NDArray[np.int32], Ints]:
        """Give the words of these passages in one run, and how many each passage has."""
        return self._read(passages, passages + 1)

    def _read(self, firsts: Ints, stops: Ints) -> tuple[NDArray[np.int32], Ints]:
        begins, ends = self._starts[firsts], self._starts[stops]
        runs = [self._terms[begin:end] for begin, end in zip(begins.tolist(), ends.tolist(), strict=True)]
        return np.concatenate(runs) if runs else np.zeros(0, dtype=np.int32), ends - begins


def find_keys(terms: NDArray[np.int32], keys: Ints) -> tuple[Ints, Ints]:
    """Give where in `terms` one of the keys stands, and the place of that key in `keys`.

    No term is the key -1; at most 2^15 keys.
    """
    known = np.flatnonzero(keys >= 0)
    table = np.zeros(max(terms.max(initial=0), keys.max(initial=0)) + 1, dtype=np.int16)
    table[keys[known]] = known + 1
    found = table.take(terms)
    at = np.flatnonzero(found)
    return at, found[at].astype(np.int64) - 1


def load_sequences(folder: Path, passages: int) -> Sequences:
    """Map the sequences of a generation; raises OSError or ValueError when they are not whole."""
    starts, terms = (
        np.asarray(np.load(folder / f"{_NAME}.{part}.npy", mmap_mode="r", allow_pickle=False))
        for part in ("starts", "terms")
    )
    if len(starts) != passages + 1 or int(starts[-1]) != len(terms):
        raise ValueError("the word sequences do not belong to these passages")
    return Sequences(starts, terms)


def write_sequences(folder: Path, words: WordSpool, order: Ints, terms: Terms) -> None:
    """Write the sequences; passage i is the one that came as number `order[i]`."""
    write_runs(folder, (_find_whole(sizes, run, terms) for _, sizes, run in words.chunks(order)))


def write_runs(folder: Path, chunks: Iterable[tuple[Ints, NDArray[np.int32]]]) -> None:
    """Write the files; a chunk is how many terms some passages have, and the terms of all in one run."""
    lengths = [np.zeros(0, dtype=np.int64)]
    with Shelf(folder) as shelf:
        for sizes, terms in chunks:
            lengths.append(sizes)
            shelf.put((terms,))
        starts = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(np.concatenate(lengths))))
        with create_array(folder / f"{_NAME}.starts.npy", np.int64, len(starts)) as stream:
            stream.write(starts.data)
        with create_array(folder / f"{_NAME}.terms.npy", np.int32, int(starts[-1])) as stream:
            for row in range(len(shelf)):
                stream.write(shelf.take(row, 0).data)


def _find_whole(
    sizes: NDArray[np.int32], words: NDArray[np.int32], terms: Terms
) -> tuple[Ints, NDArray[np.int32]]:
    """Give the terms of words that have full weight: only those are stems of the word as a whole."""
    per_word, keys, units = terms.expand(words)
    owners = np.repeat(np.repeat(np.arange(len(sizes)), sizes), per_word)
    whole = units == UNIT
    return np.bincount(owners[whole], minlength=len(sizes)).astype(np.int64), keys[whole]


def _weigh_pairs(
    postings: Postings, places: Sequence[int], stems: Sequence[str]
) -> tuple[NDArray[np.float64], float]:
    """Give the weight of every pair of the question's stems, at `low * len(stems) + high`."""
    rarity = [postings.ceiling_of(stem) for stem in stems]
    weights = [0.0] * (len(stems) * len(stems))
    for start, first in enumerate(places):
        for second in places[start + 1 : start + 1 + WINDOW]:
            if first != second:
                weights[min(first, second) * len(stems) + max(first, second)] = rarity[first] + rarity[second]
    found = np.array(weights, dtype=np.float64)
    return found, float(found.sum())


def _find_pairs(owner: Ints, at: Ints, found: Ints, count: int) -> Ints:
    """Give `owner * count² + low * count + high` for each pair that is near somewhere, once.

    `at` is where the words of the question stand in the run of all passages, `found` which they are.
    """
    places = at + owner * WINDOW  # as if so many other words stood between passages
    codes: list[Ints] = []
    for distance in range(1, WINDOW + 1):
        first, second = found[:-distance], found[distance:]
        near = np.flatnonzero((places[distance:] - places[:-distance] <= WINDOW) & (first != second))
        first, second = first[near], second[near]
        pairs = np.minimum(first, second) * count + np.maximum(first, second)
        codes.append(owner[near] * (count * count) + pairs)
    ordered = np.sort(np.concatenate(codes))
    return ordered[find_firsts(ordered)]
