"""How well a reader read one page: counts that are added up over pages before they are divided."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from benchmarks.pages.gold import GoldPage, is_body
from benchmarks.pages.matching import match_blocks
from benchmarks.pages.structures import (
    count_cells,
    count_headed,
    count_headings,
    count_right_headings,
    count_rows,
)
from benchmarks.pages.tally import Tally
from benchmarks.pages.tiling import count_edits
from benchmarks.readers import ReadPage

_LOST = 0.5
"""A page is lost when a smaller share of its words comes back."""


class PageScore:
    """One page of truth beside one page of a reader, word by word."""

    def __init__(self, gold: GoldPage, read: ReadPage) -> None:
        same = dict(gold.alike)
        blocks = tuple(
            replace(block, words=tuple(same.get(word, word) for word in block.words)) for block in gold.blocks
        )
        read_blocks = tuple(
            replace(block, words=tuple(same.get(word, word) for word in block.words)) for block in read.blocks
        )
        self.gold, self.read = replace(gold, blocks=blocks), replace(read, blocks=read_blocks)
        self.words = self.read.words
        self.starts: list[int] = []
        every: list[str] = []
        for block in self.gold.blocks:
            self.starts.append(len(every))
            every.extend(block.words)
        self.every = every
        self.matches = match_blocks(blocks, read_blocks)
        self.owner = {other: place for place, other in enumerate(self.matches) if other >= 0}
        self.block_of = [number for number, block in enumerate(self.gold.blocks) for _ in block.words]
        self.body = [is_body(gold.blocks[number]) for number in self.block_of]
        self.spare = self._find_spare()

    def _find_spare(self) -> set[int]:
        """Give the places of words that count for nothing: furniture, headers, and what is ignored."""
        spare = {other for other, place in self.owner.items() if not self.body[place]}
        left = Counter(self.gold.ignored)
        repeated = {
            word for block in self.gold.blocks if block.kind in ("header", "caption") for word in block.words
        }
        repeated.update(word for block in self.gold.blocks for word in block.label)
        position = 0
        for block in self.read.blocks:
            for place in range(position, position + len(block.words)):
                word = self.words[place]
                if place in self.owner:
                    continue
                if left[word] or (block.kind == "row" and (word in repeated or word in left)):
                    left[word] -= left[word] > 0
                    spare.add(place)
            position += len(block.words)
        return spare

    def count(self) -> Tally:
        """Give every count of the page."""
        tally = Tally()
        found = sum(match >= 0 for match, body in zip(self.matches, self.body, strict=True) if body)
        size = self.gold.size
        extra = sum(place not in self.owner and place not in self.spare for place in range(len(self.words)))
        tally.add("found", found, size)
        tally.add("added", extra, size)
        tally.add("wer", min(self.count_errors(), size), size)
        tally.add("order", *self.count_pairs())
        tally.add("turns", *self.count_pairs(turns=True))
        tally.add("furniture", *self.count_furniture())
        tally.add("pages_lost", size > 0 and found < _LOST * size, 1)
        for kind in ("soft", "hard", "open"):
            tally.add(kind, *self.count_cuts(kind))
        tally.add(
            "hyphens",
            sum(tally.right[kind] for kind in ("soft", "hard", "open")),
            sum(tally.whole[kind] for kind in ("soft", "hard", "open")),
        )
        tally.add("headings", *count_headings(self.gold, self.read))
        tally.add("headings_right", *count_right_headings(self.gold, self.read))
        tally.add("cells", *count_cells(self.gold, self.read))
        tally.add("rows", *count_rows(self.gold, self.read))
        tally.add("headed", *count_headed(self.gold, self.read))
        tally.add("kinds", *self.count_kinds())
        tally.add("blocks", *self.count_whole_blocks())
        return tally

    # -- words and order --------------------------------------------------------------------

    def count_errors(self) -> int:
        """Give the edits between the body in reading order and the reader's text without furniture.

        Each flow beside the running text stands where the reader has it.
        """
        shown = [place for place in range(len(self.words)) if place not in self.spare]
        return count_edits(
            [self.every[place] for place in self._order_gold()], [self.words[place] for place in shown]
        )

    def _order_gold(self) -> list[int]:
        """Give the places of the body's words: the running text, each other flow behind the word it follows."""
        flows: dict[int, list[int]] = {}
        for place, number in enumerate(self.block_of):
            if self.body[place]:
                flows.setdefault(self.gold.blocks[number].flow, []).append(place)
        order = flows.pop(0, [])
        running = {place: position for position, place in enumerate(order)}
        keyed: list[tuple[int, int, list[int]]] = []
        for flow, places in flows.items():
            found = sorted(self.matches[place] for place in places if self.matches[place] >= 0)
            middle = found[len(found) // 2] if found else len(self.words)
            keyed.append((self._find_slot(running, middle), flow, places))
        for slot, _, places in sorted(keyed, reverse=True):
            order[slot:slot] = places
        return order

    def _find_slot(self, running: dict[int, int], middle: int) -> int:
        """Give the place in the running text that parts best what the reader has before and after `middle`."""
        change = [0] * (len(running) + 1)
        for place, position in running.items():
            if self.matches[place] >= 0:
                change[position + 1] = 1 if self.matches[place] < middle else -1
        best, slot, level = 0, 0, 0
        for position, step in enumerate(change):
            level += step
            if level >= best and step >= 0:
                best, slot = max(best, level), position
        return slot

    def count_pairs(self, *, turns: bool = False) -> tuple[int, int]:
        """Give how many neighbouring words that were both found still follow each other.

        With `turns` only those count that end one block and begin the next.
        """
        shown = [other for other in sorted(self.owner) if self.body[self.owner[other]]]
        sequence = [self.owner[other] for other in shown]
        follows = set(pairwise(sequence))
        running = [place for place in sequence if self._flow(place) == 0]
        follows_running = set(pairwise(running))
        kept = whole = 0
        last: dict[int, int] = {}
        for place in range(len(self.every)):
            if self.matches[place] < 0 or not self.body[place]:
                continue
            flow = self._flow(place)
            before = last.get(flow, -1)
            last[flow] = place
            if before < 0:
                continue
            inside = self.block_of[before] == self.block_of[place]
            if turns and inside:
                continue
            whole += 1
            kept += (before, place) in (follows if inside or flow else follows_running)
        return kept, whole

    def _flow(self, place: int) -> int:
        return self.gold.blocks[self.block_of[place]].flow

    def count_furniture(self) -> tuple[int, int]:
        """Give how many words of running heads, feet and page numbers were left in."""
        places = [
            place
            for place, number in enumerate(self.block_of)
            if self.gold.blocks[number].kind == "furniture"
        ]
        return sum(self.matches[place] >= 0 for place in places), len(places)

    def count_cuts(self, kind: str) -> tuple[int, int]:
        """Give how many words that a line's end cut came back whole (an open one: with its next word)."""
        right = whole = 0
        for start, block in zip(self.starts, self.gold.blocks, strict=True):
            for word, found in block.cuts:
                if found != kind or not is_body(block):
                    continue
                whole += 1
                here = self.matches[start + word]
                beside = kind != "open" or self.matches[start + word : start + word + 2] == [here, here + 1]
                right += here >= 0 and beside
        return right, whole

    # -- kinds and borders, for readers that know blocks ------------------------------------

    def count_kinds(self) -> tuple[int, int]:
        """Give how many words that were found stand in a block of the right kind."""
        if self.read.lines:
            return 0, 0
        kinds = [block.kind for block in self.read.blocks for _ in block.words]
        places = [
            place
            for place, match in enumerate(self.matches)
            if match >= 0 and self.body[place] and self.gold.blocks[self.block_of[place]].kind != "label"
        ]
        right = sum(
            _same_kind(self.gold.blocks[self.block_of[place]].kind, kinds[self.matches[place]])
            for place in places
        )
        return right, len(places)

    def count_whole_blocks(self) -> tuple[int, int]:
        """Give how many blocks came back as one block with nothing of another in it."""
        if self.read.lines:
            return 0, 0
        number_of = [number for number, block in enumerate(self.read.blocks) for _ in block.words]
        homes: dict[int, set[int]] = {}
        guests: dict[int, set[int]] = {}
        for other, place in self.owner.items():
            if self.body[place]:
                homes.setdefault(self.block_of[place], set()).add(number_of[other])
                guests.setdefault(number_of[other], set()).add(self.block_of[place])
        wanted = [number for number, block in enumerate(self.gold.blocks) if is_body(block) and block.words]
        right = sum(
            len(homes.get(number, ())) == 1 and len(guests[next(iter(homes[number]))]) == 1
            for number in wanted
        )
        return right, len(wanted)


def _same_kind(gold: str, read: str) -> bool:
    return gold == read or {gold, read} <= {"paragraph", "quote"}
