"""The folder of an index: its generations, which one counts, and who may write.

    index/CURRENT               name of the generation that answers
    index/generations/<name>/   one whole index, never changed once it has its name
    index/generations/.new-*    being written; left behind only by a crash
    index/.lock                 held by the one writer

`CURRENT` is replaced in one step after everything it names is on the disk, so a reader sees the
old index or the new one. The generation before the last is kept for readers that have it open.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from assistant.errors import IndexDamaged, IndexLocked, IndexMissing

CURRENT_FILE = "CURRENT"
LOCK_FILE = ".lock"
INGEST_LOCK_FILE = ".ingest.lock"
"""Held by an ingest from looking at the folder to switching, so that no later one is overtaken."""
REBUILD = "Maak de index opnieuw met 'leeswijzer ingest'."
"""What to do about an index that cannot be used."""
_NEW = ".new-"
_OLD = ".old-"


def generations_of(folder: Path) -> Path:
    """Give the folder in which the generations of the index lie."""
    return folder / "generations"


def current_generation(folder: Path) -> str | None:
    """Give the name of the generation that answers; None when there is no index yet.

    Raises IndexDamaged when the file that names it is unreadable.
    """
    try:
        name = (folder / CURRENT_FILE).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as exc:
        raise IndexDamaged(f"De index is beschadigd: {CURRENT_FILE} is onleesbaar. {REBUILD}") from exc
    if not name.isalnum():
        raise IndexDamaged(f"De index is beschadigd: {CURRENT_FILE} noemt geen generatie. {REBUILD}")
    return name


def seek_generation(folder: Path) -> str | None:
    """Give the name of the generation that answers; None too when the file that names it is unreadable."""
    try:
        return current_generation(folder)
    except IndexDamaged:
        return None


def find_generation(folder: Path) -> Path:
    """Give the folder of the generation that answers; raises IndexMissing or IndexDamaged."""
    name = current_generation(folder)
    if name is None:
        raise IndexMissing(f"Er is nog geen index in '{folder}'. Maak er een met 'leeswijzer ingest'.")
    found = generations_of(folder) / name
    if not found.is_dir():
        raise IndexDamaged(f"De index is beschadigd: generatie {name} ontbreekt. {REBUILD}")
    return found


@contextmanager
def lock_index(folder: Path, name: str = LOCK_FILE) -> Iterator[None]:
    """Be the only holder of the lock `name`; raises IndexLocked when there is another. A crash frees it.

    The holder's number and the time are in the file, for whoever comes second.
    """
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as exc:
            raise IndexLocked(
                f"Een andere ingest schrijft nu in de index '{folder}'{_read_holder(descriptor)}. "
                "Wacht tot die klaar is."
            ) from exc
        _write_holder(descriptor, f"proces {os.getpid()}, sinds {datetime.now():%d-%m-%Y %H:%M:%S}")
        try:
            yield
        finally:
            _write_holder(descriptor, "")
    finally:
        os.close(descriptor)


def _write_holder(descriptor: int, words: str) -> None:
    with suppress(OSError):  # a full disk must not keep anybody from the lock
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, words.encode(), 0)


def _read_holder(descriptor: int) -> str:
    words = os.pread(descriptor, 100, 0).decode("ascii", "replace")
    return f" ({words})" if words.startswith("proces ") and words.isprintable() else ""


@contextmanager
def new_generation(folder: Path) -> Iterator[Path]:
    """Give an empty folder to write a generation in; what is still there afterwards is removed."""
    parent = generations_of(folder)
    parent.mkdir(parents=True, exist_ok=True)
    remove_leftovers(folder)
    made = parent / f"{_NEW}{os.getpid()}"
    made.mkdir()
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def remove_leftovers(folder: Path) -> None:
    """Remove what crashed writers left; only for the holder of the lock."""
    for path in generations_of(folder).glob(".*"):
        if path.name.startswith((_NEW, _OLD)):
            shutil.rmtree(path, ignore_errors=True)
    (folder / f"{CURRENT_FILE}.new").unlink(missing_ok=True)


def publish(folder: Path, made: Path, name: str, *, replace: bool) -> None:
    """Give the finished folder `made` its name and let it answer from now on.

    Where a generation of that name lies already, its contents are the same: it stays, unless
    `replace` says that it is damaged.
    """
    parent = generations_of(folder)
    target = parent / name
    if replace and target.exists():
        target.rename(parent / f"{_OLD}{os.getpid()}")
    if not target.exists():
        for path in made.iterdir():
            _sync(path)
        _sync(made)
        made.rename(target)
        _sync(parent)
    _switch(folder, name)


def _switch(folder: Path, name: str) -> None:
    before = seek_generation(folder)  # unreadable or not, it is about to be replaced
    fresh = folder / f"{CURRENT_FILE}.new"
    fresh.write_text(f"{name}\n", encoding="ascii")
    _sync(fresh)
    fresh.replace(folder / CURRENT_FILE)
    _sync(folder)
    remove_leftovers(folder)
    others = [path for path in generations_of(folder).iterdir() if path.name != name]
    kept = before if before is not None and before != name else _newest(others)
    for path in others:
        if path.name != kept:
            shutil.rmtree(path, ignore_errors=True)


def _newest(paths: list[Path]) -> str | None:
    return max(paths, key=lambda path: (path.stat().st_mtime_ns, path.name)).name if paths else None


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
