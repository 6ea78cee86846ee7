"""A small encoder without a model, and documents to index."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.dutch import content_stems
from assistant.index import Index, IndexEntry, open_index, write_generation
from assistant.types import (
    Block,
    BlockKind,
    DateValue,
    Document,
    Extract,
    ExtractKind,
    Failure,
    Passage,
    RegionValue,
    Span,
    ThemeValue,
)


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


def sample_entries() -> list[IndexEntry]:
    """Three documents in another order than that of their paths."""
    brabant = RegionValue("Noord-Brabant", "provincie", "NL", "NL-NB", "NL41")
    limburg = RegionValue("Limburg", "provincie", "BE", "BE-VLI", "BE22")
    return [
        make_entry(
            "beleid/energie.md",
            [
                "De provincie Noord-Brabant investeert in waterstof.",
                "Het warmtenet in Breda krijgt een subsidie van 2 miljoen euro.",
                "Limburg doet niet mee aan het warmtenet.",
            ],
            title="Energiebeleid",
            date="2021-06",
            extracts=[
                ("Noord-Brabant", ExtractKind.REGION, brabant),
                ("Limburg", ExtractKind.REGION, limburg),
                ("waterstof", ExtractKind.THEME, ThemeValue("energie", "Energie", 0.9)),
            ],
        ),
        make_entry(
            "a.txt",
            ["De gemeenteraad vergadert op 12 mei 2020 over de begroting.", "Daarna volgt een borrel."],
            date="2020",
            extracts=[("12 mei 2020", ExtractKind.DATE, DateValue("2020-05-12", "2020-05-12", "2020-05-12"))],
        ),
        make_entry(
            "vlaams/kmo.txt",
            ["De kmo krijgt een steunmaatregel voor digitalisering."],
            language="nl",
            origin="vl",
        ),
    ]


FAILURES = (Failure("stuk.pdf", "het bestand is beschadigd"),)


@pytest.fixture
def encoder() -> HashEncoder:
    return HashEncoder()


@pytest.fixture
def entries() -> list[IndexEntry]:
    return sample_entries()


@pytest.fixture
def entry() -> Callable[..., IndexEntry]:
    return make_entry


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def index(folder: Path, encoder: HashEncoder, entries: list[IndexEntry]) -> Iterator[Index]:
    write_generation(folder, entries, encoder, failures=FAILURES)
    with open_index(folder, encoder) as opened:
        yield opened


@pytest.fixture(scope="session")
def encoder_class() -> type[HashEncoder]:
    return HashEncoder


@pytest.fixture(scope="session")
def make() -> Callable[..., IndexEntry]:
    return make_entry
