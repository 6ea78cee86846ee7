"""What goes through the pipe comes out as it was, and nothing else does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.config import Settings
from assistant.extract import find_extracts
from assistant.ingest import cut_passages, find_files, load_document
from assistant.ingestion.packing import ReadDocument, pack, unpack
from assistant.types import (
    AmountValue,
    Block,
    BlockKind,
    Box,
    DateValue,
    Document,
    DocumentKind,
    Extract,
    ExtractKind,
    Layout,
    RegionValue,
    Span,
    ThemeValue,
    Word,
)

VALUES = (
    DateValue("2021", "2021-01-01", "2021-12-31", None),
    RegionValue("Beieren", "deelstaat", "DE", "DE-BY"),
    ThemeValue("gezondheid", "Gezondheid", 0.1 + 0.2),
    AmountValue(10.5, "EUR", "about", 12.0),
)


@given(text=st.text(max_size=200), place=st.floats(0, 6000), data=st.binary(max_size=50))
def test_any_document_comes_back_as_it_was(text: str, place: float, data: bytes) -> None:
    layout = Layout.pack([(595.0, place)], [Word(Span(0, 1), Box(1, place, 2.0, 3.0, 4.0))])
    document = Document(
        id="0" * 16,
        path="map/a.pdf",
        sha256="0" * 64,
        title=text,
        text=text,
        blocks=(Block(BlockKind.HEADING, Span(0, len(text)), 1),),
        kind=DocumentKind.LETTER,
        scanned=((3, place),),
        page_starts=(0,),
        signature=data,
        layout=layout,
    )
    facts = tuple(Extract(ExtractKind.DATE, Span(0, 1), text, value) for value in VALUES)
    read = ReadDocument(document, (), facts)
    assert unpack(ReadDocument, pack(read)) == read


def test_every_document_of_the_sample_corpus_comes_back_as_it_was(root: Path) -> None:
    for path in find_files(root / "corpus"):
        document = load_document(path, root / "corpus", Settings())
        read = ReadDocument(document, tuple(cut_passages(document, 700)), tuple(find_extracts(document.text)))
        assert unpack(ReadDocument, pack(read)) == read


@pytest.mark.parametrize(
    "raw",
    [b"", b"{}", b"[]", b'["Settings"]', b'["ReadDocument",1,2,3]', b"\xff", b'["ReadDocument",[],[],[],[]]'],
)
def test_what_is_no_packed_document_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError):
        unpack(ReadDocument, raw)


def test_a_packed_value_is_plain_json() -> None:
    assert json.loads(pack(Span(1, 2))) == ["Span", 1, 2]
