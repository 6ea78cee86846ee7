"""Indexes over what retrieval is measured on, kept from run to run until something changes.

An index is kept in the user's cache folder under a hash of everything that it is made of: the
documents, the settings, the encoder and the code that reads, analyses and writes. Ranking is no
part of that, so tuning it rebuilds nothing.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from assistant.config import PACKAGE_DIR, Settings
from assistant.embed import Encoder
from assistant.errors import UsageError
from assistant.evaluate.sources import Source
from assistant.index import Index, IndexEntry, open_index, write_generation
from assistant.ingestion import ingest

_MAKERS = ("config.py", "types", "dutch", "ingest", "ingestion", "index", "embed")
"""Parts of the package that decide what an index holds."""
_LEFT_OUT = frozenset({"__pycache__", "recipe"})
_KEPT = 2
"""Editions of one index that are kept: this one and the one before."""

Write = Callable[[str], None]


class Shelves:
    """Opens indexes by name and makes those that are not there yet. Close it when done."""

    def __init__(
        self, settings: Settings, encoder: Encoder, write: Write, folder: Path | None = None
    ) -> None:
        self._settings = settings
        self._encoder = encoder
        self._write = write
        self._folder = folder or cache_folder()
        self._open: dict[str, Index] = {}
        self._makers = _hash_makers(settings, encoder)

    def __enter__(self) -> Shelves:
        return self

    def __exit__(self, *given: object) -> None:
        for index in self._open.values():
            index.close()
        self._open.clear()

    def open_source(self, source: Source, place: Path) -> Index:
        """Give the index over a collection of documents.

        Files that cannot be read are written out by name, because questions about them must fail.
        Raises UsageError when there is no readable document.
        """

        def make(folder: Path) -> None:
            documents = place
            if source.unpack is not None:
                documents = folder / "documents"
                documents.mkdir()
                source.unpack(place, documents)
            report = ingest(replace(self._settings, corpus=documents, index=folder / "index"))
            for failure in report.failed:
                self._write(f"Niet gelezen: {failure.path}: {failure.reason}")
            if not report.documents:
                raise UsageError(f"De map '{place.name}' bevat geen leesbare documenten.", "corpus")

        return self._open_made(source.name, _hash_files(place), make)

    def open_entries(self, name: str, entries: Iterable[IndexEntry]) -> Index:
        """Give the index over entries that were not read from files."""
        listed = list(entries)
        digest = hashlib.sha256()
        for entry in listed:
            digest.update(entry.document.sha256.encode())

        def make(folder: Path) -> None:
            write_generation(folder / "index", listed, self._encoder)

        return self._open_made(name, digest.hexdigest(), make)

    def _open_made(self, name: str, contents: str, make: Callable[[Path], None]) -> Index:
        if name not in self._open:
            key = hashlib.sha256(f"{self._makers} {contents}".encode()).hexdigest()[:16]
            path = self._folder / name / key
            if not path.is_dir():
                self._make(path, make)
            os.utime(path)
            self._open[name] = open_index(path / "index", self._encoder)
        return self._open[name]

    def _make(self, path: Path, make: Callable[[Path], None]) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix="nieuw-") as made:
            whole = Path(made) / path.name
            whole.mkdir()
            make(whole)
            editions = sorted(
                (item for item in path.parent.iterdir() if not item.name.startswith("nieuw-")),
                key=lambda item: item.stat().st_mtime,
            )
            for old in editions[: max(0, len(editions) - _KEPT + 1)]:
                shutil.rmtree(old, ignore_errors=True)
            if not path.exists():  # another run may have made the same meanwhile
                whole.rename(path)


def cache_folder() -> Path:
    """Give where indexes are kept: apart for each place where the package stands."""
    root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    place = hashlib.sha256(str(PACKAGE_DIR).encode()).hexdigest()[:12]
    return root / "leeswijzer" / "evaluate" / place


def _hash_makers(settings: Settings, encoder: Encoder) -> str:
    digest = hashlib.sha256()
    for part in _MAKERS:
        digest.update(_hash_files(PACKAGE_DIR / part).encode())
    told = replace(settings, corpus=Path(), index=Path(), prompts=None, address="u", terms="nl", workers=0)
    digest.update(f"{encoder.name} {encoder.fingerprint} {told}".encode())
    return digest.hexdigest()


def _hash_files(place: Path) -> str:
    """Give one hash of a file, or of all files below a folder with their names."""
    digest = hashlib.sha256()
    paths = [place] if place.is_file() else sorted(place.rglob("*"))
    for path in paths:
        name = path.relative_to(place)
        if path.is_file() and not _LEFT_OUT.intersection(name.parts):
            digest.update(f"{name.as_posix()} {path.stat().st_size} ".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
