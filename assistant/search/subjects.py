"""What a document is about: words that most of its passages hold speak for all of them.

A question often names the document ("Waarvoor klopt Brabant aan bij ...?") and asks for one place
in it, which says something else and need not repeat the name.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assistant.index import Index
from assistant.index.lexical import STEM
from assistant.search.terms import FieldTerms

_LEAST_PASSAGES = 4
"""In a shorter document the share says no more than the passage and those around it (3 lost on decisions)."""
_MOST = 0.5
"""Share of the passages that makes a word a subject (.4 and .5 alike; .3 and .6 gained half as much)."""
_TERMS = 24
"""Terms of the question that are looked for, those that weigh most."""

Ints = NDArray[np.int64]
Scores = NDArray[np.float64]


def score_subjects(index: Index, field: FieldTerms, numbers: Ints) -> Scores:
    """Give which part of the question is a subject of each passage's document, `(len(numbers),)` in [0, 1].

    A word counts for its weight in the field `stem`, times the share of the passages that hold it.
    """
    postings = index.fields[STEM]
    firsts, stops = index.reach(numbers, index.sizes.passages)
    firsts, at, owners = np.unique(firsts, return_index=True, return_inverse=True)
    sizes = stops[at] - firsts
    bounds = np.concatenate((firsts, stops[at])).astype(np.int32)  # as the lists, which must not be copied
    known = {term: weight for term, weight in field.terms.items() if postings.count_holders(term) > 1}
    chosen = postings.choose(known, _TERMS)
    if not chosen:
        return np.zeros(len(numbers))
    below = np.array([postings.holders(term).searchsorted(bounds) for term in chosen])
    shares = (below[:, len(firsts) :] - below[:, : len(firsts)]) / sizes
    shares[(shares < _MOST) | (sizes < _LEAST_PASSAGES)] = 0.0
    brings = np.array([postings.ceiling_of(term, weight) for term, weight in chosen.items()])
    scores: Scores = brings @ shares / field.ceiling
    return np.minimum(scores, 1.0)[owners]
