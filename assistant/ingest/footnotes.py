"""Footnotes beside their marks: every note after the block in which it is marked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.ingest.reading import Draft
from assistant.types import BlockKind

_NUMBER = re.compile(r"(\d{1,3})\b")
_TIGHT = (BlockKind.ITEM, BlockKind.ROW)


def tie_notes(drafts: Sequence[Draft]) -> list[Draft]:
    """Give the blocks with each footnote right after the block that has its mark.

    A block that runs on over the page turn has its note before it, so that pages stay in order,
    and a list or table is not torn: its notes come after it. A note of which the mark is not on
    its page stays where it is.
    """
    owners = {place: _find_owner(drafts, place) for place in range(len(drafts))}
    moved: dict[int, list[Draft]] = {}
    before: dict[int, list[Draft]] = {}
    for place, owner in owners.items():
        if owner is None:
            continue
        if drafts[owner].last_page > drafts[place].page:
            before.setdefault(owner, []).append(drafts[place])
        else:
            moved.setdefault(_find_end(drafts, owner), []).append(drafts[place])
    tied: list[Draft] = []
    for place, draft in enumerate(drafts):
        tied.extend(before.get(place, ()))
        if owners[place] is None:
            tied.append(draft)
        tied.extend(moved.get(place, ()))
    return tied


def _find_owner(drafts: Sequence[Draft], place: int) -> int | None:
    """Give the place of the block that marks the note at `place`: the nearest one on its page."""
    note = drafts[place]
    if note.kind is not BlockKind.NOTE or (found := _NUMBER.match(note.text)) is None:
        return None
    marked = [
        other
        for other, draft in enumerate(drafts)
        if found.group(1) in draft.marks and draft.page <= note.page <= draft.last_page
    ]
    return min(marked, key=lambda other: abs(other - place), default=None)


def _find_end(drafts: Sequence[Draft], place: int) -> int:
    """Give the last block of the list or table on the same page that the block at `place` is in."""
    draft = drafts[place]
    while (
        draft.kind in _TIGHT
        and place + 1 < len(drafts)
        and drafts[place + 1].kind is draft.kind
        and drafts[place + 1].page == draft.page
    ):
        place += 1
    return place
