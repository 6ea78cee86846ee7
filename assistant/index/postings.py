"""BM25 over one field, with the score of every term in every passage worked out beforehand.

A query then adds up a few arrays ("BM25S", Lù 2024): exact scores for all passages, the same to
the byte each time. On disk a field is four files that are mapped into memory, never unpickled.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import marisa_trie
import numpy as np
from numpy.typing import NDArray

from assistant.index.shelf import Shelf

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]

_CHUNK_PASSAGES = 1_024  # about 25 MB of working memory for the n-gram field


@dataclass(frozen=True, slots=True)
class Bm25:
    """The two free constants of BM25: saturation of counts, and weight of a passage's length."""

    k1: float
    b: float


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How often words occur: row i says that `words[word[i]]` is `count[i]` times in `passage[i]`."""

    words: tuple[str, ...]
    word: NDArray[np.int32]
    passage: NDArray[np.int32]
    count: NDArray[np.float32]
    passages: int


class Postings:
    """The terms of one field and, for each, the passages that hold it with their impacts.

    `starts[t]:starts[t + 1]` is the range of term t in `passages` (ascending) and `impacts`;
    `ceilings[t]` is the most that one occurrence of the term can bring a passage.
    """

    def __init__(
        self,
        terms: marisa_trie.Trie,
        starts: Ints,
        passages: NDArray[np.int32],
        impacts: Floats,
        ceilings: Floats,
        size: int,
    ) -> None:
        self._terms = terms
        self._starts = starts
        self._passages = passages
        self._impacts = impacts
        self._ceilings = ceilings
        self._size = size
        # What a word that no passage holds could have brought: the ceiling of the rarest term.
        self._unseen = float(ceilings.max()) if len(ceilings) else 1.0

    def __len__(self) -> int:
        return len(self._terms)

    def key(self, term: str) -> int:
        """Give the number of a term; -1 when no passage holds it."""
        return int(self._terms.get(term, -1))

    def holders(self, term: str) -> NDArray[np.int32]:
        """Give the numbers of the passages that hold `term`, ascending."""
        key = self._terms.get(term)
        if key is None:
            return np.zeros(0, dtype=np.int32)
        return self._passages[self._starts[key] : self._starts[key + 1]]

    def score(self, terms: Mapping[str, float]) -> Floats:
        """Give the BM25 score of every passage for the weighted terms, `(passages,) float32`."""
        scores = np.zeros(self._size, dtype=np.float32)
        # Sorted, because adding floats in another order gives other last bits.
        for term in sorted(terms):
            key = self._terms.get(term)
            if key is None:
                continue
            start, stop = self._starts[key], self._starts[key + 1]
            impacts = self._impacts[start:stop]
            if terms[term] != 1.0:
                impacts = impacts * np.float32(terms[term])
            np.add.at(scores, self._passages[start:stop], impacts)
        return scores

    def count_holders(self, term: str) -> int:
        """Give how many passages hold `term`."""
        return len(self.holders(term))

    def best(self, terms: Mapping[str, float], count: int, allowed: Mask | None = None) -> Ints:
        """Give the numbers of the `count` best passages with a score above 0, best first, ties by number.

        Scores are those of `score_at`. `allowed` tells for every passage whether it may be found.
        """
        scores = self.score(terms)
        numbers = np.flatnonzero(scores > 0 if allowed is None else (scores > 0) & allowed)
        if len(numbers) > count > 0:
            found = scores[numbers]
            numbers = numbers[found >= np.partition(found, len(found) - count)[len(found) - count]]
        return numbers[np.lexsort((numbers, -scores[numbers]))[: max(count, 0)]]

    def score_at(self, terms: Mapping[str, float], numbers: Ints) -> Floats:
        """Give the exact scores of these passages, in their order, `(len(numbers),) float32`."""
        scores = np.zeros(len(numbers), dtype=np.float32)
        numbers = numbers.astype(np.int32)  # as the holders, which are long and must not be copied
        for term in sorted(terms):
            key = self._terms.get(term)
            if key is None:
                continue
            start, stop = self._starts[key], self._starts[key + 1]
            holders = self._passages[start:stop]
            place = np.minimum(np.searchsorted(holders, numbers), len(holders) - 1)
            holds = np.flatnonzero(holders[place] == numbers)
            impacts = self._impacts[start:stop][place[holds]]
            scores[holds] += impacts * np.float32(terms[term])
        return scores

    def ceiling(self, terms: Mapping[str, float]) -> float:
        """Give the most that any passage could score for the weighted terms.

        A term that no passage holds counts as the rarest one, so that a passage with half of the
        question's weight scores one half whether or not the other half occurs elsewhere.
        """
        total = 0.0
        for term in sorted(terms):
            key = self._terms.get(term)
            total += terms[term] * (self._unseen if key is None else float(self._ceilings[key]))
        return total

    def choose(self, terms: Mapping[str, float], limit: int) -> dict[str, float]:
        """Give the `limit` terms that can bring most; all of them when there are no more."""
        if len(terms) <= limit:
            return dict(terms)
        ranked = sorted(terms, key=lambda term: (-terms[term] * self._ceiling_of(term), term))
        return {term: terms[term] for term in ranked[:limit]}

    def _ceiling_of(self, term: str) -> float:
        key = self._terms.get(term)
        return 0.0 if key is None else float(self._ceilings[key])

    def save(self, folder: Path, name: str) -> None:
        """Write the field's files, all named `name`.something, into `folder`."""
        # Not `save`: that ignores an error when the file is closed.
        (folder / f"{name}.terms").write_bytes(self._terms.tobytes())
        for part, array in self._arrays().items():
            with (folder / f"{name}.{part}.npy").open("wb") as stream:
                np.lib.format.write_array(stream, array, allow_pickle=False)

    def _arrays(self) -> dict[str, NDArray[np.generic]]:
        return {
            "starts": self._starts,
            "passages": self._passages,
            "impacts": self._impacts,
            "ceilings": self._ceilings,
        }


