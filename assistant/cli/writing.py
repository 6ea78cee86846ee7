"""Where results go: a file or stdout, in any form of `FORMATS`."""

from __future__ import annotations

import shutil
import signal
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

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
    with _ended_in_order(), replace_file(output) as fresh:
        write_export(fresh, form, rows, table, provenance)


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Let a request to end the program (SIGTERM) clean up what is half written, as Ctrl-C does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _stop(number: int, frame: object) -> NoReturn:
    sys.exit(128 + number)


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
