"""A document prepared for answering: sentences per block, heading paths, lists, facts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache

from assistant.answer.dialogue import Questions
from assistant.answer.nearfacts import FetchFacts, NearFacts, keep_facts
from assistant.answer.outline import ListGroup, LooseLists, Parents
from assistant.answer.pieces import cut_long
from assistant.dutch.sentences import find_bounds
from assistant.types import BlockKind, Blocks, Document, Extract, ExtractKind, Span


@lru_cache(maxsize=2_000)
def _make_spans(offsets: tuple[int, ...]) -> tuple[Span, ...]:
    """Give the spans whose starts and ends these are."""
    return tuple(map(Span, offsets[::2], offsets[1::2]))


class Reading:
    """One document with its structure at hand, read around what is asked for; kept while the index lives.

    `parents` gives for each block the indices of the headings above it, outermost first; `questions` those of the
    blocks that a block answers.
    """

    def __init__(self, document: Document, facts: Sequence[Extract] | FetchFacts) -> None:
        self.document = document
        self.blocks = cut_long(Blocks.of(document.blocks), document.text)
        self.parents = Parents(self.blocks)
        self.questions = Questions(self.blocks, self.parents.headings, document.text)
        self._facts = NearFacts(facts if callable(facts) else keep_facts(facts))
        self._loose = LooseLists(self.blocks, document.text)
        self._starts = self.blocks.starts
        self._sentences: dict[int, tuple[int, ...]] = {}

    def text_of(self, index: int) -> str:
        """Give the text of a block."""
        return self.blocks.text_of(index, self.document.text)

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
            start = self._starts[index]
            if self.blocks.is_kind(index, BlockKind.ROW) or self.blocks.is_kind(index, BlockKind.HEADING):
                found = (start, self.blocks.ends[index])
            else:
                found = tuple(map(start.__add__, find_bounds(self.text_of(index))))
            # Kept as plain numbers: those the garbage collector leaves alone, however many documents are kept.
            self._sentences[index] = found
        return _make_spans(found)

    def facts_in(self, span: Span, *kinds: ExtractKind) -> list[Extract]:
        """Give the facts that lie inside `span`, of the kinds named (or all)."""
        inside = self._facts.inside(span)
        return [fact for fact in inside if fact.kind in kinds] if kinds else inside

    def list_around(self, index: int) -> ListGroup | None:
        """Give the list that the block belongs to, or that it leads in to; None when there is none."""
        loose = self._loose.get(index)
        if loose is not None:
            return loose
        blocks = self.blocks
        if blocks.is_kind(index, BlockKind.ITEM):
            first = last = index
        elif index + 1 < len(blocks) and blocks.is_kind(index + 1, BlockKind.ITEM):
            first = last = index + 1
        else:
            return None
        level = blocks.level_of(first)
        while first > 0 and self._continues(first - 1, level):
            first -= 1
        while last + 1 < len(blocks) and self._continues(last + 1, level):
            last += 1
        items = tuple(
            number
            for number in range(first, last + 1)
            if blocks.is_kind(number, BlockKind.ITEM) and blocks.level_of(number) == level
        )
        lead = first - 1 if first > 0 and not blocks.is_kind(first - 1, BlockKind.ROW) else None
        return ListGroup(items, lead)

    def _continues(self, index: int, level: int) -> bool:
        return self.blocks.is_kind(index, BlockKind.ITEM) and self.blocks.level_of(index) >= level

    def children_of(self, heading: int) -> tuple[int, ...]:
        """Give the headings one level below a heading, in order."""
        level = self.blocks[heading].level
        children: list[int] = []
        for index in self.parents.headings[bisect_right(self.parents.headings, heading) :]:
            if self.blocks[index].level <= level:
                break
            children.append(index)
        if not children:
            return ()
        nearest = min(self.blocks[index].level for index in children)
        return tuple(index for index in children if self.blocks[index].level == nearest)

    @cached_property
    def numbered_runs(self) -> tuple[tuple[int, ...], ...]:
        """Lists that are numbered on over headings and paragraphs between their items, as block indices."""
        runs: list[list[int]] = []
        for index in self.blocks.places_of(BlockKind.ITEM):
            number = _item_number(self.text_of(index))
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
