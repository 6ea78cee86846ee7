"""Tables of cells, some of which span columns or rows, to rows that can be read by themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.ingest.reading import Draft
from assistant.ingest.tables import make_rows
from assistant.types import BlockKind

MOST_SPAN = 50
"""A cell that claims to span more columns or rows is cut down to this."""
_MOST_COLUMNS = 500
_HEADER_CHARS = 60
_MOST_HEADS = 4
"""A table whose header claims more rows has no header but is one."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The cleaned text of a cell, the columns and rows it spans, and whether it is bold or a `th`."""

    text: str
    across: int = 1
    down: int = 1
    strong: bool = False


@dataclass(frozen=True, slots=True)
class _Slot:
    """One place of the grid: the cell over it, and where that cell begins."""

    cell: Cell
    row: int
    column: int


_FIGURE = re.compile(r"[€$£]?\s?[-–+(]?\s?\d")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?")

Grid = list[list[_Slot]]
_NOTHING = Cell("")


def read_cells(rows: Sequence[Sequence[Cell]], *, caption: str = "", heads: int | None = None) -> list[Draft]:
    """Give the rows of a table as blocks, each with its caption and the names of its columns.

    `heads` is the number of rows that the format marks as header, None when it marks none. Header
    rows are joined per column ("Kosten, 2024"); a cell that spans rows comes back in each of
    them; a row that is one cell over the whole width names the rows under it. A table of one
    column gives paragraphs.
    """
    grid = _drop_empty(_lay_out(rows))
    width = len(grid[0]) if grid else 0
    if width <= 1:
        return [Draft(BlockKind.PARAGRAPH, row[0].cell.text) for row in grid]
    if heads:
        heads = sum(any(cell.text for cell in row) for row in rows[:heads])
    while len(grid) > 1 and _is_banner(grid[0]):
        caption = ": ".join(part for part in (caption.rstrip(":. "), grid[0][0].cell.text) if part)
        # A header that is only a banner leaves the names of the columns to be found.
        grid, heads = grid[1:], (heads - 1 or None) if heads else heads
    count = _count_heads(grid, heads)
    names = _name_columns(grid[:count], width)
    return _read_body(grid[count:], names, caption) if grid[count:] else _read_body(grid, [], caption)


