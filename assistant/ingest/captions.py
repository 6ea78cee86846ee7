"""Captions of tables: which one belongs to which table, above it or under it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.ingest.hyphens import Joiner
from assistant.ingest.pagetables import Table, Words
from assistant.ingest.reading import Draft
from assistant.ingest.shapes import ends_sentence
from assistant.ingest.stitch import is_open_end, join_drafts
from assistant.types import BlockKind

_TABLE = re.compile(r"(?:tabel|overzicht)\b", re.I)
_CAPTION_CHARS = 160
_SIDES = (-1, 1)


def join_captions(drafts: Sequence[Draft], joiner: Joiner) -> list[Draft]:
    """Give the blocks with captions whole that were cut after their first line."""
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        # A caption in the middle of a paragraph has the rest of the paragraph under it.
        free = len(joined) < 2 or not is_open_end(joined[-2])
        if before is not None and before.kind is BlockKind.CAPTION and free and _goes_on(before, draft):
            joined[-1] = join_drafts(before, draft, joiner)
        else:
            joined.append(draft)
    return joined


def _goes_on(caption: Draft, draft: Draft) -> bool:
    """Tell whether a block is the rest of the caption before it."""
    short = len(caption.text) + len(draft.text) <= 2 * _CAPTION_CHARS
    open_end = not ends_sentence(caption.text) and draft.text[0].islower()
    return draft.kind is BlockKind.PARAGRAPH and draft.page == caption.page and short and open_end


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