def load_postings(folder: Path, name: str, size: int) -> Postings:
    """Map the field `name` of a generation; raises OSError or ValueError when it is not whole."""
    terms = marisa_trie.Trie()
    terms.mmap(str(folder / f"{name}.terms"))
    starts, passages, impacts, ceilings = (
        # Slices of a plain array over the map are made ten times faster than those of the map.
        np.asarray(np.load(folder / f"{name}.{part}.npy", mmap_mode="r", allow_pickle=False))
        for part in ("starts", "passages", "impacts", "ceilings")
    )
    if len(starts) != len(terms) + 1 or len(ceilings) != len(terms) or len(passages) != len(impacts):
        raise ValueError(f"field {name}: the files do not belong together")
    return Postings(terms, starts, passages, impacts, ceilings, size)


def make_postings(
    counts: WordCounts,
    find_terms: Callable[[str], Iterable[tuple[str, float]]],
    constants: Bm25,
    folder: Path | None = None,
) -> Postings:
    """Make a field: each word becomes the weighted terms that `find_terms` gives for it.

    What is half done lies in a file in `folder` (None: where temporary files lie).
    """
    per_word = [tuple(find_terms(word)) for word in counts.words]
    trie = marisa_trie.Trie(sorted({term for terms in per_word for term, _ in terms}))
    vocabulary = _Vocabulary.make(per_word, trie)
    del per_word
    with Shelf(folder) as shelf:
        holders = np.zeros(len(trie), dtype=np.int64)
        lengths = np.zeros(counts.passages, dtype=np.float64)
        for chunk in _cut_chunks(counts, vocabulary):
            holders += np.bincount(chunk.term, minlength=len(trie))
            lengths += np.bincount(chunk.passage, weights=chunk.frequency, minlength=counts.passages)
            shelf.put((chunk.term, chunk.passage, chunk.frequency))
        del vocabulary
        chunks = (_Chunk(*row) for row in shelf.take())
        return _weigh(trie, chunks, holders, lengths, constants)


