"""The year that a value is of, also where only the words above a table or list tell it.

A row says "Klasse 3: € 640"; "Per 1 januari 2009 gelden de volgende bedragen" stands above the table.
"""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.reading import Reading
from assistant.types import BlockKind

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LISTED = (BlockKind.ROW, BlockKind.ITEM)
"""What is introduced by what stands above it."""
_PASSED = (*_LISTED, BlockKind.NOTE)
_FARTHEST = 200
"""Rows of a table above one of them that are passed over."""


def read_own_years(unit: Unit) -> set[str]:
    """Give the years named in the sentence, but not in the value itself."""
    short = unit.short
    return {
        match.group()
        for match in YEAR.finditer(unit.text)
        if short is None or not short.start <= unit.span.start + match.start() < short.end
    }


def read_year(unit: Unit) -> str | None:
    """Give the one year that a value is of; None when none is told, or several are.

    Told by its sentence; of a row or an item else by what introduces it; else by its headings, and
    of a row by the title of the document.
    """
    reading, kind = unit.reading, unit.reading.blocks[unit.block].kind
    found = read_own_years(unit)
    if not found and kind in _LISTED:
        found = _read_introduction(reading, unit.block)
    if not found:
        above = [
            *reading.headings_of(unit.block),
            *([reading.document.title] if kind is BlockKind.ROW else []),
        ]
        found = set(YEAR.findall(" ".join(above)))
    return found.pop() if len(found) == 1 else None


def _read_introduction(reading: Reading, block: int) -> set[str]:
    """Give the years of the sentence nearest above a table or list that names one: of its caption or of one paragraph."""
    for place in range(block - 1, max(-1, block - _FARTHEST), -1):
        kind = reading.blocks[place].kind
        if kind in _PASSED:
            continue
        if kind not in (BlockKind.CAPTION, BlockKind.PARAGRAPH):
            break
        text = reading.document.text
        for span in reversed(reading.sentences(place)):
            if found := set(YEAR.findall(span.of(text))):
                return found
        if kind is BlockKind.PARAGRAPH:
            break
    return set()
