"""Writing an index: documents, passages, facts and vectors into one new generation."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from assistant.dutch import ANALYSER_VERSION
from assistant.embed import Encoder
from assistant.errors import UnusableIndex
from assistant.index.catalogue import CATALOGUE_FILE, CatalogueWriter, KeptDocument
from assistant.index.generations import generations_of, lock_index, new_generation, publish
from assistant.index.lexical import (
    Analyse,
    FieldPart,
    analyse_words,
    join_fields,
    load_fields,
    write_fields,
)
from assistant.index.manifest import (
    FORMAT,
    Manifest,
    Sizes,
    check_files,
    measure_files,
    read_manifest,
    write_manifest,
)
from assistant.index.names import NamesWriter
from assistant.index.prepared import Prepared
from assistant.index.reader import Index
from assistant.index.sequences import load_sequences
from assistant.index.spool import VectorSpool
from assistant.index.vectors import choose_store
from assistant.index.words import WordSpool
from assistant.types import Document, DocumentRecord, Extract, Failure, Passage

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A document with everything that is kept of it.

    `prepared` is what was made of all texts elsewhere.
    """

    document: Document
    passages: tuple[Passage, ...]
    extracts: tuple[Extract, ...]
    prepared: Prepared | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """Documents of an open index that stay: per id there, the record from now on.

    Of a record only path, container, notices and `version_of` may differ from those there.
    """

    before: Index
    records: Mapping[str, DocumentRecord]


def write_generation(
    folder: Path,
    entries: Iterable[IndexEntry],
    encoder: Encoder,
    *,
    failures: Sequence[Failure] = (),
    progress: Progress | None = None,
    kept: Kept | None = None,
    analyse: Analyse = analyse_words,
) -> str:
    """Write a whole new generation, let it answer from then on, and give its name.

    Entries may come in any order and are let go of one by one; paths and ids occur once. Beside
    them stand the documents that are `kept` from an earlier generation: those are carried over and
    not analysed again. The same documents, encoder and failures give the same name and the same
    bytes, whatever was kept. `progress` is called with "index", the number of documents so far, and
    0 for a total that is not known. `analyse` gives what `analyse_words` gives, made elsewhere.

    Raises IndexLocked when another writer is at work, EncoderError for a vector that cannot be
    used (the message names the passage), and UnusableIndex when the disk refuses; the index that
    was there then still answers.
    """
    with lock_index(folder), _translate(), new_generation(folder) as made:
        work = _Work(made, encoder, analyse)
        try:
            work.keep(kept)
            for entry in entries:
                work.add(entry)
                if progress is not None:
                    progress("index", work.catalogue.documents, 0)
            work.finish()
        finally:
            work.close()
        manifest = _describe(made, encoder, work.catalogue, failures)
        target = generations_of(folder) / manifest.generation
        publish(folder, made, manifest.generation, replace=target.exists() and not _is_whole(target))
    return manifest.generation


def heading_text(document: Document, passage: Passage) -> str:
    """Give the title and the headings above a passage, each once."""
    return "\n".join(dict.fromkeys((document.title, *passage.heading)))


