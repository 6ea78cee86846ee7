"""What a paragraph of a word processor is, by the names of its styles and by its look."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from assistant.ingest.reading import Draft
from assistant.ingest.shapes import (
    find_item_mark,
    has_heading_shape,
    is_bulleted,
    is_caption,
    is_contents_line,
    is_person,
)
from assistant.types import BlockKind

_HEADING = re.compile(r"(?:heading|kop(?!tekst|regel)|titel|title|überschrift)\s*(\d)?", re.I)
_LIST = re.compile(r"list|lijst|opsomming|bullet", re.I)
_CONTENTS = re.compile(r"toc|inhopg|inhoud|contents\b", re.I)
_CAPTION = re.compile(r"caption|bijschrift", re.I)
_PICTURE = re.compile(r"figuur|fig\.|foto|afbeelding|grafiek|kaart|bron\b|©", re.I)
_QUOTE = re.compile(r"quot|citaat", re.I)
LONG_CELL = 1_500
"""A cell with more characters is a way to lay out the page."""


@dataclass
class ParagraphWords:
    """What stands in one paragraph: its words, which of them are bold, and the text boxes hung on it."""

    parts: list[str] = field(default_factory=list)
    strong: list[bool] = field(default_factory=list)
    frames: list[Any] = field(default_factory=list)

    def add(self, text: str | None, *, strong: bool) -> None:
        """Take words on; blanks tell nothing about what is bold."""
        if text:
            self.parts.append(text)
            if text.strip():
                self.strong.append(strong)


def find_heading_level(style: str) -> int:
    """Give the level that the name of a style tells ("Kop 2" is 2); 0 when it is no heading."""
    found = _HEADING.match(style)
    return min(6, max(1, int(found.group(1) or 1))) if found else 0


def is_contents_style(style: str) -> bool:
    """Tell whether a style is that of an entry in a table of contents."""
    return _CONTENTS.match(style) is not None


def make_draft(
    text: str,
    styles: Sequence[str],
    *,
    heading: int = 0,
    depth: int = 0,
    label: str = "",
    strong: bool = False,
) -> Draft | None:
    """Give the block of a paragraph; None for an empty one or a line of a table of contents.

    `text` is cleaned. `styles` are the names of its style and of those it is based on. `heading`
    is its outline level and `depth` that in a list, 0 for none. `label` is the number that is
    shown before it. `strong` tells that all of it is bold.
    """
    own = styles[0] if styles else ""
    if not text or is_contents_style(own) or is_contents_line(text):
        return None
    whole = f"{label} {text}" if label else text
    heading = heading or find_heading_level(own)
    if heading:
        return Draft(BlockKind.HEADING, whole, min(6, heading))
    if any(map(_CAPTION.search, styles)) or is_caption(text):
        return Draft(BlockKind.CAPTION, whole)
    if depth or label or _LIST.search(own) or find_item_mark(text):
        if is_bulleted(text):
            whole = f"{label} {text[find_item_mark(text) :]}".lstrip()
        return Draft(BlockKind.ITEM, whole, min(6, max(1, depth)))
    if any(map(_QUOTE.search, styles)) or is_person(text):
        return Draft(BlockKind.QUOTE, whole)
    if strong and has_heading_shape(text):
        return Draft(BlockKind.HEADING, whole)
    return Draft(BlockKind.PARAGRAPH, whole)


def is_table_caption(draft: Draft) -> bool:
    """Tell whether a block above a table names it, and not a picture above it."""
    return draft.kind is BlockKind.CAPTION and not _PICTURE.match(draft.text)
