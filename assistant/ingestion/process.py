"""One reading process with its limits: what it is sent, what comes back, how long it may take."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

from assistant.config import Settings
from assistant.ingestion.tasks import Task
from assistant.ingestion.worker import FRAME, print_settings

_ROOT = Path(__file__).resolve().parents[2]
_START_S = 60.0
"""A reading process is ready within a second; one that takes this long will never be."""
_SECONDS_PER_MB = 20.0
"""A megabyte of PDF is a hundred pages of text, which take 3 to 10 seconds on two cores."""
_LONGEST_FACTOR = 10
"""A container, or a file that asks for more time, gets this many times the limit at most."""
_MOST_HEADER, _MOST_BODY = 2**25, 2**28


@dataclass(slots=True)
class Job:
    """A task on its way: what is behind it and what is under way."""

    task: Task
    told: set[str] = field(default_factory=set)
    current: str = ""
    faults: int = 0
    again: bool = False
    """Whether it is tried a second time, in a process that read nothing before."""

    @property
    def shown(self) -> str:
        """The file or the member that is being read."""
        return self.current or self.task.name


class Lost(Exception):
    """The process ended, or sent what is no frame."""


class ReadingProcess:
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
        self.job: Job | None = None
        self.served = 0
        self.ready = False
        self.memory_ran_out = False
        self.allowed = _START_S
        self._settings = settings
        self._began = self._since = monotonic()
        self.deadline = self._began + _START_S
        self._buffer = bytearray()
        self._send(print_settings(settings))

    def begin(self, job: Job, settings: Settings) -> None:
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
        """Give the whole frames that came in. Raises Lost."""
        chunk = os.read(self.output.fileno(), 1 << 20)
        if not chunk:
            raise Lost
        self._buffer += chunk
        while len(self._buffer) >= FRAME.size:
            words, size = FRAME.unpack_from(self._buffer)
            if words > _MOST_HEADER or size > _MOST_BODY:
                raise Lost
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
