"""Vector stores: the protocol, the table, and opening the one that a generation names."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from pkgutil import resolve_name
from typing import Protocol, cast

import numpy as np
from numpy.typing import NDArray

from assistant.errors import UsageError

Ids = NDArray[np.int64]
Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]


class VectorStore(Protocol):
    """Vectors under ids that stay with them, whatever is added or removed beside them.

    Vectors are rows `(n, dimension) float32` of unit length; a score is the inner product, higher
    is better. Order of results: best first, equal scores by id.
    """

    dimension: int

    def __len__(self) -> int:
        """Give how many vectors there are."""
        ...

    def add(self, ids: Ids, vectors: Floats) -> None:
        """Add vectors under new ids; raises ValueError for an id that is there already."""
        ...

    def remove(self, ids: Ids) -> int:
        """Remove vectors; gives how many there were. Other ids keep their vectors."""
        ...

    def search(self, query: Floats, count: int, allowed: Ids | None = None) -> tuple[Ids, Floats]:
        """Give the ids and scores of the `count` best vectors among the `allowed` ids (all: None).

        `allowed` is in ascending order.
        """
        ...

    def score(self, query: Floats, ids: Ids) -> Floats:
        """Give the exact scores of the vectors with these ids, in their order."""
        ...

    def fetch(self, ids: Ids) -> Floats:
        """Give the vectors of these ids, `(len(ids), dimension) float32`; KeyError for an unknown one."""
        ...

    def save(self, path: Path) -> None:
        """Write everything to one file, the same bytes for the same vectors added in the same order."""
        ...


class StoreFactory(Protocol):
    """What a row of `STORES` points to."""

    def __call__(self, dimension: int) -> VectorStore:
        """Make an empty store."""
        ...

    def load(self, path: Path, dimension: int) -> VectorStore:
        """Read a store that `save` wrote; the file's checksum has been verified before."""
        ...

    def write(self, path: Path, dimension: int, count: int, chunks: Iterable[Floats]) -> None:
        """Write what `save` writes for the vectors 0 to `count`, which come in order.

        Raises ValueError when there are more or fewer of them.
        """
        ...


FLAT, HALF, CODED = "flat", "half", "coded"

STORES: dict[str, str] = {
    FLAT: "assistant.index.flat:FlatStore",
    HALF: "assistant.index.flat:HalfStore",
    CODED: "assistant.index.coded:CodedStore",
}
"""Name of a kind of store -> "module:Class"; the manifest remembers the name."""

_FLAT_LIMIT, _HALF_LIMIT = 20_000, 60_000


def choose_store(count: int) -> str:
    """Give the kind of store that suits this many vectors.

    Exact while that takes about 2 ms: 1.2 ms at 20,000 vectors of 384 numbers, and in half
    precision 2.8 ms at 100,000. By codes that takes 1.1 ms and finds .995 of the ten best and .96
    of the hundred best; at a million 8.7 ms, .996 and .93, where half precision takes 30 ms and 820
    MB. FAISS' own approximate kinds are faster but find less, for a question is short and lies apart
    from the passages: of the ten best at 100,000 HNSW with 8 bits .79 (looking at 128 in the graph;
    at 512 .93, in 0.9 ms), IVF with 64 lists .86 at 300,000 and .80 at a million; and the one takes
    no removal, the other must be trained. The figures are in `benchmarks/vectors.json`.
    """
    if count <= _FLAT_LIMIT:
        return FLAT
    return HALF if count <= _HALF_LIMIT else CODED


def find_store(name: str) -> StoreFactory:
    """Give the kind of store called `name`; raises UsageError when there is none."""
    row = STORES.get(name)
    if row is None:
        raise UsageError(f"Onbekende vectoropslag '{name}'. Bekend: {', '.join(sorted(STORES))}.", "store")
    return cast(StoreFactory, resolve_name(row))


def check_vectors(vectors: Floats, dimension: int, names: list[str]) -> Floats:
    """Give the vectors as contiguous float32 rows.

    Raises ValueError, with the name of the passage, for a row that is not finite or is zero, and
    for rows of another number or dimension.
    """
    rows = np.ascontiguousarray(vectors, dtype=np.float32)
    if rows.shape != (len(names), dimension):
        raise ValueError(f"vectors of shape {rows.shape}, expected {(len(names), dimension)}")
    length = np.linalg.norm(rows, axis=1)  # NaN or infinite as soon as one number in the row is
    for place in np.flatnonzero(~(np.isfinite(length) & (length > 0))):
        kind = "alleen nullen" if length[place] == 0 else "NaN of oneindig"
        raise ValueError(f"{names[place]}: {kind}")
    return rows
