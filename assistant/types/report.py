"""What an ingest did, and the state of an index."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.types.document import DocumentKind


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, and why, in Dutch."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """A file or member that could not be read; `since` is the time of the first run that found it so.

    `cause` is empty when the file itself is at fault, else the limit that it went over. `waits`
    tells that it is only tried again when the file or a limit changes.
    """

    path: str
    reason: str
    cause: str = ""
    since: str = ""
    waits: bool = False


@dataclass(frozen=True, slots=True)
class LastRun:
    """When the last ingest began (UTC, ISO 8601), how long it took, and how many documents it touched."""

    time: str
    seconds: float
    added: int = 0
    changed: int = 0
    removed: int = 0
    renamed: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What one ingest did; paths are relative to the corpus folder, sorted.

    `copies` are pairs of a file and the file with the same bytes that stands for it.
    """

    generation: str
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    failed: tuple[Failure, ...] = ()
    notices: tuple[tuple[str, str], ...] = field(default=())
    documents: int = 0
    passages: int = 0


@dataclass(frozen=True, slots=True)
class Status:
    """The state of an index. `bytes` is its size on disk, `model` the encoder's name.

    `kinds` counts the documents of each kind (None: not known), `troubles` says more of the
    failures, and `last` tells of the last ingest; the last two come from what ingest remembers.
    """

    generation: str
    documents: int
    passages: int
    failures: tuple[Failure, ...]
    model: str
    dimension: int
    analyser: str
    bytes: int
    newest: str | None = None
    kinds: tuple[tuple[DocumentKind | None, int], ...] = ()
    troubles: tuple[Trouble, ...] = ()
    last: LastRun | None = None
