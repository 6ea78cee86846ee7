"""Arrays put away on disk while an index is made, to be taken back whole or in part."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray


class Shelf:
    """Keeps rows of arrays in a file without a name in `folder`; raises OSError when the disk refuses."""

    def __init__(self, folder: Path | None = None) -> None:
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115
        self._end = 0
        self._rows: list[tuple[tuple[np.dtype[Any], int, int], ...]] = []

    def __enter__(self) -> Shelf:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._rows)

    def put(self, arrays: Sequence[NDArray[Any]]) -> None:
        """Put a row of arrays of one dimension away."""
        places = []
        for array in arrays:
            self._file.write(np.ascontiguousarray(array).data)
            places.append((array.dtype, self._end, len(array)))
            self._end += array.nbytes
        self._rows.append(tuple(places))

    def take(self, row: int, column: int, start: int = 0, stop: int | None = None) -> NDArray[Any]:
        """Give the array of a row and column, or a slice of it."""
        kind, begin, count = self._rows[row][column]
        stop = count if stop is None else stop
        self._file.flush()
        size = (stop - start) * kind.itemsize
        raw = os.pread(self._file.fileno(), size, begin + start * kind.itemsize)
        if len(raw) != size:
            raise OSError("a temporary file is shorter than what was written to it")
        return np.frombuffer(raw, dtype=kind)


def create_array(path: Path, kind: type[np.generic], count: int) -> IO[bytes]:
    """Give a file in which an array of this kind and length can be written piece by piece."""
    stream = path.open("wb")
    header = {"descr": np.dtype(kind).str, "fortran_order": False, "shape": (count,)}
    np.lib.format.write_array_header_1_0(stream, header)
    return stream
