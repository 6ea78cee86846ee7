"""Which word of a reader's text is which word of the page, wherever the reader put it."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Sequence

import numpy as np


def match_words(gold: Sequence[str], read: Sequence[str]) -> list[int]:
    """Give for every gold word the place of its match in `read`, -1 for none.

    Greedy string tiling (Wise 1993): the longest run of words that both have, then the longest of
    what is left, and so on down to single words; of equal runs the one nearest to its own place.
    """
    matches = [-1] * len(gold)
    taken = [False] * len(read)
    heap = [_rate(run, len(gold), len(read)) for run in _find_runs(gold, read)]
    heapq.heapify(heap)
    while heap:
        _, _, start, other, length = heapq.heappop(heap)
        free = [matches[start + step] < 0 and not taken[other + step] for step in range(length)]
        if all(free):
            for step in range(length):
                matches[start + step] = other + step
                taken[other + step] = True
            continue
        for begin, stop in _find_free(free):
            rest = (start + begin, other + begin, stop - begin)
            heapq.heappush(heap, _rate(rest, len(gold), len(read)))
    return matches


def _rate(run: tuple[int, int, int], most: int, read: int) -> tuple[int, float, int, int, int]:
    start, other, length = run
    return -length, abs(start / max(1, most) - other / max(1, read)), start, other, length


def _find_runs(gold: Sequence[str], read: Sequence[str]) -> list[tuple[int, int, int]]:
    """Give every run that both texts have and that cannot be made longer: two starts and a length."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(read):
        places[word].append(place)
    runs: list[tuple[int, int, int]] = []
    above: dict[int, int] = {}
    for place, word in enumerate(gold):
        level = {other: above.get(other - 1, 0) + 1 for other in places.get(word, ())}
        runs.extend(
            (place - length, other - length + 1, length)
            for other, length in above.items()
            if other + 1 not in level
        )
        above = level
    stop = len(gold)
    runs.extend((stop - length, other - length + 1, length) for other, length in above.items())
    return runs


def _find_free(free: Sequence[bool]) -> list[tuple[int, int]]:
    """Give the runs `[start, stop)` of places that are free."""
    found: list[tuple[int, int]] = []
    start = -1
    for place, is_free in enumerate([*free, False]):
        if is_free and start < 0:
            start = place
        elif not is_free and start >= 0:
            found.append((start, place))
            start = -1
    return found


def count_edits(gold: Sequence[str], read: Sequence[str]) -> int:
    """Give the fewest words to put in, take out or change that make one text the other (Levenshtein)."""
    numbers: dict[str, int] = {}
    first = np.array([numbers.setdefault(word, len(numbers)) for word in gold], dtype=np.int64)
    second = np.array([numbers.setdefault(word, len(numbers)) for word in read], dtype=np.int64)
    steps = np.arange(len(second) + 1)
    row = steps.copy()
    for place, word in enumerate(first, start=1):
        following = np.empty_like(row)
        following[0] = place
        following[1:] = np.minimum(row[1:] + 1, row[:-1] + (second != word))
        # An inserted word costs one: the least of every cheaper start to the left plus the way to it.
        row = np.minimum.accumulate(following - steps) + steps
    return int(row[-1])
