"""The files of a corpus folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

HIDDEN = (".", "~$")
"""What the names of hidden files begin with, and those of Office's notes that a file is open."""


def find_files(
    root: Path, *, without: Path | None = None, refused: Callable[[OSError], None] | None = None
) -> list[Path]:
    """Give every regular file under `root`, sorted by relative path with forward slashes.

    Hidden files and folders (a name that begins with a full stop, or with "~$" as Office's locks)
    are skipped, and so are links that lead out of `root` and the folder `without`. Files of an
    unknown kind are given too: the caller reports them. `refused` is told of every folder that
    cannot be looked into.
    """
    home = root.resolve()
    left_out = without.resolve() if without is not None and without.resolve() != home else None
    found: list[Path] = []
    for folder, folders, names in os.walk(root, onerror=refused, followlinks=False):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and not _is_same(Path(folder) / name, left_out)
        )
        for name in sorted(names):
            path = Path(folder) / name
            if not name.startswith(HIDDEN) and _is_inside(path, home):
                found.append(path)
    return sorted(found, key=lambda path: path.relative_to(root).as_posix())


def _is_same(path: Path, other: Path | None) -> bool:
    return other is not None and path.name == other.name and path.resolve() == other


def _is_inside(path: Path, home: Path) -> bool:
    """Tell whether `path` is a regular file that lies under `home` when links are followed."""
    if not path.is_file():
        return False
    return not path.is_symlink() or path.resolve().is_relative_to(home)
