"""What a web page leaves in its text: menus, buttons, a lead that comes twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from assistant.ingest.reading import Draft
from assistant.ingest.shapes import ends_sentence
from assistant.types import BlockKind

_LIST = Path(__file__).resolve().parent / "data" / "debris.txt"
_SHORT_WORDS = 6
"""A line of a menu has no more words."""
_LONG_CHARS = 80
"""Shorter blocks may rightly come back; longer ones are copies."""
_ACTION = re.compile(
    r"(?:deel|delen|share|tweet|print|afdrukken|lees voor|whatsapp|facebook|linkedin|twitter|reageer|reacties)\b",
    re.I,
)
"""Buttons that stand under a title, unlike those of a menu."""
_MANY = 10
"""So many blocks left out are worth a word; a web page repeats its lead with two or three."""


@cache
def load_debris() -> frozenset[str]:
    """Read the lines that are never text, in lower case."""
    lines = _LIST.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def is_debris(text: str) -> bool:
    """Tell whether a block is a button or a menu word."""
    return len(text) < 60 and text.lower().strip(" .:»›>|") in load_debris()


def drop_menus(given: Iterable[Draft]) -> list[Draft]:
    """Give the blocks without menu lines and buttons.

    They go only where there are several in the document: one "Agenda" or "Terug" in a report may
    mean what it says.
    """
    drafts = [draft for draft in given if draft.text]
    debris = [is_debris(draft.text) for draft in drafts]
    if sum(debris) < 2:
        return drafts
    # Before the last button of the short lines at the beginning, everything is menu; not a title with
    # buttons to share it.
    head = 0
    while head < len(drafts) and _is_short(drafts[head]) and not _is_title(drafts[head]):
        head += 1
    menu = [place for place in range(head) if debris[place] and not _ACTION.match(drafts[place].text)]
    first = max(menu, default=-1) + 1
    return [draft for place, draft in enumerate(drafts) if place >= first and not debris[place]]


def _is_short(draft: Draft) -> bool:
    running = draft.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM)
    return running and len(draft.text.split()) <= _SHORT_WORDS and not ends_sentence(draft.text)


def _is_title(draft: Draft) -> bool:
    """Tell whether the format itself marks a block as the title."""
    return draft.kind is BlockKind.HEADING and draft.level == 1


def note_left_out(before: Sequence[Draft], after: Sequence[Draft]) -> tuple[str, ...]:
    """Give the remark for the user on the blocks that `drop_copies` took away; none when they are few."""
    count = len(before) - len(after)
    return (f"{count} herhaalde alinea's zijn weggelaten",) if count >= _MANY else ()


def drop_copies(drafts: Sequence[Draft]) -> list[Draft]:
    """Drop a long paragraph that came before under the same heading, and what came after both.

    A lead above and again in a news article takes its byline and date along.
    """
    first: dict[str, int] = {}
    kept: list[Draft] = []
    follows: int | None = None
    for place, draft in enumerate(drafts):
        if draft.kind is BlockKind.HEADING:
            first.clear()
        if follows is not None and drafts[follows].text == draft.text and drafts[follows] is not draft:
            follows += 1
            continue
        follows = None
        if draft.kind is BlockKind.PARAGRAPH and len(draft.text) >= _LONG_CHARS:
            if draft.text in first:
                follows = first[draft.text] + 1
                continue
            first[draft.text] = place
        kept.append(draft)
    return kept
