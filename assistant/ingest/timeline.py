"""A timeline: a year by itself is the heading above the entry under it, and all entries are sisters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.ingest.reading import Draft
from assistant.types import BlockKind

_YEARS = r"(?:1[5-9]|20)\d\d(?:\s*[-–]\s*(?:(?:1[5-9]|20)\d\d|heden|nu))?"
_ALONE = re.compile(_YEARS)
_DATED = re.compile(rf"{_YEARS}\s+\S")
_LEAST = 5
"""So many years above headings make a timeline."""
_RISING = 0.8
_DEEPEST = 6


def level_years(drafts: Sequence[Draft], level: int) -> list[Draft]:
    """Give the blocks with the years of a timeline as headings of `level`, each above the heading right behind it.

    A year that stood at the end of a page is no paragraph of the entry before. Headings that begin
    with a year ("1984 Oprichting") are on the same level.
    """
    places = {place for place in range(len(drafts) - 1) if _is_above(drafts[place], drafts[place + 1])}
    dated = {place for place, draft in enumerate(drafts) if _is_dated(draft)}
    years = [drafts[place].text[:4] for place in sorted(places | dated)]
    rising = sum(before <= after for before, after in pairwise(years))
    if len(places) < _LEAST or rising < _RISING * (len(years) - 1):
        return list(drafts)
    levelled = list(drafts)
    for place in sorted(places | dated):
        levelled[place] = drafts[place].become(BlockKind.HEADING, level)
        if place in places:
            levelled[place + 1] = drafts[place + 1].become(BlockKind.HEADING, min(_DEEPEST, level + 1))
    return levelled


def _is_above(year: Draft, heading: Draft) -> bool:
    own = year.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and _ALONE.fullmatch(year.text)
    return bool(own) and heading.kind is BlockKind.HEADING and not _ALONE.match(heading.text)


def _is_dated(draft: Draft) -> bool:
    return draft.kind is BlockKind.HEADING and _DATED.match(draft.text) is not None
