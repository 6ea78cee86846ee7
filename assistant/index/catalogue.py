"""The texts of a generation in one SQLite file: documents, passages, facts.

Documents are numbered by path and passages by document and place, from 0; the lexical fields
and the vectors use the same passage numbers. The file is written once and then only read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.dutch.definitions import find_defined
from assistant.index.columns import pack_column
from assistant.index.facts import find_marks, print_value
from assistant.types import Document, DocumentRecord, Extract, Passage

CATALOGUE_FILE = "documents.sqlite"

_TABLES = (
    """CREATE TABLE {}documents (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL,
        title TEXT NOT NULL, chars INTEGER NOT NULL, passages INTEGER NOT NULL, pages INTEGER NOT NULL,
        date TEXT, date_source TEXT, language TEXT, origin TEXT, notices TEXT NOT NULL,
        subtitle TEXT, kind TEXT, organisation TEXT, period TEXT, scanned TEXT NOT NULL,
        container TEXT, container_sha256 TEXT, signature BLOB NOT NULL, version_of TEXT,
        page_starts TEXT NOT NULL, blocks TEXT NOT NULL, text TEXT NOT NULL,
        page_sizes TEXT, layout BLOB)""",
    """CREATE TABLE {}passages (
        number INTEGER PRIMARY KEY, document INTEGER NOT NULL, id TEXT NOT NULL, start INTEGER NOT NULL,
        stop INTEGER NOT NULL, page INTEGER, heading TEXT NOT NULL, text TEXT NOT NULL, language TEXT)""",
    """CREATE TABLE {}facts (
        number INTEGER PRIMARY KEY, document INTEGER NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL,
        stop INTEGER NOT NULL, text TEXT NOT NULL, value TEXT NOT NULL)""",
    "CREATE TABLE {}marks (kind TEXT NOT NULL, code TEXT NOT NULL, passage INTEGER NOT NULL)",
)
_DOCUMENT_FIELDS = (
    "id path sha256 title chars passages pages date date_source language origin notices subtitle kind organisation "
    "period scanned container container_sha256 signature version_of page_starts blocks text page_sizes layout"
).split()
_INDEXES = (
    "CREATE UNIQUE INDEX document_ids ON documents (id)",
    "CREATE UNIQUE INDEX document_paths ON documents (path)",
    "CREATE INDEX passage_documents ON passages (document)",
    "CREATE INDEX fact_documents ON facts (document, start)",
    "CREATE INDEX mark_codes ON marks (kind, code, passage)",
)
_CHANGING = frozenset(("path", "container", "notices", "version_of"))
"""What can change of a document without its file being read again."""
_COPIES = (
    "INSERT INTO passages SELECT p.number + k.shift, k.new, p.id, p.start, p.stop, p.page, p.heading, "
    "p.text, p.language FROM kept k JOIN old.passages p ON p.document = k.old ORDER BY p.number",
    "INSERT INTO facts SELECT row_number() OVER (ORDER BY f.number) - 1, k.new, f.kind, f.start, f.stop, "
    "f.text, f.value FROM kept k JOIN old.facts f ON f.document = k.old ORDER BY f.number",
    "INSERT INTO marks SELECT m.kind, m.code, m.passage + k.shift FROM old.marks m "
    "JOIN old.passages p ON p.number = m.passage JOIN kept k ON k.old = p.document",
)


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document of an earlier catalogue: its number there, those of its passages, its record from now on."""

    number: int
    numbers: range
    record: DocumentRecord


