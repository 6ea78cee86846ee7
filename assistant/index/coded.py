"""The store for many vectors: all are compared by short codes, the nearest then by half floats on disk.

A loaded store maps its codes and reads only the vectors that are compared exactly, so a million
vectors of 384 numbers take 144 MB of memory and 770 MB of disk.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from assistant.index.codes import Codes, Halves, find_nearest, make_codes, measure_code, widen
from assistant.index.rows import Rows
from assistant.index.vectors import Floats, Ids

_HEADER = struct.Struct("<8sqq40x")  # what it is, how many vectors, their dimension
_MAGIC = b"LWcodes1"
_CHUNK = 8_192  # vectors that are moved together
_PARTS = 8
"""Parts, each of one addition, above which the later ones are joined."""
_LEAST = 800
_TIMES = 8
"""Vectors that are compared exactly: `_TIMES` for each that is wanted, `_LEAST` in any case.

Of one million passages the 800 with the nearest codes held .993 of the ten best vectors and .90 of
the hundred best (by sign bits alone: .90 and .65).
"""
_MOST = 4
_LATE = 10
"""Codes say less of vectors without any neighbours. While one in `_LATE` of the best came from the
last `depth / 2` that were compared, as many more are, until `_MOST` times the depth."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Vectors by id, in ascending order: vector i is `vectors[rows[i]]`, or `vectors[i]` without rows."""

    ids: Ids
    codes: Codes
    vectors: Rows | Halves
    rows: Ids | None = None

    def __len__(self) -> int:
        return len(self.ids)

    def read(self, places: Ids) -> Halves:
        """Give the vectors at these places."""
        found: Halves = self.vectors[places if self.rows is None else self.rows[places]]
        return found

    def keep(self, places: Ids) -> _Part:
        """Give the part with these places only; the vectors themselves stay where they are."""
        rows = places if self.rows is None else self.rows[places]
        return _Part(self.ids[places], self.codes[places], self.vectors, rows)

    def find(self, ids: Ids) -> tuple[Ids, NDArray[np.bool_]]:
        """Give where these ids stand, and which of them are here at all."""
        first, count = int(self.ids[0]), len(self.ids)
        if int(self.ids[-1]) - first + 1 == count:
            return ids - first, (ids >= first) & (ids < first + count)
        places = np.searchsorted(self.ids, ids)
        held = places < count
        held[held] = self.ids[places[held]] == ids[held]
        return places, held

    def nearest(self, code: Codes, depth: int, allowed: Ids | None) -> tuple[Ids, Ids]:
        """Give the ids with the `depth` nearest codes and their distances."""
        among = None
        if allowed is not None:
            places, held = self.find(allowed)
            among = places[held]
        chosen, distances = find_nearest(code, self.codes, depth, among)
        return self.ids[chosen], distances


