"""Tables: every row a block that can be read, found and cited by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.ingest.reading import Draft, Piece
from assistant.types import BlockKind

_EMPTY_CELLS = frozenset(("", "-", "–", "—"))
_TABLE = re.compile(r"(?:tabel|overzicht)\b", re.I)
_CAPTION_CHARS = 160


def make_rows(
    rows: Sequence[Sequence[str]],
    *,
    caption: str = "",
    headed: bool = True,
    page: int = 0,
    pieces: Sequence[Sequence[Sequence[Piece]]] = (),
) -> list[Draft]:
    """Give the rows of a table as blocks.

    A row reads "caption: first cell – header: value; header: value". With `headed`, the first row
    names the columns. Cells are cleaned text; empty ones are left out. `pieces` are the places of
    the words of each cell; the caption and the names of the columns have none in the rows.
    """
    cleaned = [[_clean(cell) for cell in row] for row in rows]
    placed = [_flatten(pieces[place]) if pieces else () for place, row in enumerate(cleaned) if any(row)]
    cleaned = [row for row in cleaned if any(row)]
    if not cleaned:
        return []
    header: list[str] = []
    if headed and len(cleaned) > 1:
        header, cleaned, placed = cleaned[0], cleaned[1:], placed[1:]
    texts = [make_text(row, header, caption) for row in cleaned]
    return [
        Draft(BlockKind.ROW, text, page=page, pieces=words)
        for text, words in zip(texts, placed, strict=True)
        if text
    ]


def _flatten(cells: Sequence[Sequence[Piece]]) -> tuple[Piece, ...]:
    return tuple(piece for cell in cells for piece in cell)


def _clean(cell: str) -> str:
    return " ".join(cell.split())


def make_text(row: Sequence[str], header: Sequence[str], caption: str) -> str:
    """Give a row as "caption: first cell – header: value; header: value"."""
    first = row[0]
    values = [
        _name_cell(cell, header[place] if place < len(header) else "")
        for place, cell in enumerate(row)
        if place and cell
    ]
    body = "; ".join(values)
    if first and body:
        body = f"{first.rstrip(':')} – {body}"
    return ": ".join(part for part in (caption.rstrip(":. "), body or first) if part)


def _name_cell(cell: str, name: str) -> str:
    return f"{name.rstrip(':')}: {cell}" if name and name != cell else cell


def read_tabbed(lines: Sequence[str], *, page: int = 0) -> list[Draft]:
    """Give the rows of a table in which tabs separate the cells.

    A first line with one filled cell is the caption; the next line names the columns when none of
    its cells comes back below and all are filled.
    """
    rows = [[_clean(cell) for cell in line.split("\t")] for line in lines]
    caption = ""
    if len(rows) > 1 and sum(bool(cell) for cell in rows[0]) == 1 and rows[0][0]:
        caption = rows[0][0]
        rows = rows[1:]
    return make_rows(rows, caption=caption, headed=_has_header(rows), page=page)


def _has_header(rows: Sequence[Sequence[str]]) -> bool:
    if len(rows) < 2 or sum(bool(cell) for cell in rows[0]) < max(2, len(rows[0]) - 1):
        return False
    return not any(sign.isdigit() for cell in rows[0][1:] for sign in cell if len(cell) < 3)


def name_tables(drafts: Sequence[Draft]) -> list[Draft]:
    """Put the caption above or under a table ("Tabel 2. Kosten") before each of its rows too."""
    named = list(drafts)
    place = 0
    while place < len(named):
        stop = place
        while stop < len(named) and named[stop].kind is BlockKind.ROW:
            stop += 1
        caption = _find_caption(named, place, stop) if stop > place else ""
        for row in range(place, stop):
            if caption and not named[row].text.startswith(caption):
                named[row] = replace(named[row], text=f"{caption}: {named[row].text}")
        place = stop + 1
    return named


def _find_caption(drafts: Sequence[Draft], start: int, stop: int) -> str:
    """Give the caption that belongs to the rows from `start` to `stop`; empty when there is none."""
    for place, beyond in ((start - 1, start - 2), (stop, stop + 1)):
        if not 0 <= place < len(drafts) or drafts[place].kind is not BlockKind.CAPTION:
            continue
        # A caption between two tables may belong to either one.
        free = not (0 <= beyond < len(drafts) and drafts[beyond].kind is BlockKind.ROW)
        if free and _TABLE.match(drafts[place].text) and len(drafts[place].text) <= _CAPTION_CHARS:
            return drafts[place].text.rstrip(":. ")
    return ""


def is_figure(cell: str) -> bool:
    """Tell whether a cell holds an amount or a share and no words."""
    return any(sign.isdecimal() for sign in cell) and not any(sign.isalpha() for sign in cell)
