"""The command `extract`: facts of the index, of files, or of loose texts."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from assistant.cli.choosing import choose_format, has_filters, read_filters, split_kinds
from assistant.cli.lines import Line, read_lines
from assistant.cli.printing import warn
from assistant.cli.progress import show_progress
from assistant.cli.writing import write_rows
from assistant.config import Settings
from assistant.errors import UsageError
from assistant.types import Document, ExtractKind, Failure
from assistant.wire import FACT_COLUMNS, Feit, Surroundings, Tekstregel

Kinds = Collection[ExtractKind] | None


def run_extract(given: argparse.Namespace, settings: Settings) -> int:
    """Write the facts, one a line; 1 when some file or line could not be read."""
    kinds, more = split_kinds(given.kinds)
    paths = [Path(path) for path in (*given.paths, *more)]
    form = choose_format(given.output, given.format)
    failed: list[str] = []
    columns = FACT_COLUMNS
    if given.lines is not None:
        if paths or has_filters(given):
            raise UsageError("--lines gaat niet samen met een PAD of met filters.", "lines")
        if given.output is not None and given.output == given.lines:
            raise UsageError("De feiten kunnen niet over de teksten heen geschreven worden.", "output")
        rows = _read_texts(read_lines(given.lines, Tekstregel), kinds, failed)
        columns = ("kenmerk", *FACT_COLUMNS)
    elif paths:
        if has_filters(given):
            raise UsageError("Filters werken op ingelezen documenten, niet op een PAD.", "paths")
        rows = _read_files(_find_all(paths, settings), settings, kinds, failed)
    else:
        rows = _read_index(given, settings, kinds)
    write_rows(rows, given.output, form, columns)
    return 1 if failed else 0


def _read_index(given: argparse.Namespace, settings: Settings, kinds: Kinds) -> Iterator[dict[str, Any]]:
    from assistant.assistant import Assistant

    with Assistant.open(settings) as assistant:
        filters = read_filters(given, assistant.records())
        document: Document | None = None
        for record, extract in assistant.extracts(kinds, filters):
            if document is None or document.id != record.id:
                document = assistant.document(record.id)
                around = Surroundings.of(document)
            yield Feit.from_extract(extract, document, around).to_wire()


def _find_all(paths: list[Path], settings: Settings) -> list[tuple[Path, Path]]:
    """Give each file with the folder that its name is relative to; raises UsageError for none."""
    from assistant.ingest import find_files

    found: list[tuple[Path, Path]] = []
    for path in paths:
        if path.is_dir():
            found += [(file, path) for file in find_files(path)]
        elif path.is_file():
            inside = path.resolve().is_relative_to(settings.corpus.resolve())
            found.append((path.resolve(), settings.corpus.resolve()) if inside else (path, path.parent))
        else:
            raise UsageError(f"{path}: dit bestand of deze map bestaat niet.", "paths")
    return found


def _read_files(
    files: list[tuple[Path, Path]], settings: Settings, kinds: Kinds, failed: list[str]
) -> Iterator[dict[str, Any]]:
    from assistant.ingestion import read_documents

    with show_progress("Feiten zoeken") as step:
        places = {path: place for place, (path, _) in enumerate(files)}
        for path, read in read_documents(files, settings):
            step(path.name, places[path], len(files))
            if isinstance(read, Failure):
                warn(f"mislukt: {read.path}: {read.reason}")
                failed.append(read.path)
                continue
            around = Surroundings.of(read.document)
            for extract in read.extracts:
                if not kinds or extract.kind in kinds:
                    yield Feit.from_extract(extract, read.document, around).to_wire()


def _read_texts(lines: list[Line[Tekstregel]], kinds: Kinds, failed: list[str]) -> Iterator[dict[str, Any]]:
    from assistant.extract import find_extracts

    with show_progress("Feiten zoeken") as step:
        for done, line in enumerate(lines):
            step("", done, len(lines))
            if line.row is None:
                warn(f"regel {line.number}: {line.fault}")
                failed.append(str(line.number))
                continue
            found = find_extracts(line.row.tekst, document_date=line.row.document_datum, kinds=kinds)
            around = Surroundings(line.row.tekst)
            for extract in found:
                yield {"kenmerk": line.name} | Feit.from_extract(extract, None, around).to_wire()
