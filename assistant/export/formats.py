"""The forms of file, one row each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name
from typing import Any, Final

from assistant.export.columns import Table
from assistant.export.provenance import Provenance

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Format:
    """A form of file: its media type, and who writes it, as "module:function".

    `lines` tells that it is text that can be shown as it comes; the others are written whole.
    """

    media_type: str
    writer: str
    lines: bool = False


FORMATS: Final[dict[str, Format]] = {
    "jsonl": Format("application/x-ndjson", "assistant.export.lines:write_jsonl", lines=True),
    "csv": Format("text/csv", "assistant.export.lines:write_csv", lines=True),
    "xlsx": Format(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "assistant.export.workbook:write_workbook",
    ),
    "parquet": Format("application/vnd.apache.parquet", "assistant.export.parquet:write_parquet"),
}
"""Ending of the name -> form. A writer takes the path, the rows, the table and the provenance."""


def write_export(path: Path, form: str, rows: Iterable[Row], table: Table, provenance: Provenance) -> None:
    """Write rows to `path` in the form of that name; `provenance` is read after the last row.

    Raises MissingExtra when the form needs a package that is not installed, before any row is taken.
    """
    resolve_name(FORMATS[form].writer)(path, rows, table, provenance)
