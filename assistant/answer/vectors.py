"""Vectors of words and sentences, remembered: the same ones come back with every question."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

KEPT = 40_000
"""Vectors kept; at 512 dimensions in half precision that is 40 MB."""


class VectorMemory:
    """Encodes texts, `(n, dim) float32`, and keeps the vectors used last. Safe from several threads."""

    def __init__(self, encode: Callable[[Sequence[str]], NDArray[np.float32]], kept: int = KEPT) -> None:
        self._encode = encode
        self._kept = kept
        self._known: OrderedDict[str, NDArray[np.float16]] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give the vectors of `texts` in order."""
        with self._lock:
            found = {text: self._known[text] for text in texts if text in self._known}
            for text in found:
                self._known.move_to_end(text)
        missing = sorted({text for text in texts if text not in found})
        if missing:
            # Half precision also for fresh ones: an answer does not depend on what was asked before.
            fresh = self._encode(missing).astype(np.float16)
            found.update(zip(missing, fresh, strict=True))
            with self._lock:
                self._known.update(zip(missing, fresh, strict=True))
                while len(self._known) > self._kept:
                    self._known.popitem(last=False)
        return np.array([found[text] for text in texts], dtype=np.float32)
