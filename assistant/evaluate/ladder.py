"""The ways of searching that are compared, from plain words to the whole search.

A new row is one line in `ROWS`. All but `words` and `stems`, which are there to compare with, go
through the code that the product runs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from weakref import WeakKeyDictionary

import numpy as np

from assistant.dutch import fold, stem
from assistant.embed import Encoder
from assistant.evaluate.plain import PlainBm25
from assistant.evaluate.relevance import DEPTH
from assistant.index import Index
from assistant.search import DEFAULT_WEIGHTS, SearchWeights, search

_NEAREST = 200
"""Passages nearest to the question whose best sentences are compared."""

Rank = Callable[[str], Sequence[int]]
"""A question in, the numbers of at most `DEPTH` passages out, best first."""

MakeRank = Callable[[Index, Encoder], Rank]


def _by_words(find_terms: Callable[[str], Iterable[str]]) -> MakeRank:
    """Rank by plain BM25 over terms of the passages' texts."""

    def make(index: Index, encoder: Encoder) -> Rank:
        passages = index.passages(range(index.sizes.passages))
        plain = PlainBm25([passage.text for passage in passages], find_terms)
        return lambda question: plain.rank(question, DEPTH)

    return make


def _by_search(weights: SearchWeights = DEFAULT_WEIGHTS) -> MakeRank:
    """Rank as the product does, with these weights."""

    def make(index: Index, encoder: Encoder) -> Rank:
        numbers = _number_passages(index)

        def rank(question: str) -> list[int]:
            hits = search(index, encoder, question, limit=DEPTH, weights=weights)
            return [numbers[hit.passage.id] for hit in hits]

        return rank

    return make


_NUMBERS: WeakKeyDictionary[Index, dict[str, int]] = WeakKeyDictionary()


def _number_passages(index: Index) -> dict[str, int]:
    """Give the number of every passage by its id; looked up once an index, for all rows."""
    if index not in _NUMBERS:
        passages = index.passages(range(index.sizes.passages))
        _NUMBERS[index] = {passage.id: number for number, passage in enumerate(passages)}
    return _NUMBERS[index]


def _by_passage(index: Index, encoder: Encoder) -> Rank:
    """Rank by the vectors of whole passages."""

    def rank(question: str) -> list[int]:
        near, _ = index.store.search(encoder.encode_queries([question])[0], DEPTH, None)
        return [int(number) for number in near]

    return rank


def _by_sentence(index: Index, encoder: Encoder) -> Rank:
    """Rank the nearest passages by the vector of their best sentence."""

    def rank(question: str) -> list[int]:
        vector = encoder.encode_queries([question])[0]
        near, _ = index.store.search(vector, _NEAREST, None)
        scores = index.sentences.score(vector, near)
        return [int(number) for number in near[np.lexsort((near, -scores))][:DEPTH]]

    return rank


def _find_words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _find_stems(text: str) -> list[str]:
    return [stem(word) for word in re.findall(r"\w+", fold(text))]


WORDS, HYBRID = "words", "hybrid"
"""The floor, and the whole search as users get it."""

ROWS: Mapping[str, MakeRank] = {
    WORDS: _by_words(_find_words),
    "stems": _by_words(_find_stems),
    "compounds": _by_search(DEFAULT_WEIGHTS.only("stem").without("variants", "ways")),
    "variants": _by_search(DEFAULT_WEIGHTS.only("stem").without("ways")),
    "ways": _by_search(DEFAULT_WEIGHTS.only("stem")),
    "subwords": _by_search(DEFAULT_WEIGHTS.only("gram").without("variants", "ways")),
    "together": _by_search(DEFAULT_WEIGHTS.only("stem", "gram", "head")),
    "nearness": _by_search(DEFAULT_WEIGHTS.without("around", "dense", "soft")),
    "lexical": _by_search(DEFAULT_WEIGHTS.without("dense", "soft")),
    "dense": _by_passage,
    "sentences": _by_sentence,
    "fused": _by_search(DEFAULT_WEIGHTS.without("soft")),
    HYBRID: _by_search(),
}
"""Words as they stand; stems; with compound parts; with other names too; with other ways to say it
too; character n-grams; stems and n-grams together with headings; with words that stand together; with
the neighbours of a passage (the whole lexical side); vectors of passages; vectors of sentences; words
and vectors together; and with words that are used alike, which is everything."""
