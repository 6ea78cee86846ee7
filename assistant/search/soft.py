"""Words of the question that a passage does not hold, met by the nearest word that it does hold.

A citizen asks about a "tegemoetkoming" and the passage says "vergoeding": no lexical field sees it,
and the vector of a whole passage blurs it. Here every missing word of the question looks for its
nearest word in the passage, as late interaction does (Khattab and Zaharia, "ColBERT", 2020), over
static vectors (`wordvectors.py`). What is held exactly is left to the lexical fields: this score is
an addition to theirs and no ranking of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.dutch import split_compound, stem
from assistant.index.postings import Postings
from assistant.index.sequences import Sequences, find_keys
from assistant.index.words import find_firsts
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
    rows: NDArray[np.int32]
    keys: NDArray[np.int32]
    sizes: Ints


@dataclass(frozen=True, slots=True)
class _Like:
    """Words of the question by their places, the places in a run of words like one of them, and how like.

    `cosines` is `(len(places), len(at))`; the words elsewhere are all less than LEAST like each.
    """

    places: list[int]
    at: Ints
    cosines: NDArray[np.float32]


class SoftWords:
    """Soft word matching in one index; make it once, when the index is opened."""

    def __init__(self, vectors: WordVectors, postings: Postings) -> None:
        self._vectors = vectors
        self._postings = postings
        self._rows = np.full(len(postings), -1, dtype=np.int32)
        for word, row in vectors.stems():
            key = postings.lists.seek(word)
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
        weights = np.array([self._postings.ceiling_of(word) for word in asked], dtype=np.float64)
        if not len(numbers) or not weights.sum():
            return np.zeros(len(numbers), dtype=np.float64)
        weights /= weights.sum()
        words = self._read(sequences, numbers)
        held = _find_held(self._find_keys(asked), words)
        unmet = max(0.0, 1.0 - float((weights @ held).max()))
        scores = np.zeros(len(numbers), dtype=np.float64)
        like = self._find_like(asked, weights, held, words)
        if len(like.at):
            owners = words.owners[like.at]
            begins = find_firsts(owners)
            filled = owners[begins]
            nearest = np.maximum.reduceat(like.cosines, begins, axis=1).astype(np.float64)
            more = np.clip((nearest - LEAST) / (1 - LEAST), 0.0, 1.0)
            more[held[like.places][:, filled]] = 0.0
            for place, brought in zip(like.places, more, strict=True):
                scores[filled] += weights[place] * brought
        slowing = 1 - _LENGTH + _LENGTH * words.sizes / _USUAL_WORDS
        return np.minimum(unmet * scores / slowing, 1.0)

    def explain(self, stems: Sequence[str], sequences: Sequences, number: int) -> tuple[SoftMatch, ...]:
        """Give, for each word of the question that the passage lacks, its nearest word, if any is near."""
        asked = list(dict.fromkeys(stems))
        words = self._read(sequences, np.array([number], dtype=np.int64))
        held = _find_held(self._find_keys(asked), words)
        like = self._find_like(asked, np.ones(len(asked)), held, words)
        matches = []
        for place, cosines in zip(like.places, like.cosines, strict=True):
            best = int(cosines.argmax()) if len(like.at) else -1
            if best >= 0 and cosines[best] > LEAST:
                found = self._vectors.stem_of(int(words.rows[like.at[best]]))
                matches.append(SoftMatch(asked[place], found, round(float(cosines[best]), 3)))
        return tuple(matches)

    def _read(self, sequences: Sequences, numbers: Ints) -> _Words:
        keys, sizes = sequences.words_of(numbers)
        return _Words(np.repeat(np.arange(len(numbers)), sizes), self._rows.take(keys), keys, sizes)

    def _find_keys(self, asked: Sequence[str]) -> Ints:
        return np.array([self._postings.key(word) for word in asked], dtype=np.int64)

    def _find_like(
        self, asked: Sequence[str], weights: Scores, held: NDArray[np.bool_], words: _Words
    ) -> _Like:
        """Find the words like those of the question that not all passages hold."""
        missing = np.flatnonzero(~held.all(axis=1))
        missing = np.sort(missing[np.argsort(-weights[missing], kind="stable")[:MOST_WORDS]])
        rows = {place: self._find_row(asked[place]) for place in missing.tolist()}
        sought = {place: row for place, row in rows.items() if row is not None}
        used = np.zeros(len(self._vectors) + 1, dtype=np.bool_)
        used[words.rows] = True  # words without a row mark the one behind the last
        known = np.flatnonzero(used[:-1])
        cosines = self._vectors.compare(list(sought.values()), known)
        near = np.flatnonzero((cosines >= LEAST).any(axis=0))
        ranks = np.zeros(len(used), dtype=np.int32)
        ranks[known[near]] = np.arange(1, len(near) + 1)
        ranked = ranks.take(words.rows)
        at = np.flatnonzero(ranked)
        return _Like(list(sought), at, cosines.take(near, axis=1).take(ranked[at] - 1, axis=1))

    def _find_row(self, word: str) -> NDArray[np.int8] | None:
        """Give the row of a word, of a compound without one that of its parts; None when there is none."""
        row = self._vectors.find(word)
        return self._vectors.add(map(stem, split_compound(word))) if row is None else row


def _find_held(keys: Ints, words: _Words) -> NDArray[np.bool_]:
    """Tell which passages hold which of the keys as they stand, `(keys, passages)`."""
    held = np.zeros((len(keys), len(words.sizes)), dtype=np.bool_)
    at, found = find_keys(words.keys, keys)
    held[found, words.owners[at]] = True
    return held
