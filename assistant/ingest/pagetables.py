"""A table of a page before it is text: header, rows, caption, and where its words stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.ingest.reading import Draft, Piece
from assistant.ingest.tables import is_figure, make_text
from assistant.types import BlockKind

SAME_BORDER = 8.0
"""Points: columns of one table over a page turn stand this close."""
_NAME_CHARS = 60
"""The name of a column is no longer."""


@dataclass(frozen=True, slots=True)
class Words:
    """The text of a cell with its places."""

    text: str = ""
    pieces: tuple[Piece, ...] = ()
    bold: bool = False


@dataclass(slots=True)
class Table:
    """Rows of cells under the names of the columns; a row of one cell goes over all columns.

    `borders` are the left edges of the columns in points; `sure` tells that the header is set
    apart by its type. `caption` is what stands above or under it.
    """

    page: int
    header: list[Words]
    rows: list[list[Words]]
    borders: tuple[float, ...] = ()
    sure: bool = False
    caption: Words = field(default_factory=Words)

    def make_drafts(self) -> list[Draft]:
        """Give the rows as blocks: "caption: first cell – header: value; header: value"."""
        names = [name.text for name in self.header]
        drafts = []
        for row in self.rows or [self.header]:
            text = make_text([cell.text for cell in row], names, self.caption.text)
            if any(cell.text for cell in row):
                drafts.append(Draft(BlockKind.ROW, text, page=self.page, pieces=gather(row)))
        return drafts


def gather(cells: Sequence[Words]) -> tuple[Piece, ...]:
    """Give the places of the words of some cells, in order."""
    return tuple(piece for cell in cells for piece in cell.pieces)


def has_header(rows: Sequence[Sequence[Words]]) -> tuple[bool, bool]:
    """Tell whether the first row names the columns, and whether its type says so.

    It does when it alone is bold, or when words stand above columns of figures.
    """
    if len(rows) < 2:
        return False, False
    bold = [all(cell.bold for cell in row if cell.text) for row in rows]
    filled = sum(bool(cell.text) for cell in rows[0])
    if filled < 2 and len(rows[0]) > 1:
        return False, False
    if bold[0] and not all(bold[1:]):
        return True, True
    first, rest = rows[0], [row for row in rows[1:] if len(row) == len(rows[0])]
    if filled < len(first) - 1 or any(len(cell.text) > _NAME_CHARS for cell in first):
        return False, False
    figures = [
        [is_figure(row[place].text) for row in rest if row[place].text] for place in range(1, len(first))
    ]
    above = [is_figure(cell.text) and not _is_year(cell.text) for cell in first[1:]]
    return any(column and all(column) for column in figures) and not any(above), False


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdecimal() and text[:2] in ("19", "20")


def carry_over(entries: Sequence[Draft | Table]) -> list[Draft | Table]:
    """Give the blocks and tables, with header and caption on every part of a table over pages."""
    carried: list[Draft | Table] = []
    last: Table | None = None
    for entry in entries:
        if isinstance(entry, Table):
            if last is not None and _goes_on(last, entry):
                _carry(last, entry)
            last = entry
        elif entry.kind is not BlockKind.NOTE:
            last = None
        carried.append(entry)
    return carried


def _goes_on(table: Table, following: Table) -> bool:
    """Tell whether a table goes on with the one on the next page."""
    if following.page != table.page + 1 or len(table.borders) != len(following.borders):
        return False
    near = zip(table.borders, following.borders, strict=True)
    if any(abs(one - other) > SAME_BORDER for one, other in near):
        return False
    return not following.sure or _name(following) == _name(table)


def _name(table: Table) -> list[str]:
    return [name.text for name in table.header]


def _carry(table: Table, following: Table) -> None:
    if following.header and _name(following) != _name(table):
        following.rows.insert(0, following.header)
        following.header = []
    following.header, following.sure = table.header, table.sure
    following.caption = replace(table.caption, pieces=())
    above = table.rows[-1] if table.rows else []
    first = following.rows[0] if following.rows else []
    # A row that runs on over the page turn has its name on the page before.
    if len(first) > 1 and len(above) == len(first) and not first[0].text:
        first[0] = replace(above[0], pieces=())
