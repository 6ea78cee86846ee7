"""What was read, on disk until it is written into the index, so that memory does not grow with it.

One file of records, each with its checksum. It outlives a run that was cut off: the next one takes
from it what was read whole, so that long reading is not done twice.
"""

from __future__ import annotations

import hashlib
import json
import os
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from assistant.ingestion.packing import ReadDocument, unpack
from assistant.types import DocumentRecord, Failure

READS_FILE = "gelezen.spool"
_HEAD = struct.Struct("!IQ32s")
"""Bytes of the header (JSON), bytes of the body, SHA-256 of both."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the body of a record lies, in bytes."""

    offset: int
    size: int


@dataclass(slots=True)
class ReadFile:
    """What came of one file on disk; `digest` is that of the file, `causes` go with the failures."""

    digest: str
    documents: dict[str, Place] = field(default_factory=dict)
    records: dict[str, DocumentRecord] = field(default_factory=dict)
    failures: dict[str, Failure] = field(default_factory=dict)
    causes: dict[str, str] = field(default_factory=dict)


def make_record(read: ReadDocument) -> DocumentRecord:
    """Give the record of a document that was read."""
    document = read.document
    return DocumentRecord(
        id=document.id,
        path=document.path,
        sha256=document.sha256,
        title=document.title,
        chars=len(document.text),
        passages=len(read.passages),
        pages=len(document.page_starts),
        date=document.date,
        date_source=document.date_source,
        language=document.language,
        origin=document.origin,
        notices=document.notices,
        subtitle=document.subtitle,
        kind=document.kind,
        organisation=document.organisation,
        period=document.period,
        scanned=document.scanned,
        container=document.container,
        container_sha256=document.container_sha256,
        signature=document.signature,
        version_of=document.version_of,
    )


class ReadStore:
    """The file of what was read; raises OSError when the disk refuses."""

    def __init__(self, folder: Path, manner: Mapping[str, object]) -> None:
        self._path = folder / READS_FILE
        self._files: dict[str, ReadFile] = {}
        self._under_way: dict[str, ReadFile] = {}
        self._stream: BinaryIO = self._path.open("a+b")
        end = self._load(dict(manner))
        self._stream.truncate(end)
        self._stream.seek(end)
        if end == 0:
            self._write({"kind": "manner", "manner": dict(manner)})

    @property
    def files(self) -> Mapping[str, ReadFile]:
        """Give what was read whole, by the path of the file on disk."""
        return self._files

    def forget(self, name: str) -> None:
        """Leave out what was read of a file before."""
        self._files.pop(name, None)

    def add_document(self, name: str, digest: str, record: bytes, body: bytes) -> None:
        """Keep a document of file `name`, packed, with its packed record."""
        header = {"kind": "document", "file": name, "digest": digest, "record": record.decode()}
        self._take(header, self._write(header, body))

    def add_failure(self, name: str, digest: str, failure: Failure, cause: str) -> None:
        """Keep why a file, or a member of it, could not be read."""
        header = {"kind": "failure", "file": name, "digest": digest}
        header |= {"path": failure.path, "reason": failure.reason, "cause": cause}
        self._take(header, self._write(header))

    def finish(self, name: str, digest: str) -> None:
        """Say that all of a file has been kept."""
        header = {"kind": "done", "file": name, "digest": digest}
        self._take(header, self._write(header))

    def load(self, place: Place) -> ReadDocument:
        """Read a document back."""
        body = os.pread(self._stream.fileno(), place.size, place.offset)
        return unpack(ReadDocument, body)

    def remove(self) -> None:
        """Remove the file: all of it is in the index."""
        self.close()
        self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file; what is in it stays for the next run."""
        self._stream.close()

    def _write(self, header: dict[str, Any], body: bytes = b"") -> Place:
        words = json.dumps(header).encode()
        digest = hashlib.sha256(words + body).digest()
        self._stream.write(_HEAD.pack(len(words), len(body), digest) + words)
        offset = self._stream.tell()
        self._stream.write(body)
        self._stream.flush()
        return Place(offset, len(body))

    def _take(self, header: dict[str, Any], place: Place) -> None:
        name = header["file"]
        if header["kind"] == "done":
            self._files[name] = self._under_way.pop(name, ReadFile(header["digest"]))
            return
        read = self._under_way.setdefault(name, ReadFile(header["digest"]))
        if header["kind"] == "document":
            record = unpack(DocumentRecord, header["record"].encode())
            read.documents[record.path], read.records[record.path] = place, record
        else:
            read.failures[header["path"]] = Failure(header["path"], header["reason"])
            read.causes[header["path"]] = header["cause"]

    def _load(self, manner: dict[str, object]) -> int:
        """Take the whole records of another run in the same manner; give where they end."""
        self._stream.seek(0)
        end = 0
        while (found := self._read_record()) is not None:
            header, place = found
            if header["kind"] == "manner":
                if header["manner"] != json.loads(json.dumps(manner)):
                    return 0
            else:
                self._take(header, place)
            end = place.offset + place.size
        self._under_way.clear()
        return end

    def _read_record(self) -> tuple[dict[str, Any], Place] | None:
        head = self._stream.read(_HEAD.size)
        if len(head) < _HEAD.size:
            return None
        words, size, digest = _HEAD.unpack(head)
        left = os.fstat(self._stream.fileno()).st_size - self._stream.tell()
        if words + size > left:
            return None
        header = self._stream.read(words)
        offset = self._stream.tell()
        if hashlib.sha256(header + self._stream.read(size)).digest() != digest:
            return None
        return json.loads(header), Place(offset, size)
