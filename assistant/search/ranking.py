"""Finding passages: lexical and dense scores, fused by a convex combination."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.dutch import Features
from assistant.embed import Encoder
from assistant.index import Index
from assistant.index.lexical import GRAM, HEAD, STEM
from assistant.index.postings import Postings
from assistant.search.question import Query, normalise_phrase, read_question
from assistant.search.repetition import Repetitions
from assistant.search.weights import DEFAULT_WEIGHTS, SearchWeights
from assistant.types import Filters, Hit, Passage

_POOL = 200
"""Passages of each ranking that are fused; what is below in both cannot come near the top."""
_MAX_TERMS = 160
"""Terms a field that are looked up, those that can bring most; a page of text has no more to say."""
_LEAST_DENSE = 0.3
"""A passage without one term of the question is shown only when it is at least this near."""
_DIGITS = 6  # scores are rounded, so that no noise in the last bits decides an order

_NO_FILTERS = Filters()

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Candidates:
    """Passages in order, best first, with the parts of their scores."""

    numbers: Ints
    fused: NDArray[np.float64]
    lexical: NDArray[np.float64]
    dense: NDArray[np.float64]


def search(
    index: Index,
    encoder: Encoder,
    question: str,
    *,
    filters: Filters = _NO_FILTERS,
    limit: int = 10,
    weights: SearchWeights = DEFAULT_WEIGHTS,
) -> list[Hit]:
    """Give the passages that fit the question best, at most `limit`, best first.

    Filters, phrases and exclusions work inside the search: they never make the list shorter than
    it could be. Empty for a question without content words, and when nothing fits. Equal scores
    are ordered by passage id, so the same question on the same index gives the same bytes.
    Raises UsageError for a filter on a document that does not exist or a date that is none.
    """
    allowed = index.select(filters)
    query = read_question(question)
    count = min(limit, index.sizes.passages)
    if query.empty or count <= 0:
        return []
    allowed = _limit(index, query, allowed)
    if allowed is not None and not allowed.any():
        return []
    lexical = _score_lexical(index, query, weights)
    pool = max(_POOL, 4 * count)
    while True:
        found = _fuse(index, encoder, query, lexical, allowed, pool, weights)
        hits = _make_hits(index, query, found, count, weights)
        # A phrase is verified on the text; when that leaves too few, look further down.
        if len(hits) >= count or not query.phrases or pool >= index.sizes.passages:
            return hits
        pool *= 8


def _limit(index: Index, query: Query, allowed: NDArray[np.bool_] | None) -> NDArray[np.bool_] | None:
    """Narrow the mask to passages that hold all required stems and no excluded one."""
    if not query.required and not query.excluded:
        return allowed
    mask = np.ones(index.sizes.passages, dtype=np.bool_) if allowed is None else allowed.copy()
    postings = index.fields[STEM]
    for term in sorted(query.required):
        holds = np.zeros(len(mask), dtype=np.bool_)
        holds[postings.holders(term)] = True
        mask &= holds
    for term in sorted(query.excluded):
        mask[postings.holders(term)] = False
    return mask


def _score_lexical(index: Index, query: Query, weights: SearchWeights) -> NDArray[np.float64]:
    """Give the weighted mean of the lexical fields for every passage, each in [0, 1]."""
    total = np.zeros(index.sizes.passages, dtype=np.float64)
    wider = widen(index.fields[STEM], query) if weights.variants else Features()
    for name, share in ((STEM, weights.stem), (GRAM, weights.gram), (HEAD, weights.head)):
        if share == 0:
            continue
        postings = index.fields[name]
        # A word that is asked for twice is not asked for more: counts in a question say nothing.
        asked = {term: min(weight, 1.0) for term, weight in _terms_of(query.terms, name).items()}
        own = postings.choose(asked, _MAX_TERMS)
        ceiling = postings.ceiling(own)
        if ceiling == 0:
            continue
        other = postings.choose(_terms_of(wider, name), _MAX_TERMS)
        scores = postings.score({**{term: weights.variants * size for term, size in other.items()}, **own})
        total += share * np.minimum(scores.astype(np.float64) / ceiling, 1.0)
    shares = weights.stem + weights.gram + weights.head
    return total / shares if shares else total


def _add_nearness(
    index: Index, query: Query, numbers: Ints, found: NDArray[np.float64], weights: SearchWeights
) -> NDArray[np.float64]:
    """Mix into the lexical scores of these passages how many word pairs of the question they hold."""
    if not weights.near:
        return found
    near = index.sequences.score(index.fields[STEM], query.order, numbers)
    if near is None:
        return found
    share = weights.near / weights.lexical
    return (1 - share) * found + share * near


def widen(postings: Postings, query: Query) -> Features:
    """Give the terms of the other names, each for the part that it has in the documents' usage.

    Where the documents say "kmo" and never "mkb", a question about the "mkb" looks for "kmo" in
    full; where they say "mkb" themselves, hardly. The words of a name share the weight of one.
    """
    stems: dict[str, float] = {}
    grams: dict[str, float] = {}
    for name in query.names:
        own, others = (_count_holders(postings, words) for words in (name.own, name.stems))
        if others:
            share = others / (own + others) / len(name.stems)
            for to, terms in ((stems, name.terms.stems), (grams, name.terms.grams)):
                for term, weight in terms.items():
                    to[term] = max(to.get(term, 0.0), share * min(weight, 1.0))
    return Features(stems, grams)


def _count_holders(postings: Postings, words: tuple[str, ...]) -> int:
    """Give in how many passages the rarest of the words occurs, as an estimate for all of them."""
    return min(len(postings.holders(word)) for word in words)


def _terms_of(features: Features, field: str) -> Mapping[str, float]:
    return features.grams if field == GRAM else features.stems


def _fuse(
    index: Index,
    encoder: Encoder,
    query: Query,
    lexical: NDArray[np.float64],
    allowed: NDArray[np.bool_] | None,
    pool: int,
    weights: SearchWeights,
) -> _Candidates:
    """Give the best of both rankings together, with exact scores of both for each."""
    numbers = _find_best(lexical, allowed, pool)
    dense = np.zeros(len(numbers), dtype=np.float64)
    if weights.dense:
        vector = encoder.encode_queries([query.text])[0]
        among = None if allowed is None else np.flatnonzero(allowed)
        near, _ = index.store.search(vector, pool, among)
        numbers = np.union1d(numbers, near)
        # The passages that are near come from the store, how near they are from their sentences.
        dense = np.clip(index.sentences.score(vector, numbers).astype(np.float64), 0.0, 1.0)
    found = _add_nearness(index, query, numbers, lexical[numbers], weights)
    share = weights.dense / (weights.lexical + weights.dense)
    fused = np.round((1 - share) * found + share * dense, _DIGITS)
    fits = (found > 0) | (dense >= (_LEAST_DENSE if weights.lexical else 0.0))
    order = np.lexsort((numbers, -fused))
    order = order[fits[order]]
    return _Candidates(numbers[order], fused[order], found[order], dense[order])


def _find_best(scores: NDArray[np.float64], allowed: NDArray[np.bool_] | None, count: int) -> Ints:
    """Give the passages with the `count` highest scores above zero, equal ones by number."""
    numbers = np.flatnonzero(scores > 0 if allowed is None else (scores > 0) & allowed)
    if len(numbers) > count:
        found = scores[numbers]
        least = np.partition(found, len(found) - count)[len(found) - count]
        numbers = numbers[found >= least]
        numbers = np.sort(numbers[np.lexsort((numbers, -scores[numbers]))[:count]])
    return numbers


def _make_hits(
    index: Index, query: Query, found: _Candidates, count: int, weights: SearchWeights
) -> list[Hit]:
    """Read passages from the top until `count` of them stand, repetitions lowered."""
    hits: list[Hit] = []
    repetitions = Repetitions()
    step = count + 5
    for start in range(0, len(found.numbers), step):
        part = slice(start, start + step)
        passages = index.passages(found.numbers[part].tolist())
        scores = zip(found.fused[part], found.lexical[part], found.dense[part], strict=True)
        for passage, (fused, lexical, dense) in zip(passages, scores, strict=True):
            if _holds_phrases(passage, query.phrases):
                score = round(float(fused) * weights.repeated ** repetitions.count(passage.text), _DIGITS)
                hits.append(Hit(passage, score, round(float(lexical), _DIGITS), round(float(dense), _DIGITS)))
        following = found.fused[start + step] if start + step < len(found.numbers) else 0.0
        hits.sort(key=lambda hit: (-hit.score, hit.passage.id))
        # What follows scores no higher than this, so it cannot come before the last of these.
        if len(hits) >= count and hits[count - 1].score > following:
            break
    return hits[:count]


def _holds_phrases(passage: Passage, phrases: tuple[str, ...]) -> bool:
    if not phrases:
        return True
    words = normalise_phrase(passage.text)
    return all(phrase in words for phrase in phrases)
