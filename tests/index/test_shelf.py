"""Arrays that are put away come back as they were, whole or in part, as often as they are asked for."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from assistant.index.shelf import Shelf


def test_rows_come_back_as_they_were_and_no_file_is_left(tmp_path: Path) -> None:
    rows = [
        (np.arange(size, dtype=np.int32), np.arange(size, dtype=np.float32) / 3, np.array([size], np.int64))
        for size in (5, 0, 3)
    ]
    with Shelf(tmp_path) as shelf:
        for row in rows:
            shelf.put(row)
        for _ in range(2):
            for place, row in enumerate(rows):
                found = [shelf.take(place, column) for column in range(len(row))]
                assert [array.dtype for array in found] == [array.dtype for array in row]
                assert all(np.array_equal(one, other) for one, other in zip(found, row, strict=True))
        assert shelf.take(0, 1, 1, 3).tolist() == rows[0][1][1:3].tolist()
    assert list(tmp_path.iterdir()) == []
