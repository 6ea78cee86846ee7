"""Own sentences read by the real loader and weighed against a question, without an index."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest

from assistant.answer import Library, Reading, Templates, parse_question
from assistant.answer.constraints import Atlas
from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher, Vectors
from assistant.answer.terms import weigh_terms
from assistant.answer.textwords import read_words
from assistant.answer.weighed import Weighed
from assistant.answer.weighing import find_best, weigh
from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.dutch import find_stems
from assistant.extract import find_extracts, lies_in
from assistant.ingest import cut_passages, load_document
from assistant.ingestion import ingest
from assistant.types import ExtractKind, Hit

Read = Callable[..., Reading]
OpenTexts = Callable[[Mapping[str, str]], Assistant]


class Desk:
    """Reads texts and weighs their sentences; every word is equally rare."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read = 0

    def read(self, text: str, *, suffix: str = ".md") -> Reading:
        """Give a document, as ingest reads it, prepared for answering."""
        self._read += 1
        path = self._folder / f"tekst {self._read}{suffix}"
        path.write_text(text, encoding="utf-8")
        document = load_document(path, self._folder, Settings())
        return Reading(document, find_extracts(document.text, document_date=document.date))

    def library(self, readings: list[Reading], vectors: Vectors | None = None) -> Library:
        """Give what answering reads: these documents."""
        known = {reading.document.id: reading for reading in readings}

        def present(word: str) -> bool:
            return any(presence(document_id, stem) > 0 for document_id in known for stem in find_stems(word))

        def presence(document_id: str, stem: str) -> float:
            held = where(document_id, stem)
            return sum(held) / max(1, len(held))

        def topicality(document_id: str, stem: str) -> float:
            held = where(document_id, stem)
            return max(0, sum(held) - 1) / max(1, len(held))

        def where(document_id: str, stem: str) -> list[bool]:
            passages = cut_passages(known[document_id].document, 700)
            return [stem in {word.stem for word in read_words(passage.text)} for passage in passages]

        return Library(
            readings=known.__getitem__,
            rarity=lambda stem: 0.6,
            present=present,
            presence=presence,
            topicality=topicality,
            vectors=vectors,
            templates=Templates(),
            atlas=Atlas(partial(find_extracts, kinds=(ExtractKind.REGION, ExtractKind.THEME)), lies_in),
        )

    def hits(self, readings: list[Reading]) -> list[Hit]:
        """Give all passages of the documents as hits."""
        return [Hit(passage, 1.0) for reading in readings for passage in cut_passages(reading.document, 700)]

    def weigh(
        self, question: str, *texts: str, vectors: Vectors | None = None, wholly: bool = False
    ) -> Weighed:
        """Give the evidence for a question in texts that are a document each."""
        return self.weigh_readings(question, [self.read(text) for text in texts], vectors, wholly=wholly)

    def weigh_readings(
        self, question: str, readings: list[Reading], vectors: Vectors | None = None, *, wholly: bool = False
    ) -> Weighed:
        """Give the evidence for a question in documents."""
        return weigh(question, self.hits(readings), self.library(readings, vectors), wholly=wholly)

    def best(self, question: str, *texts: str) -> Unit | None:
        """Give the unit that answers; None when what an answer needs is missing."""
        return find_best(self.weigh(question, *texts))

    def matcher(self, question: str, vectors: Vectors | None = None) -> Matcher:
        """Give the matcher of a question."""
        return Matcher(weigh_terms(parse_question(question), lambda stem: 0.6), vectors)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture(scope="module")
def open_texts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenTexts]:
    """Give a function that reads texts, each under its file name, and opens the assistant over them."""
    with ExitStack() as stack:

        def open_them(texts: Mapping[str, str]) -> Assistant:
            folder = tmp_path_factory.mktemp("teksten")
            for name, text in texts.items():
                path = folder / "corpus" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            settings = Settings(corpus=folder / "corpus", index=folder / "index", workers=1)
            ingest(settings)
            return stack.enter_context(Assistant.open(settings))

        yield open_them
