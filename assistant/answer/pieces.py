"""Paragraphs too long to be read at once, cut between their sentences: a text without line ends is one block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.dutch.sentences import find_bounds
from assistant.types import Block, BlockKind, Blocks, Span

LONGEST = 8_000
"""Characters of a paragraph that is read as it stands. Longer ones are one in 50,000 blocks and no paragraphs: whole
programmes and reports, of which every question would read a hundred pages."""
_PIECE = 4_000
"""Characters of a piece at most."""


def cut_long(blocks: Blocks, text: str) -> Blocks:
    """Give the blocks with each long paragraph cut into pieces, which begin with a sentence where one does."""
    long = frozenset(blocks.longer_than(LONGEST))
    if not any(blocks.is_kind(place, BlockKind.PARAGRAPH) for place in long):
        return blocks
    return Blocks.of(
        [
            piece
            for place, block in enumerate(blocks)
            for piece in (
                _cut(block, text) if place in long and block.kind is BlockKind.PARAGRAPH else (block,)
            )
        ]
    )


def _cut(block: Block, text: str) -> Iterator[Block]:
    start, end = block.span.start, block.span.end
    while end - start > _PIECE:
        sentences = find_bounds(text[start : start + _PIECE])[::2]
        blank = text.rfind(" ", start + 1, start + _PIECE) + 1
        next_start = start + sentences[-1] if len(sentences) > 1 else blank or start + _PIECE
        yield replace(block, span=Span(start, start + len(text[start:next_start].rstrip())))
        start = next_start
    yield replace(block, span=Span(start, end))
