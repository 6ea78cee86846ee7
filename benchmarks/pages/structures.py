"""What a reader tells of a page beside its words: headings, and the cells of tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from benchmarks.pages.gold import GoldBlock, GoldPage
from benchmarks.readers import ReadPage

_ALIKE = 0.8
"""Two headings are one when so much of their words agree (twice the common words over both counts)."""


def count_headings(gold: GoldPage, read: ReadPage) -> tuple[int, int]:
    """Give how many headings were found whole: as a block, or as lines that look like one."""
    golden = _gold_words(gold, "heading")
    if read.lines:
        return sum(bool(_find_lines(read, words)) for words in golden), len(golden)
    return _count_alike(golden, _read_headings(read)), len(golden)


def count_right_headings(gold: GoldPage, read: ReadPage) -> tuple[int, int]:
    """Give how many of the reader's headings are headings, those left out that may be so called."""
    golden, labels = _gold_words(gold, "heading"), _gold_words(gold, "label")
    if read.lines:
        right = {line for words in golden for line in _find_lines(read, words)}
        free = {line for words in labels for line in _find_lines(read, words)} - right
        return len(right), len(read.titles - free)
    given = _read_headings(read)
    right_count = _count_alike(given, golden)
    free_count = _count_alike(given, [*golden, *labels]) - right_count
    return right_count, len(given) - max(0, free_count)


def _gold_words(gold: GoldPage, kind: str) -> list[tuple[str, ...]]:
    return [block.words for block in gold.blocks if block.kind == kind]


def _read_headings(read: ReadPage) -> list[tuple[str, ...]]:
    return [block.words for block in read.blocks if block.kind == "heading"]


def _find_lines(read: ReadPage, words: tuple[str, ...]) -> list[int]:
    """Give the lines, all of them looking like a heading, that together hold just these words."""
    edges = [*read.lines, len(read.words)]
    for start in read.titles:
        stop = start + len(words)
        inside = [line for line in read.lines if start <= line < stop]
        if stop in edges and read.words[start:stop] == words and read.titles.issuperset(inside):
            return inside
    return []


def count_cells(gold: GoldPage, read: ReadPage) -> tuple[int, int]:
    """Give how many cells came back whole, in whatever block or line."""
    cells = [words for _, _, words in _gold_cells(gold)]
    return sum(_holds(read.words, words) for words in cells), len(cells)


def count_rows(gold: GoldPage, read: ReadPage) -> tuple[int, int]:
    """Give how many cells came back whole in the row, or line, that begins with their first cell.

    A caption or a header over the whole table may stand before it.
    """
    units = list(_units(read))
    blocks = gold.blocks
    labels = {word for block in blocks for word in block.label}
    named = {word for block in blocks if block.kind in ("caption", "header") for word in block.words}
    ahead = named | (set(gold.ignored) - labels)
    right = whole = 0
    for block, _, words in _gold_cells(gold):
        whole += 1
        right += any(_holds(unit, words) and _begins(unit, block.label, ahead) for unit in units)
    return right, whole


def count_headed(gold: GoldPage, read: ReadPage) -> tuple[int, int]:
    """Give how many cells after the first stand right behind the words of their column's header."""
    units = list(_units(read))
    right = whole = 0
    for block, column, words in _gold_cells(gold):
        head = gold.blocks[block.header] if block.header >= 0 else None
        names = {cell.column: head.words[cell.start : cell.stop] for cell in head.cells} if head else {}
        if column and column in names:
            whole += 1
            right += any(_holds(unit, (*names[column], *words)) for unit in units)
    return right, whole


def _gold_cells(gold: GoldPage) -> Iterator[tuple[GoldBlock, int, tuple[str, ...]]]:
    for block in gold.blocks:
        for cell in block.cells if block.kind == "row" else ():
            yield block, cell.column, block.words[cell.start : cell.stop]


def _units(read: ReadPage) -> Iterator[tuple[str, ...]]:
    """Give the words of each row, or of each line of a reader that knows no rows."""
    if not read.lines:
        yield from (block.words for block in read.blocks if block.kind == "row")
        return
    for start, stop in pairwise([*read.lines, len(read.words)]):
        yield read.words[start:stop]


def _holds(words: Sequence[str], part: Sequence[str]) -> bool:
    """Tell whether the words of `part` stand in `words` one after the other."""
    if not part:
        return True
    return any(
        word == part[0] and tuple(words[place : place + len(part)]) == tuple(part)
        for place, word in enumerate(words)
    )


def _begins(words: Sequence[str], part: Sequence[str], ahead: set[str]) -> bool:
    """Tell whether the words of `part` come first in `words`, but for words of `ahead`."""
    for place in range(len(words) - len(part) + 1):
        if tuple(words[place : place + len(part)]) == tuple(part):
            return True
        if words[place] not in ahead:
            return False
    return not part


def _count_alike(wanted: Sequence[tuple[str, ...]], given: Sequence[tuple[str, ...]]) -> int:
    """Give how many of `wanted` have a like in `given`, each of which serves once."""
    left = list(given)
    count = 0
    for words in wanted:
        like = next((other for other in left if _is_alike(words, other)), None)
        if like is not None:
            left.remove(like)
            count += 1
    return count


def _is_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    common = sum((Counter(one) & Counter(other)).values())
    return 2 * common >= _ALIKE * (len(one) + len(other)) if one or other else False
