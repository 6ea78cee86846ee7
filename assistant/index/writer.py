"""Writing an index: documents, passages, facts and vectors into one new generation."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.dutch import ANALYSER_VERSION
from assistant.embed import Encoder
from assistant.errors import UnusableIndex
from assistant.index.catalogue import CatalogueWriter
from assistant.index.generations import generations_of, lock_index, new_generation, publish
from assistant.index.lexical import write_fields
from assistant.index.manifest import (
    FORMAT,
    Manifest,
    Sizes,
    check_files,
    measure_files,
    read_manifest,
    write_manifest,
)
from assistant.index.spool import DocumentVectors, VectorSpool
from assistant.index.vectors import choose_store
from assistant.index.words import WordSpool
from assistant.types import Document, Extract, Failure, Passage

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A document with everything that is kept of it.

    `vectors` are those of an earlier generation of the same encoder (`Index.vectors_of`), or None
    to have them made.
    """

    document: Document
    passages: tuple[Passage, ...]
    extracts: tuple[Extract, ...]
    vectors: DocumentVectors | None = None


def write_generation(
    folder: Path,
    entries: Iterable[IndexEntry],
    encoder: Encoder,
    *,
    failures: Sequence[Failure] = (),
    progress: Progress | None = None,
) -> str:
    """Write a whole new generation, let it answer from then on, and give its name.

    Entries may come in any order and are let go of one by one; paths and ids occur once. The same
    entries, encoder and failures give the same name and the same bytes. `progress` is called with
    "index", the number of documents so far, and 0 for a total that is not known.

    Raises IndexLocked when another writer is at work, EncoderError for a vector that cannot be
    used (the message names the passage), and UnusableIndex when the disk refuses; the index that
    was there then still answers.
    """
    with lock_index(folder), _translate(), new_generation(folder) as made:
        manifest = _fill(made, entries, encoder, failures, progress)
        target = generations_of(folder) / manifest.generation
        publish(folder, made, manifest.generation, replace=target.exists() and not _is_whole(target))
    return manifest.generation


def heading_text(document: Document, passage: Passage) -> str:
    """Give the title and the headings above a passage, each once."""
    return "\n".join(dict.fromkeys((document.title, *passage.heading)))


def _fill(
    made: Path,
    entries: Iterable[IndexEntry],
    encoder: Encoder,
    failures: Sequence[Failure],
    progress: Progress | None,
) -> Manifest:
    catalogue = CatalogueWriter(made)
    body, heads = WordSpool(made), WordSpool(made)
    vectors = VectorSpool(made, encoder)
    try:
        for done, entry in enumerate(entries, start=1):
            catalogue.add(entry.document, entry.passages, entry.extracts)
            for passage in entry.passages:
                body.add(passage.text)
                heads.add(heading_text(entry.document, passage))
            vectors.add(entry.passages, entry.document.path, entry.vectors)
            if progress is not None:
                progress("index", done, 0)
        vectors.flush()
        renumber = catalogue.finish()
        write_fields(made, body, heads, renumber)
        vectors.finish(renumber)
    finally:
        for part in (catalogue, body, heads, vectors):
            part.close()
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
