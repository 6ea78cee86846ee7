"""Processes that analyse and encode what an index is written of, so that all cores are at work.

What they make follows from the texts and the model alone: the index is the same to the byte
whatever their number. A process that dies or hangs is replaced once; what it could not do then,
this one does.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from threading import Lock
from time import monotonic
from types import TracebackType
from typing import IO, TypeVar

from assistant.config import Settings
from assistant.embed import Encoder
from assistant.index import IndexEntry
from assistant.index.lexical import CHUNK_WORDS, FieldTerms, analyse_chunk
from assistant.index.prepared import Prepared, prepare
from assistant.index.writer import heading_text
from assistant.ingestion.analyst import Frame, Header, pack_frame, unpack_prepared, unpack_terms
from assistant.ingestion.worker import FRAME, print_settings

_ROOT = Path(__file__).resolve().parents[2]
_BATCH_CHARS = 150_000
"""Characters of passages that go to a process together: about 200 passages, a tenth of a second."""
_AHEAD = 2
"""Requests that are under way for each process."""
_MOST_SECONDS, _CHARS_PER_S = 60.0, 20_000
"""Time for a request, and for its characters; a process does 2,000,000 a second."""

_LOOK_S = 1.0
_PIPE_BYTES = 2**20
"""Room between two processes, so that one seldom waits until the other looks; an answer is about as long."""

_Item = TypeVar("_Item")
_Answer = TypeVar("_Answer")


class Analysts:
    """A number of analysing processes; use it as a context. Where none can be started, this one does it all."""

    def __init__(self, settings: Settings, encoder: Encoder, count: int) -> None:
        self._settings = settings
        self._encoder = encoder
        self._ahead = _AHEAD * count
        self._threads = ThreadPoolExecutor(count)
        self._idle: SimpleQueue[_Process] = SimpleQueue()
        self._all: list[_Process] = []
        self._lock = Lock()
        self._closed = False
        for _ in range(count):
            with suppress(OSError):
                self._idle.put(self._start())

    def __enter__(self) -> Analysts:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            self._closed = True
            for process in self._all:
                process.kill()
        self._threads.shutdown()
        for process in self._all:
            process.close()

    def prepare(self, entries: Iterable[IndexEntry]) -> Iterator[IndexEntry]:
        """Give the entries, in their order, with what was made of their texts."""
        for batch, made in self._map(self._prepare, _group(entries)):
            for entry, prepared in zip(batch, made, strict=True):
                yield replace(entry, prepared=prepared)

    def analyse(self, words: Sequence[str]) -> Iterator[FieldTerms]:
        """Give what `analyse_words` gives."""
        chunks = (words[first : first + CHUNK_WORDS] for first in range(0, len(words), CHUNK_WORDS))
        for _, found in self._map(self._analyse, chunks):
            yield found

    def _map(
        self, work: Callable[[_Item], _Answer], items: Iterable[_Item]
    ) -> Iterator[tuple[_Item, _Answer]]:
        """Give items with what `work` makes of them, in order; only so many are under way at once."""
        waiting: deque[tuple[_Item, Future[_Answer]]] = deque()
        for item in items:
            waiting.append((item, self._threads.submit(work, item)))
            if len(waiting) > self._ahead:
                yield self._wait(*waiting.popleft())
        while waiting:
            yield self._wait(*waiting.popleft())

    def _wait(self, item: _Item, answer: Future[_Answer]) -> tuple[_Item, _Answer]:
        """Wait for an answer; a process that passed its time is killed, which its thread then hears."""
        while True:
            try:
                return item, answer.result(timeout=_LOOK_S)
            except TimeoutError:
                with self._lock:
                    for process in self._all:
                        if monotonic() > process.deadline:
                            process.kill()

    def _prepare(self, entries: Sequence[IndexEntry]) -> list[Prepared]:
        heads = [[heading_text(entry.document, passage) for passage in entry.passages] for entry in entries]
        documents = [
            {
                "text": entry.document.text,
                "spans": [(passage.span.start, passage.span.end) for passage in entry.passages],
                "heads": above,
            }
            for entry, above in zip(entries, heads, strict=True)
        ]
        found = self._ask({"documents": documents}, sum(len(entry.document.text) for entry in entries))
        if found is not None:
            return unpack_prepared(*found)
        return [
            prepare(entry.document.text, [passage.text for passage in entry.passages], above, self._encoder)
            for entry, above in zip(entries, heads, strict=True)
        ]

    def _analyse(self, words: Sequence[str]) -> FieldTerms:
        found = self._ask({"words": words}, sum(map(len, words)))
        return analyse_chunk(words) if found is None else unpack_terms(*found)

    def _ask(self, request: Header, chars: int) -> Frame | None:
        """Have a process answer; None when two of them could not."""
        if not self._all:
            return None
        seconds = _MOST_SECONDS + chars / _CHARS_PER_S
        process = self._idle.get()
        for _ in range(2):
            try:
                answer = process.ask(pack_frame(request), seconds)
            except _Lost:
                process.kill()
                with suppress(OSError):
                    process = self._start()
            else:
                self._idle.put(process)
                return answer
        self._idle.put(process)
        return None

    def _start(self) -> _Process:
        with self._lock:
            if self._closed:
                raise OSError("closed")
            process = _Process(self._settings)
            self._all.append(process)
            return process


class _Lost(Exception):
    """The process ended, took too long, or sent what is no frame."""


class _Process:
    """One analysing process."""

    def __init__(self, settings: Settings) -> None:
        paths = os.pathsep.join([str(_ROOT), *filter(None, sys.path)])
        one = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS")}
        self._popen = subprocess.Popen(
            [sys.executable, "-m", "assistant.ingestion.analyst", str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **one, "PYTHONPATH": paths},
            start_new_session=True,
        )
        assert self._popen.stdin is not None
        assert self._popen.stdout is not None
        self._requests, self._answers = self._popen.stdin, self._popen.stdout
        for pipe in (self._requests, self._answers):
            _widen(pipe)
        self._first = print_settings(settings).encode() + b"\n"
        self.deadline = math.inf

    def ask(self, request: bytes, seconds: float) -> Frame:
        """Send a request and give its answer. Raises _Lost."""
        self.deadline = monotonic() + seconds
        try:
            self._requests.write(self._first + request)
            self._requests.flush()
            self._first = b""
            words, size = FRAME.unpack(self._take(FRAME.size))
            return json.loads(self._take(words)), self._take(size)
        except (OSError, ValueError) as exc:
            raise _Lost from exc
        finally:
            self.deadline = math.inf

    def kill(self) -> None:
        """End the process."""
        if self._popen.poll() is None:
            self._popen.kill()
            self._popen.wait()

    def close(self) -> None:
        """Let go of the pipes of a process that was killed."""
        for stream in (self._requests, self._answers):
            with suppress(OSError):
                stream.close()

    def _take(self, size: int) -> bytes:
        found = self._answers.read(size)
        if len(found) < size:
            raise _Lost
        return found


def _widen(pipe: IO[bytes]) -> None:
    """Give a pipe more room, on systems and for users that may."""
    try:
        from fcntl import F_SETPIPE_SZ, fcntl
    except ImportError:
        return
    with suppress(OSError):
        fcntl(pipe.fileno(), F_SETPIPE_SZ, _PIPE_BYTES)


def _group(entries: Iterable[IndexEntry]) -> Iterator[list[IndexEntry]]:
    """Give entries some at a time: `_BATCH_CHARS` of text, or one that is longer."""
    batch: list[IndexEntry] = []
    chars = 0
    for entry in entries:
        batch.append(entry)
        chars += len(entry.document.text)
        if chars >= _BATCH_CHARS:
            yield batch
            batch, chars = [], 0
    if batch:
        yield batch
