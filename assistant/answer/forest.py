"""A forest of decision trees as arrays: what `benchmarks.fit_forest` fits and `judging.py` asks.

Extremely randomised trees (Geurts, Ernst and Wehenkel 2006). The nodes of all trees stand in one row, each tree in
preorder: behind a node that splits comes the one for values up to its threshold; `right` tells how much further the
one for higher values is, 0 in a leaf.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FOREST_FILE = Path(__file__).parent / "data" / "answer_forest.npz"
_SHARES = 255
"""The chance of a leaf is kept as a whole number of so many parts."""


@dataclass(frozen=True, slots=True)
class Forest:
    """The trees: per node the column that it splits (uint8), its threshold (float16), `right` (uint16) and the chance
    of a leaf (uint8); per tree the place of its root (int64). `columns` names the columns of a row; `blend` holds the
    weight of the linear chance, that of the trees' and the bias, all in log odds."""

    columns: tuple[str, ...]
    column: NDArray[np.uint8]
    threshold: NDArray[np.float16]
    right: NDArray[np.uint16]
    chance: NDArray[np.uint8]
    roots: NDArray[np.int64]
    blend: tuple[float, float, float]

    def predict(self, row: NDArray[np.float32]) -> float:
        """Give the mean chance of the trees for a row of shape (columns,)."""
        place = self.roots
        while True:
            step = self.right[place].astype(np.int64)
            if not step.any():
                return float(self.chance[place].mean()) / _SHARES
            higher = row[self.column[place]] > self.threshold[place]
            place = place + np.where(step == 0, 0, np.where(higher, step, 1))

    def save(self, path: Path) -> None:
        """Write the forest as a compressed archive of arrays."""
        np.savez_compressed(
            path,
            columns=np.array(self.columns),
            column=self.column,
            threshold=self.threshold,
            right=self.right,
            chance=self.chance,
            roots=self.roots,
            blend=np.array(self.blend),
        )


def round_chance(chance: float) -> int:
    """Give a chance in [0, 1] as the whole number that a leaf holds."""
    return round(chance * _SHARES)


def load_forest(path: Path = FOREST_FILE) -> Forest:
    """Read a forest. Raises OSError or ValueError where the file is missing or is none."""
    with np.load(path, allow_pickle=False) as archive:
        one, other, bias = archive["blend"].tolist()
        return Forest(
            tuple(archive["columns"].tolist()),
            archive["column"],
            archive["threshold"],
            archive["right"],
            archive["chance"],
            archive["roots"],
            (one, other, bias),
        )


@lru_cache(maxsize=1)
def read_forest() -> Forest:
    """Give the forest that comes with the program."""
    return load_forest()
