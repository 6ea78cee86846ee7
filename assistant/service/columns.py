"""Table rows back in columns: a row of the text reads "first cell – name: value; name: value"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_FIRST: Final = " – "
_CELL = re.compile(r"(?P<name>[^:;]{1,60}): (?P<value>.*?)(?:; (?=[^:;]{1,60}: )|$)")

Cell = tuple[int, str]
"""Offset in the row and text."""


def find_columns(rows: Sequence[str]) -> tuple[tuple[str, ...], list[list[Cell]]] | None:
    """Give the names of the columns and the cells of each row; None when the rows do not share columns.

    The first cell of a row has no name. A cell that a row lacks is empty text.
    """
    read = [_read_row(row) for row in rows]
    names = max((tuple(name for name, _ in cells) for _, cells in read), key=len, default=())
    if not names or len(set(names)) < len(names):
        return None
    table = []
    for first, cells in read:
        by_name = dict(cells)
        if [name for name in names if name in by_name] != [name for name, _ in cells]:
            return None
        table.append([first, *(by_name.get(name, (0, "")) for name in names)])
    return names, table


def _read_row(row: str) -> tuple[Cell, list[tuple[str, Cell]]]:
    begin = row.find(_FIRST)
    if begin < 1:
        return (0, row), []
    start = begin + len(_FIRST)
    cells = []
    while start < len(row):
        match = _CELL.match(row, start)
        if match is None:
            return (0, row), []
        cells.append((match["name"], (match.start("value"), match["value"])))
        start = match.end()
    return (0, row[:begin]), cells
