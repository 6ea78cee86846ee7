"""The first stage: which passages are looked at closely."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from assistant.index import Index
from assistant.index.lexical import STEM
from assistant.search.question import Query
from assistant.search.terms import FieldTerms

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]


def limit_passages(index: Index, query: Query, allowed: Mask | None) -> Mask | None:
    """Narrow the mask to passages that hold all required stems and no excluded one; None is all."""
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


def find_candidates(
    index: Index,
    asked: Mapping[str, FieldTerms],
    vector: NDArray[np.float32] | None,
    allowed: Mask | None,
    count: int,
) -> Ints:
    """Give the `count` best passages of every lexical field and, with a vector, of the store: ascending.

    The passages that are near come from the store; how near they are is for the second stage.
    """
    found = [field.tally.best(count) for field in asked.values()]
    if vector is not None:
        among = None if allowed is None else np.flatnonzero(allowed)
        found.append(index.store.search(vector, count, among)[0])
    return np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)