class _Work:
    """The parts of a generation while it is being written in `made`."""

    def __init__(self, made: Path, encoder: Encoder, analyse: Analyse) -> None:
        self._made = made
        self._analyse = analyse
        self.catalogue = CatalogueWriter(made)
        self._body, self._heads = WordSpool(made), WordSpool(made)
        self._vectors = VectorSpool(made, encoder)
        self._names = NamesWriter(made)
        self._before: Index | None = None
        self._arrivals = np.zeros(0, dtype=np.int32)
        """For each passage of the generation before, as which it came; -1 for one that is gone."""

    def keep(self, kept: Kept | None) -> None:
        """Take over documents of the generation before; they come before all others."""
        if kept is None or not kept.records:
            return
        before = kept.before
        documents = [
            KeptDocument(before.number_of(name), before.numbers_of(name), record)
            for name, record in kept.records.items()
        ]
        documents.sort(key=lambda item: item.number)
        self._arrivals = np.full(before.sizes.passages, -1, dtype=np.int32)
        first = 0
        for item in documents:
            numbers = item.numbers
            self._arrivals[numbers.start : numbers.stop] = np.arange(first, first + len(numbers))
            first += len(numbers)
        self._names.keep(row for row in before.names.rows if row[0] in kept.records)
        self.catalogue.copy(before.folder / CATALOGUE_FILE, documents)
        for item in documents:
            sizes = before.sentences.sizes(item.numbers.start, item.numbers.stop)
            self._vectors.keep(before.vectors_at(item.numbers), sizes)
        self._before = before

    def add(self, entry: IndexEntry) -> None:
        """Take a document."""
        self.catalogue.add(entry.document, entry.passages, entry.extracts)
        if entry.prepared is not None:
            self._take(entry.document.id, entry.prepared)
            return
        self._names.add(entry.document)
        for passage in entry.passages:
            self._body.add(passage.text)
            self._heads.add(heading_text(entry.document, passage))
        self._vectors.add(entry.passages, entry.document.path)

    def _take(self, document: str, prepared: Prepared) -> None:
        self._names.put(document, prepared.definitions)
        self._body.extend(prepared.body)
        self._heads.extend(prepared.heads)
        self._vectors.flush()
        self._vectors.keep(prepared.vectors, prepared.sizes)

    def finish(self) -> None:
        """Write all files."""
        self._vectors.flush()
        renumber = self.catalogue.finish()
        if self._before is None:
            write_fields(self._made, self._body, self._heads, np.argsort(renumber), self._analyse)
        else:
            self._join(self._before, renumber)
        self._vectors.finish(renumber)
        self._names.finish()

    def _join(self, before: Index, renumber: NDArray[np.int32]) -> None:
        """Write the fields from those of the generation before and those of what came after it."""
        arrivals = self._arrivals
        kept = FieldPart(
            before.fields,
            before.sequences,
            np.where(arrivals >= 0, renumber[arrivals], -1).astype(np.int32),
        )
        count = len(self._body)
        with TemporaryDirectory(dir=self._made) as name:
            apart = Path(name)
            write_fields(apart, self._body, self._heads, np.arange(count), self._analyse)
            fields, sequences = load_fields(apart, count), load_sequences(apart, count)
            fresh = FieldPart(fields, sequences, renumber[len(renumber) - count :])
            join_fields(self._made, (kept, fresh), len(renumber))

    def close(self) -> None:
        """Let go of the files."""
        for part in (self.catalogue, self._body, self._heads, self._vectors):
            part.close()


def _describe(
    made: Path, encoder: Encoder, catalogue: CatalogueWriter, failures: Sequence[Failure]
) -> Manifest:
    """Write the manifest of the files in `made`, and give it."""
    files = measure_files(made)
    manifest = Manifest(
        format=FORMAT,
        analyser=ANALYSER_VERSION,
        encoder=encoder.name,
        fingerprint=encoder.fingerprint,
        dimension=encoder.dimension,
        store=choose_store(catalogue.passages),
        sizes=Sizes(
            catalogue.documents,
            catalogue.passages,
            catalogue.extracts,
            sum(mark.bytes for mark in files.values()),
        ),
        failures=tuple(sorted(failures, key=lambda failure: (failure.path, failure.reason))),
        files=files,
    ).named()
    write_manifest(made, manifest)
    return manifest


def _is_whole(target: Path) -> bool:
    try:
        check_files(target, read_manifest(target))
    except UnusableIndex:
        return False
    return True


@contextmanager
def _translate() -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as exc:
        raise UnusableIndex(
            f"De index kon niet worden geschreven ({exc}). De index die er was, blijft in gebruik."
        ) from exc
