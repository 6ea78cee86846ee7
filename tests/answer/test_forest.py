"""The forest as arrays: asked, written, read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.answer.forest import Forest, load_forest, read_forest, round_chance
from assistant.answer.judging import COLUMNS


def make_forest() -> Forest:
    """Give two trees: one splits the second column at .5 and its high side at .75, the other is a leaf."""
    return Forest(
        columns=("one", "two"),
        column=np.array([1, 0, 1, 0, 0, 0], dtype=np.uint8),
        threshold=np.array([0.5, 0, 0.75, 0, 0, 0], dtype=np.float16),
        right=np.array([2, 0, 2, 0, 0, 0], dtype=np.uint16),
        chance=np.array([0, 0, 0, 102, 255, 51], dtype=np.uint8),
        roots=np.array([0, 5], dtype=np.int64),
        blend=(0.5, 0.25, -1.0),
    )


@pytest.mark.parametrize(
    ("value", "chance"), [(0.2, 0.0), (0.5, 0.0), (0.6, 0.4), (0.75, 0.4), (0.8, 1.0), (9.0, 1.0)]
)
def test_a_row_falls_through_every_tree_and_the_mean_of_its_leaves_is_given(
    value: float, chance: float
) -> None:
    row = np.array([5.0, value], dtype=np.float32)
    assert make_forest().predict(row) == pytest.approx((chance + 0.2) / 2)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    make_forest().save(tmp_path / "forest.npz")
    read = load_forest(tmp_path / "forest.npz")
    assert (read.columns, read.blend) == (("one", "two"), (0.5, 0.25, -1.0))
    row = np.array([0.0, 0.7], dtype=np.float32)
    assert read.predict(row) == make_forest().predict(row)


def test_a_missing_or_broken_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"weg\.npz"):
        load_forest(tmp_path / "weg.npz")
    (tmp_path / "kapot.npz").write_bytes(b"geen archief")
    with pytest.raises(ValueError, match="pickle"):
        load_forest(tmp_path / "kapot.npz")


def test_the_forest_of_the_program_is_of_the_columns_that_are_read() -> None:
    forest = read_forest()
    assert forest.columns == COLUMNS, "run python -m benchmarks.fit_forest after a change of what is measured"
    assert forest.column.max() < len(COLUMNS)
    leaves = forest.right == 0
    assert np.all(np.flatnonzero(~leaves) + forest.right[~leaves] < len(forest.right))


def test_a_chance_is_kept_in_255_parts() -> None:
    assert [round_chance(chance) for chance in (0.0, 0.2, 1.0)] == [0, 51, 255]
