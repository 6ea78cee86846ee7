"""Vectors of words and sentences, remembered: the same ones come back with every question."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.index.codes import widen

KEPT = 40_000
"""Vectors kept; at 512 dimensions in half precision that is 40 MB."""


class VectorMemory:
    """Encodes texts, `(n, dim) float32`, and keeps the vectors used last. Safe from several threads."""

    def __init__(self, encode: Callable[[Sequence[str]], NDArray[np.float32]], kept: int = KEPT) -> None:
        self._encode = encode
        self._kept = kept
        self._slots: OrderedDict[str, int] = OrderedDict()
        self._rows: NDArray[np.float16] | None = None
        self._lock = threading.Lock()

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give the vectors of `texts` in order."""
        with self._lock:
            slots = [self._slots.get(text, -1) for text in texts]
            for text, slot in zip(texts, slots, strict=True):
                if slot >= 0:
                    self._slots.move_to_end(text)
            found = None if self._rows is None else self._rows.take(slots, axis=0, mode="clip")
        missing = sorted({text for text, slot in zip(texts, slots, strict=True) if slot < 0})
        if not missing and found is not None:
            return widen(found)
        # Half precision also for fresh ones: an answer does not depend on what was asked before.
        fresh = self._encode(missing).astype(np.float16)
        self._keep(missing, fresh)
        if found is None:
            found = np.empty((len(texts), fresh.shape[1]), dtype=np.float16)
        places = {text: place for place, text in enumerate(missing)}
        new = [row for row, slot in enumerate(slots) if slot < 0]
        found[new] = fresh[[places[texts[row]] for row in new]]
        return widen(found)

    def _keep(self, texts: Sequence[str], vectors: NDArray[np.float16]) -> None:
        """Put vectors in free places, then in those of the texts that were not asked for the longest time."""
        with self._lock:
            if self._rows is None:
                self._rows = np.empty((self._kept, vectors.shape[1]), dtype=np.float16)
            slots = []
            for text in texts:
                slot = self._slots.pop(text, -1)
                if slot < 0:
                    full = len(self._slots) >= self._kept
                    slot = self._slots.popitem(last=False)[1] if full else len(self._slots)
                self._slots[text] = slot
                slots.append(slot)
            self._rows[slots] = vectors  # where more come than are kept, the last one of a place stays
