"""The files of a corpus folder."""

from __future__ import annotations

import os
from pathlib import Path


def find_files(root: Path) -> list[Path]:
    """Give every regular file under `root`, sorted by relative path with forward slashes.

    Hidden files and folders (a name that begins with a full stop) are skipped, and so are links
    that lead out of `root`. Files of an unknown kind are given too: the caller reports them.
    """
    home = root.resolve()
    found: list[Path] = []
    for folder, folders, names in os.walk(root, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder) / name
            if not name.startswith(".") and _is_inside(path, home):
                found.append(path)
    return sorted(found, key=lambda path: path.relative_to(root).as_posix())


def _is_inside(path: Path, home: Path) -> bool:
    """Tell whether `path` is a regular file that lies under `home` when links are followed."""
    if not path.is_file():
        return False
    return not path.is_symlink() or path.resolve().is_relative_to(home)
