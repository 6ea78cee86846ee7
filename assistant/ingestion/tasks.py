"""What reading processes are asked to read, and what they tell of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assistant.types import Failure

TIME, MEMORY, CRASH = "tijd", "geheugen", "vastgelopen"
"""Causes of a failure that lie in the process and not in what the file says."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read, by its path below `root`, or else below the corpus folder.

    `bytes` is its size; `only` names the members that are wanted, by path. With `kinds` the facts
    of these kinds are wanted and nothing for an index: no passages and no places on the page.
    """

    name: str
    bytes: int = 0
    only: tuple[str, ...] | None = None
    root: Path | None = None
    kinds: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Began:
    """A file, or a member of it, is being read now."""

    path: str


@dataclass(frozen=True, slots=True)
class Got:
    """A document was read: its record and the whole of it, both packed."""

    task: Task
    record: bytes
    body: bytes
    seconds: dict[str, float]


@dataclass(frozen=True, slots=True)
class Failed:
    """A file or member could not be read; `cause` is empty when the file itself says why."""

    task: Task
    failure: Failure
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Finished:
    """All of a file has been told; `peak` is the most memory that its process ever had, in bytes."""

    task: Task
    peak: int = 0


Event = Began | Got | Failed | Finished
