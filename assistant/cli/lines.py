"""Batch files: lines of JSON or rows of CSV in, one at a time, each good or with its fault."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from pydantic import ValidationError

from assistant.errors import UsageError
from assistant.wire import list_faults
from assistant.wire.requests import Row

R = TypeVar("R", bound=Row)

_CELL_CHARS: Final = 50_000_000
_SEPARATORS: Final = ";,\t"


@dataclass(frozen=True, slots=True)
class Line(Generic[R]):
    """One line of a batch: its number (from 1) with its row, or with what is wrong with it."""

    number: int
    row: R | None = None
    fault: str | None = None

    @property
    def name(self) -> str | int:
        """Give the line's own name, else its number."""
        own = self.row.kenmerk if self.row is not None else None
        return str(self.number) if own is None else own


def read_lines(path: Path, shape: type[R]) -> list[Line[R]]:
    """Read a `.jsonl` or `.csv` file (`-` is JSON lines on stdin); blank lines are left out.

    A line that is wrong comes back with its fault. Raises UsageError when the file cannot be
    read at all or a table lacks the columns.
    """
    raw = _read_bytes(path)
    if path.suffix.lower() == ".csv":
        return list(_read_table(raw, path, shape))
    if str(path) == "-" or path.suffix.lower() in (".jsonl", ".ndjson", ".json"):
        return list(_read_json_lines(raw, shape))
    raise UsageError(f"{path}: een reeks lezen kan uit .jsonl of .csv.", "batch")


def _read_bytes(path: Path) -> bytes:
    if str(path) == "-":
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except OSError as exc:
        reason = "bestaat niet" if isinstance(exc, FileNotFoundError) else "kan niet gelezen worden"
        raise UsageError(f"{path}: dit bestand {reason}.", "batch") from exc


def _read_json_lines(raw: bytes, shape: type[R]) -> Iterator[Line[R]]:
    for number, line in enumerate(raw.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line.decode("utf-8"))
        except UnicodeDecodeError:
            yield Line(number, fault="is geen UTF-8")
        except (ValueError, RecursionError):
            yield Line(number, fault="is geen geldige JSON")
        else:
            yield _check(number, value, shape)


def _read_table(raw: bytes, path: Path, shape: type[R]) -> Iterator[Line[R]]:
    text = _decode_table(raw)
    csv.field_size_limit(_CELL_CHARS)
    head, _, _ = text.partition("\n")
    separator = max(_SEPARATORS, key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    wanted = {
        (field.alias or name).lower(): field.alias or name for name, field in shape.model_fields.items()
    }
    columns = [wanted.get(cell.strip().lower()) for cell in next(rows, [])]
    needed = {field.alias or name for name, field in shape.model_fields.items() if field.is_required()}
    if not needed <= set(columns):
        raise UsageError(f"{path}: de eerste regel mist de kolom {', '.join(sorted(needed))}.", "batch")
    yield from _read_rows(rows, columns, shape)


def _read_rows(rows: Any, columns: list[str | None], shape: type[R]) -> Iterator[Line[R]]:
    number = 2
    while True:
        try:
            cells = next(rows, None)
        except csv.Error:
            yield Line(number, fault="is geen leesbare tabelregel")
            return
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            pairs = zip(columns, cells, strict=False)
            yield _check(number, {name: cell for name, cell in pairs if name and cell != ""}, shape)
        number = rows.line_num + 1


def _decode_table(raw: bytes) -> str:
    """Decode UTF-8, or Windows-1252 as spreadsheets save it."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _check(number: int, value: object, shape: type[R]) -> Line[R]:
    try:
        return Line(number, row=shape.model_validate(value))
    except ValidationError as exc:
        faults = "; ".join(f"{fault.veld} {fault.detail}" for fault in list_faults(exc.errors()))
        return Line(number, fault=faults)
