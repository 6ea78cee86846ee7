"""The second stage: what speaks for each candidate, every part in [0, 1] with 1 the best there can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from assistant.index import Index
from assistant.index.lexical import CONSTANTS, STEM
from assistant.search.question import Query
from assistant.search.soft import SoftWords
from assistant.search.subjects import score_subjects
from assistant.search.terms import FieldTerms
from assistant.search.weights import SearchWeights
from assistant.search.wordvectors import load_word_vectors

_REACH = 1
"""Passages on either side that count as around; 2 and 3 found no more on the decisions of 2022."""
_USUAL_WORDS = 120
"""Content words of an ordinary passage with those around it: twice the length that the field reckons with."""

Ints = NDArray[np.int64]
Scores = NDArray[np.float64]

_SOFT_WORDS: WeakKeyDictionary[Index, SoftWords] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Ranked:
    """Passages with the mix of their parts, and the lexical and the dense part of it."""

    numbers: Ints
    mixed: Scores
    lexical: Scores
    dense: Scores


def score_candidates(
    index: Index,
    query: Query,
    asked: Mapping[str, FieldTerms],
    vector: NDArray[np.float32] | None,
    numbers: Ints,
    weights: SearchWeights,
) -> Ranked:
    """Give the weighted mean of the parts for each of these passages.

    A part that the question cannot have (word pairs of a single word) is left out of the mean.
    """
    lexical = _mix(_find_lexical(index, query, asked, numbers, weights), len(numbers))
    dense = np.zeros(len(numbers))
    share = 0.0
    if vector is not None:
        dense = np.clip(index.sentences.score(vector, numbers).astype(np.float64), 0.0, 1.0)
        share = weights.dense / (weights.lexical + weights.dense)
    mixed = (1 - share) * lexical + share * dense
    if weights.soft:
        # An addition to the mean and no part of it: of a passage that holds all words it says nothing.
        soft = _soft_words_of(index).score(query.order, index.sequences, numbers)
        mixed = mixed + weights.soft * soft
    if weights.subject and STEM in asked:
        mixed = mixed + weights.subject * score_subjects(index, asked[STEM], numbers)
    mixed = np.minimum(mixed, 1.0)
    return Ranked(numbers, mixed, lexical, dense)


def _soft_words_of(index: Index) -> SoftWords:
    """Give the soft word matching of an index, made at the first question."""
    known = _SOFT_WORDS.get(index)
    if known is None:
        known = _SOFT_WORDS[index] = SoftWords(load_word_vectors(), index.fields[STEM])
    return known


def _find_lexical(
    index: Index, query: Query, asked: Mapping[str, FieldTerms], numbers: Ints, weights: SearchWeights
) -> list[tuple[float, Scores]]:
    parts: list[tuple[float, Scores]] = []
    for field in asked.values():
        scores = field.tally.score_at(numbers)
        parts.append((field.weight, np.minimum(scores / field.ceiling, 1.0)))
    if weights.near:
        near = index.sequences.score(index.fields[STEM], query.order, numbers)
        if near is not None:
            parts.append((weights.near, near))
    if weights.around and STEM in asked:
        parts.append((weights.around, score_around(index, asked[STEM], numbers)))
    return parts


def score_around(index: Index, field: FieldTerms, numbers: Ints) -> Scores:
    """Give the BM25 of each passage together with its neighbours in the document, against the ceiling.

    A passage is cut where the room is full, so what a question asks may stand half in the next.
    """
    postings = index.fields[STEM]
    known = {postings.key(term): postings.ceiling_of(term, weight) for term, weight in field.terms.items()}
    known.pop(-1, None)
    if not known:
        return np.zeros(len(numbers))
    firsts, stops = index.reach(numbers, _REACH)
    counts, lengths = index.sequences.count(np.array(list(known), dtype=np.int64), firsts, stops)
    constants = CONSTANTS[STEM]
    slowing = constants.k1 * (1 - constants.b + constants.b * lengths / _USUAL_WORDS)
    scores: Scores = (counts / (counts + slowing[:, np.newaxis])) @ np.array(list(known.values()))
    return np.minimum(scores / field.ceiling, 1.0)


def _mix(parts: list[tuple[float, Scores]], count: int) -> Scores:
    total = sum(share for share, _ in parts)
    if not total:
        return np.zeros(count)
    mixed: Scores = np.sum([share / total * scores for share, scores in parts], axis=0)
    return mixed
