"""Which found fact answers for which marked one, within a passage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.evaluate.passages import MarkedFact
from assistant.evaluate.values import is_right
from assistant.types import Span

HALF = frozenset(("actie", "gebeurtenis"))
"""Kinds of which the spans need not be the same."""
WHOLE = frozenset(("thema",))
"""Kinds that are said of a passage and not of words in it."""


@dataclass(frozen=True, slots=True)
class FoundFact:
    """A fact that the rules found: its span within the passage, its words and its wire form."""

    span: Span
    words: str
    fields: dict[str, Any]


def match_facts(kind: str, gold: Sequence[MarkedFact], found: Sequence[FoundFact]) -> list[tuple[int, int]]:
    """Give pairs of places in `gold` and `found` that are right, each in one pair at most."""
    return _pair(
        gold, found, lambda fact, other: _is_placed(kind, fact, other) and has_value(kind, fact, other)
    )


def match_spans(gold: Sequence[MarkedFact], found: Sequence[FoundFact]) -> list[tuple[int, int]]:
    """Give pairs as `match_facts` does, of facts with the same span, a stop at its end aside."""
    return _pair(gold, found, lambda fact, other: trim_stop(fact) == trim_stop(other))


def match_overlaps(gold: Sequence[MarkedFact], found: Sequence[FoundFact]) -> list[tuple[int, int]]:
    """Give pairs as `match_facts` does, of facts that share a character."""
    return _pair(gold, found, lambda fact, other: fact.span.overlaps(other.span))


def drop_optional(kind: str, gold: Sequence[MarkedFact], found: Sequence[FoundFact]) -> list[FoundFact]:
    """Give the found facts without those that touch (a theme: name) nothing marked but optional facts."""

    def touches(other: FoundFact, *, optional: bool) -> bool:
        return any(
            fact.optional is optional
            and (has_value(kind, fact, other) if kind in WHOLE else fact.span.overlaps(other.span))
            for fact in gold
        )

    return [other for other in found if touches(other, optional=False) or not touches(other, optional=True)]


def trim_stop(fact: MarkedFact | FoundFact) -> Span:
    """Give the span without the stop that ends a sentence."""
    return Span(fact.span.start, fact.span.end - len(fact.words) + len(fact.words.rstrip(".;")))


def has_value(kind: str, fact: MarkedFact, other: FoundFact) -> bool:
    """Tell whether the value of a found fact is that of a marked one."""
    return is_right(kind, other.fields, fact.fields, fact.words)


def _pair(
    gold: Sequence[MarkedFact],
    found: Sequence[FoundFact],
    meets: Callable[[MarkedFact, FoundFact], bool],
) -> list[tuple[int, int]]:
    """Pair what meets, those that share most first and then in order of place."""
    candidates = sorted(
        (-_count_shared(fact.span, other.span), one, two)
        for one, fact in enumerate(gold)
        for two, other in enumerate(found)
        if meets(fact, other)
    )
    pairs: dict[int, int] = {}
    for _, one, two in candidates:
        if one not in pairs and two not in pairs.values():
            pairs[one] = two
    return sorted(pairs.items())


def _count_shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _is_placed(kind: str, fact: MarkedFact, other: FoundFact) -> bool:
    if kind in HALF:
        return 2 * _count_shared(fact.span, other.span) >= min(len(fact.span), len(other.span))
    return kind in WHOLE or fact.span == other.span
