"""The sample corpus and its gold: what the questions rely on is in the documents, as they are read."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from assistant.config import Settings
from assistant.evaluate.gold import load_gold
from assistant.evaluate.matching import Haystack
from assistant.ingest import find_files, load_document
from assistant.types import Document

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
SOURCES = ROOT / "tools" / "corpus_sources"
GOLD = load_gold(ROOT / "assistant" / "evaluate" / "gold" / "corpus.jsonl")

DATES = {
    "beleid/beleidskader-grensoverschrijdende-samenwerking-2024-2027.md": "2024-02-16",
    "besluiten/beslissing-vlaamse-regering-2024-03-08.html": "2024-03-08",
    "besluiten/gemeenteraad-ravelo-warmtenet-2023-12-18.txt": "2023-12-18",
    "besluiten/persbericht-grensvouchers-kmo.txt": "2024-03-19",
    "brieven/antwoord-raadsvragen-energiehub-heiderode.docx": "2024-05-14",
    "brieven/statenbrief-voortgang-wijstland.docx": "2023-12-12",
    "nieuws/een-jaar-grenshopper.html": "2023-12-12",
    "nieuws/werkbezoek-noordrijn-westfalen.html": "2024-06-14",
    "nieuws/wijstpad-geopend.html": "2024-05-24",
    "rapporten/evaluatie-grensloket-samenvatting.pdf": "2024-06-27",
    "rapporten/voortgangsrapportage-2022-2023.pdf": "2023-09-21",
    "rapporten/voortgangsrapportage-2023-2024.pdf": "2024-09-26",
    "regelingen/subsidieregeling-grensvouchers-wijstland-2024.md": "2024-03-21",
    "verslagen/stuurgroep-wijstland-2023-11-16.md": "2023-11-16",
    "verslagen/werkgroep-energie-2024-02-06.txt": "2024-02-06",
}
"""The date that each document states of itself."""

ORIGINS = {
    "beleid/beleidskader-grensoverschrijdende-samenwerking-2024-2027.md": "nl",
    "besluiten/beslissing-vlaamse-regering-2024-03-08.html": "vl",
    "besluiten/gemeenteraad-ravelo-warmtenet-2023-12-18.txt": "vl",
    "besluiten/persbericht-grensvouchers-kmo.txt": "vl",
    "brieven/antwoord-raadsvragen-energiehub-heiderode.docx": "nl",
    "brieven/statenbrief-voortgang-wijstland.docx": "nl",
    "nieuws/een-jaar-grenshopper.html": "nl",
}
"""Documents that one side of the border wrote by itself."""


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {
        document.path: document
        for document in (load_document(path, CORPUS, Settings()) for path in find_files(CORPUS))
    }


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    yield


def test_every_document_is_read_with_the_date_it_states(documents: dict[str, Document]) -> None:
    assert {path: document.date for path, document in documents.items()} == DATES


def test_documents_of_one_side_of_the_border_have_its_origin(documents: dict[str, Document]) -> None:
    assert {path: documents[path].origin for path in ORIGINS} == ORIGINS


def test_every_document_is_dutch(documents: dict[str, Document]) -> None:
    assert {document.language for document in documents.values()} == {"nl"}


def test_the_evidence_of_every_gold_question_is_in_each_document_that_it_names(
    documents: dict[str, Document],
) -> None:
    haystacks = {path: Haystack(document.text) for path, document in documents.items()}
    missing = [
        (question.id, path, group)
        for question in GOLD
        for path in question.documents
        for group in question.evidence
        if not haystacks[path].holds_any(group)
    ]
    assert missing == []


def test_the_gold_holds_enough_questions_of_every_kind() -> None:
    assert len([question for question in GOLD if question.answerable]) >= 70
    assert len([question for question in GOLD if not question.answerable]) >= 20
    assert len({question.kind for question in GOLD}) == 16


def test_no_gold_question_is_a_sentence_of_a_document(documents: dict[str, Document]) -> None:
    stems = {question.question.rstrip("?").casefold() for question in GOLD}
    texts = [document.text.casefold() for document in documents.values()]
    assert [stem for stem in stems if any(stem in text for text in texts)] == []


def test_menus_cookie_notices_and_running_heads_stay_out(documents: dict[str, Document]) -> None:
    for path, document in documents.items():
        text = document.text
        for debris in (
            "Close icon",
            "cookies",
            "Privacyverklaring",
            "Toegankelijkheid",
            "Gerelateerd nieuws",
        ):
            assert debris not in text, (path, debris)
        assert text.count("Voortgangsrapportage Actieagenda Wijstland 2023-2024") <= 1, path


def test_words_cut_at_line_ends_are_whole_again(documents: dict[str, Document]) -> None:
    text = documents["rapporten/voortgangsrapportage-2022-2023.pdf"].text
    for word in ("werkgevers en studenten", "programmadirecteur Ilse Vandersteen", "Noordrijn-Westfalen"):
        assert word in text
    assert "mbo-studenten" in text


def test_making_a_document_again_gives_the_same_bytes(tools: None, tmp_path: Path) -> None:
    read_source = import_module("corpus_markup").read_source
    writers = import_module("make_corpus").WRITERS
    for name in ("evaluatie-grensloket.md", "statenbrief.md"):
        source = read_source(SOURCES / name)
        first, second = tmp_path / "first", tmp_path / "second"
        for target in (first, second):
            writers[source.field("format")](source, target)
        assert first.read_bytes() == second.read_bytes()


def test_every_source_has_its_document(tools: None) -> None:
    read_source = import_module("corpus_markup").read_source
    outputs = {read_source(path).field("output") for path in sorted(SOURCES.glob("*.md"))}
    made = {
        path.relative_to(CORPUS).as_posix() for path in CORPUS.rglob("*") if path.suffix in (".pdf", ".docx")
    }
    assert outputs == made