def names_columns(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether the first row of a table looks like the names of its columns."""
    grid = _drop_empty(_lay_out(rows))
    while len(grid) > 1 and _is_banner(grid[0]):
        grid = grid[1:]
    return bool(grid) and _looks_like_header(grid)


def opens_with_figures(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether the first row of a table has a figure where all others have one: it names no columns."""
    grid = _drop_empty(_lay_out(rows))
    return len(grid) > 1 and any(_compare_figures(grid, place) == "same" for place in range(len(grid[0])))


def _lay_out(rows: Sequence[Sequence[Cell]]) -> Grid:
    """Give every place of the table its cell; rows are made equally long."""
    grid: Grid = []
    carried: dict[int, _Slot] = {}
    for number, row in enumerate(rows):
        line: list[_Slot] = []
        for cell in row:
            _carry(line, carried, number)
            slot = _Slot(cell, number, len(line))
            for _ in range(min(MOST_SPAN, max(1, cell.across))):
                if cell.down > 1:
                    carried[len(line)] = slot
                line.append(slot)
            if len(line) > _MOST_COLUMNS:
                break
        _carry(line, carried, number)
        grid.append(line)
    width = max(map(len, grid), default=0)
    for number, line in enumerate(grid):
        line.extend(_Slot(_NOTHING, number, place) for place in range(len(line), width))
    return grid


def _carry(line: list[_Slot], carried: dict[int, _Slot], number: int) -> None:
    """Put the cells of rows above that reach down to here in the places that come next."""
    while len(line) in carried:
        slot = carried[len(line)]
        if number - slot.row >= min(MOST_SPAN, slot.cell.down):
            del carried[len(line)]
            return
        line.append(slot)


def _drop_empty(grid: Grid) -> Grid:
    """Give the grid without rows and columns that hold nothing."""
    kept = [row for row in grid if any(slot.cell.text for slot in row)]
    filled = [
        place for place in range(len(kept[0]) if kept else 0) if any(row[place].cell.text for row in kept)
    ]
    return [[row[place] for place in filled] for row in kept]


def _is_banner(row: Sequence[_Slot]) -> bool:
    """Tell whether a row is one cell over the whole width."""
    return len({(slot.row, slot.column) for slot in row}) == 1


def _count_heads(grid: Grid, heads: int | None) -> int:
    """Give how many rows name the columns, as told or by their looks."""
    if not grid:
        return 0
    count = heads if heads is not None and heads <= _MOST_HEADS else int(_looks_like_header(grid))
    while 0 < count < min(len(grid), _MOST_HEADS) and _reaches_down(grid, count):
        count += 1
    return min(count, len(grid))


def _reaches_down(grid: Grid, count: int) -> bool:
    """Tell whether the row after the header belongs to it: a cell of the header reaches into it."""
    above = {(slot.row, slot.column) for slot in grid[count - 1]}
    below = grid[count]
    shared = [slot for slot in below if (slot.row, slot.column) in above]
    return bool(shared) and len(shared) < len(below)


def _looks_like_header(grid: Grid) -> bool:
    """Tell whether the first row names the columns: filled, all different, no long text.

    Of two columns the second must be of another kind below, as in a letterhead ("Datum | 3 mei")
    the first row is a row like the others.
    """
    first = [slot.cell for slot in grid[0]]
    if len(grid) < 2 or any(len(cell.text) >= _HEADER_CHARS for cell in first):
        return False
    texts = {cell.text for cell in first}
    distinct = len({id(cell) for cell in first}) == len(texts)
    if not distinct or not all(cell.text for cell in first[1:]):
        return False
    if all(cell.strong or not cell.text for cell in first):
        return not all(slot.cell.strong for row in grid for slot in row if slot.cell.text)
    if any(slot.cell.strong for slot in grid[1]) and not any(cell.strong for cell in first):
        return False
    kinds = [_compare_figures(grid, place) for place in range(1, len(first))]
    return "same" not in kinds and (len(first) > 2 or "other" in kinds)


def _compare_figures(grid: Grid, place: int) -> str:
    """Tell whether a column holds figures under words ("other"), or figures all the way ("same")."""
    head, *body = [row[place].cell.text for row in grid]
    figures = [_FIGURE.match(text) is not None for text in body if text]
    if not figures or not all(figures):
        return ""
    # A year names a column of figures, as long as they are no years themselves.
    if _YEAR.fullmatch(head):
        return "same" if all(_YEAR.fullmatch(text) for text in body if text) else "other"
    return "same" if _FIGURE.match(head) else "other"


def _name_columns(heads: Grid, width: int) -> list[str]:
    names: list[str] = []
    for place in range(width):
        told = [row[place].cell.text.rstrip(": ") for row in heads]
        names.append(", ".join(dict.fromkeys(text for text in told if text)))
    return names


def _read_body(body: Grid, names: list[str], caption: str) -> list[Draft]:
    """Give the blocks of the rows under the header; a banner becomes a part of their caption."""
    drafts: list[Draft] = []
    lines: list[list[str]] = []
    banner = ""

    def finish() -> None:
        told = ": ".join(part for part in (caption.rstrip(":. "), banner) if part)
        headed = any(names)
        if lines:
            drafts.extend(make_rows([names, *lines] if headed else lines, caption=told, headed=headed))
        elif banner:
            drafts.append(Draft(BlockKind.ROW, told))
        lines.clear()

    for row in body:
        if _is_banner(row):
            finish()
            banner = row[0].cell.text.rstrip(":")
        else:
            lines.append([_show_slot(row, place, names) for place in range(len(row))])
    finish()
    return drafts


def _show_slot(row: Sequence[_Slot], place: int, names: Sequence[str]) -> str:
    """Give the text of a place; a cell that spans columns is named under each name once."""
    slot = row[place]
    if place and (row[place - 1].row, row[place - 1].column) == (slot.row, slot.column):
        first = next(spot for spot in range(place) if row[spot] is slot or row[spot] == slot)
        same = not names or names[place] == names[place - 1]
        return "" if first == 0 or same else slot.cell.text
    return slot.cell.text
