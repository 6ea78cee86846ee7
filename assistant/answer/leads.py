"""Which sentence announces a list: what only stands before one says nothing of its items."""

from __future__ import annotations

import re

from assistant.answer.reading import Reading
from assistant.types import BlockKind, Span

_LONGEST = 200
"""Characters of the longest sentence that announces a list without a colon: a longer one is cut off by a page."""
_STOPPED = re.compile(r"[.!?…][\"'”’»)\]*_]*$")
_ANNOUNCING = re.compile(
    r"\b(?:(?:de|het) (?:volgende|hierna|onderstaande)(?! (?:jaar|jaren|maand|week|keer|kabinet|periode|vergadering)\b)|hieronder|te weten)\b",
    re.IGNORECASE,
)
"""What announces a list in a sentence that ends with a full stop."""


def find_lead(reading: Reading, block: int) -> Span | None:
    """Give the sentence that announces the list in which a block is an item: None where nothing does."""
    lead = _block_before(reading, block)
    if lead is None:
        return None
    if reading.blocks[lead].kind is BlockKind.HEADING:
        return reading.blocks[lead].span
    spans = reading.sentences(lead)
    if not spans:
        return None
    text = spans[-1].of(reading.document.text).rstrip()
    if (
        text.endswith(":")
        or (len(text) <= _LONGEST and not _STOPPED.search(text))
        or _ANNOUNCING.search(text)
    ):
        return spans[-1]
    return None


def _block_before(reading: Reading, block: int) -> int | None:
    if reading.blocks[block].kind is not BlockKind.ITEM:
        return None
    group = reading.list_around(block)
    return None if group is None else group.lead
