"""Reading an index: one generation, checked when it is opened and unchanged while it is used."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.dutch.definitions import LIKELY, SURE, make_key
from assistant.errors import IndexDamaged, UsageError
from assistant.index.catalogue import CATALOGUE_FILE
from assistant.index.contents import Contents
from assistant.index.facts import make_extract
from assistant.index.filters import Mask, select_documents, select_marked, select_sections
from assistant.index.generations import REBUILD
from assistant.index.manifest import Manifest, Sizes
from assistant.index.names import DefinedNames
from assistant.index.postings import Postings
from assistant.index.sentences import Sentences
from assistant.index.sequences import Sequences
from assistant.index.spool import DocumentVectors
from assistant.index.vectors import VectorStore
from assistant.types import (
    BlockKind,
    Blocks,
    Document,
    DocumentKind,
    DocumentRecord,
    Extract,
    ExtractKind,
    Failure,
    Filters,
    Layout,
    Passage,
    Span,
)

Ints = NDArray[np.int64]

_PASSAGE = "SELECT number, id, document, start, stop, text, heading, page, language FROM passages "
_RECORD_FIELDS = (
    "id path sha256 title chars passages pages date date_source language origin notices subtitle kind organisation "
    "period scanned container container_sha256 signature version_of"
).split()


_DOCUMENT_NAMES = frozenset(field.name for field in fields(Document))
_RECORDS = f"SELECT {', '.join(_RECORD_FIELDS)} FROM documents ORDER BY number"  # noqa: S608


class Index:
    """An open generation. Safe to use from several threads; close it when done.

    Passages have numbers from 0 in the order of (path, place in the document); the lexical
    fields, the vectors and the masks all use them.
    """

    def __init__(
        self,
        manifest: Manifest,
        database: sqlite3.Connection,
        fields: Mapping[str, Postings],
        sequences: Sequences,
        sentences: Sentences,
        store: VectorStore,
        names: DefinedNames,
        folder: Path,
    ) -> None:
        self._manifest = manifest
        self.folder = folder
        self._database = database
        self._lock = RLock()
        self.fields = fields
        self.sequences = sequences
        self.sentences = sentences
        self.store = store
        self.names = names
        self._records = tuple(_make_record(row) for row in self._query(_RECORDS))
        self._places = {record.id: place for place, record in enumerate(self._records)}
        counts = np.array([record.passages for record in self._records], dtype=np.int64)
        self._firsts = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(counts)))

    @property
    def generation(self) -> str:
        """Give the name of the generation, a hash of its contents."""
        return self._manifest.generation

    @property
    def model(self) -> str:
        """Give the name of the encoder."""
        return self._manifest.encoder

    @property
    def dimension(self) -> int:
        """Give the length of a vector."""
        return self._manifest.dimension

    @property
    def analyser(self) -> str:
        """Give the version of the analysis of Dutch."""
        return self._manifest.analyser

    @property
    def sizes(self) -> Sizes:
        """Give the numbers of documents, passages, facts and bytes."""
        return self._manifest.sizes

    @property
    def failures(self) -> tuple[Failure, ...]:
        """Give the files that could not be read at ingest, by path."""
        return self._manifest.failures

    def records(self) -> tuple[DocumentRecord, ...]:
        """Give all documents without their texts, by path."""
        return self._records

    def document(self, document_id: str) -> Document:
        """Give a document with its text; raises UsageError when there is none of that id."""
        record = self._records[self._place(document_id)]
        ((starts, blocks, text),) = self._query(
            "SELECT page_starts, blocks, text FROM documents WHERE id = ?", (document_id,)
        )
        shared = {
            field.name: getattr(record, field.name)
            for field in fields(DocumentRecord)
            if field.name in _DOCUMENT_NAMES
        }
        return Document(
            text=text,
            blocks=_make_blocks(blocks),
            page_starts=tuple(json.loads(starts)),
            **shared,
        )

    def page_starts(self, document_id: str) -> tuple[int, ...]:
        """Give the offset at which each page begins; empty for a format without pages. Raises UsageError."""
        self._place(document_id)
        ((starts,),) = self._query("SELECT page_starts FROM documents WHERE id = ?", (document_id,))
        return tuple(json.loads(starts))

    def text_of(self, document_id: str) -> str:
        """Give the text of a document alone; raises UsageError for an unknown one."""
        self._place(document_id)
        ((text,),) = self._query("SELECT text FROM documents WHERE id = ?", (document_id,))
        return str(text)

    def layout_of(self, document_id: str) -> Layout | None:
        """Give where the words of a document stand; None for a format without pages.

        Raises UsageError when there is no document of that id.
        """
        self._place(document_id)
        ((sizes, packed),) = self._query(
            "SELECT page_sizes, layout FROM documents WHERE id = ?", (document_id,)
        )
        if packed is None:
            return None
        return Layout(tuple((width, height) for width, height in json.loads(sizes)), packed)

    def numbers_of(self, document_id: str) -> range:
        """Give the passage numbers of a document; raises UsageError for an unknown one."""
        place = self._place(document_id)
        return range(int(self._firsts[place]), int(self._firsts[place + 1]))

    def places_of(self, numbers: Ints) -> Ints:
        """Give for each passage the place of its document in `records()`."""
        return np.searchsorted(self._firsts, numbers, side="right") - 1

    def reach(self, numbers: Ints, distance: int) -> tuple[Ints, Ints]:
        """Give the run of passages of the same document at most `distance` away: first, and after the last."""
        places = self.places_of(numbers)
        firsts = np.maximum(numbers - distance, self._firsts[places])
        return firsts, np.minimum(numbers + distance + 1, self._firsts[places + 1])

    def number_of(self, document_id: str) -> int:
        """Give the number of a document in order of path; raises UsageError for an unknown one."""
        return self._place(document_id)

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        """Give the passages of a document in order; raises UsageError for an unknown one."""
        numbers = self.numbers_of(document_id)
        rows = self._query(
            _PASSAGE + "WHERE number >= ? AND number < ? ORDER BY number", (numbers.start, numbers.stop)
        )
        return tuple(self._make_passage(row) for row in rows)

    def numbers_within(self, document_id: str, span: Span) -> range:
        """Give the numbers of the passages that share text with a stretch of a document; raises UsageError."""
        own = self.numbers_of(document_id)
        ((first, last),) = self._query(
            "SELECT min(number), max(number) FROM passages WHERE number >= ? AND number < ? AND stop > ? AND start < ?",
            (own.start, own.stop, span.start, span.end),
        )
        return range(first, last + 1) if first is not None else range(0)

    def passage(self, number: int) -> Passage:
        """Give one passage; raises IndexError when there is none of that number."""
        return self.passages([number])[0]

    def passages(self, numbers: Sequence[int]) -> list[Passage]:
        """Give the passages with these numbers, in that order; raises IndexError for a wrong one."""
        found: dict[int, Passage] = {}
        for start in range(0, len(numbers), 500):
            some = [int(number) for number in numbers[start : start + 500]]
            marks = ",".join("?" * len(some))
            for row in self._query(_PASSAGE + f"WHERE number IN ({marks})", some):
                found[row[0]] = self._make_passage(row)
        try:
            return [found[int(number)] for number in numbers]
        except KeyError as exc:
            raise IndexError(f"no passage {exc.args[0]}") from exc

    def defining(self, term: str) -> list[int]:
        """Give the numbers of the passages that say what a term means, in order: the surest forms first."""
        key = make_key(term)
        rows = self._query(
            "SELECT kind, passage FROM marks WHERE kind IN (?, ?) AND code = ?", (SURE, LIKELY, key)
        )
        return (
            [number for _, number in sorted((kind != SURE, number) for kind, number in rows)] if key else []
        )

    def extracts(
        self,
        kinds: Collection[ExtractKind] | None = None,
        document_ids: Collection[str] | None = None,
    ) -> Iterator[tuple[str, Extract]]:
        """Give (document id, fact) in the order of path and place; None takes all.

        Raises UsageError for an unknown document.
        """
        places = range(len(self._records))
        chosen = places if document_ids is None else sorted({self._place(name) for name in document_ids})
        wanted = [kind.value for kind in ExtractKind if kinds is None or kind in kinds]
        marks = ",".join("?" * len(wanted))
        for place in chosen:
            rows = self._query(
                "SELECT kind, start, stop, text, value FROM facts "  # noqa: S608 - only question marks
                f"WHERE document = ? AND kind IN ({marks}) ORDER BY number",
                (place, *wanted),
            )
            for kind, start, stop, text, value in rows:
                yield self._records[place].id, make_extract(kind, start, stop, text, value)

    def facts_between(self, document_id: str, start: int, stop: int) -> list[Extract]:
        """Give the facts of a document that begin at an offset from `start` and before `stop`, in order of place.

        Raises UsageError for an unknown document.
        """
        rows = self._query(
            "SELECT number, kind, start, stop, text, value FROM facts "
            "WHERE document = ? AND start >= ? AND start < ?",
            (self._place(document_id), start, stop),
        )
        return [make_extract(*row[1:]) for row in sorted(rows)]

    def vectors_at(self, numbers: range) -> DocumentVectors:
        """Give the vectors of the passages with these numbers and of their sentences, to write them again."""
        passages = self.store.fetch(np.arange(numbers.start, numbers.stop, dtype=np.int64))
        return DocumentVectors(passages, self.sentences.fetch(numbers.start, numbers.stop))

    def select(self, filters: Filters) -> Mask | None:
        """Tell for every passage whether it may be found; None when nothing is limited.

        A theme or region must stand in the passage itself. Raises UsageError, naming the field,
        for a document that does not exist or a date that is none.
        """
        if filters.empty:
            return None
        documents = select_documents(filters, self._records)
        allowed = np.repeat(documents, np.diff(self._firsts))
        with self._lock:
            for kind, codes in ((ExtractKind.THEME, filters.themes), (ExtractKind.REGION, filters.regions)):
                if codes:
                    allowed &= select_marked(self._database, kind.value, codes, len(allowed))
        if filters.sections:
            allowed &= select_sections(filters.sections, len(allowed))
        return allowed

    @cached_property
    def contents(self) -> Contents:
        """What stands under which headings: read when it is first asked for."""
        return Contents(self._query("SELECT number, document, heading FROM passages ORDER BY number"))

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._database.close()

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _place(self, document_id: str) -> int:
        place = self._places.get(document_id)
        if place is None:
            raise UsageError(f"Document '{document_id}' staat niet in de index.", "document")
        return place

    def _make_passage(self, row: tuple[Any, ...]) -> Passage:
        _, passage_id, document, start, stop, text, heading, page, language = row
        return Passage(
            id=str(passage_id),
            document_id=self._records[document].id,
            span=Span(start, stop),
            text=str(text),
            heading=tuple(json.loads(str(heading))),
            page=page,
            language=language,
        )

    def _query(self, statement: str, values: Sequence[object] = ()) -> list[Any]:
        try:
            with self._lock:
                return self._database.execute(statement, values).fetchall()
        except sqlite3.DatabaseError as exc:
            raise IndexDamaged(f"De index is beschadigd: {CATALOGUE_FILE} is onleesbaar. {REBUILD}") from exc


def _make_blocks(column: str) -> Blocks:
    """Give the blocks of a column, a list of kind, start, end and level; parsed flat, as numbers."""
    for code, kind in enumerate(BlockKind):
        column = column.replace(f'"{kind.value}"', str(code))
    values = np.fromstring(column[2:-2].replace("],[", ","), dtype=np.uint32, sep=",")
    codes, levels = (values[place::4].astype(np.uint8).tobytes() for place in (0, 3))
    starts, ends = (array("I", values[place::4].tobytes()) for place in (1, 2))
    return Blocks(codes, levels, starts, ends)


def _make_record(row: tuple[Any, ...]) -> DocumentRecord:
    values = dict(zip(_RECORD_FIELDS, row, strict=True))
    values["notices"] = tuple(json.loads(values["notices"]))
    values["kind"] = DocumentKind(values["kind"]) if values["kind"] else None
    values["scanned"] = tuple((page, confidence) for page, confidence in json.loads(values["scanned"]))
    return DocumentRecord(**values)
