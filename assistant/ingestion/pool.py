"""Reading processes with limits: one file each at a time, and each bad file costs only itself.

A process that crashes, runs out of memory or passes its time is killed with all that it started
and another takes its place. Files come back in the order in which they are finished.
"""

from __future__ import annotations

import os
import selectors
from collections import deque
from collections.abc import Iterator, Sequence
from time import monotonic
from types import TracebackType
from typing import Any

from assistant.config import Settings
from assistant.errors import ReadersError
from assistant.ingestion.process import Job, Lost, ReadingProcess
from assistant.ingestion.tasks import CRASH, MEMORY, TIME, Began, Event, Failed, Finished, Got, Task
from assistant.types import Failure

_MOST_FAULTS = 5
"""After so many members that crash or hang, the rest of a container is not tried."""
_STARTS = 3


class Readers:
    """A number of reading processes, started when they are needed; use it as a context."""

    def __init__(self, settings: Settings, count: int) -> None:
        self._settings = settings
        self._count = max(1, count)
        self._processes: list[ReadingProcess] = []
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
        waiting = deque(Job(task) for task in tasks)
        while waiting or any(process.job for process in self._processes):
            self._hand_out(waiting)
            for process in self._wait():
                try:
                    for header, body in process.receive():
                        yield from self._tell(process, header, body)
                except Lost:
                    yield from self._lose(process, waiting)
            for process in list(self._processes):
                if process.job is not None and monotonic() > process.deadline:
                    yield from self._stop(process, waiting)

    def _hand_out(self, waiting: deque[Job]) -> None:
        """Give every process that has nothing to do the next job, and start those that are missing."""
        for process in list(self._processes):
            if process.job is None and waiting:
                if waiting[0].again and process.served:
                    self._drop(process)  # a second try is made where nothing else can be to blame
                else:
                    self._begin(process, waiting.popleft())
        while waiting and len(self._processes) < self._count:
            process = ReadingProcess(self._settings)
            self._processes.append(process)
            self._selector.register(process.output, selectors.EVENT_READ, process)
            self._begin(process, waiting.popleft())

    def _begin(self, process: ReadingProcess, job: Job) -> None:
        process.begin(job, self._settings)

    def _wait(self) -> list[ReadingProcess]:
        deadline = min((process.deadline for process in self._processes if process.job), default=monotonic())
        ready = self._selector.select(max(0.0, deadline - monotonic()) + 0.01)
        return [key.data for key, _ in ready]

    def _tell(self, process: ReadingProcess, header: dict[str, Any], body: bytes) -> Iterator[Event]:
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

    def _lose(self, process: ReadingProcess, waiting: deque[Job]) -> Iterator[Event]:
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

    def _stop(self, process: ReadingProcess, waiting: deque[Job]) -> Iterator[Event]:
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

    def _blame(self, job: Job, reason: str, cause: str, waiting: deque[Job]) -> Iterator[Event]:
        """Name what was under way as failed; the rest of a container is still read."""
        yield Failed(job.task, Failure(job.shown, reason), cause)
        whole = not job.current or job.current == job.task.name
        job.told.add(job.shown)
        job.faults += 1
        if not whole and job.faults < _MOST_FAULTS:
            waiting.appendleft(Job(job.task, job.told, faults=job.faults))
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

    def _drop(self, process: ReadingProcess) -> None:
        self._processes.remove(process)
        self._selector.unregister(process.output)
        process.kill()


_CRASHED = "het lezen is afgebroken: het bestand laat het leesprogramma vastlopen"


def count_cores() -> int:
    """Give the number of cores that this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
