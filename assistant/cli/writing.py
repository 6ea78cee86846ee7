"""Where results go: a file or stdout, as JSON lines or as a CSV table."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from assistant.errors import UsageError
from assistant.wire import write_table


def write_rows(
    rows: Iterable[Mapping[str, Any]], output: Path | None, form: str, columns: Sequence[str]
) -> None:
    """Write rows as they come, each line whole; `columns` are those of a table."""
    lines = write_table(rows, columns) if form == "csv" else _write_json(rows)
    with _open(output) as stream:
        for line in lines:
            stream.write(line)


def _write_json(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for row in rows:
        yield json.dumps(row, ensure_ascii=False) + "\n"


@contextmanager
def _open(output: Path | None) -> Iterator[TextIO]:
    if output is None or str(output) == "-":
        yield sys.stdout
        return
    try:
        stream = output.open("w", encoding="utf-8", newline="")
    except OSError as exc:
        raise UsageError(f"{output}: hier kan niet geschreven worden.", "output") from exc
    with stream:
        yield stream
