"""Headings above a block and loose lists around it, found where they are asked for."""

from __future__ import annotations

import random

from assistant.answer.itemising import find_loose_items
from assistant.answer.outline import LooseLists, Parents
from assistant.types import BlockKind, Blocks

LINES = (
    "De aanvraag bevat:",
    "a. een dak;",
    "b. een deur",
    "- hout",
    "uw naam;",
    "uw adres; en",
    "Verder niets.",
    "1) zand",
)


def make_blocks(lines: list[tuple[BlockKind, str, int]]) -> tuple[Blocks, str]:
    rows, start = [], 0
    for kind, line, level in lines:
        rows.append((kind, start, start + len(line), level))
        start += len(line) + 1
    return Blocks.from_rows(rows), "\n".join(line for _, line, _ in lines)


def test_the_headings_above_a_block_are_those_of_a_reading_from_the_top() -> None:
    chance = random.Random(1)
    for _ in range(200):
        levels = [chance.choice((0, 1, 2, 3, 5)) for _ in range(20)]
        kinds = [BlockKind.HEADING if level else BlockKind.PARAGRAPH for level in levels]
        blocks, _ = make_blocks([(kind, "x", level) for kind, level in zip(kinds, levels, strict=True)])
        path: tuple[int, ...] = ()
        expected = []
        for place, level in enumerate(levels):
            if level:
                path = tuple(above for above in path if levels[above] < level)
            expected.append(path)
            path = (*path, place) if level else path
        assert list(Parents(blocks)) == expected


def test_a_loose_list_is_the_same_from_wherever_it_is_read() -> None:
    chance = random.Random(2)
    for _ in range(400):
        lines = [
            (chance.choice((BlockKind.PARAGRAPH,) * 9 + (BlockKind.ROW,)), chance.choice(LINES), 0)
            for _ in range(15)
        ]
        blocks, text = make_blocks(lines)
        texts = [line if kind is BlockKind.PARAGRAPH else "" for kind, line, _ in lines]
        expected: dict[int, tuple[int, ...]] = {}
        for run in find_loose_items(texts):
            expected.update(dict.fromkeys(run, run))
            if run[0] and texts[run[0] - 1].endswith(":"):
                expected[run[0] - 1] = run
        order = list(range(len(lines)))
        chance.shuffle(order)
        lists = LooseLists(blocks, text)
        groups = {place: group.items for place in order if (group := lists.get(place)) is not None}
        assert groups == expected
