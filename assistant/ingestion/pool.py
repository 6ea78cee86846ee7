"""Reading processes with limits: one file each at a time, and each bad file costs only itself.

A process that crashes, runs out of memory or passes its time is killed with all that it started
and another takes its place. Files come back in the order in which they are finished.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Any

from assistant.config import Settings
from assistant.errors import ReadersError
from assistant.ingestion.worker import FRAME, print_settings
from assistant.types import Failure

TIME, MEMORY, CRASH = "tijd", "geheugen", "vastgelopen"
"""Causes of a failure that lie in the process and not in what the file says."""

_ROOT = Path(__file__).resolve().parents[2]
_START_S = 60.0
"""A reading process is ready within a second; one that takes this long will never be."""
_SECONDS_PER_MB = 20.0
"""A megabyte of PDF is a hundred pages of text, which take 3 to 10 seconds on two cores."""
_LONGEST_FACTOR = 10
"""A container, or a file that asks for more time, gets this many times the limit at most."""
_MOST_HEADER, _MOST_BODY = 2**25, 2**28
_MOST_FAULTS = 5
"""After so many members that crash or hang, the rest of a container is not tried."""
_STARTS = 3


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


@dataclass(slots=True)
class _Job:
    """A task on its way: what is behind it and what is under way."""

    task: Task
    told: set[str] = field(default_factory=set)
    current: str = ""
    faults: int = 0
    again: bool = False
    """Whether it is tried a second time, in a process that read nothing before."""

    @property
    def shown(self) -> str:
        return self.current or self.task.name


class Readers:
    """A number of reading processes, started when they are needed; use it as a context."""

    def __init__(self, settings: Settings, count: int) -> None:
        self._settings = settings
        self._count = max(1, count)
        self._processes: list[_Process] = []
        self._selector = selectors.DefaultSelector()
        self._failed_starts = 0

    def __enter__(self) -> Readers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in list(self._processes):
            self._drop(process)
        self._selector.close()

    def read(self, tasks: Sequence[Task]) -> Iterator[Event]:
        """Read files and tell what comes of each, in the order in which it comes.

        Raises ReadersError when no process can be started at all.
        """
        waiting = deque(_Job(task) for task in tasks)
        while waiting or any(process.job for process in self._processes):
            self._hand_out(waiting)
            for process in self._wait():
                try:
                    for header, body in process.receive():
                        yield from self._tell(process, header, body)
                except _Lost:
                    yield from self._lose(process, waiting)
            for process in list(self._processes):
                if process.job is not None and monotonic() > process.deadline:
                    yield from self._stop(process, waiting)

    def _hand_out(self, waiting: deque[_Job]) -> None:
        """Give every process that has nothing to do the next job, and start those that are missing."""
        for process in list(self._processes):
            if process.job is None and waiting:
                if waiting[0].again and process.served:
                    self._drop(process)  # a second try is made where nothing else can be to blame
                else:
                    self._begin(process, waiting.popleft())
        while waiting and len(self._processes) < self._count:
            process = _Process(self._settings)
            self._processes.append(process)
            self._selector.register(process.output, selectors.EVENT_READ, process)
            self._begin(process, waiting.popleft())

    def _begin(self, process: _Process, job: _Job) -> None:
        process.begin(job, self._settings)

    def _wait(self) -> list[_Process]:
        deadline = min((process.deadline for process in self._processes if process.job), default=monotonic())
        ready = self._selector.select(max(0.0, deadline - monotonic()) + 0.01)
        return [key.data for key, _ in ready]

    def _tell(self, process: _Process, header: dict[str, Any], body: bytes) -> Iterator[Event]:
        kind, job = header["kind"], process.job
        if kind == "ready":
            self._failed_starts = 0
            process.allow(job.task.bytes if job else 0)
            return
        assert job is not None
        if kind == "begin":
            job.current = header["path"]
            process.allow(header["bytes"])
            yield Began(job.current)
        elif kind == "more":
            process.extend(header["seconds"])
        elif kind == "document":
            job.told.add(job.current)
            yield Got(job.task, header["record"].encode(), body, header["seconds"])
            job.current = ""
        elif kind == "failure":
            job.told.add(header["path"])
            yield Failed(job.task, Failure(header["path"], header["reason"]))
            job.current = ""
        elif kind == "memory":
            process.memory_ran_out = True
        elif kind == "done":
            process.finish()
            yield Finished(job.task, header["peak"])
            if header["tired"]:
                self._drop(process)

    def _lose(self, process: _Process, waiting: deque[_Job]) -> Iterator[Event]:
        """Go on after a process that ended by itself: once more in a fresh one, then it is the file's fault."""
        job, ready, alone = process.job, process.ready, process.served == 0
        cause = MEMORY if process.memory_ran_out else CRASH
        self._drop(process)
        if job is None:
            return
        if not ready:
            self._failed_starts += 1
            if self._failed_starts >= _STARTS:
                raise ReadersError(
                    "De leesprocessen kunnen niet starten; er is niets veranderd aan de index."
                )
            waiting.appendleft(job)
        elif not (job.again and alone):
            job.again = True
            waiting.appendleft(job)
        else:
            reason = self._out_of_memory() if cause == MEMORY else _CRASHED
            yield from self._blame(job, reason, cause, waiting)

    def _stop(self, process: _Process, waiting: deque[_Job]) -> Iterator[Event]:
        """Kill a process that passed its time, with all that it started."""
        job, seconds, ready = process.job, process.spent, process.ready
        if not ready:
            yield from self._lose(process, waiting)
            return
        self._drop(process)
        assert job is not None
        reason = (
            f"het lezen duurde langer dan {seconds:.0f} seconden en is afgebroken (de grens is in te stellen met "
            "LEESWIJZER_MAX_FILE_SECONDS)"
        )
        yield from self._blame(job, reason, TIME, waiting)

    def _blame(self, job: _Job, reason: str, cause: str, waiting: deque[_Job]) -> Iterator[Event]:
        """Name what was under way as failed; the rest of a container is still read."""
        yield Failed(job.task, Failure(job.shown, reason), cause)
        whole = not job.current or job.current == job.task.name
        job.told.add(job.shown)
        job.faults += 1
        if not whole and job.faults < _MOST_FAULTS:
            waiting.appendleft(_Job(job.task, job.told, faults=job.faults))
            return
        if not whole:
            rest = f"de rest van dit bestand is niet gelezen: {job.faults} onderdelen liepen vast"
            yield Failed(job.task, Failure(job.task.name, rest), cause)
        yield Finished(job.task)

    def _out_of_memory(self) -> str:
        most = self._settings.max_worker_bytes / 2**20
        return (
            f"het lezen kostte meer dan {most:.0f} MB geheugen en is afgebroken (de grens is in te stellen met "
            "LEESWIJZER_MAX_WORKER_BYTES)"
        )

    def _drop(self, process: _Process) -> None:
        self._processes.remove(process)
        self._selector.unregister(process.output)
        process.kill()


