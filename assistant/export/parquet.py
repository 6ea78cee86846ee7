"""Parquet: one table with typed columns; days are dates, numbers doubles, the rest text or whole numbers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

from assistant.errors import MissingExtra
from assistant.export.columns import Cell, Column, Table, make_printable, read_day
from assistant.export.formats import Row
from assistant.export.provenance import Provenance

GROUP_ROWS: Final = 20_000
"""Rows that are in memory at a time, and make one row group."""
METADATA_KEY: Final = "leeswijzer"
"""Under this name the file holds where the facts come from, as JSON."""


def write_parquet(path: Path, rows: Iterable[Row], table: Table, provenance: Provenance) -> None:
    """Write a Parquet file; raises MissingExtra when pyarrow is not installed."""
    try:
        import pyarrow
        from pyarrow.parquet import ParquetWriter
    except ImportError as exc:
        raise MissingExtra("pyarrow", "parquet") from exc
    types = {
        Cell.TEXT: pyarrow.string(),
        Cell.WHOLE: pyarrow.int64(),
        Cell.NUMBER: pyarrow.float64(),
        Cell.DAY: pyarrow.date32(),
        Cell.DATE: pyarrow.string(),
    }
    schema = pyarrow.schema([(column.name, types[column.cell]) for column in table.columns])
    with ParquetWriter(path, schema, compression="zstd") as writer:
        for group in _group(rows):
            arrays = [_read_column(group, column) for column in table.columns]
            made = [pyarrow.array(cells, field.type) for cells, field in zip(arrays, schema, strict=True)]
            writer.write_table(pyarrow.table(made, schema=schema))
        origin = json.dumps(provenance.to_wire(), ensure_ascii=False)
        writer.add_key_value_metadata({METADATA_KEY: make_printable(origin)})


def _group(rows: Iterable[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while group := list(islice(left, GROUP_ROWS)):
        yield group


def _read_column(group: list[Row], column: Column) -> list[Any]:
    cells = (row.get(column.name) for row in group)
    if column.cell is Cell.DAY:
        return [read_day(cell) for cell in cells]
    if column.cell is Cell.NUMBER:
        return [None if cell is None else float(cell) for cell in cells]
    if column.cell is Cell.WHOLE:
        return list(cells)
    return [None if cell is None else make_printable(_join(cell)) for cell in cells]


def _join(cell: Any) -> str:
    return " | ".join(map(str, cell)) if isinstance(cell, list) else str(cell)