class CatalogueWriter:
    """Takes documents in any order, then writes the catalogue in the order of their paths.

    They are laid down in a second file first, so that no more than one document is in memory.
    """

    def __init__(self, folder: Path) -> None:
        self._staging = folder / "staging.sqlite"
        self._target = folder / CATALOGUE_FILE
        self._database = _connect(self._staging)
        for table in _TABLES:
            self._database.execute(table.format(""))
        self.documents = 0
        self.passages = 0
        self.extracts = 0

    def add(self, document: Document, passages: Sequence[Passage], extracts: Sequence[Extract]) -> int:
        """Lay down a document; gives the number, in order of arrival, of its first passage."""
        first = self.passages
        with self._database:
            self._add_document(document, len(passages))
            self._database.executemany(
                "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (number, self.documents, *_passage_row(passage))
                    for number, passage in enumerate(passages, start=first)
                ),
            )
            self._add_facts(extracts)
            self._database.executemany(
                "INSERT INTO marks VALUES (?, ?, ?)", sorted(_mark(first, passages, extracts))
            )
        self.documents += 1
        self.passages += len(passages)
        self.extracts += len(extracts)
        return first

    def copy(self, catalogue: Path, kept: Sequence[KeptDocument]) -> None:
        """Lay down documents of another catalogue; they come in its order, and before any that is added.

        Raises sqlite3.Error when it cannot be read.
        """
        self._database.execute("ATTACH DATABASE ? AS old", (str(catalogue),))
        with self._database:
            self._database.execute(
                "CREATE TEMP TABLE kept (old INTEGER PRIMARY KEY, new INTEGER, shift INTEGER, path TEXT, "
                "container TEXT, notices TEXT, version_of TEXT)"
            )
            self._database.executemany("INSERT INTO kept VALUES (?, ?, ?, ?, ?, ?, ?)", self._number(kept))
            copied = (f"k.{name}" if name in _CHANGING else f"d.{name}" for name in _DOCUMENT_FIELDS)
            self._database.execute(
                f"INSERT INTO documents SELECT k.new, {', '.join(copied)} "  # noqa: S608
                "FROM kept k JOIN old.documents d ON d.number = k.old"
            )
            for statement in _COPIES:
                self._database.execute(statement)
        self._database.execute("DROP TABLE temp.kept")
        self._database.execute("DETACH DATABASE old")
        ((self.extracts,),) = self._database.execute("SELECT count(*) FROM facts")

    def _number(self, kept: Sequence[KeptDocument]) -> Iterator[tuple[object, ...]]:
        for item in sorted(kept, key=lambda item: item.number):
            record = item.record
            yield (
                *(item.number, self.documents, self.passages - item.numbers.start, record.path),
                *(record.container, pack_column(record.notices), record.version_of),
            )
            self.documents += 1
            self.passages += len(item.numbers)

    def finish(self) -> NDArray[np.int32]:
        """Write the catalogue; give, per passage in order of arrival, its number in it."""
        order = [
            number
            for (number,) in self._database.execute(
                "SELECT p.number FROM passages p JOIN documents d ON d.number = p.document "
                "ORDER BY d.path, p.start, p.stop, p.number"
            )
        ]
        renumber = np.zeros(self.passages, dtype=np.int32)
        renumber[np.array(order, dtype=np.int64)] = np.arange(self.passages, dtype=np.int32)
        self._database.close()
        self._copy()
        self._staging.unlink()
        return renumber

    def close(self) -> None:
        """Let go of the file, finished or not."""
        self._database.close()

    def _add_document(self, document: Document, passages: int) -> None:
        self._database.execute(
            f"INSERT INTO documents VALUES (:number, :{', :'.join(_DOCUMENT_FIELDS)})",  # noqa: S608
            {"number": self.documents, "passages": passages, **_document_row(document)},
        )

    def _add_facts(self, extracts: Sequence[Extract]) -> None:
        ordered = sorted(extracts, key=lambda fact: (fact.span, fact.kind, print_value(fact.value)))
        self._database.executemany(
            "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (number, self.documents, *_fact_row(fact))
                for number, fact in enumerate(ordered, start=self.extracts)
            ),
        )

    def _copy(self) -> None:
        """Copy everything into the target file, renumbered in the order of the paths."""
        database = _connect(self._target)
        try:
            database.execute("ATTACH DATABASE ? AS old", (str(self._staging),))
            with database:
                for table in _TABLES:
                    database.execute(table.format(""))
                _copy_rows(database)
                for index in _INDEXES:
                    database.execute(index)
            database.execute("DETACH DATABASE old")
        finally:
            database.close()


