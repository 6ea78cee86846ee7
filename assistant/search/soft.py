"""Words of the question that a passage does not hold, met by the nearest word that it does hold.

A citizen asks about a "tegemoetkoming" and the passage says "vergoeding": no lexical field sees it,
and the vector of a whole passage blurs it. Here every missing word of the question looks for its
nearest word in the passage, as late interaction does (Khattab and Zaharia, "ColBERT", 2020), over
static vectors (`wordvectors.py`). What is held exactly is left to the lexical fields: this score is
an addition to theirs and no ranking of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.dutch import split_compound, stem
from assistant.index.postings import Postings
from assistant.index.sequences import Sequences
from assistant.search.wordvectors import WordVectors

LEAST = 0.3
"""Words less alike than this have nothing to do with each other (.2 to .4 on the dev sets are alike)."""
_USUAL_WORDS = 60
"""Content words of an ordinary passage."""
_LENGTH = 0.5
"""How much a passage's length counts, as `b` of BM25: among more words the nearest is nearer by chance.
Without it long passages won: .02 nDCG@10 lost on letters with parliamentary questions, with it .03 gained."""
MOST_WORDS = 24
"""Missing words that are looked for, those that weigh most; a page of text has no more to say."""

Ints = NDArray[np.int64]
Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class SoftMatch:
    """A word of the question and the nearest one in a passage, as stems; `likeness` in (0, 1]."""

    asked: str
    found: str
    likeness: float


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of some passages in one run: whose each is, and which row of the vectors (or -1)."""

    owners: Ints
    rows: Ints
    keys: NDArray[np.int32]
    sizes: Ints


class SoftWords:
    """Soft word matching in one index; make it once, when the index is opened."""

    def __init__(self, vectors: WordVectors, postings: Postings) -> None:
        self._vectors = vectors
        self._postings = postings
        self._rows = np.full(len(postings), -1, dtype=np.int32)
        for word, row in vectors.stems():
            key = postings.key(word)
            if key >= 0:
                self._rows[key] = row

    def score(self, stems: Sequence[str], sequences: Sequences, numbers: Ints) -> Scores:
        """Give how near the passages come to the words of the question that they do not hold.

        Each missing word counts for its rarity, times how much its nearest word is like it; a long
        passage is marked down. The whole is multiplied by the share of the question that no single
        passage of these holds: where one has all words there is nothing to guess, and without this
        factor titles that repeat each other's words lost. `(len(numbers),)`, in [0, 1].
        """
        asked = list(dict.fromkeys(stems))
        weights = np.array([self._postings.ceiling({word: 1.0}) for word in asked], dtype=np.float64)
        if not len(numbers) or not weights.sum():
            return np.zeros(len(numbers), dtype=np.float64)
        weights /= weights.sum()
        words = self._read(sequences, numbers)
        held = self._find_held(asked, words)
        unmet = max(0.0, 1.0 - float((weights @ held).max()))
        scores = np.zeros(len(numbers), dtype=np.float64)
        filled = np.flatnonzero(words.sizes)
        begins = (np.cumsum(words.sizes) - words.sizes)[filled]
        for place, likeness in self._find_likeness(asked, weights, held, words):
            nearest = np.maximum.reduceat(likeness, begins)
            more = np.clip((nearest - LEAST) / (1 - LEAST), 0.0, 1.0)
            scores[filled] += weights[place] * np.where(held[place, filled], 0.0, more)
        slowing = 1 - _LENGTH + _LENGTH * words.sizes / _USUAL_WORDS
        return np.minimum(unmet * scores / slowing, 1.0)

    def explain(self, stems: Sequence[str], sequences: Sequences, number: int) -> tuple[SoftMatch, ...]:
        """Give, for each word of the question that the passage lacks, its nearest word, if any is near."""
        asked = list(dict.fromkeys(stems))
        words = self._read(sequences, np.array([number], dtype=np.int64))
        held = self._find_held(asked, words)
        matches = [
            SoftMatch(asked[place], self._vectors.stem_of(int(words.rows[at])), round(float(likeness[at]), 3))
            for place, likeness in self._find_likeness(asked, np.ones(len(asked)), held, words)
            if not held[place, 0] and likeness[at := int(likeness.argmax())] > LEAST
        ]
        return tuple(matches)

    def _read(self, sequences: Sequences, numbers: Ints) -> _Words:
        keys, sizes = sequences.words_of(numbers)
        return _Words(
            np.repeat(np.arange(len(numbers)), sizes), self._rows[keys].astype(np.int64), keys, sizes
        )

    def _find_held(self, asked: Sequence[str], words: _Words) -> NDArray[np.bool_]:
        """Tell which passages hold which words as they stand, `(asked, passages)`."""
        held = np.zeros((len(asked), len(words.sizes)), dtype=np.bool_)
        for place, word in enumerate(asked):
            key = self._postings.key(word)
            if key >= 0:
                held[place, words.owners[words.keys == key]] = True
        return held

    def _find_likeness(
        self, asked: Sequence[str], weights: Scores, held: NDArray[np.bool_], words: _Words
    ) -> Iterator[tuple[int, Scores]]:
        """Give, for words of the question that not all passages hold, how like it every word there is."""
        missing = np.flatnonzero(~held.all(axis=1))
        missing = np.sort(missing[np.argsort(-weights[missing], kind="stable")[:MOST_WORDS]])
        used = np.zeros(len(self._vectors) + 1, dtype=np.bool_)
        used[words.rows] = True  # words without a row mark the one behind the last
        known = np.flatnonzero(used[:-1])
        others = self._vectors.fetch(known)
        cosines = np.zeros(len(used), dtype=np.float64)
        for place in missing.tolist():
            row = self._vectors.find(asked[place])
            if row is None:
                row = self._vectors.add(stem(part) for part in split_compound(asked[place]))
            if row is not None and len(known):
                cosines[known] = self._vectors.compare(row, others, known)
                yield place, cosines[words.rows]
