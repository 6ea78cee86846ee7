"""The files of the corpus folder with their hashes, hashed again only when they may have changed."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.config import Settings
from assistant.ingest import find_files
from assistant.ingestion.state import FileState, Mark
from assistant.types import Failure

_UNSURE_NS = 2_000_000_000
"""File systems keep times to 2 seconds at worst (FAT)."""
_THREADS = 4


@dataclass(frozen=True, slots=True)
class FolderFile:
    """A file below the corpus folder; `digest` is the SHA-256 of its bytes."""

    name: str
    digest: str
    mark: Mark


def scan_folder(
    settings: Settings, known: Mapping[str, FileState], *, fresh: bool = False
) -> tuple[dict[str, FolderFile], tuple[Failure, ...]]:
    """Give the files by path, sorted, and those that cannot be looked at.

    A file of which size, times and inode are as in `known` is not hashed again, unless `fresh`.
    """
    failures: list[Failure] = []
    names: list[str] = []

    def refuse(error: OSError) -> None:
        name = Path(os.fsdecode(error.filename)).relative_to(settings.corpus).as_posix()
        failures.append(Failure(name, f"deze map kan niet worden gelezen ({error.strerror})"))

    for path in find_files(settings.corpus, without=settings.index, refused=refuse):
        name = path.relative_to(settings.corpus).as_posix()
        try:
            name.encode()
        except UnicodeEncodeError:
            shown = name.encode(errors="replace").decode()
            failures.append(
                Failure(shown, "de bestandsnaam is geen geldige UTF-8; geef het bestand een andere naam")
            )
        else:
            names.append(name)

    def look(name: str) -> FolderFile | Failure:
        try:
            return _look(settings, name, None if fresh else known.get(name))
        except OSError as exc:
            return Failure(name, f"kan niet worden gelezen ({exc.strerror or exc})")

    files: dict[str, FolderFile] = {}
    with ThreadPoolExecutor(_THREADS) as threads:
        for found in threads.map(look, names):
            if isinstance(found, Failure):
                failures.append(found)
            else:
                files[found.name] = found
    return files, tuple(failures)


def _look(settings: Settings, name: str, known: FileState | None) -> FolderFile:
    path = settings.corpus / name
    mark = _measure(path)
    if mark.bytes > settings.max_file_bytes:
        return FolderFile(name, f"te groot:{name}:{mark.bytes}", mark)  # it is never read
    if known is not None and known.mark.hashed and replace(known.mark, hashed=0) == mark:
        return FolderFile(name, known.digest, known.mark)
    now = time.time_ns()
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    settled = max(mark.modified, mark.changed) + _UNSURE_NS < now and _measure(path) == mark
    return FolderFile(name, digest, replace(mark, hashed=now if settled else 0))


def _measure(path: Path) -> Mark:
    found = path.stat()
    return Mark(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
