"""A small encoder without a model, and documents to index: for the tests of the index and of search."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.dutch import content_stems
from assistant.index import IndexEntry
from assistant.types import Block, BlockKind, Document, Extract, ExtractKind, Passage, Span


class HashEncoder:
    """Sums a fixed random vector per content stem; the same text gives the same row anywhere."""

    def __init__(self, name: str = "proef", dimension: int = 16) -> None:
        self.name = name
        self.dimension = dimension
        self.fingerprint = hashlib.sha256(f"{name}:{dimension}".encode()).hexdigest()
        self.encoded = 0

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.encoded += len(texts)
        return self._encode(texts)

    def _encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = np.zeros((len(texts), self.dimension), dtype=np.float64)
        for row, text in zip(rows, texts, strict=True):
            for stem in content_stems(text) or ["leeg"]:
                seed = int.from_bytes(hashlib.sha256(stem.encode()).digest()[:8], "big")
                row += np.random.default_rng(seed).normal(size=self.dimension)
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def make_entry(
    path: str,
    paragraphs: Sequence[str],
    *,
    title: str = "",
    date: str | None = None,
    language: str | None = "nl",
    origin: str | None = "nl",
    extracts: Sequence[tuple[str, ExtractKind, object]] = (),
) -> IndexEntry:
    """Make a document of one passage a paragraph; extracts as (words, kind, value)."""
    text = "\n".join(paragraphs)
    sha256 = hashlib.sha256(f"{path}\0{text}".encode()).hexdigest()
    spans: list[Span] = []
    for paragraph in paragraphs:
        start = spans[-1].end + 1 if spans else 0
        spans.append(Span(start, start + len(paragraph)))
    document = Document(
        id=sha256[:16],
        path=path,
        sha256=sha256,
        title=title or path,
        text=text,
        blocks=tuple(Block(BlockKind.PARAGRAPH, span) for span in spans),
        date=date,
        date_source="tekst" if date else None,
        language=language,
        origin=origin,
        page_starts=(0,),
        notices=("pagina 3 heeft geen tekst",),
    )
    passages = tuple(
        Passage(
            f"{document.id}:{span.start}-{span.end}", document.id, span, span.of(text), (document.title,), 1
        )
        for span in spans
    )
    facts = tuple(
        Extract(kind, Span(text.index(words), text.index(words) + len(words)), words, value)  # type: ignore[arg-type]
        for words, kind, value in extracts
    )
    return IndexEntry(document, passages, facts)
