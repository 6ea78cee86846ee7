"""The stores that look at every vector: FAISS' flat inner product with an id map."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import faiss
import numpy as np

from assistant.index.vectors import Floats, Ids

# One query at a time has nothing to share out: with two threads a search in 2,000 vectors took
# 8 ms instead of 0.07 ms, for the threads wait for each other whenever the machine is busy.
faiss.omp_set_num_threads(1)


class FlatStore:
    """All vectors as they are, 4 bytes a number, every search exact."""

    def __init__(self, dimension: int) -> None:
        self.dimension = dimension
        self._index: Any = faiss.IndexIDMap2(self._make(dimension))

    @staticmethod
    def _make(dimension: int) -> Any:
        return faiss.IndexFlatIP(dimension)

    @classmethod
    def load(cls, path: Path, dimension: int) -> FlatStore:
        """Read the file; raises ValueError when it holds something else."""
        store = cls(dimension)
        try:
            store._index = faiss.read_index(str(path))
        except RuntimeError as exc:
            raise ValueError(f"{path.name}: not a FAISS file") from exc
        if not isinstance(store._index, faiss.IndexIDMap2) or store._index.d != dimension:
            raise ValueError(f"{path.name}: not an index of dimension {dimension} with ids")
        return store

    @classmethod
    def write(cls, path: Path, dimension: int, count: int, chunks: Iterable[Floats]) -> None:
        """Write the file of the vectors 0 to `count`, which come in order."""
        store = cls(dimension)
        for chunk in chunks:
            store.add(np.arange(len(store), len(store) + len(chunk), dtype=np.int64), chunk)
        if len(store) != count:
            raise ValueError(f"{len(store)} vectors, expected {count}")
        store.save(path)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def add(self, ids: Ids, vectors: Floats) -> None:
        """Add vectors under new ids."""
        held = set(self._ids().tolist())
        double = [number for number in ids.tolist() if number in held]
        if double or len(set(ids.tolist())) != len(ids):
            raise ValueError(f"ids that are there already: {double[:5]}")
        self._index.add_with_ids(np.ascontiguousarray(vectors, dtype=np.float32), ids.astype(np.int64))

    def remove(self, ids: Ids) -> int:
        """Remove vectors; gives how many there were."""
        return int(self._index.remove_ids(np.asarray(ids, dtype=np.int64)))

    def search(self, query: Floats, count: int, allowed: Ids | None = None) -> tuple[Ids, Floats]:
        """Give the ids and scores of the best vectors; the filter works inside the search."""
        wanted = min(count, len(self) if allowed is None else len(allowed))
        if wanted <= 0:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
        parameters = None
        if allowed is not None:
            parameters = faiss.SearchParameters(sel=faiss.IDSelectorBatch(allowed.astype(np.int64)))  # type: ignore[call-arg]
        scores, ids = self._index.search(np.atleast_2d(query), wanted, params=parameters)
        found = ids[0] >= 0
        ids, scores = ids[0][found], scores[0][found]
        order = np.lexsort((ids, -scores))
        return ids[order], scores[order]

    def score(self, query: Floats, ids: Ids) -> Floats:
        """Give the exact scores, each worked out by itself so that its neighbours change no bit."""
        return np.asarray((self.fetch(ids) * query).sum(axis=1), dtype=np.float32)

    def fetch(self, ids: Ids) -> Floats:
        """Give the vectors of these ids."""
        if not len(ids):
            return np.zeros((0, self.dimension), dtype=np.float32)
        try:
            return np.asarray(self._index.reconstruct_batch(ids.astype(np.int64)), dtype=np.float32)
        except RuntimeError as exc:
            raise KeyError(f"unknown id among {ids[:5].tolist()}") from exc

    def save(self, path: Path) -> None:
        """Write the FAISS file; raises OSError when the disk refuses."""
        # Through a Python file: given a path, FAISS reports no error when the last part is refused.
        try:
            with path.open("wb") as stream:
                writer = faiss.PyCallbackIOWriter(stream.write)  # type: ignore[attr-defined]
                faiss.write_index(self._index, writer)
        except RuntimeError as exc:
            raise OSError(f"{path.name}: {exc}") from exc

    def _ids(self) -> Ids:
        return np.asarray(faiss.vector_to_array(self._index.id_map), dtype=np.int64)


class HalfStore(FlatStore):
    """The same in 2 bytes a number: half the memory, more than twice as fast at 100,000 vectors.

    A number keeps 11 bits of precision, an inner product about four decimals. Vectors that come
    out of this store go into it again without any change.
    """

    @staticmethod
    def _make(dimension: int) -> Any:
        made = faiss.IndexScalarQuantizer(
            dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
        )
        made.is_trained = True  # half floats have nothing to learn from the data
        return made
