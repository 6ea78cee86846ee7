"""Worksheets to blocks: the tables on a sheet, each with its title and the names of its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.ingest.cells import Cell, names_columns, read_cells
from assistant.ingest.reading import Draft, Reading
from assistant.types import BlockKind

MOST_ROWS = 50_000
MOST_CELLS = 1_000_000
"""Of a whole workbook; what lies beyond is named in a notice."""
_PLAIN_NAME = re.compile(r"(?:blad|sheet|werkblad|tabelle|feuil|tabel)\s*\d*", re.I)
_SHEET_LEVEL = 2
_TITLE_CHARS = 200

Row = dict[int, Cell]
"""The filled cells of a row by their column, from 0."""


@dataclass
class Sheet:
    """A worksheet: its rows by number, from 0, and how far merged cells reach.

    `merged` gives, for the place (row, column) where a merged cell begins, the rows and columns
    that it spans.
    """

    name: str
    rows: dict[int, Row] = field(default_factory=dict)
    merged: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)


def read_sheet(sheet: Sheet) -> list[Draft]:
    """Give the blocks of a sheet: its name as a heading, the tables as rows, lines as paragraphs."""
    drafts: list[Draft] = []
    known = "" if is_plain_name(sheet.name) else sheet.name
    names: list[Cell] = []
    before = known
    columns: set[int] = set()
    for block in _find_blocks(sheet):
        lines, table = _split_lines(block)
        drafts.extend(Draft(BlockKind.PARAGRAPH, text) for text in lines[:-1])
        title = lines[-1] if lines else ""
        if not table:
            drafts.extend(Draft(BlockKind.PARAGRAPH, text) for text in lines[-1:])
            continue
        used = {place for _, row in table for place in row}
        cells = _lay_out(table, sheet.merged, sorted(used))
        headed = names_columns(cells)
        if not headed and names and used <= columns:
            # Rows after an empty line go on under the names of the columns above it.
            cells = _lay_out(table, sheet.merged, sorted(columns))
            caption = ": ".join(part for part in (before, title) if part)
            drafts.extend(read_cells([names, *cells], caption=caption, heads=1))
            continue
        caption = title if len(title) <= _TITLE_CHARS else known
        if len(title) > _TITLE_CHARS:
            drafts.append(Draft(BlockKind.PARAGRAPH, title))
        before = caption or known
        drafts.extend(read_cells(cells, caption=before))
        names, columns = (list(cells[0]), used) if headed and _is_flat(cells[0]) else ([], set())
    return [Draft(BlockKind.HEADING, sheet.name, _SHEET_LEVEL), *drafts] if drafts else []


def make_reading(
    sheets: Sequence[Sheet], title: str | None, date: str | None, notices: Sequence[str]
) -> Reading:
    """Give what was read of a workbook; the line at the top of it is its title."""
    drafts = [draft for sheet in sheets for draft in read_sheet(sheet)]
    if len(sheets) == 1 and is_plain_name(sheets[0].name):
        drafts = drafts[1:]
    if drafts and (line := find_title(sheets[0])):
        drafts.insert(0, Draft(BlockKind.HEADING, line, 1))
    source = "metadata" if date else None
    return Reading(tuple(drafts), title=title, date=date, date_source=source, notices=tuple(notices))


def find_title(sheet: Sheet) -> str | None:
    """Give the line that stands alone at the top of a sheet; None when a table begins there."""
    for number in sorted(sheet.rows):
        cells = list(sheet.rows[number].values())
        if cells:
            return cells[0].text if len(cells) == 1 and len(cells[0].text) <= _TITLE_CHARS else None
    return None


def is_plain_name(name: str) -> bool:
    """Tell whether a sheet has the name that the program gave it ("Blad1")."""
    return _PLAIN_NAME.fullmatch(name) is not None


def _is_flat(row: Sequence[Cell]) -> bool:
    return all(cell.across == 1 and cell.down == 1 for cell in row)


def _find_blocks(sheet: Sheet) -> Iterator[list[tuple[int, Row]]]:
    """Give the rows that stand together, with their numbers; empty rows keep them apart."""
    block: list[tuple[int, Row]] = []
    last = -1
    for number in sorted(sheet.rows):
        row = sheet.rows[number]
        if not row:
            continue
        # A title or a row of names with an empty line under it belongs to the table below.
        apart = number > last + 1 and not all(len(above) == 1 for _, above in block)
        if (
            block
            and apart
            and not (len(block) == 1 and len(block[0][1]) > 1 and len(row) == len(block[0][1]))
        ):
            yield block
            block = []
        block.append((number, row))
        last = number + max((sheet.merged.get((number, place), (1, 1))[0] - 1 for place in row), default=0)
    if block:
        yield block


def _split_lines(block: list[tuple[int, Row]]) -> tuple[list[str], list[tuple[int, Row]]]:
    """Give the single cells above the table, and the table; a block of single cells is all lines."""
    count = 0
    while count < len(block) and len(block[count][1]) == 1:
        count += 1
    return [next(iter(row.values())).text for _, row in block[:count]], block[count:]


def _lay_out(
    table: list[tuple[int, Row]], merged: Mapping[tuple[int, int], tuple[int, int]], used: list[int]
) -> list[list[Cell]]:
    """Give the cells of each row over the used columns; places under a merged cell are left out."""
    covered: set[tuple[int, int]] = set()
    rows: list[list[Cell]] = []
    numbers = [number for number, _ in table]
    for number, row in table:
        cells: list[Cell] = []
        for place in used:
            if (number, place) in covered:
                continue
            cell = row.get(place, Cell(""))
            down, across = merged.get((number, place), (1, 1))
            if (down, across) != (1, 1):
                reach = [spot for spot in used if place <= spot < place + across]
                below = [other for other in numbers if number <= other < number + down]
                covered.update((other, spot) for other in below for spot in reach)
                cell = Cell(cell.text, len(reach), len(below), cell.strong)
            cells.append(cell)
        rows.append(cells)
    return rows
