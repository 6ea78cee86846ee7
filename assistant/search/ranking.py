"""Finding passages: candidates of every way of searching, what speaks for each, the best of them."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Sequence

import numpy as np

from assistant.embed import Encoder
from assistant.index import Index
from assistant.search.candidates import find_candidates, limit_passages
from assistant.search.parts import Ranked, score_candidates
from assistant.search.question import Query, normalise_phrase, read_question
from assistant.search.recency import asks_newest, prefer_newer
from assistant.search.repetition import Repetitions
from assistant.search.reranker import Reranker, rerank
from assistant.search.terms import ask_fields
from assistant.search.weights import DEFAULT_WEIGHTS, SearchWeights
from assistant.types import Filters, Hit, Passage

_POOL = 60
"""Passages of each way of searching that are looked at; 100 gave the same figures to four digits."""
_SPARE = 40
"""How many more than are asked for, where many are."""
_LEAST_DENSE = 0.3
"""A passage without one term of the question is shown only when it is at least this near."""
_MORE = 5  # passages that are read at a time when some of the best say the same
_DIGITS = 6  # scores are rounded, so that no noise in the last bits decides an order

_NO_FILTERS = Filters()


def search(
    index: Index,
    encoder: Encoder,
    question: str,
    *,
    filters: Filters = _NO_FILTERS,
    limit: int = 10,
    weights: SearchWeights = DEFAULT_WEIGHTS,
    reranker: Reranker | None = None,
) -> list[Hit]:
    """Give the passages that fit the question best, at most `limit`, best first.

    Filters, phrases and exclusions work inside the search: they never make the list shorter than
    it could be. Empty for a question without content words, and when nothing fits. Equal scores
    are ordered by passage id, so the same question on the same index gives the same bytes. A
    reranker puts the best passages in its own order before repetitions are lowered.
    Raises UsageError for a filter on a document that does not exist or a date that is none.
    """
    allowed = index.select(filters)
    query = read_question(question, index.names.find)
    count = min(limit, index.sizes.passages)
    if query.empty or count <= 0:
        return []
    allowed = limit_passages(index, query, allowed)
    if allowed is not None and not allowed.any():
        return []
    asked = ask_fields(index, query, allowed, weights)
    vector = encoder.encode_queries([query.text])[0] if weights.dense else None
    pool = max(_POOL, count + _SPARE, reranker.depth if reranker else 0)
    while True:
        numbers = find_candidates(index, asked, vector, allowed, pool)
        ranked = _order(
            index, query, score_candidates(index, query, asked, vector, numbers, weights), weights
        )
        if reranker is not None:
            ranked = rerank(index, query.text, ranked, reranker)
        hits = _make_hits(index, query, ranked, count, weights)
        # A phrase is verified on the text; when that leaves too few, look further down.
        if len(hits) >= count or not query.phrases or pool >= index.sizes.passages:
            return hits
        pool *= 8


def _order(index: Index, query: Query, found: Ranked, weights: SearchWeights) -> Ranked:
    """Give the passages that fit, best first; the newer one first where the question asks for it."""
    mixed = found.mixed
    if asks_newest(query.text):
        records = index.records()
        mixed = prefer_newer(mixed, [records[place].date for place in index.places_of(found.numbers)])
    mixed = np.round(mixed, _DIGITS)
    fits = (found.lexical > 0) | (found.dense >= (_LEAST_DENSE if weights.lexical else 0.0))
    order = np.lexsort((found.numbers, -mixed))
    order = order[fits[order]]
    return Ranked(found.numbers[order], mixed[order], found.lexical[order], found.dense[order])


def _make_hits(index: Index, query: Query, found: Ranked, count: int, weights: SearchWeights) -> list[Hit]:
    """Read passages from the top until `count` of them stand, repetitions lowered."""
    hits: list[Hit] = []
    repetitions = Repetitions()
    scores = zip(*(part.tolist() for part in (found.mixed, found.lexical, found.dense)), strict=True)
    for passage, (mixed, lexical, dense) in zip(
        _read_passages(index, found.numbers.tolist(), count), scores, strict=False
    ):
        # What follows scores no higher than this, so it cannot come before the last of these.
        if len(hits) >= count and hits[count - 1].score > mixed:
            break
        if _holds_phrases(passage, query.phrases):
            score = round(mixed * weights.repeated ** repetitions.count(passage.text), _DIGITS)
            hit = Hit(passage, score, round(lexical, _DIGITS), round(dense, _DIGITS))
            insort(hits, hit, key=lambda hit: (-hit.score, hit.passage.id))
    return hits[:count]


def _read_passages(index: Index, numbers: Sequence[int], count: int) -> Iterator[Passage]:
    """Give the passages with these numbers, read as they are needed: mostly one more than `count`."""
    start, stop = 0, count + 1
    while start < len(numbers):
        yield from index.passages(numbers[start:stop])
        start, stop = stop, stop + _MORE


def _holds_phrases(passage: Passage, phrases: tuple[str, ...]) -> bool:
    if not phrases:
        return True
    words = normalise_phrase(passage.text)
    return all(phrase in words for phrase in phrases)
