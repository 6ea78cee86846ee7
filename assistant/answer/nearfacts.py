"""The facts of a document, fetched a stretch of its text at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from assistant.types import Extract, Span

FetchFacts = Callable[[int, int], Sequence[Extract]]
"""Gives the facts that begin from one offset up to another, in order of place."""
_STRETCH = 1_024
"""Characters whose facts are fetched together: about those of a passage."""


class NearFacts:
    """Gives facts by their place, and keeps those of the stretches that were asked for."""

    def __init__(self, fetch: FetchFacts) -> None:
        self._fetch = fetch
        self._known: dict[int, tuple[list[int], Sequence[Extract]]] = {}

    def inside(self, span: Span) -> list[Extract]:
        """Give the facts that lie wholly inside a span, by start and end."""
        found: list[Extract] = []
        for number in range(span.start // _STRETCH, max(span.start, span.end - 1) // _STRETCH + 1):
            starts, facts = self._known.get(number) or self._read(number)
            first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
            found.extend(fact for fact in facts[first:last] if fact.span.end <= span.end)
        return found

    def _read(self, number: int) -> tuple[list[int], Sequence[Extract]]:
        facts = sort_facts(self._fetch(number * _STRETCH, (number + 1) * _STRETCH))
        self._known[number] = [fact.span.start for fact in facts], facts
        return self._known[number]


def keep_facts(facts: Sequence[Extract]) -> FetchFacts:
    """Give how to fetch facts that are at hand."""
    ordered = sort_facts(facts)
    starts = [fact.span.start for fact in ordered]

    def fetch(first: int, last: int) -> Sequence[Extract]:
        return ordered[bisect_left(starts, first) : bisect_left(starts, last)]

    return fetch


def sort_facts(facts: Sequence[Extract]) -> list[Extract]:
    """Give facts by start and end."""
    return sorted(facts, key=lambda fact: (fact.span.start, fact.span.end))
