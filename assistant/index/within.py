"""Facts within filters on themes and regions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from assistant.types import Extract, ExtractKind, Filters, Passage


def keep_within(facts: Iterable[Extract], filters: Filters, passages: Sequence[Passage]) -> list[Extract]:
    """Give the themes and regions that the filters name, and the other facts that begin in `passages`.

    These are the passages of the same document that the filters allow, in order. A theme or region
    that is named may stand outside of them, in a heading.
    """
    starts = [passage.span.start for passage in passages]
    kept = []
    for fact in facts:
        named = _is_named(fact, filters)
        if named is None:
            place = bisect_right(starts, fact.span.start)
            named = place > 0 and fact.span.start < passages[place - 1].span.end
        if named:
            kept.append(fact)
    return kept


def _is_named(fact: Extract, filters: Filters) -> bool | None:
    """Tell whether the filters name this theme or region; None when they name none of its kind."""
    code = getattr(fact.value, "code", None)
    if fact.kind is ExtractKind.THEME and filters.themes:
        return code in filters.themes
    if fact.kind is ExtractKind.REGION and filters.regions:
        return code in filters.regions or getattr(fact.value, "country", None) in filters.regions
    return None
