"""Where results go: a file or stdout, in any form of `FORMATS`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from assistant.errors import UsageError
from assistant.export import FORMATS, Provenance, Table, replace_file, write_export
from assistant.export.formats import Row
from assistant.export.lines import print_csv, print_jsonl


def write_rows(
    rows: Iterable[Row], output: Path | None, form: str, table: Table, provenance: Provenance
) -> None:
    """Write rows as they come; a file takes its name when it is whole.

    Raises UsageError, LeeswijzerError and MissingExtra.
    """
    if output is None or str(output) == "-":
        _show(rows, form, table, provenance)
        return
    with replace_file(output) as fresh:
        write_export(fresh, form, rows, table, provenance)


def _show(rows: Iterable[Row], form: str, table: Table, provenance: Provenance) -> None:
    if FORMATS[form].lines:
        lines = print_csv(rows, table) if form == "csv" else print_jsonl(rows)
        for line in lines:
            sys.stdout.write(line)
        return
    if sys.stdout.isatty():
        raise UsageError(f"{form} is geen tekst voor het scherm; schrijf naar een bestand met -o.", "format")
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder, f"feiten.{form}")
        write_export(fresh, form, rows, table, provenance)
        sys.stdout.flush()
        with fresh.open("rb") as source:
            shutil.copyfileobj(source, sys.stdout.buffer)
