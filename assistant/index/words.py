"""The words of all passages, kept on disk as numbers until the fields are made from them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

import numpy as np
from numpy.typing import NDArray

from assistant.dutch import list_words

Ints = NDArray[np.int64]
Numbers = NDArray[np.int32]

CHUNK_PASSAGES = 4_096  # about 50 MB of working memory for the n-gram field
_PENDING = 1 << 20  # words that wait in memory before they are put away


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How often words occur in some passages: `words[i]` stands `counts[i]` times in `passages[i]`.

    Sorted by passage, then word; passages are numbered from `first`.
    """

    first: int
    size: int
    passages: Numbers
    words: Numbers
    counts: Numbers


@dataclass(frozen=True, slots=True)
class TextWords:
    """The words of some texts: all `numbers` behind each other, text t has `sizes[t]`; n is of `words[n]`."""

    words: tuple[str, ...]
    numbers: Numbers
    sizes: Numbers


def number_words(texts: Iterable[Sequence[str]]) -> TextWords:
    """Give the words of some texts with numbers of their own."""
    known: dict[str, int] = {}
    numbers, sizes = array("i"), array("i")
    for words in texts:
        numbers.extend([known.setdefault(word, len(known)) for word in words])
        sizes.append(len(words))
    return TextWords(tuple(known), np.array(numbers, dtype=np.int32), np.array(sizes, dtype=np.int32))


class WordSpool:
    """Takes the words of passages, in the order in which passages and words come.

    Every different word gets a number; of a passage a number of four bytes a word is kept, in a
    file without a name in `folder` (None: where temporary files lie). `read` gives the words.
    """

    def __init__(self, folder: Path | None = None, read: Callable[[str], Sequence[str]] = list_words) -> None:
        self._read = read
        self._numbers: dict[str, int] = {}
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115
        self._pending = array("i")
        self._sizes = array("i")
        self._last: tuple[str, array[int]] = ("", array("i"))

    def __enter__(self) -> WordSpool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._sizes)

    @property
    def words(self) -> tuple[str, ...]:
        """Give the different words in the order of their numbers."""
        return tuple(self._numbers)

    def add(self, text: str) -> None:
        """Take the words of the next passage."""
        # The headings above a passage are mostly those above the one before.
        if text != self._last[0]:
            numbers = self._numbers
            words = self._read(text)
            self._last = (text, array("i", [numbers.setdefault(word, len(numbers)) for word in words]))
        self._pending.extend(self._last[1])
        self._sizes.append(len(self._last[1]))
        if len(self._pending) >= _PENDING:
            self._put_away()

    def extend(self, texts: TextWords) -> None:
        """Take the words of the next passages."""
        numbers = self._numbers
        own = [numbers.setdefault(word, len(numbers)) for word in texts.words]
        self._pending.frombytes(np.array(own, dtype=np.int32)[texts.numbers].tobytes())
        self._sizes.frombytes(texts.sizes.tobytes())
        if len(self._pending) >= _PENDING:
            self._put_away()

    def chunks(self, order: Ints) -> Iterator[tuple[int, Numbers, Numbers]]:
        """Give the words of a bounded number of passages at a time.

        That is the number of the first passage, the length of each, and the words of all in one
        run. Passage i of the whole is the one that came as number `order[i]`.
        """
        self._put_away()
        total = int(np.sum(self._sizes, dtype=np.int64)) if self._sizes else 0
        tokens: Numbers = np.zeros(0, dtype=np.int32)
        if total:
            tokens = np.asarray(np.memmap(self._file, dtype=np.int32, mode="r", shape=(total,)))
        sizes = np.array(self._sizes, dtype=np.int32)
        ends = np.cumsum(sizes, dtype=np.int64)
        for first in range(0, len(order), CHUNK_PASSAGES):
            some = order[first : first + CHUNK_PASSAGES]
            lengths = sizes[some]
            yield first, lengths, tokens[spread(ends[some] - lengths, lengths)]

    def counts(self, order: Ints) -> Iterator[WordCounts]:
        """Give how often each word occurs in each passage, a bounded number of passages at a time."""
        for first, lengths, words in self.chunks(order):
            passages = np.repeat(np.arange(len(lengths), dtype=np.int64), lengths)
            pairs = np.sort(passages << 32 | words)
            places = find_firsts(pairs)
            yield WordCounts(
                first=first,
                size=len(lengths),
                passages=(pairs[places] >> 32).astype(np.int32),
                words=(pairs[places] & 0xFFFFFFFF).astype(np.int32),
                counts=np.diff(places, append=len(pairs)).astype(np.int32),
            )

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _put_away(self) -> None:
        self._file.write(self._pending.tobytes())
        self._file.flush()
        del self._pending[:]


def spread(starts: Ints, lengths: NDArray[np.integer]) -> Ints:
    """Give the places of all runs behind each other: run i begins at `starts[i]`."""
    ends = np.cumsum(lengths, dtype=np.int64)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - (ends - lengths), lengths) + np.arange(total, dtype=np.int64)


def find_firsts(ordered: NDArray[np.integer]) -> Ints:
    """Give where each different value begins in a sorted array."""
    if not len(ordered):
        return np.zeros(0, dtype=np.int64)
    return np.concatenate(([0], np.flatnonzero(ordered[1:] != ordered[:-1]) + 1))
