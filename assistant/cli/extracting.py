"""The command `extract`: facts of the index, of files, or of loose texts."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from assistant.cli.choosing import choose_format, has_filters, read_filters, split_kinds
from assistant.cli.files import Found, gather_files
from assistant.cli.lines import read_lines
from assistant.cli.printing import warn
from assistant.cli.progress import show_progress
from assistant.cli.texts import find_in_lines
from assistant.cli.writing import write_rows
from assistant.config import Settings
from assistant.errors import UsageError
from assistant.export import (
    Provenance,
    describe_document,
    describe_filters,
    describe_kinds,
    describe_settings,
    fact_table,
)
from assistant.types import ExtractKind, Failure
from assistant.wire import Tekstregel

Kinds = Collection[ExtractKind] | None
Rows = Iterator[dict[str, Any]]


def run_extract(given: argparse.Namespace, settings: Settings) -> int:
    """Write the facts, one a line or one a row; 1 when some file or line could not be read."""
    kinds, more = split_kinds(given.kinds)
    paths = [Path(path) for path in (*given.paths, *more)]
    form = choose_format(given.output, given.format)
    provenance = Provenance([*describe_settings(settings), describe_kinds(kinds)])
    if given.lines is not None:
        if paths or has_filters(given):
            raise UsageError("--lines gaat niet samen met een PAD of met filters.", "lines")
        if given.output is not None and given.output == given.lines:
            raise UsageError("De feiten kunnen niet over de teksten heen geschreven worden.", "output")
        rows = _read_lines(given.lines, settings, kinds, provenance)
    elif paths:
        if has_filters(given):
            raise UsageError("Filters werken op ingelezen documenten, niet op een PAD.", "paths")
        found = gather_files(paths, settings.corpus, given.output)
        rows = _read_files(found, settings, kinds, provenance)
    else:
        rows = _read_index(given, settings, kinds, provenance)
    table = fact_table(kinds, named=given.lines is not None, marked=given.bom)
    write_rows(rows, given.output, form, table, provenance)
    if given.output is not None and str(given.output) != "-":
        warn(f"{given.output}: {_sum_up(provenance, given.lines)}")
    return 1 if provenance.failed else 0


def _sum_up(provenance: Provenance, lines: Path | None) -> str:
    """Give in words how many facts were written, and how many files or lines could not be read."""
    facts, read = f"{provenance.facts:,}".replace(",", "."), provenance.read
    failed = len(provenance.sources) - read
    return (
        f"{facts} {'feit' if provenance.facts == 1 else 'feiten'} uit "
        + (lines.name if lines else f"{read} {'document' if read == 1 else 'documenten'}")
        + (f"; niet gelezen: {failed}" if failed else "")
    )


def _read_index(given: argparse.Namespace, settings: Settings, kinds: Kinds, provenance: Provenance) -> Rows:
    from assistant.assistant import Assistant

    with Assistant.open(settings) as assistant, show_progress("Feiten schrijven") as step:
        filters = read_filters(given, assistant.records(), settings.themes)
        provenance.about += [
            ("index", assistant.generation),
            describe_kinds(kinds),
            *describe_filters(filters),
        ]
        found, total = assistant.extracts_by_document(kinds, filters), len(assistant.chosen(filters))
        for done, (record, extracts) in enumerate(found):
            step("", done, total, record.path)
            themes = assistant.themes(record.id) if filters.themes else None
            yield from describe_document(assistant.document(record.id), extracts, provenance, themes)
        for failure in assistant.status().failures:
            provenance.note(failure)


def _read_files(found: Found, settings: Settings, kinds: Kinds, provenance: Provenance) -> Rows:
    from assistant.ingestion import read_documents

    def fail(failure: Failure) -> None:
        warn(f"mislukt: {failure.path}: {failure.reason}")
        provenance.fail(failure)

    for failure in found.failures:
        fail(failure)
    with show_progress("Feiten zoeken") as step:
        places = {path: place for place, (path, _) in enumerate(found.files)}
        for path, read in read_documents(found.files, settings, kinds or tuple(ExtractKind)):
            step("", places[path], len(places), path.name)
            if isinstance(read, Failure):
                fail(read)
            else:
                yield from describe_document(read.document, read.extracts, provenance)


def _read_lines(path: Path, settings: Settings, kinds: Kinds, provenance: Provenance) -> Rows:
    provenance.begin_file(path)
    with show_progress("Feiten zoeken") as step:
        found = find_in_lines(read_lines(path, Tekstregel), kinds, settings.workers, settings.themes)
        for done, (line, facts) in enumerate(found):
            step("", done, 0)
            if isinstance(facts, str):
                warn(f"regel {line}: {facts}")
                provenance.fail(Failure(f"regel {line}", facts))
                continue
            for fact in facts:
                provenance.count()
                yield fact
