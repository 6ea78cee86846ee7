"""Blocks put together: one text, with the place of every block and page in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.ingest.reading import Draft
from assistant.types import Block, BlockKind, Span

_ORNAMENT = re.compile(r"([/_=*~#\\|+])\1{2,}|\.{5,}|(?:[.·] ){4,}[.·]?|(?:(?<=\s)|^)-{3,}(?=\s|$)")
"""Rows of the same sign, drawn as lines."""
_LOOSE_STOP = re.compile(r"(?<=\w) (?=[.,;](?:\s|$))")
"""A blank before a stop, where a footnote mark was taken away."""
_TIGHT = (BlockKind.ROW, BlockKind.ITEM)


def _clean(text: str) -> str:
    whole = " ".join(_ORNAMENT.sub(" ", text.replace("\ufffe", "-").replace("\u00ad", "-")).split())
    return _LOOSE_STOP.sub("", whole)


def tidy(draft: Draft) -> Draft:
    """Give the block with single blanks and none at the ends; page turns move along."""
    text = _clean(draft.text)
    if text == draft.text:
        return draft
    turns = tuple((min(len(text), len(_clean(draft.text[:at])) + 1), page) for at, page in draft.turns)
    return replace(draft, text=text, turns=turns)


def assemble(drafts: Sequence[Draft], pages: int) -> tuple[str, tuple[Block, ...], tuple[int, ...]]:
    """Give the text, its blocks, and the offset at which each of `pages` pages begins.

    Blocks are separated by an empty line; rows of one table and items of one list by a newline.
    A page without text begins where the next one does.
    """
    parts: list[str] = []
    blocks: list[Block] = []
    begins: dict[int, int] = {}
    position = 0
    before: Draft | None = None
    for draft in map(tidy, drafts):
        if not draft.text:
            continue
        if before is not None:
            glue = "\n" if before.kind is draft.kind and draft.kind in _TIGHT else "\n\n"
            parts.append(glue)
            position += len(glue)
        span = Span(position, position + len(draft.text))
        blocks.append(Block(draft.kind, span, draft.level))
        begins.setdefault(draft.page, position)
        for offset, page in draft.turns:
            begins.setdefault(page, position + offset)
        parts.append(draft.text)
        position = span.end
        before = draft
    return "".join(parts), tuple(blocks), _find_page_starts(begins, pages, position)


def _find_page_starts(begins: dict[int, int], pages: int, end: int) -> tuple[int, ...]:
    starts: list[int] = []
    following = end
    for page in range(pages, 0, -1):
        following = min(following, begins.get(page, following))
        starts.append(following)
    if starts:
        starts[-1] = 0
    return tuple(reversed(starts))
