"""The law of spans over every document we have: `document.text[start:end]` is what is quoted.

It is checked for blocks, passages, extracts, citations and nearby passages, over the sample
corpus, the seeds and the smaller PDFs of ../shared, and over small documents that hypothesis
makes of words, newlines and awkward Unicode (fault 28).
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.dutch import split_sentences
from assistant.embed import make_encoder
from assistant.index import open_index
from assistant.ingest import cut_passages
from assistant.ingestion import ingest
from assistant.types import Answer, BlockKind, Citation, Document, Extract, Passage, Span

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
PDF_BYTES = 300_000
"""PDFs up to this size are in the sample; larger ones hold pictures and cost seconds each."""

QUESTIONS = (
    "Wie is de voorzitter van de stuurgroep?",
    "Wie opende het Wijstpad?",
    "Wie zijn de partners?",
    "Welke functie heeft Ilse Vandersteen?",
    "Welke organisatie beoordeelt de aanvragen?",
    "Welke gemeenten doen mee?",
    "In welke stad staat het onderzoekscentrum?",
    "Waar wordt het warmtenet aangelegd?",
    "Wanneer treedt de regeling in werking?",
    "Tot wanneer kan een aanvraag worden ingediend?",
    "In welk jaar begon de samenwerking?",
    "Hoe lang duurt de behandeling van een aanvraag?",
    "Over welke periode gaat de rapportage?",
    "Hoeveel geld is er voor de grensvouchers?",
    "Wat kost de aanleg van het warmtenet?",
    "Hoe hoog is de subsidie?",
    "Hoeveel woningen krijgen warmte?",
    "Hoeveel bedrijven doen mee aan het project?",
    "Hoeveel deelnemers waren er aanwezig op de werkgroep?",
    "Welk percentage van het budget gaat naar Vlaanderen?",
    "Hoeveel procent van de bedrijven exporteert?",
    "Welke drie scenario's liggen voor?",
    "Noem de voorwaarden voor een subsidie",
    "Welke landen zijn belangrijk voor de internationalisering?",
    "Wat is een grensvoucher?",
    "Waar staat de afkorting OMW voor?",
    "Wat wordt verstaan onder bodem?",
    "Waarom is de energiehub vertraagd?",
    "Wat is de reden van het bezoek aan Grenoble?",
    "Hoe worden bedrijven geholpen om over de grens samen te werken?",
    "Wat is het doel van de regeling?",
    "Hoe staat het met de energiehub?",
    "Is het warmtenet al aangelegd?",
    "Mag een onderneming drie vouchers ontvangen?",
    "Welke documenten noemen Vlaanderen?",
    "Hoe heet het project met de fietsroute?",
    "technologie kennis innovatie Eindhoven",
    "metadata standaard werkgroep",
    "Wat antwoordt de minister op de vraag over de wachtlijsten?",
    "Hoeveel inwoners heeft Parijs in 1950?",
    "“restwarmte uit rioolwater”",
)


@pytest.fixture(scope="module", params=["corpus", "seeds", "pdf"])
def reader(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over one of the collections of documents."""
    folder = tmp_path_factory.mktemp(request.param)
    corpus = CORPUS
    if request.param == "seeds":
        corpus = request.getfixturevalue("seeds")
    elif request.param == "pdf":
        corpus = _copy_pdfs(request.getfixturevalue("shared") / "data" / "pdf", folder / "corpus")
    own = Settings(corpus=corpus, index=folder / "index", workers=1)
    assert ingest(own).failed == ()
    with Assistant.open(own) as assistant:
        yield assistant


def _copy_pdfs(source: Path, target: Path) -> Path:
    target.mkdir()
    for path in sorted(source.rglob("*.pdf")):
        if path.stat().st_size <= PDF_BYTES:
            shutil.copy(path, target / path.name)
    return target


def documents_of(assistant: Assistant) -> list[Document]:
    return [assistant.document(record.id) for record in assistant.records()]


def check_quotation(document: Document, span: Span, words: str) -> None:
    assert words
    assert document.text[span.start : span.end] == words


def check_blocks(document: Document) -> None:
    for block in document.blocks:
        check_quotation(document, block.span, block.span.of(document.text))
        assert "\n" not in block.span.of(document.text)
    for before, after in pairwise(document.blocks):
        assert before.span.end < after.span.start
        assert not document.text[before.span.end : after.span.start].strip()


def check_passages(document: Document, passages: tuple[Passage, ...]) -> None:
    """Check the words, that each character that is no heading is in one passage, and the sentences."""
    sentences = split_sentences(document.text)
    headings = [block.span for block in document.blocks if block.kind is BlockKind.HEADING]
    starts = {span.start for span in (*sentences, *headings)}
    ends = {span.end for span in (*sentences, *headings)}
    times = [0] * len(document.text)
    for passage in passages:
        assert passage.document_id == document.id
        check_quotation(document, passage.span, passage.text)
        assert passage.page == document.page_of(passage.span.start)
        assert passage.span.start in starts, "the passage begins inside a sentence"
        assert passage.span.end in ends, "the passage ends inside a sentence"
        for place in range(passage.span.start, passage.span.end):
            times[place] += 1
    assert max(times, default=0) <= 1
    for heading in headings:
        times[heading.start : heading.end] = [1] * len(heading)
    left = [place for place, sign in enumerate(document.text) if not times[place] and not sign.isspace()]
    assert left == []


