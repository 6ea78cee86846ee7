"""The parts of a document on the page: headings, paragraphs, items, rows."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import compress, count
from operator import sub
from typing import overload

from assistant.types.span import Span


class BlockKind(StrEnum):
    """What a stretch of a document is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    CAPTION = "caption"
    QUOTE = "quote"
    NOTE = "note"


_KINDS = tuple(BlockKind)
_CODES: dict[str, int] = {kind.value: code for code, kind in enumerate(_KINDS)}


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, table row, caption, quotation or footnote.

    Blocks are in reading order, do not overlap and never hold a newline that separates blocks:
    blocks are separated by at least one newline in the text, and the inside of a block has no
    newline at all. `level` is 1-6 for headings (1 is the title's level), the nesting depth
    (from 1) for items, and 0 for the rest.
    """

    kind: BlockKind
    span: Span
    level: int = 0


class Blocks(Sequence[Block]):
    """The blocks of a document as columns; each is made when it is looked at. Equal to a tuple of the same.

    `codes` are the places of the kinds in `BlockKind`; `starts` and `ends` are offsets in the text.
    """

    __slots__ = ("_codes", "_levels", "_made", "ends", "starts")

    def __init__(self, codes: bytes, levels: bytes, starts: array[int], ends: array[int]) -> None:
        self._codes, self._levels = codes, levels
        self.starts, self.ends = starts, ends
        self._made: dict[int, Block] = {}

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Blocks:
        """Give blocks in this form; those that have it already are given as they are."""
        if isinstance(blocks, cls):
            return blocks
        rows = [(block.kind, block.span.start, block.span.end, block.level) for block in blocks]
        return cls.from_rows(rows)

    @classmethod
    def from_rows(cls, rows: Sequence[tuple[str, int, int, int]]) -> Blocks:
        """Give the blocks of rows of kind, start, end and level."""
        kinds, starts, ends, levels = zip(*rows, strict=True) if rows else ((), (), (), ())
        return cls.from_columns(kinds, starts, ends, levels)

    @classmethod
    def from_columns(
        cls,
        kinds: Sequence[str] = (),
        starts: Sequence[int] = (),
        ends: Sequence[int] = (),
        levels: Sequence[int] = (),
    ) -> Blocks:
        """Give the blocks of which the kinds, starts, ends and levels are given."""
        codes = bytes(map(_CODES.__getitem__, kinds))
        return cls(codes, bytes(levels), array("I", starts), array("I", ends))

    def places_of(self, kind: BlockKind) -> list[int]:
        """Give the places of the blocks of one kind, in order."""
        return list(self.places_between(kind, 0, len(self._codes)))

    def places_between(self, kind: BlockKind, first: int, stop: int) -> Iterator[int]:
        """Yield the places of the blocks of one kind from a place up to another one, in order."""
        find, code = self._codes.find, _CODES[kind]
        place = find(code, first, stop)
        while place >= 0:
            yield place
            place = find(code, place + 1, stop)

    def longer_than(self, chars: int) -> list[int]:
        """Give the places of the blocks of more characters than these, in order."""
        sizes = list(map(sub, self.ends, self.starts))
        if max(sizes, default=0) <= chars:
            return []  # as nearly always: the longest is found sooner than all that are long
        return list(compress(count(), map(chars.__lt__, sizes)))

    def is_kind(self, place: int, kind: BlockKind) -> bool:
        """Tell whether the block at a place is of a kind."""
        return self._codes[place] == _CODES[kind]

    def level_of(self, place: int) -> int:
        """Give the level of the block at a place."""
        return self._levels[place]

    def text_of(self, place: int, text: str) -> str:
        """Give the part of the document's text that the block at a place is."""
        return text[self.starts[place] : self.ends[place]]

    def __len__(self) -> int:
        return len(self._codes)

    @overload
    def __getitem__(self, place: int) -> Block: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Block, ...]: ...

    def __getitem__(self, place: int | slice) -> Block | tuple[Block, ...]:
        if isinstance(place, slice):
            return tuple(self[one] for one in range(*place.indices(len(self))))
        known = self._made.get(place)
        if known is None:
            span = Span(self.starts[place], self.ends[place])
            known = self._made[place] = Block(_KINDS[self._codes[place]], span, self._levels[place])
        return known

    def __iter__(self) -> Iterator[Block]:
        return (self[place] for place in range(len(self)))

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Blocks | tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))
