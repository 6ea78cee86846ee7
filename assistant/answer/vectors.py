"""Vectors of words and sentences, remembered: the same ones come back with every question."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from itertools import compress, repeat

import numpy as np
from numpy.typing import NDArray

from assistant.index.codes import widen

KEPT = 60_000
"""Vectors kept; at 512 dimensions in half precision that is 60 MB."""
_LET_GO = 16
"""When room is needed, one in so many is let go of at once: to find the oldest takes as long for one as for many."""


class VectorMemory:
    """Encodes texts, `(n, dim) float32`, and keeps the vectors used last. Safe from several threads."""

    def __init__(self, encode: Callable[[Sequence[str]], NDArray[np.float32]], kept: int = KEPT) -> None:
        self._encode = encode
        self._kept = kept
        self._slots: dict[str, int] = {}
        self._texts: list[str] = []
        self._rows: NDArray[np.float16] | None = None
        self._used = np.zeros(kept, dtype=np.int64)
        """The round in which each vector was last asked for."""
        self._round = 0
        self._spare: list[int] = []
        self._lock = threading.Lock()

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give the vectors of `texts` in order."""
        with self._lock:
            slots = np.fromiter(map(self._slots.get, texts, repeat(-1)), dtype=np.intp, count=len(texts))
            lacking = slots < 0
            whole = not lacking.any()
            self._round += 1
            self._used[slots if whole else slots[~lacking]] = self._round
            found = None if self._rows is None else self._rows.take(slots, axis=0, mode="clip")
        if whole and found is not None:
            return widen(found)
        missing = sorted(set(compress(texts, lacking.tolist())))
        # Half precision also for fresh ones: an answer does not depend on what was asked before.
        fresh = self._encode(missing).astype(np.float16)
        self._keep(missing, fresh)
        if found is None:
            found = np.empty((len(texts), fresh.shape[1]), dtype=np.float16)
        places = {text: place for place, text in enumerate(missing)}
        new = np.flatnonzero(lacking)
        found[new] = fresh[[places[texts[row]] for row in new.tolist()]]
        return widen(found)

    def _keep(self, texts: Sequence[str], vectors: NDArray[np.float16]) -> None:
        """Put vectors in free places, then in those of texts that were not asked for the longest time."""
        with self._lock:
            if self._rows is None:
                self._rows = np.empty((self._kept, vectors.shape[1]), dtype=np.float16)
            slots = [self._find_slot(text) for text in texts]
            self._rows[slots] = vectors  # where more come than are kept, the last one of a place stays

    def _find_slot(self, text: str) -> int:
        """Give the place for the vector of a text, and note that it stands there."""
        slot = self._slots.get(text, -1)
        if slot < 0 and len(self._texts) < self._kept:
            slot = len(self._texts)
            self._texts.append(text)
        elif slot < 0:
            if not self._spare:
                count = max(1, self._kept // _LET_GO)
                self._spare = np.argpartition(self._used, count - 1)[:count].tolist()
            slot = self._spare.pop()
            del self._slots[self._texts[slot]]
            self._texts[slot] = text
        self._slots[text] = slot
        self._used[slot] = self._round
        return slot
