"""Captions of tables: which one belongs to which table, above it or under it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.ingest.pagetables import Table, Words
from assistant.ingest.reading import Draft
from assistant.types import BlockKind

_TABLE = re.compile(r"(?:tabel|overzicht)\b", re.I)
_CAPTION_CHARS = 160
_SIDES = (-1, 1)


def name_tables(entries: Sequence[Draft | Table]) -> list[Draft]:
    """Give the blocks in order, every row of a table with the caption above or under the table.

    A caption between two tables belongs to the one on the side that most captions of the document
    have their table on.
    """
    sides = {place: _find_sides(entries, place) for place, _ in enumerate(entries)}
    sure = [found[0] for found in sides.values() if len(found) == 1]
    usual = 1 if sure.count(1) >= sure.count(-1) else -1
    named: dict[int, Draft] = {}
    for place, found in sides.items():
        caption = entries[place]
        if not found or not isinstance(caption, Draft):
            continue
        side = found[0] if len(found) == 1 else usual
        table = entries[place + side]
        if isinstance(table, Table) and not table.caption.text:
            table.caption = Words(caption.text.rstrip(":. "), caption.pieces)
            named[place] = caption
            _name_rest(entries, place + side, table)
    drafts: list[Draft] = []
    for entry in entries:
        drafts.extend([entry] if isinstance(entry, Draft) else entry.make_drafts())
    return drafts


def _find_sides(entries: Sequence[Draft | Table], place: int) -> list[int]:
    """Give on which sides of a caption there is a table without a name: -1 before, 1 after."""
    entry = entries[place]
    if not isinstance(entry, Draft) or entry.kind is not BlockKind.CAPTION:
        return []
    if not _TABLE.match(entry.text) or len(entry.text) > _CAPTION_CHARS:
        return []
    beside = [(side, entries[place + side]) for side in _SIDES if 0 <= place + side < len(entries)]
    return [side for side, other in beside if isinstance(other, Table) and not other.caption.text]


def _name_rest(entries: Sequence[Draft | Table], place: int, table: Table) -> None:
    """Name the parts of a table on the next pages too."""
    for following in entries[place + 1 :]:
        if not isinstance(following, Table) or following.caption.text or following.header is not table.header:
            return
        following.caption = Words(table.caption.text)
