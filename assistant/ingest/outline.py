"""Headings and their levels in text without type sizes: by shape and by what stands around."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assistant.ingest.reading import Draft
from assistant.ingest.shapes import (
    KNOWN_HEADINGS,
    ends_sentence,
    find_item_mark,
    has_heading_shape,
    is_numbered_heading,
    is_question_heading,
    is_quoted,
    is_signature,
)
from assistant.ingest.timeline import level_years
from assistant.types import BlockKind

_BODY_CHARS = 100
"""A block of this length, or one that ends a sentence, is text that a heading can stand above."""
_STACK = 2
"""So many headings may stand on top of each other; in a longer run only the last are headings."""
_TOLD = 1
_TITLE, _PLAIN, _STACKED, _DEEP = 1, 2, 3, 4
_DOTTED = re.compile(r"(\d{1,2}(?:\.\d{1,2})+)\.?\s")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:\s*[-–]\s*(?:1[5-9]|20)\d\d)?")
"""A year above a heading, as in a timeline."""
_CHAPTER = re.compile(r"(?:hoofdstuk|deel|bijlage)\s+\d|\d{1,2}\.\s", re.I)


def set_outline(drafts: Sequence[Draft]) -> list[Draft]:
    """Give the blocks with headings marked and levelled; blocks that are headings stay so."""
    marked = list(drafts)
    # A format that marks its headings needs no guesses by shape.
    told = sum(draft.kind is BlockKind.HEADING and draft.level > 0 for draft in drafts) >= _TOLD
    place = 0
    while place < len(marked) and not told:
        run = _run_length(marked, place)
        if run:
            _mark_run(marked, place, run)
        place += max(run, 1)
    levelled = _set_levels(marked)
    return levelled if told else level_years(levelled, _PLAIN)


def _run_length(drafts: Sequence[Draft], place: int) -> int:
    """Give how many blocks from `place` on look like headings, without a new page in between."""
    stop = place
    while stop < len(drafts) and _may_be_heading(drafts, stop):
        if drafts[stop].page != drafts[place].page and not _is_sure(drafts[stop].text):
            break
        stop += 1
    return stop - place


def _may_be_heading(drafts: Sequence[Draft], place: int) -> bool:
    draft = drafts[place]
    if draft.kind is BlockKind.HEADING:
        return True
    if draft.kind is BlockKind.ITEM:
        return _is_numbered_title(drafts, place)
    if draft.kind is not BlockKind.PARAGRAPH or draft.aside or is_signature(draft.text):
        return False
    if _YEAR.fullmatch(draft.text):
        return place + 1 < len(drafts) and has_heading_shape(drafts[place + 1].text)
    if draft.text.endswith(":") and len(draft.text.split()) <= 6 and place + 1 < len(drafts):
        return _is_body(drafts[place + 1]) and has_heading_shape(draft.text[:-1])
    return has_heading_shape(draft.text)


def _is_numbered_title(drafts: Sequence[Draft], place: int) -> bool:
    """Tell whether an item is a heading with a number ("2. Rol van de provincie") and no list."""
    text = drafts[place].text
    mark = find_item_mark(text)
    if not text[0].isdecimal() or not has_heading_shape(text[mark:]) or place + 1 >= len(drafts):
        return False
    before = drafts[place - 1] if place else None
    listed = before is not None and (before.kind is BlockKind.ITEM or before.text.endswith(":"))
    following = drafts[place + 1]
    return not listed and following.kind is BlockKind.PARAGRAPH and len(following.text) >= _BODY_CHARS


def _is_body(draft: Draft) -> bool:
    if draft.kind in (BlockKind.ITEM, BlockKind.ROW, BlockKind.QUOTE):
        return True
    if draft.kind is not BlockKind.PARAGRAPH:
        return False
    return len(draft.text) >= _BODY_CHARS or (ends_sentence(draft.text) and not is_signature(draft.text))


def _mark_run(marked: list[Draft], place: int, run: int) -> None:
    """Make headings of the blocks in a run that are above text, or that are surely headings."""
    stop = place + run
    above_text = stop < len(marked) and _is_body(marked[stop])
    most = 1 if place and _is_label(marked[place - 1]) else _STACK
    for spot in range(place, stop):
        draft = marked[spot]
        sure = draft.kind is BlockKind.HEADING or _is_sure(draft.text)
        if sure or (above_text and (run == most + 1 == _STACK + 1 or spot >= stop - most)):
            marked[spot] = draft.become(BlockKind.HEADING, draft.level)


def _is_label(draft: Draft) -> bool:
    """Tell whether a block is a word or two of a picture."""
    return draft.kind is BlockKind.PARAGRAPH and len(draft.text) < 30 and draft.text[0].islower()


def _is_sure(text: str) -> bool:
    return text.lower() in KNOWN_HEADINGS or is_question_heading(text) or is_numbered_heading(text)


def _set_levels(drafts: list[Draft]) -> list[Draft]:
    recurring = Counter(draft.text for draft in drafts if draft.kind is BlockKind.HEADING)
    levelled: list[Draft] = []
    above = _PLAIN
    for place, draft in enumerate(drafts):
        if draft.kind is not BlockKind.HEADING:
            levelled.append(draft)
            continue
        stacked = place > 0 and levelled[-1].kind is BlockKind.HEADING
        opens = place + 1 < len(drafts) and drafts[place + 1].kind is BlockKind.HEADING
        sub = stacked or (recurring[draft.text] > 1 and not opens)
        level = draft.level or (_find_level(draft.text, above, sub=sub) if place else _TITLE)
        levelled.append(draft.become(BlockKind.HEADING, level))
        # A heading that comes back ("Highlights") is a part of the one above it, not its sister's.
        if stacked or not sub:
            above = level
    return levelled


def _find_level(text: str, above: int, *, sub: bool) -> int:
    dotted = _DOTTED.match(text)
    if dotted:
        return min(6, 2 + dotted.group(1).count("."))
    if _CHAPTER.match(text):
        return _PLAIN
    if is_question_heading(text):
        return _STACKED
    if is_numbered_heading(text) or is_quoted(text):
        return _DEEP
    return min(6, above + 1) if sub else _PLAIN
