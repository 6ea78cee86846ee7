"""Vectors on their way into a generation: made in batches, kept on disk in order of arrival."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.embed import Encoder
from assistant.errors import EncoderError
from assistant.index.rows import Rows
from assistant.index.sentences import SentenceRows, cut_sentences, quantise, write_sentences
from assistant.index.vectors import check_vectors, choose_store, find_store
from assistant.types import Passage

Ints = NDArray[np.int64]

VECTOR_FILE = "vectors.faiss"
_BATCH = 256  # passages that are encoded together
_CHUNK = 8_192  # rows that are moved together


@dataclass(frozen=True, slots=True)
class DocumentVectors:
    """The vectors of one document: a row a passage, and the rows of the passages' sentences."""

    passages: NDArray[np.float32]
    sentences: SentenceRows


@dataclass(frozen=True, slots=True)
class CutPassage:
    """A passage on its way to the model, cut into sentences; `name` is for a message."""

    name: str
    text: str
    sentences: tuple[str, ...]


class VectorSpool:
    """Takes the passages of a document at a time and writes the vector files at the end."""

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        self._folder = folder
        self._encoder = encoder
        self._files = {name: (folder / f"{name}.raw").open("w+b") for name in ("passages", "sentences")}
        self._scales = array("f")
        self._sizes = array("q")
        self._waiting: list[CutPassage] = []

    def add(self, passages: Sequence[Passage], path: str) -> None:
        """Have the vectors of a document made; passages are numbered as they come.

        Raises EncoderError, naming the passage, for a vector that cannot be used.
        """
        for passage in passages:
            sentences = tuple(cut_sentences(passage.text))
            self._waiting.append(CutPassage(f"{passage.id} ({path})", passage.text, sentences))
            if len(self._waiting) >= _BATCH:
                self.flush()

    def keep(self, vectors: DocumentVectors, sizes: Ints) -> None:
        """Take the vectors of a document of an earlier index; `sizes` tells how many sentences a passage has."""
        self._write(vectors.passages, sizes.tolist(), vectors.sentences)

    def flush(self) -> None:
        """Encode what is waiting."""
        if self._waiting:
            made = make_vectors(self._encoder, self._waiting)
            self._write(made.passages, [len(item.sentences) for item in self._waiting], made.sentences)
            self._waiting.clear()

    def finish(self, renumber: NDArray[np.int32]) -> None:
        """Write the files; the passage that came as number i is number `renumber[i]` from now on."""
        order = np.argsort(renumber).astype(np.int64)
        rows = self._open("passages", len(order), np.float32)
        chunks = (rows[order[start : start + _CHUNK]] for start in range(0, len(order), _CHUNK))
        factory = find_store(choose_store(len(order)))
        factory.write(self._folder / VECTOR_FILE, self._encoder.dimension, len(order), chunks)
        sentences = self._open("sentences", len(self._scales), np.int8)
        sizes, scales = np.array(self._sizes, dtype=np.int64), np.array(self._scales, dtype=np.float32)
        write_sentences(self._folder, sizes, order, sentences, scales, _CHUNK)
        self.close()
        for name in self._files:
            (self._folder / f"{name}.raw").unlink()

    def close(self) -> None:
        """Let go of the files."""
        for file in self._files.values():
            file.close()

    def _open(self, name: str, count: int, kind: type[np.generic]) -> Rows:
        self._files[name].flush()
        return Rows(self._folder / f"{name}.raw", 0, (count, self._encoder.dimension), kind, mapped=0)

    def _write(self, passages: NDArray[np.float32], sizes: Sequence[int], sentences: SentenceRows) -> None:
        """Append the rows of the next passages; `sizes` tells how many sentences each has."""
        self._files["passages"].write(passages.tobytes())
        self._files["sentences"].write(sentences.rows.tobytes())
        self._sizes.extend(sizes)
        self._scales.frombytes(sentences.scales.astype(np.float32).tobytes())


def make_vectors(encoder: Encoder, cut: Sequence[CutPassage]) -> DocumentVectors:
    """Encode each passage, and each sentence of those that have several.

    Raises EncoderError, naming the passage, for a vector that cannot be used.
    """
    texts: list[str] = []
    names: list[str] = []
    whole: list[int] = []  # where the passages are among the texts
    parts: list[int] = []  # where the sentences are; the only one of a passage is the passage
    for item in cut:
        pieces = item.sentences if len(item.sentences) > 1 else ()
        whole.append(len(texts))
        parts.extend(range(len(texts) + 1, len(texts) + 1 + len(pieces)) if pieces else (len(texts),))
        texts.extend((item.text, *pieces))
        names.extend([item.name] * (1 + len(pieces)))
    rows = _check(encoder, encoder.encode_passages(texts), names)
    return DocumentVectors(rows[whole], quantise(rows[parts]))


def _check(encoder: Encoder, vectors: NDArray[np.float32], names: list[str]) -> NDArray[np.float32]:
    try:
        return check_vectors(vectors, encoder.dimension, names)
    except ValueError as exc:
        raise EncoderError(f"Het model '{encoder.name}' geeft een onbruikbare vector: {exc}.") from exc
