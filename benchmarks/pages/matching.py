"""Which word of a page is which word that a reader gave, rows of tables before all else.

A reader may repeat caption, header and first cell in every row; matched with the rows that they
are like, these copies cannot stand in for the words themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks.pages.gold import GoldBlock
from benchmarks.pages.tiling import match_words
from benchmarks.readers import ReadBlock

_LIKE = 0.5
"""A row is one of the reader's when so much of its words are in it."""


def match_blocks(gold: Sequence[GoldBlock], read: Sequence[ReadBlock]) -> list[int]:
    """Give for every word of the page the place of its match in the reader's words, -1 for none.

    Rows first, each with the reader's row that has most of its words; then what is no row on
    either side; then all that is left. For a reader without kinds there is only the last step.
    """
    every = [word for block in gold for word in block.words]
    words = [word for block in read for word in block.words]
    matches = [-1] * len(every)
    own, other = list(_find_places(gold)), list(_find_places(read))
    for row, like in _pair_rows(gold, read):
        _match(every, words, own[row], other[like], matches)
    if any(block.kind == "row" for block in read):
        loose = [
            place
            for block, places in zip(gold, own, strict=True)
            if block.kind not in ("row", "header")
            for place in places
        ]
        free = [
            place
            for block, places in zip(read, other, strict=True)
            if block.kind != "row"
            for place in places
        ]
        _match(every, words, loose, free, matches)
    _match(every, words, range(len(every)), range(len(words)), matches)
    return matches


def _find_places(blocks: Sequence[GoldBlock] | Sequence[ReadBlock]) -> Iterator[range]:
    start = 0
    for block in blocks:
        yield range(start, start + len(block.words))
        start += len(block.words)


def _pair_rows(gold: Sequence[GoldBlock], read: Sequence[ReadBlock]) -> Iterator[tuple[int, int]]:
    """Give pairs of a row and the reader's row that is most like it, each at most once."""
    rows = [
        (place, Counter(block.words))
        for place, block in enumerate(gold)
        if block.kind == "row" and block.words
    ]
    others = [(place, Counter(block.words)) for place, block in enumerate(read) if block.kind == "row"]
    rated = sorted(
        (-sum((words & given).values()) / words.total(), row, other)
        for row, words in rows
        for other, given in others
    )
    paired: set[int] = set()
    used: set[int] = set()
    for rate, row, other in rated:
        if -rate >= _LIKE and row not in paired and other not in used:
            paired.add(row)
            used.add(other)
            yield row, other


def _match(
    every: Sequence[str], words: Sequence[str], own: Sequence[int], other: Sequence[int], matches: list[int]
) -> None:
    """Match words at the places `own` and `other` that have no match yet."""
    taken = set(matches)
    left = [place for place in own if matches[place] < 0]
    free = [place for place in other if place not in taken]
    found = match_words([every[place] for place in left], [words[place] for place in free])
    for place, match in zip(left, found, strict=True):
        if match >= 0:
            matches[place] = free[match]
