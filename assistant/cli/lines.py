"""Batch files: lines of JSON or rows of CSV in, one at a time, each good or with its fault."""

from __future__ import annotations

import codecs
import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, Final, Generic, TypeVar

from pydantic import ValidationError

from assistant.errors import UsageError
from assistant.wire import list_faults
from assistant.wire.requests import Row

R = TypeVar("R", bound=Row)

_CELL_CHARS: Final = 50_000_000
_CHUNK_BYTES: Final = 1 << 20
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


def read_lines(path: Path, shape: type[R]) -> Iterator[Line[R]]:
    """Yield the lines of a `.jsonl` or `.csv` file (`-` is JSON lines on stdin); blank lines are left out.

    A line that is wrong comes back with its fault. No more than one line is in memory. Raises
    UsageError, with the first line, when the file cannot be read at all or a table lacks the columns.
    """
    if str(path) == "-":
        yield from _read_json_lines(sys.stdin.buffer, shape)
    elif path.suffix.lower() == ".csv":
        with _opened(path) as raw:
            yield from _read_table(raw, path, shape)
    elif path.suffix.lower() in (".jsonl", ".ndjson", ".json"):
        with _opened(path) as raw:
            yield from _read_json_lines(raw, shape)
    else:
        raise UsageError(f"{path}: een reeks lezen kan uit .jsonl of .csv.", "batch")


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        stream = path.open("rb")
    except OSError as exc:
        reason = "bestaat niet" if isinstance(exc, FileNotFoundError) else "kan niet gelezen worden"
        raise UsageError(f"{path}: dit bestand {reason}.", "batch") from exc
    with stream:
        yield stream


def _read_json_lines(raw: Iterable[bytes], shape: type[R]) -> Iterator[Line[R]]:
    for number, line in enumerate(raw, 1):
        given = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not given.strip():
            continue
        try:
            value = json.loads(given.decode("utf-8"))
        except UnicodeDecodeError:
            yield Line(number, fault="is geen UTF-8")
        except (ValueError, RecursionError):
            yield Line(number, fault="is geen geldige JSON")
        else:
            yield _check(number, value, shape)


def _read_table(raw: BinaryIO, path: Path, shape: type[R]) -> Iterator[Line[R]]:
    csv.field_size_limit(_CELL_CHARS)
    lines = _decode_table(raw)
    head = next(lines, "")
    separator = max(_SEPARATORS, key=head.count)
    rows = csv.reader(chain([head], lines), delimiter=separator)
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


def _decode_table(raw: BinaryIO) -> Iterator[str]:
    """Yield the lines as text: UTF-8, or Windows-1252 as spreadsheets save it."""
    try:
        for _ in codecs.iterdecode(iter(lambda: raw.read(_CHUNK_BYTES), b""), "utf-8"):
            pass
        encoding = "utf-8-sig"
    except UnicodeDecodeError:
        encoding = "cp1252"
    raw.seek(0)
    with io.TextIOWrapper(raw, encoding, errors="replace", newline="") as text:
        yield from text


def _check(number: int, value: object, shape: type[R]) -> Line[R]:
    try:
        return Line(number, row=shape.model_validate(value))
    except ValidationError as exc:
        faults = "; ".join(f"{fault.veld} {fault.detail}" for fault in list_faults(exc.errors()))
        return Line(number, fault=faults)
