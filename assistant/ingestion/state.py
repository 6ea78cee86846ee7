"""What is remembered of every file between two runs: its hash, what failed in it, what was a copy.

All of it is a help and none of it is needed: without the file everything is hashed and read again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.ingestion.packing import pack, unpack
from assistant.types import LastRun, Status, Trouble

STATE_FILE = "bestanden.json"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Mark:
    """What the file system says of a file; when none of it changed, the bytes did not either.

    Times are nanoseconds. `hashed` is when the bytes were hashed: a file that was written within
    the two seconds before that may have been written again without any of this changing.
    """

    bytes: int
    modified: int
    changed: int
    inode: int
    hashed: int = 0


@dataclass(frozen=True, slots=True)
class FileState:
    """What is known of one file on disk.

    `copies` are its members that equal a document elsewhere: pairs of path and document id.
    """

    digest: str
    mark: Mark
    troubles: tuple[Trouble, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FolderState:
    """All files by path; `generation` is the index that goes with it, `limits` what files were read under."""

    generation: str = ""
    limits: tuple[int, ...] = ()
    files: tuple[tuple[str, FileState], ...] = ()
    last: LastRun | None = None

    def by_name(self) -> Mapping[str, FileState]:
        """Give the files by their path below the corpus folder."""
        return dict(self.files)


def load_state(folder: Path) -> FolderState:
    """Read what is remembered; nothing when the file is missing, damaged or of another version."""
    try:
        raw = json.loads((folder / STATE_FILE).read_bytes())
        if raw["version"] != _VERSION:
            return FolderState()
        return unpack(FolderState, json.dumps(raw["state"]).encode())
    except (OSError, ValueError, KeyError, TypeError):
        return FolderState()


def save_state(folder: Path, state: FolderState) -> None:
    """Write it in one step; raises OSError."""
    fresh = (folder / STATE_FILE).with_suffix(".new")
    fresh.write_bytes(b'{"version":%d,"state":%s}\n' % (_VERSION, pack(state)))
    fresh.replace(folder / STATE_FILE)


def complete_status(folder: Path, status: Status) -> Status:
    """Give a status with what is remembered of the last ingest and of what failed in it."""
    state = load_state(folder)
    if state.generation != status.generation:
        return status
    known = {trouble.path: trouble for _, file in state.files for trouble in file.troubles}
    troubles = tuple(
        known.get(failure.path, Trouble(failure.path, failure.reason)) for failure in status.failures
    )
    return replace(status, troubles=troubles, last=state.last)
