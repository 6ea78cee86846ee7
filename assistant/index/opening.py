"""Opening the generation of an index that answers, after checking it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from assistant.dutch import ANALYSER_VERSION
from assistant.embed import Encoder
from assistant.errors import IndexDamaged, UnusableIndex
from assistant.index.catalogue import CATALOGUE_FILE
from assistant.index.generations import REBUILD, current_generation, find_generation
from assistant.index.lexical import load_fields
from assistant.index.manifest import check_files, check_maker, read_manifest
from assistant.index.names import load_names
from assistant.index.reader import Index
from assistant.index.sentences import load_sentences
from assistant.index.sequences import load_sequences
from assistant.index.spool import VECTOR_FILE
from assistant.index.vectors import find_store


def open_index(folder: Path, encoder: Encoder) -> Index:
    """Open the generation that answers, after checking every byte of it.

    Raises IndexMissing when there is none, IndexDamaged (naming the file) when something is
    missing or altered, and IndexMismatch when it was made in another format, with another
    analysis or with another encoder than `encoder`.
    """
    while True:
        path = find_generation(folder)
        try:
            return _open_generation(path, encoder)
        except IndexDamaged:
            # A writer may just have replaced this generation and cleared it away.
            if current_generation(folder) == path.name:
                raise


def _open_generation(path: Path, encoder: Encoder) -> Index:
    manifest = read_manifest(path)
    check_maker(manifest, ANALYSER_VERSION, encoder.name, encoder.fingerprint, encoder.dimension)
    check_files(path, manifest)
    database: sqlite3.Connection | None = None
    try:
        fields = load_fields(path, manifest.sizes.passages)
        sequences = load_sequences(path, manifest.sizes.passages)
        sentences = load_sentences(path, manifest.sizes.passages, manifest.dimension)
        store = find_store(manifest.store).load(path / VECTOR_FILE, manifest.dimension)
        if len(store) != manifest.sizes.passages:
            raise ValueError("vectors and passages differ in number")
        address = (path / CATALOGUE_FILE).resolve().as_uri() + "?mode=ro&immutable=1"
        database = sqlite3.connect(address, uri=True, check_same_thread=False)
        return Index(manifest, database, fields, sequences, sentences, store, load_names(path), path)
    except (OSError, ValueError, RuntimeError, sqlite3.Error, UnusableIndex) as exc:
        if database is not None:
            database.close()
        raise IndexDamaged(f"De index is beschadigd ({exc}). {REBUILD}") from exc
