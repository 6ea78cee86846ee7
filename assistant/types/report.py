"""What an ingest did, and the state of an index."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, and why, in Dutch."""

    path: str
    reason: str


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
    """The state of an index. `bytes` is its size on disk, `model` the encoder's name."""

    generation: str
    documents: int
    passages: int
    failures: tuple[Failure, ...]
    model: str
    dimension: int
    analyser: str
    bytes: int
    newest: str | None = None
