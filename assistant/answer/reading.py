"""A document prepared for answering: sentences per block, heading paths, lists, facts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.answer.dialogue import pair_answers
from assistant.answer.itemising import find_loose_items
from assistant.dutch import split_sentences
from assistant.types import Block, BlockKind, Document, Extract, ExtractKind, Span


@dataclass(frozen=True, slots=True)
class ListGroup:
    """Items of one list with the block that leads in to it; numbers are block indices."""

    items: tuple[int, ...]
    lead: int | None


class Reading:
    """One document with its structure at hand; built once and kept while the index lives."""

    def __init__(self, document: Document, facts: Sequence[Extract]) -> None:
        self.document = document
        self.blocks: tuple[Block, ...] = document.blocks
        self.facts = sorted(facts, key=lambda fact: (fact.span.start, fact.span.end))
        self._starts = [block.span.start for block in self.blocks]
        self._fact_starts = [fact.span.start for fact in self.facts]
        self._sentences: dict[int, tuple[Span, ...]] = {}

    @cached_property
    def parents(self) -> list[tuple[int, ...]]:
        """For each block the indices of the headings above it, outermost first."""
        found: list[tuple[int, ...]] = []
        path: tuple[int, ...] = ()
        for index, block in enumerate(self.blocks):
            if block.kind is BlockKind.HEADING:
                path = tuple(above for above in path if self.blocks[above].level < block.level)
                found.append(path)
                path = (*path, index)
            else:
                found.append(path)
        return found

    def text_of(self, index: int) -> str:
        """Give the text of a block."""
        return self.blocks[index].span.of(self.document.text)

    def headings_of(self, index: int) -> tuple[str, ...]:
        """Give the heading texts above a block, outermost first."""
        return tuple(self.text_of(above) for above in self.parents[index])

    def block_at(self, offset: int) -> int:
        """Give the index of the block that holds `offset` (or the last one before it)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def blocks_in(self, span: Span) -> range:
        """Give the indices of the blocks that begin inside `span`, or hold its start."""
        return range(self.block_at(span.start), bisect_left(self._starts, span.end))

    def sentences(self, index: int) -> tuple[Span, ...]:
        """Give the sentences of a block, as offsets in the document."""
        found = self._sentences.get(index)
        if found is None:
            start = self.blocks[index].span.start
            if self.blocks[index].kind in (BlockKind.ROW, BlockKind.HEADING):
                found = (self.blocks[index].span,)
            else:
                found = tuple(span.shift(start) for span in split_sentences(self.text_of(index)))
            self._sentences[index] = found
        return found

    def facts_in(self, span: Span, *kinds: ExtractKind) -> list[Extract]:
        """Give the facts that lie inside `span`, of the kinds named (or all)."""
        first = bisect_left(self._fact_starts, span.start)
        last = bisect_left(self._fact_starts, span.end)
        inside = [fact for fact in self.facts[first:last] if fact.span.end <= span.end]
        return [fact for fact in inside if not kinds or fact.kind in kinds]

    def list_around(self, index: int) -> ListGroup | None:
        """Give the list that the block belongs to, or that it leads in to; None when there is none."""
        loose = self.loose_lists.get(index)
        if loose is not None:
            return loose
        kind = self.blocks[index].kind
        if kind is BlockKind.ITEM:
            first = last = index
        elif index + 1 < len(self.blocks) and self.blocks[index + 1].kind is BlockKind.ITEM:
            first = last = index + 1
        else:
            return None
        level = self.blocks[first].level
        while first > 0 and self._continues(first - 1, level):
            first -= 1
        while last + 1 < len(self.blocks) and self._continues(last + 1, level):
            last += 1
        items = tuple(
            number
            for number in range(first, last + 1)
            if self.blocks[number].kind is BlockKind.ITEM and self.blocks[number].level == level
        )
        lead = first - 1 if first > 0 and self.blocks[first - 1].kind is not BlockKind.ROW else None
        return ListGroup(items, lead)

    @cached_property
    def loose_lists(self) -> dict[int, ListGroup]:
        """For each paragraph that is an item of a list, or leads in to one, that list."""
        texts = [
            self.text_of(index) if block.kind is BlockKind.PARAGRAPH else ""
            for index, block in enumerate(self.blocks)
        ]
        found: dict[int, ListGroup] = {}
        for items in find_loose_items(texts):
            lead = (
                items[0] - 1 if items[0] > 0 and self.blocks[items[0] - 1].kind is not BlockKind.ROW else None
            )
            group = ListGroup(items, lead)
            found.update(dict.fromkeys(items, group))
            if lead is not None and texts[lead].rstrip().endswith(":"):
                found[lead] = group
        return found

    def _continues(self, index: int, level: int) -> bool:
        block = self.blocks[index]
        return block.kind is BlockKind.ITEM and block.level >= level

    def children_of(self, heading: int) -> tuple[int, ...]:
        """Give the headings one level below a heading, in order."""
        level = self.blocks[heading].level
        children: list[int] = []
        for index in range(heading + 1, len(self.blocks)):
            block = self.blocks[index]
            if block.kind is not BlockKind.HEADING:
                continue
            if block.level <= level:
                break
            children.append(index)
        if not children:
            return ()
        nearest = min(self.blocks[index].level for index in children)
        return tuple(index for index in children if self.blocks[index].level == nearest)

    @cached_property
    def questions(self) -> dict[int, tuple[int, ...]]:
        """For each block that answers written questions the blocks of those questions."""
        return pair_answers([(block.kind, self.text_of(index)) for index, block in enumerate(self.blocks)])

    @cached_property
    def numbered_runs(self) -> tuple[tuple[int, ...], ...]:
        """Lists that are numbered on over headings and paragraphs between their items, as block indices."""
        runs: list[list[int]] = []
        for index, block in enumerate(self.blocks):
            number = _item_number(self.text_of(index)) if block.kind is BlockKind.ITEM else None
            if number is None:
                continue
            open_run = next(
                (run for run in reversed(runs) if len(run) == number - 1 and index - run[-1] <= _RUN_GAP),
                None,
            )
            if number == 1:
                runs.append([index])
            elif open_run is not None:
                open_run.append(index)
        return tuple(tuple(run) for run in runs if len(run) > 1)


_RUN_GAP = 12
_ITEM_NUMBER = re.compile(r"(\d{1,2})[.)]\s")


def _item_number(text: str) -> int | None:
    found = _ITEM_NUMBER.match(text)
    return int(found.group(1)) if found else None
