"""Which files the paths of a command hold, and under which names they are reported."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import UsageError
from assistant.ingest import find_files
from assistant.types import Failure


@dataclass(frozen=True, slots=True)
class Found:
    """Files, each with the folder that its name is relative to, and folders that cannot be read."""

    files: tuple[tuple[Path, Path], ...]
    failures: tuple[Failure, ...]


def gather_files(paths: Sequence[Path], corpus: Path, without: Path | None = None) -> Found:
    """Give the files that `paths` hold, once each and in the order of the paths; `without` is left out.

    A file of the corpus has its name there. Others are named from the folder that all of `paths`
    lie in, so that two files have one name only if they are one file. Raises UsageError for a path
    that is not there, and when there is no file at all.
    """
    home = corpus.resolve()
    placed = [(path, _place(path)) for path in paths]
    shared = _find_shared(place for _, place in placed if not place.is_relative_to(home))
    found: dict[Path, Path] = {}
    failures: list[Failure] = []
    for path, place in placed:
        root = home if place.is_relative_to(home) else shared
        if place.is_dir():
            refused: list[OSError] = []
            found |= dict.fromkeys(find_files(place, refused=refused.append), root)
            failures += [_name_refused(error, root) for error in refused]
        elif place.is_file():
            found[place] = root
        else:
            raise UsageError(f"{path}: dit bestand of deze map bestaat niet.", "paths")
    written = without.resolve() if without is not None else None
    files = tuple((file, root) for file, root in found.items() if file.resolve() != written)
    if not files and not failures:
        named = ", ".join(map(str, paths))
        raise UsageError(f"{named}: hier staan geen bestanden om te lezen.", "paths")
    return Found(files, tuple(failures))


def _place(path: Path) -> Path:
    """Give the whole path; a file that is a link keeps its own name."""
    return path.resolve() if path.is_dir() else path.parent.resolve() / path.name


def _find_shared(places: Iterable[Path]) -> Path:
    """Give the innermost folder that holds all these files, and all that is in these folders."""
    folders = [place if place.is_dir() else place.parent for place in places]
    return Path(os.path.commonpath(folders)) if folders else Path()


def _name_refused(error: OSError, root: Path) -> Failure:
    folder = Path(error.filename)
    name = folder.relative_to(root).as_posix() if folder != root else folder.name
    return Failure(name, f"deze map kan niet worden gelezen ({error.strerror})")
