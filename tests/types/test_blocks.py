"""Blocks as columns."""

from __future__ import annotations

from assistant.types import Block, BlockKind, Blocks, Span

PARTS = (
    Block(BlockKind.HEADING, Span(0, 4), 1),
    Block(BlockKind.ITEM, Span(5, 9), 2),
    Block(BlockKind.PARAGRAPH, Span(10, 20)),
)


def test_columns_hold_the_same_blocks() -> None:
    blocks = Blocks.of(PARTS)
    assert blocks == PARTS
    assert tuple(blocks) == PARTS
    assert (blocks[1], blocks[-1], blocks[1:]) == (PARTS[1], PARTS[2], PARTS[1:])
    assert hash(blocks) == hash(PARTS)
    assert Blocks.of(blocks) is blocks
    assert blocks != PARTS[:2]
    assert len(Blocks.of(())) == 0


def test_columns_tell_kinds_levels_and_texts() -> None:
    blocks = Blocks.of(PARTS)
    assert blocks.places_of(BlockKind.ITEM) == [1]
    assert blocks.is_kind(0, BlockKind.HEADING)
    assert not blocks.is_kind(1, BlockKind.HEADING)
    assert blocks.level_of(1) == 2
    assert blocks.text_of(1, "Kop.\n- ja\neen zin van") == "- ja"
