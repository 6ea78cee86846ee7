"""Vectors of a slow model, kept on disk as they are made: a run that is cut off does not make them again.

The bundled model makes thousands of vectors a second and has no need of this; a transformer on a
processor makes tens. One file of records, each a hash of the text, the vector and a checksum. It is
removed when the index is written; a text that occurs twice is encoded once.
"""

from __future__ import annotations

import hashlib
import os
import struct
import zlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from assistant.embed import Encoder
from assistant.index.sentences import cut_sentences
from assistant.types import Passage

VECTORS_FILE = "vectoren.spool"
STAGE = "vectoren"
_KEY_BYTES = 16
_CHECK = struct.Struct("!I")
_STEP_TEXTS = 64
"""Texts that are encoded before they are kept: a second or two of a model with 22 million weights."""
_STEP_PASSAGES = 16
"""Passages whose texts go to the model together, so that those of a like length can be put together."""

Report = Callable[[str, int, int, str], None]


class KeptVectors:
    """The encoder `inner`, whose vectors of passages are kept in a file in `folder`.

    Raises OSError when the disk refuses, and what `inner` raises.
    """

    def __init__(self, inner: Encoder, folder: Path) -> None:
        self.name, self.dimension, self.fingerprint = inner.name, inner.dimension, inner.fingerprint
        self._inner = inner
        self._path = folder / VECTORS_FILE
        self._places: dict[bytes, int] = {}
        self._stream: BinaryIO | None = None

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give a row for every question."""
        return self._inner.encode_queries(texts)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give a row for every passage, those that are kept already from the file."""
        stream = self._open()
        keys = [hashlib.blake2b(text.encode(), digest_size=_KEY_BYTES).digest() for text in texts]
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._places}
        new = list(missing.items())
        for start in range(0, len(new), _STEP_TEXTS):
            step = new[start : start + _STEP_TEXTS]
            rows = self._inner.encode_passages([text for _, text in step])
            for (key, _), row in zip(step, rows, strict=True):
                self._add(stream, key, np.asarray(row, dtype=np.float32).tobytes())
            stream.flush()
        size = self.dimension * 4
        found = b"".join(os.pread(stream.fileno(), size, self._places[key]) for key in keys)
        return np.frombuffer(found, dtype=np.float32).reshape(len(texts), self.dimension).copy()

    def close(self) -> None:
        """Let go of the file; what is in it stays for the next run."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def _open(self) -> BinaryIO:
        if self._stream is None:
            self._stream = self._path.open("a+b")
            end = self._load(self._stream)
            self._stream.truncate(end)
            self._stream.seek(end)
            if end == 0:
                self._stream.write(self._head)
        return self._stream

    @property
    def _head(self) -> bytes:
        """What the file begins with: vectors of another model are of no use."""
        return hashlib.sha256(f"1\0{self.fingerprint}\0{self.dimension}".encode()).digest()

    def _load(self, stream: BinaryIO) -> int:
        """Take the whole records that another run left; give where they end."""
        self._places.clear()
        stream.seek(0)
        if stream.read(len(self._head)) != self._head:
            return 0
        size = _KEY_BYTES + self.dimension * 4
        end = len(self._head)
        while len(record := stream.read(size + _CHECK.size)) == size + _CHECK.size:
            if _CHECK.unpack(record[size:])[0] != zlib.crc32(record[:size]):
                break
            self._places[record[:_KEY_BYTES]] = end + _KEY_BYTES
            end += len(record)
        return end

    def _add(self, stream: BinaryIO, key: bytes, row: bytes) -> None:
        self._places[key] = stream.tell() + _KEY_BYTES
        stream.write(key + row + _CHECK.pack(zlib.crc32(key + row)))


def encode_ahead(
    encoder: KeptVectors, documents: Iterable[tuple[str, Sequence[Passage]]], total: int, report: Report
) -> None:
    """Make the vectors of documents (path, passages) and keep them; `report` gets passages done of `total`.

    The index encodes a passage, and each of its sentences when it has several; those are made here.
    """
    done = 0
    for path, passages in documents:
        for start in range(0, len(passages), _STEP_PASSAGES):
            report(STAGE, done, total, path)
            step = passages[start : start + _STEP_PASSAGES]
            encoder.encode_passages([text for passage in step for text in _find_texts(passage)])
            done += len(step)
    report(STAGE, done, total, "")


def _find_texts(passage: Passage) -> tuple[str, ...]:
    sentences = cut_sentences(passage.text)
    return (passage.text, *sentences) if len(sentences) > 1 else (passage.text,)