def _weigh(
    trie: marisa_trie.Trie,
    chunks: Iterable[_Chunk],
    holders: Ints,
    lengths: NDArray[np.float64],
    constants: Bm25,
) -> Postings:
    """Give the score of every term in every passage; `holders` counts passages a term, `lengths` terms."""
    # Robertson's idf, plus one inside the logarithm so that it is never negative (Lucene's form).
    rarity = np.log1p((len(lengths) - holders + 0.5) / (holders + 0.5))
    average = lengths.mean() if lengths.any() else 1.0
    slowing = constants.k1 * (1 - constants.b + constants.b * lengths / average)
    starts = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(holders)))
    passages = np.empty(int(starts[-1]), dtype=np.int32)
    impacts = np.empty(int(starts[-1]), dtype=np.float32)
    filled = starts[:-1].copy()
    for chunk in chunks:
        place = filled[chunk.term] + chunk.rank_in_term()
        passages[place] = chunk.passage
        saturated = chunk.frequency * (constants.k1 + 1) / (chunk.frequency + slowing[chunk.passage])
        impacts[place] = rarity[chunk.term] * saturated
        filled += np.bincount(chunk.term, minlength=len(trie))
    ceilings = (rarity * (constants.k1 + 1)).astype(np.float32)
    return Postings(trie, starts, passages, impacts, ceilings, len(lengths))


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The terms of all words in one run: word w has `keys[firsts[w]:firsts[w + 1]]`."""

    firsts: Ints
    keys: Ints
    weights: NDArray[np.float64]

    @classmethod
    def make(cls, per_word: list[tuple[tuple[str, float], ...]], trie: marisa_trie.Trie) -> _Vocabulary:
        sizes = np.array([len(terms) for terms in per_word], dtype=np.int64)
        firsts = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(sizes)))
        keys = np.array([trie[term] for terms in per_word for term, _ in terms], dtype=np.int64)
        weights = np.array([weight for terms in per_word for _, weight in terms], dtype=np.float64)
        return cls(firsts, keys, weights)


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Weighted counts of terms in a range of passages, sorted by term, then passage."""

    term: NDArray[np.int32]
    passage: NDArray[np.int32]
    frequency: Floats

    def rank_in_term(self) -> Ints:
        """Give, for each row, how many rows of the same term stand before it."""
        position = np.arange(len(self.term))
        begins = np.concatenate(([True], self.term[1:] != self.term[:-1])) if len(self.term) else position
        return position - np.maximum.accumulate(np.where(begins, position, 0))


def _cut_chunks(counts: WordCounts, vocabulary: _Vocabulary) -> Iterator[_Chunk]:
    """Turn the word counts into term counts, a bounded number of passages at a time."""
    order = np.argsort(counts.passage, kind="stable")
    borders = np.arange(0, counts.passages + _CHUNK_PASSAGES, _CHUNK_PASSAGES)
    cuts = np.searchsorted(counts.passage[order], borders)
    for start, stop in itertools.pairwise(cuts):
        rows = order[start:stop]
        if len(rows):
            yield _merge(vocabulary, counts.word[rows], counts.passage[rows], counts.count[rows])


def _merge(
    vocabulary: _Vocabulary, word: NDArray[np.int32], passage: NDArray[np.int32], count: Floats
) -> _Chunk:
    """Expand words into their terms and add up what is of the same term and passage."""
    repeats = vocabulary.firsts[word + 1] - vocabulary.firsts[word]
    row = np.repeat(np.arange(len(word)), repeats)
    within = np.arange(len(row)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    entry = vocabulary.firsts[word][row] + within
    weight = vocabulary.weights[entry] * count[row]
    span = int(passage.max()) + 1
    pair = vocabulary.keys[entry] * span + passage[row]
    order = np.argsort(pair, kind="stable")
    pair = pair[order]
    if not len(pair):
        return _Chunk(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.float32))
    firsts = np.flatnonzero(np.concatenate(([True], pair[1:] != pair[:-1])))
    total = np.add.reduceat(weight[order], firsts)
    term, holder = np.divmod(pair[firsts], span)
    return _Chunk(term.astype(np.int32), holder.astype(np.int32), total.astype(np.float32))
