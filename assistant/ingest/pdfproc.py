"""PDFs read in a process apart, which may crash or hang without taking this one along."""

from __future__ import annotations

import atexit
import json
import os
import select
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

from assistant.errors import BrokenDocument, LockedDocument
from assistant.ingest.glyphs import Segment, Sheet
from assistant.ingest.pdfworker import HEADER

_PAGE_TIMEOUT_S = 30.0
"""A page takes 8 to 40 ms; one that takes this long never ends."""
_FILE_TIMEOUT_S = 600.0
_ROOT = Path(__file__).resolve().parents[2]
_CRASHED = "de PDF is beschadigd of kwaadaardig: het lezen ervan is afgebroken"
_LOCKED = "de PDF is beveiligd met een wachtwoord; sla hem op zonder beveiliging"


@dataclass(slots=True)
class Content:
    """What a PDF holds: its pages, and title and date (EDTF) from its metadata."""

    sheets: list[Sheet] = field(default_factory=list)
    title: str | None = None
    date: str | None = None


class _Worker:
    """One running process, for the process and threads that made it."""

    def __init__(self) -> None:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(_ROOT), *filter(None, sys.path)])}
        self.owner = os.getpid()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "assistant.ingest.pdfworker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        self._buffer = b""

    def ask(self, raw: bytes, path: str) -> Content:
        """Give the pages of a PDF. Raises BrokenDocument or LockedDocument."""
        content = Content()
        deadline = monotonic() + _FILE_TIMEOUT_S
        self._write(raw, path)
        while True:
            message = self._read_message(path, deadline)
            if "segments" in message:
                segments = [Segment(*row) for row in message["segments"]]
                content.sheets.append(Sheet(message["width"], message["height"], segments, message["hidden"]))
            elif message.get("error") == "locked":
                raise LockedDocument(path, _LOCKED)
            elif "error" in message:
                raise BrokenDocument(path, "de PDF is beschadigd en kan niet worden geopend")
            else:
                content.title, content.date = message["title"], message["date"]
                return content

    def _write(self, raw: bytes, path: str) -> None:
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(HEADER.pack(len(raw)) + raw)
            self.process.stdin.flush()
        except BrokenPipeError as exc:
            raise BrokenDocument(path, _CRASHED) from exc

    def _read_message(self, path: str, deadline: float) -> dict[str, Any]:
        line = self._read_line(min(deadline, monotonic() + _PAGE_TIMEOUT_S))
        if not line:
            raise BrokenDocument(path, _CRASHED)
        message: dict[str, Any] = json.loads(line)
        return message

    def _read_line(self, deadline: float) -> bytes:
        """Give the next line; nothing when the process ended or the time is up."""
        assert self.process.stdout is not None
        handle = self.process.stdout.fileno()
        while b"\n" not in self._buffer:
            left = deadline - monotonic()
            ready, _, _ = select.select([handle], [], [], max(0.0, left))
            chunk = os.read(handle, 1 << 20) if ready else b""
            if not chunk:
                return b""
            self._buffer += chunk
        line, _, self._buffer = self._buffer.partition(b"\n")
        return line

    def close(self) -> None:
        """End the process."""
        if self.owner != os.getpid():
            return
        self.process.kill()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except BrokenPipeError:  # what was not sent yet needs nobody any more
                    continue
        self.process.wait()


class _Desk:
    """Keeps one worker for this process, and a new one after a crash or a fork."""

    def __init__(self) -> None:
        self._worker: _Worker | None = None
        self._lock = threading.Lock()
        self._inherited: list[_Worker] = []

    def begin_anew(self) -> None:
        """Forget, in a process that was forked off, the worker of its parent: it is not ours."""
        self._lock = threading.Lock()
        if self._worker is not None:
            self._inherited.append(self._worker)
            self._worker = None

    def ask(self, raw: bytes, path: str) -> Content:
        with self._lock:
            if self._worker is None:
                self._worker = _Worker()
            try:
                return self._worker.ask(raw, path)
            except BaseException:
                # Whatever is still under way in the worker must not answer the next request.
                self._close()
                raise

    def _close(self) -> None:
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    def close(self) -> None:
        with self._lock:
            self._close()


_DESK = _Desk()
atexit.register(_DESK.close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_DESK.begin_anew)


def read_pdf(raw: bytes, path: str) -> Content:
    """Give the pages of a PDF.

    Raises LockedDocument when it needs a password, BrokenDocument when it is damaged, or when
    reading it crashed, took too much memory or did not end.
    """
    return _DESK.ask(raw, path)
