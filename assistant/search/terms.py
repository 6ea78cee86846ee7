"""What each lexical field is asked: the question's own terms in full, other names for less."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.dutch import Features
from assistant.index import Index
from assistant.index.lexical import GRAM, HEAD, STEM
from assistant.index.postings import Mask, Postings, Tally
from assistant.search.question import Query
from assistant.search.weights import SearchWeights

_MAX_TERMS = 160
"""Terms a field that are looked up, those that can bring most; a page of text has no more to say."""


@dataclass(frozen=True, slots=True)
class FieldTerms:
    """The weighted terms that a field is asked, the most that the question's own could bring, its weight.

    `tally` is what the terms bring the passages that may be found.
    """

    terms: Mapping[str, float]
    tally: Tally
    ceiling: float
    weight: float


def ask_fields(
    index: Index, query: Query, allowed: Mask | None, weights: SearchWeights
) -> dict[str, FieldTerms]:
    """Give what each field that counts is asked; a field without any term of the question is left out."""
    asked: dict[str, FieldTerms] = {}
    wider = widen(index.fields[STEM], query, weights)
    for name, share in ((STEM, weights.stem), (GRAM, weights.gram), (HEAD, weights.head)):
        postings = index.fields[name]
        if share == 0:
            continue
        # A word that is asked for twice is not asked for more: counts in a question say nothing.
        own = postings.choose(
            {term: min(weight, 1.0) for term, weight in _terms_of(query.terms, name).items()}, _MAX_TERMS
        )
        ceiling = postings.ceiling(own)
        if ceiling > 0:
            terms = {**postings.choose(_terms_of(wider, name), _MAX_TERMS), **own}
            asked[name] = FieldTerms(terms, postings.tally(terms, allowed), ceiling, share)
    return asked


def widen(postings: Postings, query: Query, weights: SearchWeights) -> Features:
    """Give the terms of the other names and ways, each weighted, for the part that it has in the documents' usage.

    Where the documents say "kmo" and never "mkb", a question about the "mkb" looks for "kmo" in
    full; where they say "mkb" themselves, hardly. The words of a name share the weight of one.
    """
    stems: dict[str, float] = {}
    grams: dict[str, float] = {}
    for name in query.names:
        counts_for = weights.ways if name.loosely else weights.variants
        own, others = (_count_holders(postings, words) for words in (name.own, name.stems))
        if others and counts_for:
            share = others / (own + others) / len(name.stems) * counts_for
            for to, terms in ((stems, name.terms.stems), (grams, name.terms.grams)):
                for term, weight in terms.items():
                    to[term] = max(to.get(term, 0.0), share * min(weight, 1.0))
    return Features(stems, grams)


def _count_holders(postings: Postings, words: tuple[str, ...]) -> int:
    """Give in how many passages the rarest of the words occurs, as an estimate for all of them.

    A short form that is written like a stop word ("VIA") has no words of its own to be found by: 0.
    """
    return min((postings.count_holders(word) for word in words), default=0)


def _terms_of(features: Features, field: str) -> Mapping[str, float]:
    return features.grams if field == GRAM else features.stems
