"""Texts that are longer than a model reads, cut into windows so that nothing of them is lost.

A model reads so many tokens (128 to 512 for most) and drops the rest without a word. A passage of
700 characters is often more: cut into the three-letter pieces of an English model, over half are
longer than 256. The vector of such a text is the mean of the unit vectors of its windows, each
weighed by its tokens.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Count = Callable[[Sequence[str]], list[int]]
"""Gives the number of tokens of each text."""


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows of several texts: text t has `starts[t]:starts[t + 1]`, never none.

    `tokens` has at least 1 for each window.
    """

    texts: tuple[str, ...]
    tokens: NDArray[np.float32]
    starts: NDArray[np.int64]

    def join(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Give a row a text from a row of unit length a window: their mean, not scaled."""
        weighed = rows * self.tokens[:, np.newaxis]
        sums = np.add.reduceat(weighed, self.starts[:-1], axis=0)
        counts = np.add.reduceat(self.tokens, self.starts[:-1])
        return np.asarray(sums / counts[:, np.newaxis], dtype=np.float32)


def cut_windows(texts: Sequence[str], limit: int | None, count: Count) -> Windows:
    """Cut each text into windows of at most `limit` tokens (None: every text is one window)."""
    cut: list[str] = []
    tokens: list[int] = []
    starts = [0]
    sizes = [1] * len(texts) if limit is None else count(texts)
    for text, size in zip(texts, sizes, strict=True):
        if limit is None or size <= limit:
            cut.append(text)
            tokens.append(size)
        else:
            for part, part_size in _halve(text, limit, count):
                cut.append(part)
                tokens.append(part_size)
        starts.append(len(cut))
    weights = np.maximum(np.array(tokens, dtype=np.float32), 1)
    return Windows(tuple(cut), weights, np.array(starts, dtype=np.int64))


def _halve(text: str, limit: int, count: Count) -> list[tuple[str, int]]:
    """Cut a text at the white space nearest its middle, and its halves again, until all fit."""
    done: list[tuple[str, int]] = []
    waiting = [text]
    while waiting:
        part = waiting.pop()
        (size,) = count([part])
        if size <= limit or len(part) < 2:
            done.append((part, size))
            continue
        middle = _find_middle(part)
        waiting += [part[middle:].strip(), part[:middle].strip()]
    return [(part, size) for part, size in done if part] or [("", 0)]


def _find_middle(text: str) -> int:
    """Give the place of the white space nearest the middle, the middle itself when there is none."""
    half = len(text) // 2
    for distance in range(half):
        for place in (half - distance, half + distance):
            if 0 < place < len(text) and text[place].isspace():
                return place
    return half
