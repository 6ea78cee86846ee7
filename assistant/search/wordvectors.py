"""Vectors of Dutch stems that ship with the package: stems that are used alike lie near each other.

Made from the training texts of the bundled encoder by counting which stems stand near which
(`python -m assistant.search.build_wordvectors`). A static trie (marisa) and a parallel array of
whole numbers, so that loading costs some milliseconds and no memory a stem.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import marisa_trie
import numpy as np
from numpy.typing import NDArray

DATA_DIR = Path(__file__).resolve().parent / "data"
STEM_FILE = "stems.trie"
ROW_FILE = "stems.npy"

_UNSHARED = 2**18
"""Products up to which OpenBLAS does not share a multiplication out among threads, which wait for
each other on a busy machine."""

Floats = NDArray[np.float32]
Small = NDArray[np.int8]
Ints = NDArray[np.int64]


class WordVectors:
    """A row of whole numbers from -127 to 127 for every stem, `(n, dimension) int8`.

    Only the direction of a row counts.
    """

    def __init__(self, stems: marisa_trie.Trie, rows: Small) -> None:
        self._stems = stems
        self._rows = rows
        self._lengths = _measure(rows)

    def __len__(self) -> int:
        return len(self._rows)

    def stems(self) -> Iterator[tuple[str, int]]:
        """Yield every stem with the number of its row."""
        yield from self._stems.iteritems()

    def stem_of(self, number: int) -> str:
        """Give the stem of a row."""
        return str(self._stems.restore_key(number))

    def find(self, stem: str) -> Small | None:
        """Give the row of a stem; None for a stem without one."""
        number = self._stems.get(stem)
        return None if number is None else self._rows[number]

    def add(self, stems: Iterable[str]) -> Small | None:
        """Give the row in the middle between these stems; None when none of them has one."""
        rows = [row / _measure(row[np.newaxis]) for row in map(self.find, stems) if row is not None]
        return _shrink(np.sum(rows, axis=0)[np.newaxis])[0] if rows else None

    def compare(self, rows: Sequence[Small], numbers: Ints) -> Floats:
        """Give the cosine of each of the rows with those of `numbers`, `(len(rows), len(numbers))`."""
        asked = np.array(rows, dtype=np.int8).reshape(len(rows), self._rows.shape[1])
        wanted, products = asked.astype(np.float32), np.empty((len(numbers), len(rows)), dtype=np.float32)
        step = max(1, _UNSHARED // max(1, asked.size))
        for first in range(0, len(numbers), step):
            others = self._rows.take(numbers[first : first + step], axis=0).astype(np.float32)
            np.matmul(others, wanted.T, out=products[first : first + step])  # the sums are exact
        cosines: Floats = products.T / (self._lengths[numbers] * _measure(asked)[:, np.newaxis])
        return cosines


@cache
def load_word_vectors(folder: Path = DATA_DIR) -> WordVectors:
    """Open the vectors that ship with the package, once."""
    trie = marisa_trie.Trie()
    trie.mmap(str(folder / STEM_FILE))
    rows = np.load(folder / ROW_FILE, mmap_mode="r", allow_pickle=False)
    return WordVectors(trie, np.asarray(rows))


def write_word_vectors(folder: Path, stems: list[str], vectors: Floats) -> None:
    """Write the vectors of these stems, `(n, dimension)`, in whole numbers."""
    folder.mkdir(parents=True, exist_ok=True)
    trie = marisa_trie.Trie(sorted(stems))
    rows = np.zeros(vectors.shape, dtype=np.int8)
    rows[[trie[stem] for stem in stems]] = _shrink(vectors)
    trie.save(str(folder / STEM_FILE))
    np.save(folder / ROW_FILE, rows, allow_pickle=False)


def _shrink(vectors: Floats) -> Small:
    """Give rows of whole numbers, the largest of each row 127 or -127."""
    largest = np.maximum(np.abs(vectors).max(axis=1, keepdims=True), 1e-9)
    rows: Small = np.rint(vectors / largest * 127).astype(np.int8)
    return rows


def _measure(rows: Small) -> Floats:
    """Give the length of every row, one where it has none; exact sums, as the numbers are small."""
    squares = np.einsum("ij,ij->i", rows, rows, dtype=np.int32)
    lengths: Floats = np.maximum(np.sqrt(squares, dtype=np.float32), np.float32(1.0))
    return lengths
