"""A second look by a larger model: what it must be able to do, and which one the settings name."""

from __future__ import annotations

from collections.abc import Sequence
from pkgutil import resolve_name
from typing import Protocol, cast

import numpy as np
from numpy.typing import NDArray

from assistant.config import Settings
from assistant.index import Index
from assistant.search.parts import Ranked


class Reranker(Protocol):
    """Says how well each of some texts fits a question; `depth` is how many it is to look at."""

    name: str
    depth: int

    def score(self, question: str, texts: Sequence[str]) -> NDArray[np.float64]:
        """Give `(len(texts),)` finite scores, higher is better; raises EncoderError."""
        ...


_MODEL_RERANKER = "assistant.search.rereading:ModelReranker"


def make_reranker(settings: Settings) -> Reranker | None:
    """Make the reranker that the settings name, None when they name none.

    Raises EncoderError when its model is not on this machine or cannot be loaded.
    """
    if not settings.reranker or settings.reranker_passages <= 0:
        return None
    return cast(Reranker, resolve_name(_MODEL_RERANKER)(settings))


def rerank(index: Index, question: str, ranked: Ranked, reranker: Reranker) -> Ranked:
    """Put the best passages in the order of the reranker; the scores stay with the places.

    So a score goes on meaning how much of the question was found, whatever model gives the order.
    """
    count = min(reranker.depth, len(ranked.numbers))
    if count < 2:
        return ranked
    texts = [passage.text for passage in index.passages(ranked.numbers[:count].tolist())]
    scores = np.round(reranker.score(question, texts), 6)
    order = np.concatenate((np.lexsort((np.arange(count), -scores)), np.arange(count, len(ranked.numbers))))
    return Ranked(ranked.numbers[order], ranked.mixed, ranked.lexical[order], ranked.dense[order])
