"""Lines of JSON, and CSV (RFC 4180)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from assistant.export.columns import Table, make_printable
from assistant.export.formats import Row
from assistant.export.provenance import Provenance
from assistant.wire import write_table

BYTE_ORDER_MARK = "\ufeff"
_ENCODER = json.JSONEncoder(ensure_ascii=False)


def print_jsonl(rows: Iterable[Row]) -> Iterator[str]:
    """Yield a line of JSON for each row."""
    for row in rows:
        yield make_printable(_ENCODER.encode(row)) + "\n"


def print_csv(rows: Iterable[Row], table: Table) -> Iterator[str]:
    """Yield the lines of a table."""
    if table.marked:
        yield BYTE_ORDER_MARK
    yield from map(make_printable, write_table(rows, [column.name for column in table.columns]))


def write_jsonl(path: Path, rows: Iterable[Row], table: Table, provenance: Provenance) -> None:
    """Write lines of JSON."""
    _write(path, print_jsonl(rows))


def write_csv(path: Path, rows: Iterable[Row], table: Table, provenance: Provenance) -> None:
    """Write a table."""
    _write(path, print_csv(rows, table))


def _write(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(lines)
