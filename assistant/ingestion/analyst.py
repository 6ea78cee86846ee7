"""What runs in an analysing process: texts in, and out what goes into an index of them.

Started by `analysts.py` with `python -m`. The first line on standard input holds the settings; then
come frames, of documents to prepare or of words to analyse, and one frame answers each. Of a frame
the header is JSON, and the body holds arrays behind each other, whose kinds and shapes the header
tells.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from assistant.embed import Encoder, make_encoder
from assistant.index.lexical import FieldTerms, analyse_chunk
from assistant.index.prepared import Prepared, prepare
from assistant.index.sentences import SentenceRows
from assistant.index.spool import DocumentVectors
from assistant.index.vocabulary import TermRun
from assistant.index.words import TextWords
from assistant.ingest.lifeline import die_with_parent
from assistant.ingestion.worker import FRAME, load_sent, take_stdout

Header = dict[str, Any]
Frame = tuple[Header, bytes]
Arrays = list[NDArray[Any]]


def main() -> None:
    """Answer requests until the input ends."""
    die_with_parent(int(sys.argv[1]))
    requests, answers = sys.stdin.buffer, take_stdout()
    encoder = make_encoder(load_sent(json.loads(requests.readline())))
    while (header := _receive(requests)) is not None:
        if "words" in header:
            found, body = pack_terms(analyse_chunk(header["words"]))
        else:
            found, body = pack_prepared([_prepare(document, encoder) for document in header["documents"]])
        answers.write(pack_frame(found, body))
        answers.flush()


def pack_frame(header: Header, body: bytes = b"") -> bytes:
    """Give a frame as bytes."""
    words = json.dumps(header).encode()
    return b"".join((FRAME.pack(len(words), len(body)), words, body))


def pack_prepared(documents: Sequence[Prepared]) -> Frame:
    """Give header and body of a frame."""
    arrays: Arrays = []
    listed = []
    for made in documents:
        listed.append([made.definitions, made.body.words, made.heads.words])
        rows = made.vectors.sentences
        arrays += (made.body.numbers, made.body.sizes, made.heads.numbers, made.heads.sizes, made.sizes)
        arrays += (made.vectors.passages, rows.rows, rows.scales)
    shapes, body = _pack_arrays(arrays)
    return {"documents": listed, "arrays": shapes}, body


def unpack_prepared(header: Header, body: bytes) -> list[Prepared]:
    """Give the documents that `pack_prepared` packed."""
    arrays = iter(_unpack_arrays(header["arrays"], body))
    documents = []
    for definitions, words, heads in header["documents"]:
        found = TextWords(tuple(words), next(arrays), next(arrays))
        above = TextWords(tuple(heads), next(arrays), next(arrays))
        sizes, passages, rows, scales = (next(arrays) for _ in range(4))
        vectors = DocumentVectors(passages, SentenceRows(rows, scales))
        documents.append(
            Prepared(tuple((short, full) for short, full in definitions), found, above, sizes, vectors)
        )
    return documents


def pack_terms(found: FieldTerms) -> Frame:
    """Give header and body of a frame."""
    runs = (found.stems, found.grams)
    shapes, body = _pack_arrays([part for run in runs for part in (run.entries, run.units, run.sizes)])
    return {"terms": [run.terms for run in runs], "arrays": shapes}, body


def unpack_terms(header: Header, body: bytes) -> FieldTerms:
    """Give the terms that `pack_terms` packed."""
    arrays = _unpack_arrays(header["arrays"], body)
    stems, grams = (tuple(terms) for terms in header["terms"])
    return FieldTerms(TermRun(stems, *arrays[:3]), TermRun(grams, *arrays[3:]))


def _receive(stream: BinaryIO) -> Header | None:
    head = stream.read(FRAME.size)
    if len(head) < FRAME.size:
        return None
    words, _ = FRAME.unpack(head)
    header: Header = json.loads(stream.read(words))
    return header


def _prepare(document: Header, encoder: Encoder) -> Prepared:
    text = document["text"]
    passages = [text[start:stop] for start, stop in document["spans"]]
    return prepare(text, passages, document["heads"], encoder)


def _pack_arrays(arrays: Iterable[NDArray[Any]]) -> tuple[list[tuple[str, tuple[int, ...]]], bytes]:
    laid = [np.ascontiguousarray(array) for array in arrays]
    return [(array.dtype.str, array.shape) for array in laid], b"".join(array.data for array in laid)


def _unpack_arrays(shapes: Sequence[tuple[str, Sequence[int]]], body: bytes) -> Arrays:
    """Give the arrays of a body, over its bytes; ValueError when it is too short."""
    arrays: Arrays = []
    place = 0
    for kind, shape in shapes:
        count = math.prod(shape)
        array = np.frombuffer(body, np.dtype(kind), count, place) if count else np.zeros(0, np.dtype(kind))
        arrays.append(array.reshape(shape))
        place += array.nbytes
    return arrays


if __name__ == "__main__":
    main()