def _document_row(document: Document) -> dict[str, object]:
    blocks = [[block.kind.value, block.span.start, block.span.end, block.level] for block in document.blocks]
    return {
        "id": document.id,
        "path": document.path,
        "sha256": document.sha256,
        "title": document.title,
        "chars": len(document.text),
        "pages": len(document.page_starts),
        "date": document.date,
        "date_source": document.date_source,
        "language": document.language,
        "origin": document.origin,
        "notices": pack_column(document.notices),
        "subtitle": document.subtitle,
        "kind": document.kind,
        "organisation": document.organisation,
        "period": document.period,
        "scanned": pack_column(document.scanned),
        "container": document.container,
        "container_sha256": document.container_sha256,
        "signature": document.signature,
        "version_of": document.version_of,
        "page_starts": pack_column(document.page_starts),
        "blocks": pack_column(blocks),
        "text": document.text,
        "page_sizes": pack_column(document.layout.sizes) if document.layout else None,
        "layout": document.layout.packed if document.layout else None,
    }


def _passage_row(passage: Passage) -> tuple[object, ...]:
    span = passage.span
    heading = pack_column(passage.heading)
    return passage.id, span.start, span.end, passage.page, heading, passage.text, passage.language


def _fact_row(fact: Extract) -> tuple[object, ...]:
    return fact.kind.value, fact.span.start, fact.span.end, fact.text, print_value(fact.value)


def _copy_rows(database: sqlite3.Connection) -> None:
    database.execute(
        "CREATE TEMP TABLE document_order AS "
        "SELECT number AS old, row_number() OVER (ORDER BY path) - 1 AS new FROM old.documents"
    )
    database.execute("CREATE UNIQUE INDEX temp.by_old_document ON document_order (old)")
    database.execute(
        "CREATE TEMP TABLE passage_order AS SELECT p.number AS old, o.new AS document, "
        "row_number() OVER (ORDER BY o.new, p.start, p.stop, p.number) - 1 AS new "
        "FROM old.passages p JOIN document_order o ON o.old = p.document"
    )
    database.execute("CREATE UNIQUE INDEX temp.by_old_passage ON passage_order (old)")
    database.execute(
        f"INSERT INTO documents SELECT o.new, d.{', d.'.join(_DOCUMENT_FIELDS)} "  # noqa: S608
        "FROM document_order o JOIN old.documents d ON d.number = o.old ORDER BY o.new"
    )
    database.execute(
        "INSERT INTO passages SELECT o.new, o.document, p.id, p.start, p.stop, p.page, p.heading, p.text, "
        "p.language FROM passage_order o JOIN old.passages p ON p.number = o.old ORDER BY o.new"
    )
    database.execute(
        "INSERT INTO facts SELECT row_number() OVER (ORDER BY o.new, f.number) - 1, o.new, f.kind, f.start, "
        "f.stop, f.text, f.value FROM old.facts f JOIN document_order o ON o.old = f.document "
        "ORDER BY o.new, f.number"
    )
    database.execute(
        "INSERT INTO marks SELECT DISTINCT m.kind, m.code, o.new FROM old.marks m "
        "JOIN passage_order o ON o.old = m.passage ORDER BY m.kind, m.code, o.new"
    )


def _mark(first: int, passages: Sequence[Passage], extracts: Sequence[Extract]) -> set[tuple[str, str, int]]:
    """Give (kind, code, passage) for every fact with a code and every passage that it touches, and for the terms that passages explain."""
    starts = np.array([passage.span.start for passage in passages], dtype=np.int64)
    ends = np.array([passage.span.end for passage in passages], dtype=np.int64)
    marks: set[tuple[str, str, int]] = set()
    for fact in extracts:
        codes = find_marks(fact)
        if codes:
            touched = np.flatnonzero((starts < fact.span.end) & (fact.span.start < ends))
            marks.update((fact.kind.value, code, first + int(place)) for code in codes for place in touched)
    for place, passage in enumerate(passages):
        marks.update((how, key, first + place) for how, key in find_defined(passage.text, passage.heading))
    return marks


def _connect(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path)
    # A crash loses this file whole: it has no name yet that anybody reads.
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA synchronous = OFF")
    return database
