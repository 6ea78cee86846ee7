"""What runs in a reading process: files in, documents with their passages and facts out.

Started by `pool.py` with `python -m`. The first line on standard input holds the settings, each
next one a request; both are JSON. The answer to a request is a row of frames, the last of kind
"done". The process has limits on memory and output, and it never loads a model or an index.
"""

from __future__ import annotations

import json
import os
import re
import struct
import sys
from collections.abc import Iterator
from dataclasses import asdict, fields, replace
from pathlib import Path
from time import perf_counter
from typing import Any, BinaryIO

from assistant.config import Settings
from assistant.errors import DocumentError, OversizedDocument
from assistant.extract import find_extracts
from assistant.ingest.lifeline import die_with_parent
from assistant.ingest.load import read_parts
from assistant.ingest.pace import ask_time, listen
from assistant.ingest.passages import cut_passages
from assistant.ingestion.packing import ReadDocument, pack
from assistant.ingestion.reads import make_record
from assistant.types import Document, ExtractKind, Failure

FRAME = struct.Struct("!IQ")
"""Before each frame: the bytes of its header (JSON) and of its body."""
_MOST_WRITTEN = 2**31
"""Bytes of any one file that a reading process makes (pictures of pages on their way to OCR)."""
_TIRED_BYTES = 600 * 2**20
"""A process that took more at its peak is replaced: not all of it comes back."""
_TIRED_FILES = 500
_SLACK_S, _CHARS_PER_S = 20.0, 50_000
"""Cutting passages and finding facts takes 1 s for 500,000 characters."""

Header = dict[str, Any]


def main() -> None:
    """Answer requests until the input ends."""
    die_with_parent(int(sys.argv[1]))
    requests, answers = sys.stdin.buffer, take_stdout()
    settings = load_sent(json.loads(requests.readline()))
    _limit(settings)
    reader = _Reader(settings, answers)
    reader.send({"kind": "ready"})
    for served, line in enumerate(requests, start=1):
        reader.answer(json.loads(line), last=served >= _TIRED_FILES)


def print_settings(settings: Settings) -> str:
    """Give the settings as a line of JSON."""
    values = {
        name: str(value) if isinstance(value, Path) else value for name, value in asdict(settings).items()
    }
    return json.dumps(values)


def load_sent(values: dict[str, Any]) -> Settings:
    """Give the settings that `print_settings` made a line of."""
    places = {item.name for item in fields(Settings) if "Path" in str(item.type)}
    given: dict[str, Any] = {
        name: Path(value) if name in places and value is not None else value for name, value in values.items()
    }
    return Settings(**given)


class _Reader:
    """Reads one file at a time and tells what comes of it."""

    def __init__(self, settings: Settings, answers: BinaryIO) -> None:
        self._settings = settings
        self._answers = answers
        listen(lambda seconds: self.send({"kind": "more", "seconds": seconds}))

    def send(self, header: Header, body: bytes = b"") -> None:
        words = json.dumps(header).encode()
        self._answers.write(FRAME.pack(len(words), len(body)) + words)
        self._answers.write(body)
        self._answers.flush()

    def answer(self, request: dict[str, Any], *, last: bool) -> None:
        """Read one file; the process ends after it when memory ran out or enough was asked of it."""
        try:
            for header, body in self._read(request):
                self.send(header, body)
        except MemoryError:
            self.send({"kind": "memory"})
            sys.exit(1)
        peak = _peak_bytes()
        tired = last or peak > _TIRED_BYTES
        self.send({"kind": "done", "tired": tired, "peak": peak})
        if tired:
            sys.exit(0)

    def _read(self, request: dict[str, Any]) -> Iterator[tuple[Header, bytes]]:
        root, name = Path(request["root"]), request["name"]
        only, skip = request["only"], frozenset(request["skip"])
        wanted = None if only is None else frozenset(only)

        def begin(path: str, size: int) -> bool:
            if path in skip or (wanted is not None and path not in wanted):
                return False
            self.send({"kind": "begin", "path": path, "bytes": size})
            return True

        started = perf_counter()
        for part in read_parts(root / name, root, self._settings, begin):
            if isinstance(part, Failure):
                if part.path not in skip and (wanted is None or part.path in wanted):
                    yield {"kind": "failure", "path": part.path, "reason": part.reason}, b""
            else:
                yield self._finish(part, perf_counter() - started, request["kinds"])
            started = perf_counter()

    def _finish(self, document: Document, spent: float, kinds: list[str] | None) -> tuple[Header, bytes]:
        """Give the frame of a document: what the plan needs of it in front, all of it behind.

        With `kinds` only what facts of these kinds need goes along.
        """
        try:
            started = perf_counter()
            ask_time(_SLACK_S + len(document.text) / _CHARS_PER_S)
            if len(document.text) > self._settings.max_document_chars:
                raise OversizedDocument(
                    document.path,
                    f"de tekst telt {len(document.text)} tekens; de grens is {self._settings.max_document_chars}",
                )
            passages = [] if kinds else cut_passages(document, self._settings.passage_chars)
            middle = perf_counter()
            wanted = [ExtractKind(kind) for kind in kinds or ExtractKind]
            facts = find_extracts(
                document.text,
                document_date=document.date,
                origin=document.origin,
                kinds=wanted,
                themes=self._settings.themes,
            )
            document = replace(document, layout=None) if kinds else document
            read = ReadDocument(document, tuple(passages), tuple(facts))
            seconds = {"lezen": spent + middle - started, "feiten": perf_counter() - middle}
        except DocumentError as exc:
            return {"kind": "failure", "path": document.path, "reason": exc.reason}, b""
        except MemoryError:
            raise
        except Exception as exc:  # a fault of ours on one file is reported as that file's
            reason = f"onverwachte fout bij het lezen ({type(exc).__name__}: {exc})"
            return {"kind": "failure", "path": document.path, "reason": reason}, b""
        record = pack(make_record(read)).decode("utf-8", "replace")
        return {"kind": "document", "record": record, "seconds": seconds}, pack(read)


def take_stdout() -> BinaryIO:
    """Give standard output for the frames alone; what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def _limit(settings: Settings) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; there only the time limit of the pool holds.
        return
    # Data, not address space: mapped files and shared libraries do not count, all that is filled does.
    for which, most in (
        (resource.RLIMIT_DATA, settings.max_worker_bytes),
        (resource.RLIMIT_FSIZE, _MOST_WRITTEN),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(which)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(which, (most, hard))


def _peak_bytes() -> int:
    """Give the most memory that this process had; 0 where that is not told.

    Not from `getrusage`: that counts what the program had that started this one.
    """
    try:
        words = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0
    found = re.search(r"^VmHWM:\s+(\d+) kB", words, re.M)
    return int(found[1]) * 1024 if found else 0


if __name__ == "__main__":
    main()
