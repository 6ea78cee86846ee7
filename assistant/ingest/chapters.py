"""Numbered headings of Markdown: a number joined with its words, and a series of chapters on one level."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.ingest.reading import Draft
from assistant.types import BlockKind

NUMBER = r"\d{1,3}(?:\.\d{1,3})*\.?"
"""The number of a chapter or of a part of one, as a pattern; a year is none."""
_ALONE = re.compile(NUMBER)
_CHAPTER = re.compile(r"(\d{1,2})\.?\s+\D")


def join_numbers(drafts: Iterable[Draft]) -> list[Draft]:
    """Join a heading that is only a number with the heading right behind it, where that has no number and is no higher."""
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.kind is draft.kind is BlockKind.HEADING
            and before.level <= draft.level
            and _ALONE.fullmatch(before.text)
            and not draft.text[:1].isdecimal()
        ):
            draft = replace(joined.pop(), text=f"{before.text} {draft.text}")
        joined.append(draft)
    return joined


def level_chapters(drafts: list[Draft]) -> list[Draft]:
    """Put numbered headings that continue a series on the level of that series.

    Converters give "1." a level and "2." another; `series` holds the last number at each level.
    """
    series: dict[int, int] = {}
    for place, draft in enumerate(drafts):
        found = _CHAPTER.match(draft.text) if draft.kind is BlockKind.HEADING else None
        if found is None:
            continue
        number, level = int(found.group(1)), draft.level
        if series.get(level) != number - 1:
            level = next((other for other in sorted(series) if series[other] == number - 1), level)
        series = {other: last for other, last in series.items() if other < level} | {level: number}
        drafts[place] = draft.become(BlockKind.HEADING, level)
    return drafts
