"""A process apart for work that may crash, hang or take all memory: requests in, messages out.

Both sides are here, so that they agree on the wire. A request is two lengths, a task in JSON and
a file; a message is a line of JSON, followed by bytes when it names their number (`"bytes"`).
"""

from __future__ import annotations

import atexit
import hashlib
import json
import os
import selectors
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import Any, BinaryIO

from assistant.ingest.lifeline import tie_child
from assistant.ingest.pace import ask_time

_HEADER = struct.Struct("!IQ")
"""The number of bytes of the task and of the file; no file means: the one before."""
_ROOT = Path(__file__).resolve().parents[2]
_LONGEST_LINE = 2**25
"""Bytes: a worker that sends a longer line has lost its way."""
_MOST_BYTES = 2**27
_SLACK_S = 20.0
"""What whoever waits for a worker gets on top of the time that the worker has."""
_CPU_S = 60
"""A worker that computes so long without a message ends itself, also when nobody waits for it."""

Message = dict[str, Any]
Answer = tuple[Message, bytes]


class WorkerDied(Exception):
    """The process ended, hung, or sent what is no message."""


class Worker:
    """One running process of the given module, for the process that made it."""

    def __init__(self, module: str) -> None:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(_ROOT), *filter(None, sys.path)])}
        self.owner = os.getpid()
        self.process = subprocess.Popen(
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            preexec_fn=tie_child(),
        )
        self._buffer = bytearray()
        assert self.process.stdout is not None
        self._selector = selectors.DefaultSelector()
        self._selector.register(self.process.stdout, selectors.EVENT_READ)

    def send(self, task: Message, raw: bytes) -> None:
        """Send a request; `raw` is empty when it is about the file before. Raises WorkerDied."""
        assert self.process.stdin is not None
        words = json.dumps(task).encode()
        try:
            self.process.stdin.write(_HEADER.pack(len(words), len(raw)) + words)
            self.process.stdin.write(raw)
            self.process.stdin.flush()
        except OSError as exc:
            raise WorkerDied from exc

    def receive(self, timeout_s: float) -> tuple[Message, bytes]:
        """Give the next message and the bytes that go with it. Raises WorkerDied."""
        deadline = monotonic() + timeout_s
        place = 0
        while (end := self._buffer.find(b"\n", place)) < 0:
            place = len(self._buffer)
            if place > _LONGEST_LINE:
                raise WorkerDied
            self._fill(deadline)
        line = self._take(end + 1)
        try:
            message: Message = json.loads(line)
        except ValueError as exc:
            raise WorkerDied from exc
        count = message.get("bytes", 0)
        if count > _MOST_BYTES:
            raise WorkerDied
        while len(self._buffer) < count:
            self._fill(deadline)
        return message, self._take(count)

    def _take(self, count: int) -> bytes:
        taken = bytes(self._buffer[:count])
        del self._buffer[:count]
        return taken

    def _fill(self, deadline: float) -> None:
        """Wait for more bytes. Raises WorkerDied when the process ended or the time is up."""
        assert self.process.stdout is not None
        ready = self._selector.select(max(0.0, deadline - monotonic()))
        chunk = os.read(self.process.stdout.fileno(), 1 << 20) if ready else b""
        if not chunk:
            raise WorkerDied
        self._buffer += chunk

    def close(self) -> None:
        """End the process."""
        if self.owner != os.getpid():
            return
        self.process.kill()
        self._selector.close()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except BrokenPipeError:  # what was not sent yet needs nobody any more
                    continue
        self.process.wait()


class Desk:
    """Keeps one worker of a module for this process, and a new one after a crash or a fork."""

    def __init__(self, module: str) -> None:
        self._module = module
        self._worker: Worker | None = None
        self._digest = b""
        self._lock = threading.Lock()
        self._inherited: list[Worker] = []
        atexit.register(self.close)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._begin_anew)

    def _begin_anew(self) -> None:
        """Forget, in a process that was forked off, the worker of its parent: it is not ours."""
        self._lock = threading.Lock()
        if self._worker is not None:
            self._inherited.append(self._worker)
            self._worker = None

    def ask(self, task: Message, raw: bytes, timeout_s: float) -> Iterator[Answer]:
        """Give the messages about a file, each of which may take `timeout_s`.

        Raises WorkerDied. The worker is ended when the caller stops before the last message.
        """
        with self._lock:
            try:
                worker = self._send(task, raw)
                ask_time(timeout_s + _SLACK_S)
                while not (answer := worker.receive(timeout_s))[0].get("done"):
                    yield answer
                    ask_time(timeout_s + _SLACK_S)
            except BaseException:
                # Whatever is still under way in the worker must not answer the next request.
                self._close()
                raise

    def _send(self, task: Message, raw: bytes) -> Worker:
        digest = hashlib.sha256(raw).digest()
        if self._worker is not None and self._worker.process.poll() is not None:
            self._close()
        if self._worker is None:
            self._worker, self._digest = Worker(self._module), b""
        self._worker.send(task, b"" if digest == self._digest else raw)
        self._digest = digest
        return self._worker

    def _close(self) -> None:
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    def close(self) -> None:
        """End the worker, if there is one."""
        with self._lock:
            self._close()


def serve(answer: Callable[[Message, bytes], Iterator[Answer]], most_memory: int) -> None:
    """Answer requests on standard input until it ends, within `most_memory` bytes of address space.

    `answer` gives the messages for a task and a file, each with the bytes that go with it; after
    the last one goes a message that says so.
    """
    _limit("RLIMIT_AS", most_memory)
    _limit("RLIMIT_CORE", 0)
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    raw = b""
    while len(head := requests.read(_HEADER.size)) == _HEADER.size:
        words, count = _HEADER.unpack(head)
        task = json.loads(requests.read(words))
        raw = requests.read(count) if count else raw
        _allow_time()
        for message, extra in answer(task, raw):
            _write(answers, message, extra)
            _allow_time()
        _write(answers, {"done": True}, b"")


def _write(answers: BinaryIO, message: Message, extra: bytes) -> None:
    if extra:
        message = {**message, "bytes": len(extra)}
    answers.write(json.dumps(message, ensure_ascii=True).encode() + b"\n")
    answers.write(extra)
    answers.flush()


def _limit(name: str, most: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; there only the time limit of the caller holds.
        return
    which = getattr(resource, name)
    _, hard = resource.getrlimit(which)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(which, (most, hard))


def _allow_time() -> None:
    """Let the process compute `_CPU_S` seconds more: nothing runs on when its caller was killed."""
    try:
        import resource
    except ImportError:
        return
    spent = resource.getrusage(resource.RUSAGE_SELF)
    _limit("RLIMIT_CPU", int(spent.ru_utime + spent.ru_stime) + _CPU_S)
