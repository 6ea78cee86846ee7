"""Rows on disk: the same whether they are mapped or read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.index.rows import Rows, open_rows

TABLE = np.arange(60, dtype=np.int16).reshape(12, 5)


@pytest.fixture(params=["mapped", "read"])
def rows(request: pytest.FixtureRequest, tmp_path: Path) -> Rows:
    (tmp_path / "tabel").write_bytes(b"begin!" + TABLE.tobytes())
    return Rows(
        tmp_path / "tabel", 6, TABLE.shape, np.int16, mapped=1_000 if request.param == "mapped" else 0
    )


@pytest.mark.parametrize("places", [[0], [11, 0], [3, 4, 5, 9, 8, 4], [], list(range(12))])
def test_rows_come_in_the_order_asked_for(rows: Rows, places: list[int]) -> None:
    found = rows[np.array(places, dtype=np.int64)]
    assert found.shape == (len(places), 5)
    assert found.tolist() == TABLE[places].tolist()


def test_they_outlive_the_name_of_their_file(rows: Rows, tmp_path: Path) -> None:
    (tmp_path / "tabel").unlink()
    assert rows[np.array([7], dtype=np.int64)].tolist() == TABLE[[7]].tolist()
    assert len(rows) == 12


def test_a_file_that_is_too_short_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kort").write_bytes(TABLE.tobytes()[:-1])
    with pytest.raises(ValueError, match="kort"):
        Rows(tmp_path / "kort", 0, TABLE.shape, np.int16)


def test_no_rows_are_no_rows(tmp_path: Path) -> None:
    (tmp_path / "leeg").write_bytes(b"")
    assert Rows(tmp_path / "leeg", 0, (0, 5), np.int16)[np.zeros(0, dtype=np.int64)].shape == (0, 5)


def test_a_table_of_numpy_is_opened(tmp_path: Path) -> None:
    np.save(tmp_path / "tabel.npy", TABLE)
    assert open_rows(tmp_path / "tabel.npy")[np.array([2], dtype=np.int64)].tolist() == TABLE[[2]].tolist()
    for other in (TABLE.T, TABLE[0]):
        np.save(tmp_path / "anders.npy", other)
        with pytest.raises(ValueError, match="anders"):
            open_rows(tmp_path / "anders.npy")
    (tmp_path / "tekst.npy").write_text("geen tabel")
    with pytest.raises(ValueError, match="magic"):
        open_rows(tmp_path / "tekst.npy")
