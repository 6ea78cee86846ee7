"""What goes into an index comes out of it, in a fixed order."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.dutch import stem
from assistant.embed import Encoder
from assistant.errors import UsageError
from assistant.index import Index, IndexEntry, open_index, write_generation
from assistant.index.sequences import find_keys
from assistant.types import DocumentRecord, Extract, ExtractKind, Span, ThemeValue

PATHS = ["a.txt", "beleid/energie.md", "vlaams/kmo.txt"]


def test_documents_come_by_path_whatever_the_order_of_writing(index: Index) -> None:
    assert [record.path for record in index.records()] == PATHS
    assert index.sizes.documents == 3
    assert index.sizes.passages == 6


def test_a_record_says_what_the_document_says(index: Index, entries: list[IndexEntry]) -> None:
    document = entries[0].document
    assert index.records()[1] == DocumentRecord(
        id=document.id,
        path="beleid/energie.md",
        sha256=document.sha256,
        title="Energiebeleid",
        chars=len(document.text),
        passages=3,
        pages=1,
        date="2021-06",
        date_source="tekst",
        language="nl",
        origin="nl",
        notices=("pagina 3 heeft geen tekst",),
    )


def test_documents_and_passages_come_back_as_they_were(index: Index, entries: list[IndexEntry]) -> None:
    for entry in entries:
        assert index.document(entry.document.id) == entry.document
        assert index.passages_of(entry.document.id) == entry.passages


def test_every_passage_is_the_text_of_its_document_at_its_span(index: Index) -> None:
    for number in range(index.sizes.passages):
        passage = index.passage(number)
        assert passage.span.of(index.document(passage.document_id).text) == passage.text


def test_passages_come_in_the_order_in_which_they_are_asked_for(index: Index) -> None:
    assert [index.passage(number) for number in (4, 0, 4)] == index.passages([4, 0, 4])
    with pytest.raises(IndexError, match="6"):
        index.passages([0, 6])


def test_facts_come_by_path_and_place_and_can_be_limited(index: Index, entries: list[IndexEntry]) -> None:
    energy, council = entries[0].document.id, entries[1].document.id
    found = [(document, extract.text) for document, extract in index.extracts()]
    assert found == [
        (council, "12 mei 2020"),
        (energy, "Noord-Brabant"),
        (energy, "waterstof"),
        (energy, "Limburg"),
    ]
    regions = list(index.extracts({ExtractKind.REGION}, [energy]))
    assert [extract.value for _, extract in regions] == [
        entries[0].extracts[0].value,
        entries[0].extracts[1].value,
    ]
    assert list(index.extracts({ExtractKind.AMOUNT})) == []


def test_vectors_come_back_per_document(index: Index, entries: list[IndexEntry], encoder: Encoder) -> None:
    texts = [passage.text for passage in entries[0].passages]
    vectors = index.vectors_at(index.numbers_of(entries[0].document.id))
    expected = encoder.encode_passages(texts)
    assert vectors.passages == pytest.approx(expected, abs=1e-6)
    sentences = vectors.sentences
    assert sentences.rows * sentences.scales[:, np.newaxis] == pytest.approx(expected, abs=5e-3)


def test_an_unknown_document_is_named(index: Index) -> None:
    for ask in (index.document, index.passages_of, index.numbers_of):
        with pytest.raises(UsageError, match="onbekend"):
            ask("onbekend")
    with pytest.raises(UsageError, match="onbekend"):
        list(index.extracts(document_ids=["onbekend"]))


def test_the_index_says_what_it_was_made_with(index: Index, encoder: Encoder) -> None:
    assert (index.model, index.dimension) == (encoder.name, encoder.dimension)
    assert index.analyser.startswith("nl-")
    assert [failure.path for failure in index.failures] == ["stuk.pdf"]
    assert index.sizes.extracts == 4
    assert index.sizes.bytes > 1_000


def test_an_index_of_nothing_opens(folder: Path, encoder: Encoder) -> None:
    write_generation(folder, [], encoder)
    with open_index(folder, encoder) as index:
        assert index.records() == ()
        assert index.sizes.passages == 0


def test_a_document_without_passages_is_kept(
    folder: Path, encoder: Encoder, entry: Callable[..., IndexEntry], entries: list[IndexEntry]
) -> None:
    write_generation(folder, [entry("leeg.txt", []), *entries], encoder)
    with open_index(folder, encoder) as index:
        record = next(record for record in index.records() if record.path == "leeg.txt")
        assert index.passages_of(record.id) == ()
        assert index.vectors_at(index.numbers_of(record.id)).passages.shape == (0, encoder.dimension)
        assert index.passages_of(entries[0].document.id) == entries[0].passages


def test_it_answers_from_several_threads(index: Index) -> None:
    numbers = list(range(index.sizes.passages)) * 20
    expected = [index.passage(number) for number in numbers]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(index.passage, numbers)) == expected


TEXTS = st.lists(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), min_size=1), max_size=4
)


@settings(max_examples=20, deadline=None)
@given(texts=TEXTS)
def test_fault_28_any_text_survives_with_its_offsets(
    tmp_path_factory: pytest.TempPathFactory,
    texts: list[str],
    encoder_class: type,
    make: Callable[..., IndexEntry],
) -> None:
    folder = tmp_path_factory.mktemp("index")
    written = make("map/naam.txt", texts)
    encoder = encoder_class()
    write_generation(folder, [written], encoder)
    with open_index(folder, encoder) as index:
        assert index.document(written.document.id) == written.document
        assert index.passages_of(written.document.id) == written.passages


def test_a_fact_with_offsets_past_ascii_keeps_them(
    folder: Path, encoder: Encoder, entry: Callable[..., IndexEntry]
) -> None:
    made = entry("é.txt", ["𝔘nicode 🙂 vóór energie"])
    start = made.document.text.index("energie")
    fact = Extract(
        ExtractKind.THEME, Span(start, start + 7), "energie", ThemeValue("energie", "Energie", 1.0)
    )
    write_generation(folder, [IndexEntry(made.document, made.passages, (fact,))], encoder)
    with open_index(folder, encoder) as index:
        assert [extract for _, extract in index.extracts()] == [fact]
        assert fact.span.of(index.document(made.document.id).text) == "energie"


def test_what_is_around_a_passage_ends_where_its_document_does(index: Index) -> None:
    places = index.places_of(np.arange(6))
    assert [index.records()[place].path for place in places] == [PATHS[place] for place in places]
    assert [int((places == place).sum()) for place in range(3)] == [r.passages for r in index.records()]
    firsts, stops = index.reach(np.arange(6), 1)
    for number, (first, stop) in enumerate(zip(firsts, stops, strict=True)):
        around = [other for other in (number - 1, number, number + 1) if 0 <= other < 6]
        assert list(range(first, stop)) == [other for other in around if places[other] == places[number]]


def test_stems_are_counted_over_a_run_of_passages(
    folder: Path, encoder: Encoder, entry: Callable[..., IndexEntry]
) -> None:
    made = entry("a.txt", ["kaas en kaas", "melk", "kaas en brood"])
    write_generation(folder, [made], encoder)
    with open_index(folder, encoder) as index:
        keys = np.array([index.fields["stem"].key(stem(word)) for word in ("kaas", "brood")], dtype=np.int64)
        counts, words = index.sequences.count(keys, np.array([0, 1]), np.array([2, 3]))
    assert counts.tolist() == [[2, 0], [1, 1]]
    assert words.tolist() == [3, 3]


def test_keys_are_found_where_they_stand_and_unknown_ones_nowhere() -> None:
    at, which = find_keys(np.array([7, 3, 0, 7, 5], dtype=np.int32), np.array([7, -1, 0, 90]))
    assert (at.tolist(), which.tolist()) == ([0, 2, 3], [0, 2, 0])
    at, which = find_keys(np.zeros(0, dtype=np.int32), np.array([-1]))
    assert (at.tolist(), which.tolist()) == ([], [])