def check_extracts(document: Document, facts: list[Extract]) -> None:
    for fact in facts:
        check_quotation(document, fact.span, fact.text)


def check_citation(document: Document, citation: Citation) -> None:
    check_quotation(document, citation.span, citation.quote)
    assert (citation.path, citation.sha256, citation.title) == (
        document.path,
        document.sha256,
        document.title,
    )
    assert citation.page == document.page_of(citation.span.start)
    assert citation.heading == document.heading_path(citation.span.start)[: len(citation.heading)]


def check_answer(assistant: Assistant, answer: Answer) -> None:
    for citation in (*answer.citations, *answer.nearby):
        check_citation(assistant.document(citation.document_id), citation)
    cited = {citation.document_id for citation in answer.citations}
    for document_id, fact in answer.extracts:
        assert document_id in cited
        check_extracts(assistant.document(document_id), [fact])


# -- the documents we have --------------------------------------------------------------------


def test_every_block_is_a_stretch_of_the_text_and_none_overlap(reader: Assistant) -> None:
    assert reader.records() != ()
    for document in documents_of(reader):
        check_blocks(document)


def test_passages_are_whole_sentences_that_cover_the_text_once(reader: Assistant) -> None:
    with open_index(reader.settings.index, make_encoder(reader.settings)) as index:
        for document in documents_of(reader):
            check_passages(document, index.passages_of(document.id))
            assert index.passages_of(document.id) == cut_passages(document, reader.settings.passage_chars)


@pytest.mark.parametrize("chars", [60, 250, 2_000])
def test_passages_of_any_size_keep_the_law(reader: Assistant, chars: int) -> None:
    for document in documents_of(reader):
        check_passages(document, cut_passages(document, chars))


def test_every_fact_is_in_the_words_of_its_document(reader: Assistant) -> None:
    seen = 0
    for record, fact in reader.extracts():
        check_extracts(reader.document(record.id), [fact])
        seen += 1
    assert seen > 50


def test_every_citation_and_nearby_passage_is_in_the_words_of_its_document(reader: Assistant) -> None:
    answers = [reader.ask(question) for question in QUESTIONS]
    for answer in answers:
        check_answer(reader, answer)
    assert {answer.answered for answer in answers} == {True, False}


def test_every_hit_is_a_passage_in_the_words_of_its_document(reader: Assistant) -> None:
    for question in QUESTIONS[::4]:
        for hit in reader.search(question):
            check_quotation(reader.document(hit.passage.document_id), hit.passage.span, hit.passage.text)


# -- documents made for the purpose -----------------------------------------------------------

WORDS = (
    "De gemeente Gent betaalt 1.250,50 euro op 3 mei 2021. warmtenet Cafe\u0301 coördinatie CO₂ ’s-Hertogenbosch "
    "e\u0308\u0323n \u202eomgekeerd\u202c zero\u200bwidth \ufeffbom zachte\u00adkoppelteken 👩‍👩‍👧 fi\ufb01 "
    "Ilse directeur (OMW) 40% Aalst, want omdat; niet: … “Ja.” d.w.z. art. 5 - • | # ** <b> {{x}} \u0000 \u2028 ŉ İ ß"
).split(" ")
pieces = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(["\n", "\n\n", "# ", "- ", "1. ", "\t", "\r\n", "\u00a0", "\u2029"]),
    st.text(max_size=6),
)
texts = st.lists(pieces, min_size=1, max_size=60).map(" ".join)


@settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(texts, min_size=4, max_size=8), st.sampled_from(QUESTIONS))
def test_fault_28_any_text_keeps_the_law_from_file_to_citation(written: list[str], question: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, text in enumerate(written):
            suffix = (".txt", ".md", ".html")[number % 3]
            (corpus / f"{number}{suffix}").write_bytes(text.encode("utf-8", "replace"))
        own = Settings(corpus=corpus, index=Path(folder) / "index", workers=1)
        report = ingest(own)
        assert not [failure for failure in report.failed if "onverwachte fout" in failure.reason]
        with Assistant.open(own) as assistant:
            for document in documents_of(assistant):
                check_blocks(document)
                check_passages(document, cut_passages(document, own.passage_chars))
            for record, fact in assistant.extracts():
                check_extracts(assistant.document(record.id), [fact])
            for asked in (question, "Hoeveel betaalt de gemeente Gent?", written[0][:200]):
                if asked.strip():
                    check_answer(assistant, assistant.ask(asked))
