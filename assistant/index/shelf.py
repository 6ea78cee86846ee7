"""Arrays put away on disk while an index is made, to be taken back in the same order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray


class Shelf:
    """Keeps rows of arrays in a file without a name in `folder`; raises OSError when the disk refuses."""

    def __init__(self, folder: Path | None = None) -> None:
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115
        self._rows: list[tuple[tuple[np.dtype[Any], int], ...]] = []

    def __enter__(self) -> Shelf:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def put(self, arrays: Sequence[NDArray[Any]]) -> None:
        """Put a row of arrays of one dimension away."""
        self._rows.append(tuple((array.dtype, len(array)) for array in arrays))
        for array in arrays:
            self._file.write(np.ascontiguousarray(array).data)

    def take(self) -> Iterator[tuple[NDArray[Any], ...]]:
        """Yield every row, first one first; one is in memory at a time."""
        self._file.seek(0)
        for row in self._rows:
            yield tuple(
                np.frombuffer(self._file.read(kind.itemsize * count), dtype=kind) for kind, count in row
            )
