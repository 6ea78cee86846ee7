"""The passages that say what a word means, as ingest found them: of a common word search finds a hundred others first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.explained import find_explained
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import parse_question
from assistant.index import Index
from assistant.types import Filters, Hit

_MOST = 8
"""Passages that are put first at most; their score is the best one's."""


def add_defining(text: str, hits: Sequence[Hit], index: Index, filters: Filters) -> list[Hit]:
    """Give the hits, and before them the passages within the filters that explain what a question wants explained."""
    kept = list(hits)
    thing = find_explained(text) if parse_question(text).kind is QuestionKind.DEFINITION else None
    numbers = index.defining(thing) if thing else []
    if not numbers:
        return kept
    allowed = index.select(filters)
    chosen = [number for number in numbers if allowed is None or allowed[number]][:_MOST]
    score = max((hit.score for hit in kept), default=1.0)
    known = {hit.passage.id: hit for hit in kept}
    first = [
        replace(known.pop(passage.id, Hit(passage, score)), score=score) for passage in index.passages(chosen)
    ]
    return [*first, *known.values()]
