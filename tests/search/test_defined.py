"""Short forms that the documents define widen a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from assistant.index import Index, IndexEntry
from assistant.search import search

Build = Callable[[Sequence[IndexEntry]], Index]


def make_index(build: Build, entry: Callable[..., IndexEntry]) -> tuple[Index, IndexEntry]:
    made = entry(
        "cwb.txt",
        [
            "Het Cyber Weerbaarheidscentrum Brainport (CWB) bestaat sinds 2018.",
            "Het Cyber Weerbaarheidscentrum Brainport deelt kennis met fabrieken.",
            "Het CWB waarschuwt leden voor aanvallen.",
        ],
    )
    other = entry("anders.txt", ["De gemeente deelt kennis over fietsen.", "Leden van de raad stemmen."])
    return build([made, other]), made


def test_the_documents_definitions_are_kept(build: Build, entry: Callable[..., IndexEntry]) -> None:
    index, made = make_index(build, entry)
    assert index.names.rows == ((made.document.id, "CWB", "Cyber Weerbaarheidscentrum Brainport"),)


def test_a_short_form_finds_the_full_name_and_the_other_way_round(
    build: Build, entry: Callable[..., IndexEntry], encoder: Any
) -> None:
    index, _ = make_index(build, entry)
    for question in ("Wat doet het CWB?", "Wat doet het Cyber Weerbaarheidscentrum Brainport?"):
        found = [hit.passage.text for hit in search(index, encoder, question, limit=3)]
        assert all("CWB" in text or "Cyber" in text for text in found)
        assert len(found) == 3


def test_a_short_form_that_is_written_like_a_stop_word_finds_its_full_name(
    build: Build, entry: Callable[..., IndexEntry], encoder: Any
) -> None:
    made = entry("via.txt", ["Het Vlaams Intersectoraal Akkoord (VIA) geldt voor de zorg.", "Iets anders."])
    index = build([made])
    found = [hit.passage.text for hit in search(index, encoder, "Wat regelt VIA voor de zorg?", limit=1)]
    assert found == ["Het Vlaams Intersectoraal Akkoord (VIA) geldt voor de zorg."]