class CodedStore:
    """Codes in memory or mapped, vectors in half precision; what leaves it goes in unchanged."""

    def __init__(self, dimension: int) -> None:
        self.dimension = dimension
        self._parts: list[_Part] = []

    @classmethod
    def load(cls, path: Path, dimension: int) -> CodedStore:
        """Map the file; raises ValueError when it holds something else or not everything."""
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(_HEADER.size)
        if len(head) != _HEADER.size or not head.startswith(_MAGIC):
            raise ValueError(f"{path.name}: not a file of coded vectors")
        _, count, held = _HEADER.unpack(head)
        if held != dimension or count < 0:
            raise ValueError(f"{path.name}: vectors of dimension {held}, expected {dimension}")
        begins = _place(count, dimension)
        if size != begins[-1]:
            raise ValueError(f"{path.name}: {size} bytes, expected {begins[-1]}")
        store = cls(dimension)
        if count:
            ids = _map(path, np.int64, begins[0], (count,))
            codes = _map(path, np.uint8, begins[1], (count, measure_code(dimension)))
            if not (ids[1:] > ids[:-1]).all():
                raise ValueError(f"{path.name}: ids out of order")
            store._parts.append(_Part(ids, codes, Rows(path, begins[2], (count, dimension), np.float16)))
        return store

    @classmethod
    def write(cls, path: Path, dimension: int, count: int, chunks: Iterable[Floats]) -> None:
        """Write the file of the vectors 0 to `count`, which come in order; never holds all of them."""
        _write(path, dimension, np.arange(count, dtype=np.int64), (_halve(chunk) for chunk in chunks))

    def __len__(self) -> int:
        return sum(len(part) for part in self._parts)

    def add(self, ids: Ids, vectors: Floats) -> None:
        """Add vectors under new ids; those that are there are not touched."""
        order = np.argsort(ids, kind="stable")
        fresh = np.asarray(ids, dtype=np.int64)[order]
        double = [fresh[1:][fresh[1:] == fresh[:-1]], *(fresh[part.find(fresh)[1]] for part in self._parts)]
        if any(len(some) for some in double):
            raise ValueError(f"ids that are there already: {np.concatenate(double)[:5].tolist()}")
        if len(fresh):
            halves = _halve(vectors)[order]
            self._parts.append(_Part(fresh, make_codes(halves), halves))
        if len(self._parts) > _PARTS:
            self._parts[1:] = [_join(self._parts[1:])]

    def remove(self, ids: Ids) -> int:
        """Remove vectors; gives how many there were."""
        before = len(self)
        left = []
        for part in self._parts:
            places, held = part.find(np.asarray(ids, dtype=np.int64))
            rest = np.ones(len(part), dtype=np.bool_)
            rest[places[held]] = False
            left.append(part if rest.all() else part.keep(np.flatnonzero(rest)))
        self._parts = [part for part in left if len(part)]
        return before - len(self)

    def search(self, query: Floats, count: int, allowed: Ids | None = None) -> tuple[Ids, Floats]:
        """Give the ids and scores of the best vectors; the filter works inside the search.

        Exact when no more than `_LEAST` are allowed.
        """
        if count <= 0 or not self._parts:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
        depth = max(_LEAST, _TIMES * count)
        wanted = np.asarray(query, dtype=np.float32).reshape(-1)
        code = make_codes(_halve(wanted[np.newaxis]))
        near = [part.nearest(code, _MOST * depth, allowed) for part in self._parts]
        ids, distances = near[0]
        if len(near) > 1:
            ids, distances = (np.concatenate(pieces) for pieces in zip(*near, strict=True))
            ids = ids[np.lexsort((ids, distances))[: _MOST * depth]]
        scores = self.score(wanted, ids[:depth])
        while len(scores) < len(ids):
            best = np.argsort(-scores, kind="stable")[:count]
            late = int((best >= len(scores) - depth // 2).sum())
            if late * _LATE < count:
                break
            more = ids[len(scores) : len(scores) + depth // 2]
            scores = np.concatenate((scores, self.score(wanted, more)))
        order = np.lexsort((ids[: len(scores)], -scores))[:count]
        return ids[order], scores[order]

    def score(self, query: Floats, ids: Ids) -> Floats:
        """Give the exact scores, each worked out by itself so that its neighbours change no bit."""
        return np.asarray(np.einsum("ij,j->i", self.fetch(ids), query), dtype=np.float32)

    def fetch(self, ids: Ids) -> Floats:
        """Give the vectors of these ids."""
        return widen(self._read(ids))

    def save(self, path: Path) -> None:
        """Write the file, vectors by id."""
        ids = np.sort(np.concatenate([np.zeros(0, dtype=np.int64), *(part.ids for part in self._parts)]))
        chunks = (self._read(ids[first : first + _CHUNK]) for first in range(0, len(ids), _CHUNK))
        _write(path, self.dimension, ids, chunks)

    def _read(self, ids: Ids) -> Halves:
        found = np.empty((len(ids), self.dimension), dtype=np.float16)
        missing = np.ones(len(ids), dtype=np.bool_)
        for part in self._parts:
            places, held = part.find(ids)
            found[held] = part.read(places[held])
            missing &= ~held
        if missing.any():
            raise KeyError(f"unknown id among {ids[missing][:5].tolist()}")
        return found


def _halve(vectors: Floats) -> Halves:
    return np.ascontiguousarray(vectors, dtype=np.float32).astype(np.float16)


def _join(parts: list[_Part]) -> _Part:
    ids = np.concatenate([part.ids for part in parts])
    order = np.argsort(ids, kind="stable")
    codes = np.concatenate([part.codes for part in parts])[order]
    vectors = np.concatenate([part.read(np.arange(len(part), dtype=np.int64)) for part in parts])[order]
    return _Part(ids[order], codes, vectors)


def _place(count: int, dimension: int) -> tuple[int, int, int, int]:
    """Give where ids, codes and vectors begin and where the file ends; each begins on 64 bytes."""
    codes = -(-(_HEADER.size + 8 * count) // 64) * 64
    vectors = -(-(codes + measure_code(dimension) * count) // 64) * 64
    return _HEADER.size, codes, vectors, vectors + 2 * dimension * count


def _map(path: Path, kind: type[np.generic], offset: int, shape: tuple[int, ...]) -> NDArray[Any]:
    return np.asarray(np.memmap(path, dtype=kind, mode="r", offset=offset, shape=shape))


def _write(path: Path, dimension: int, ids: Ids, chunks: Iterable[Halves]) -> None:
    begins = _place(len(ids), dimension)
    with path.open("wb") as stream:
        stream.write(_HEADER.pack(_MAGIC, len(ids), dimension))
        stream.write(ids.tobytes())
        stream.truncate(begins[-1])
        written = 0
        for chunk in _check(chunks, len(ids)):
            _put(stream, begins[1] + written * measure_code(dimension), make_codes(chunk))
            _put(stream, begins[2] + written * 2 * dimension, chunk)
            written += len(chunk)


def _check(chunks: Iterable[Halves], count: int) -> Iterator[Halves]:
    """Pass the chunks on; raises ValueError unless they are `count` vectors together."""
    seen = 0
    for chunk in chunks:
        seen += len(chunk)
        if seen <= count:
            yield chunk
    if seen != count:
        raise ValueError(f"{seen} vectors, expected {count}")


def _put(stream: BinaryIO, place: int, rows: NDArray[np.generic]) -> None:
    stream.seek(place)
    stream.write(rows.tobytes())
