"""Questions with the passages that answer them, and the indexes in which they are asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from assistant.errors import UsageError
from assistant.evaluate.gold import GoldQuestion
from assistant.evaluate.matching import Haystack
from assistant.evaluate.paraphrases import Paraphrase, find_evidence
from assistant.evaluate.shelves import Shelves
from assistant.evaluate.sources import SOURCES
from assistant.index import Index, IndexEntry
from assistant.types import Document, Passage, Span


@dataclass(frozen=True, slots=True)
class Topic:
    """A question, and the numbers of the passages that answer it; any of them is right.

    `sets` are those in which it counts, `split` is its half where the set is split.
    """

    question: str
    right: frozenset[int]
    sets: tuple[str, ...]
    split: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """Questions that are asked of one index."""

    index: Index
    topics: tuple[Topic, ...]


class Texts:
    """What the sets are made from: the sources that are there, as documents and as indexes."""

    def __init__(self, shared: Path | None, shelves: Shelves) -> None:
        self._shared = shared
        self._shelves = shelves

    def has(self, *names: str) -> bool:
        """Tell whether all these sources are there."""
        return all(SOURCES[name].locate(self._shared) is not None for name in names)

    def locate(self, name: str) -> Path:
        """Give where a source lies. Raises UsageError when it is not there."""
        place = SOURCES[name].locate(self._shared)
        if place is None:
            raise UsageError(f"De teksten '{name}' ontbreken.", "shared")
        return place

    def ingested(self, name: str) -> Index:
        """Give the index that the product makes of a source. Raises UsageError when it is not there."""
        return self._shelves.open_source(SOURCES[name], self.locate(name))

    def whole(self, name: str, texts: Sequence[str]) -> Index:
        """Give an index with each text as one passage; its number is the text's place."""
        return self._shelves.open_entries(name, make_entries(texts))


def make_entries(texts: Sequence[str]) -> list[IndexEntry]:
    """Give each text as a document of one passage, in the order of the texts."""
    entries: list[IndexEntry] = []
    for place, text in enumerate(texts):
        digest = sha256(f"{place}:{text}".encode()).hexdigest()
        document = Document(digest[:16], f"{place:07}.txt", digest, "", text, ())
        passage = Passage(f"{document.id}:0-{len(text)}", document.id, Span(0, len(text)), text)
        entries.append(IndexEntry(document, (passage,), ()))
    return entries


def ask_gold(index: Index, questions: Sequence[GoldQuestion], sets: tuple[str, ...]) -> Asked:
    """Give the answerable questions whose evidence stands whole in at least one passage."""
    haystacks = {
        record.path: [
            (number, Haystack("\n".join((*passage.heading, passage.text))))
            for number, passage in zip(index.numbers_of(record.id), index.passages_of(record.id), strict=True)
        ]
        for record in index.records()
    }
    topics: list[Topic] = []
    for question in questions:
        if not question.answerable or not question.evidence:
            continue
        right = frozenset(
            number
            for path in question.documents
            for number, haystack in haystacks.get(path, ())
            if haystack.holds_all(question.evidence)
        )
        if right:
            topics.append(Topic(question.question, right, sets, question.split))
    return Asked(index, tuple(topics))


def ask_paraphrases(index: Index, questions: Sequence[Paraphrase], sets: tuple[str, ...]) -> Asked:
    """Give the questions with the passages that hold at least half of a place that answers them.

    Raises UsageError, naming the question, when none of its places is in the documents any more.
    """
    documents = {record.path: record.id for record in index.records()}
    topics: list[Topic] = []
    for question in questions:
        right: set[int] = set()
        for pointer in question.gold:
            if pointer.document not in documents:
                continue
            document_id = documents[pointer.document]
            evidence = find_evidence(index.document(document_id).text, pointer)
            if evidence is not None:
                right.update(find_holders(index, document_id, evidence))
        if not right:
            raise UsageError(f"Vraag '{question.id}' wijst naar tekst die er niet (meer) staat.", "gold")
        topics.append(Topic(question.question, frozenset(right), sets, question.split))
    return Asked(index, tuple(topics))


def find_holders(index: Index, document_id: str, evidence: Span) -> list[int]:
    """Give the numbers of the passages that hold at least half of the evidence."""
    return [
        number
        for number, passage in zip(index.numbers_of(document_id), index.passages_of(document_id), strict=True)
        if 2 * (min(passage.span.end, evidence.end) - max(passage.span.start, evidence.start))
        >= len(evidence)
    ]