_CRASHED = "het lezen is afgebroken: het bestand laat het leesprogramma vastlopen"


def count_cores() -> int:
    """Give the number of cores that this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Lost(Exception):
    """The process ended, or sent what is no frame."""


class _Process:
    """One reading process and the job that it has."""

    def __init__(self, settings: Settings) -> None:
        paths = os.pathsep.join([str(_ROOT), *filter(None, sys.path)])
        one = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "OMP_THREAD_LIMIT")}
        self._popen = subprocess.Popen(
            [sys.executable, "-m", "assistant.ingestion.worker", str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **one, "PYTHONPATH": paths},
            start_new_session=True,  # so that it can be killed with all that it starts
        )
        assert self._popen.stdout is not None
        self.output = self._popen.stdout
        self.job: _Job | None = None
        self.served = 0
        self.ready = False
        self.memory_ran_out = False
        self.allowed = _START_S
        self._settings = settings
        self._began = self._since = monotonic()
        self.deadline = self._began + _START_S
        self._buffer = bytearray()
        self._send(print_settings(settings))

    def begin(self, job: _Job, settings: Settings) -> None:
        """Send a request."""
        self.job = job
        self._began = monotonic()
        if self.ready:
            self.allow(job.task.bytes)
        request = {
            "root": str(job.task.root or settings.corpus),
            "name": job.task.name,
            "only": job.task.only,
            "skip": sorted(job.told),
            "kinds": job.task.kinds,
        }
        self._send(json.dumps(request))

    @property
    def spent(self) -> float:
        """Give the seconds since the file or member under way was begun."""
        return monotonic() - self._since

    def allow(self, size: int) -> None:
        """Give the time that a file or member of this size may take, from now on."""
        self.ready = True
        self._since = monotonic()
        base = float(self._settings.max_file_seconds)
        self.allowed = base + _SECONDS_PER_MB * size / 1e6
        self._set_deadline(monotonic() + self.allowed)

    def extend(self, seconds: float) -> None:
        """Move the deadline up to `seconds` from now."""
        self._set_deadline(max(self.deadline, monotonic() + float(seconds)))

    def _set_deadline(self, deadline: float) -> None:
        most = max(self.allowed, _LONGEST_FACTOR * float(self._settings.max_file_seconds))
        self.deadline = min(deadline, self._began + most)

    def finish(self) -> None:
        """Be done with the job."""
        self.job = None
        self.served += 1

    def receive(self) -> Iterator[tuple[dict[str, Any], bytes]]:
        """Give the whole frames that came in. Raises _Lost."""
        chunk = os.read(self.output.fileno(), 1 << 20)
        if not chunk:
            raise _Lost
        self._buffer += chunk
        while len(self._buffer) >= FRAME.size:
            words, size = FRAME.unpack_from(self._buffer)
            if words > _MOST_HEADER or size > _MOST_BODY:
                raise _Lost
            end = FRAME.size + words + size
            if len(self._buffer) < end:
                return
            header = json.loads(self._buffer[FRAME.size : FRAME.size + words])
            body = bytes(self._buffer[FRAME.size + words : end])
            del self._buffer[:end]
            yield header, body

    def kill(self) -> None:
        """End the process and all that it started."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._popen.pid, signal.SIGKILL)
        self._popen.kill()
        for stream in (self._popen.stdin, self._popen.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        self._popen.wait()

    def _send(self, line: str) -> None:
        assert self._popen.stdin is not None
        with suppress(OSError):  # that it ended shows when its answer is read
            self._popen.stdin.write(line.encode() + b"\n")
            self._popen.stdin.flush()
