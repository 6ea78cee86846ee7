"""What surrounds a block, found where it is asked for: the headings above it, and the loose list that it is in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from assistant.answer.itemising import find_loose_items, may_be_item
from assistant.types import BlockKind, Blocks

Path = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ListGroup:
    """Items of one list with the block that leads in to it; numbers are block indices."""

    items: tuple[int, ...]
    lead: int | None


class Parents(Sequence[Path]):
    """For each block the indices of the headings above it, outermost first."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self.headings = blocks.places_of(BlockKind.HEADING)
        self._known: dict[tuple[int, int], Path] = {}

    def __len__(self) -> int:
        return len(self._blocks)

    @overload
    def __getitem__(self, index: int) -> Path: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Path, ...]: ...

    def __getitem__(self, index: int | slice) -> Path | tuple[Path, ...]:
        if isinstance(index, slice):
            return tuple(self[one] for one in range(*index.indices(len(self))))
        above = bisect_left(self.headings, index)
        below = self._blocks.level_of(index) if self._blocks.is_kind(index, BlockKind.HEADING) else _DEEPEST
        found = self._known.get((above, below))
        if found is None:
            found = self._known[above, below] = tuple(self._climb(above, below))[::-1]
        return found

    def _climb(self, above: int, below: int) -> Iterator[int]:
        """Yield the headings before the one of number `above`, each of a lower level than all behind it."""
        for number in range(above - 1, -1, -1):
            level = self._blocks.level_of(self.headings[number])
            if level < below:
                yield self.headings[number]
                below = level
            if below <= 1:
                return


_DEEPEST = 256
"""Deeper than any heading: levels are bytes."""


class LooseLists:
    """The lists of a document whose items are paragraphs, read around the paragraph that is asked for."""

    def __init__(self, blocks: Blocks, text: str) -> None:
        self._blocks = blocks
        self._text = text
        self._known: dict[int, ListGroup | None] = {}

    def get(self, index: int) -> ListGroup | None:
        """Give the list that the paragraph is an item of, or leads in to; None when there is none."""
        if index not in self._known:
            self._read_around(index)
        return self._known[index]

    def _read_around(self, index: int) -> None:
        """Read the stretch from the last paragraph before that can be no item up to the next one."""
        first, last = index, index + 1
        while first > 0 and self._may_be_item(first):
            first -= 1
        while last < len(self._blocks) and self._may_be_item(last):
            last += 1
        texts = [self._paragraph(place) for place in range(first, last)]
        found: dict[int, ListGroup | None] = dict.fromkeys(range(first, last))
        for run in find_loose_items(texts):
            items = tuple(first + place for place in run)
            lead = items[0] - 1
            group = ListGroup(items, None if lead < 0 or self._blocks.is_kind(lead, BlockKind.ROW) else lead)
            found.update(dict.fromkeys(items, group))
            if group.lead is not None and self._paragraph(lead).rstrip().endswith(":"):
                found[lead] = group
        self._known.update(found)  # at once: another thread may be looking

    def _may_be_item(self, index: int) -> bool:
        before = self._paragraph(index - 1) if index else ""
        return may_be_item(self._paragraph(index), before)

    def _paragraph(self, index: int) -> str:
        return (
            self._blocks.text_of(index, self._text)
            if self._blocks.is_kind(index, BlockKind.PARAGRAPH)
            else ""
        )
