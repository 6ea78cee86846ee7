"""Ruled tables to rows: merged cells, headers of several lines, titles and sections inside."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.ingest.columns import Region
from assistant.ingest.grids import Cell, Grid
from assistant.ingest.hyphens import Joiner
from assistant.ingest.pagelines import find_units
from assistant.ingest.pagetables import SAME_BORDER, Table, Words, has_header
from assistant.ingest.rows import find_rows
from assistant.ingest.shapes import ends_sentence, find_item_mark, is_bulleted

_TITLE_CHARS = 160
_DEEPEST = 2
"""A header has at most so many rows under its first."""


def read_grid(grid: Grid, page: int, joiner: Joiner, before: Table | None = None) -> Iterator[Table]:
    """Give the tables in a grid: one, or several when a title stands between them.

    `before` is the table before it, with which it may go on over a page turn.
    """
    columns = _find_columns(grid, before if before is not None and before.page == page - 1 else None)
    # Where no cell with text begins there is no row, only more room for the cells above.
    heights = sorted({cell.row for cell in grid.filled})
    depths = [sum(row <= other <= _find_reach(grid, row) for other in heights) for row in heights]
    matrix = [_read_row(grid, row, columns, page, joiner) for row in heights]
    borders = tuple(grid.xs[column] for column in columns)
    begin, title = 0, Words()
    for place, cells in enumerate(matrix):
        below = matrix[place + 1 :]
        again = place > begin and len(cells) == 1 and _begins_again(below, matrix)
        opens = place == 0 or (place > begin and _is_headed(below))
        if not again and not (opens and _is_title(cells, below)):
            continue
        if begin < place:
            yield _make_table(matrix[begin:place], depths[begin:place], page, borders, title)
        begin, title = place + 1, cells[0]
    if begin < len(matrix):
        yield _make_table(matrix[begin:], depths[begin:], page, borders, title)


def _find_columns(grid: Grid, before: Table | None) -> list[int]:
    """Give the columns in which some cell with text begins, or those of the table it goes on with."""
    own = sorted({cell.column for cell in grid.filled}) or [0]
    if before is not None:
        same = [
            next((place for place, x in enumerate(grid.xs[:-1]) if abs(x - border) <= SAME_BORDER), None)
            for border in before.borders
        ]
        found = [place for place in same if place is not None]
        if len(found) == len(same) and set(own) <= set(found):
            return found
    return own


def _find_reach(grid: Grid, row: int) -> int:
    """Give the last row of a header that begins in `row`: where the names over columns have their parts."""
    cells = [cell for cell in grid.filled if cell.row <= row <= cell.last_row]
    wide = [cell for cell in cells if cell.last_column > cell.column and cell.row == cell.last_row]
    tall = max((cell.last_row for cell in cells), default=row)
    parted = bool(wide) and all(_is_parted(grid, cell) for cell in wide)
    return min(max(tall, row + 1), row + _DEEPEST) if parted else row


def _is_parted(grid: Grid, cell: Cell) -> bool:
    """Tell whether the row right under a cell over several columns has several cells there."""
    under = [
        other
        for other in grid.filled
        if other.row == cell.last_row + 1 and cell.column <= other.column <= cell.last_column
    ]
    return len(under) > 1


def _read_row(grid: Grid, row: int, columns: list[int], page: int, joiner: Joiner) -> list[Words]:
    """Give the words of a row, one for each column; those of a merged cell in each of its rows."""
    here = [cell for cell in grid.cells if cell.row <= row <= cell.last_row]
    whole = next((cell for cell in here if _spans(cell, columns)), None)
    if whole is not None and len(columns) > 1:
        return [_read_cell(whole, page, joiner)] if whole.row == row else []
    words = []
    for column in columns:
        cell = next((one for one in here if one.column <= column <= one.last_column), None)
        filled = cell is not None and bool(cell.segments)
        words.append(_read_cell(cell, page, joiner) if cell is not None and filled else Words())
    return words


def _spans(cell: Cell, columns: list[int]) -> bool:
    return bool(cell.segments) and cell.column <= columns[0] and cell.last_column >= columns[-1]


def _read_cell(cell: Cell, page: int, joiner: Joiner) -> Words:
    """Give the words of a cell on one line; items and paragraphs in it stay apart by a sign."""
    rows = find_rows(cell.segments)
    left, right = min(one.x0 for one in cell.segments), max(one.x1 for one in cell.segments)
    units = list(find_units(Region(rows, left, right), page)) if rows else []
    text = ""
    for unit in units:
        part = joiner.mend_strays(joiner.join_lines(line.text for line in unit.lines))
        item = find_item_mark(part) > 0
        if is_bulleted(part):
            part = part[find_item_mark(part) :]
        glue = " " if not item or ends_sentence(text) else "; "
        text = joiner.join(text, part) if glue == " " and text else f"{text}{glue if text else ''}{part}"
    pieces = tuple(piece for unit in units for piece in unit.pieces)
    return Words(text, pieces, bold=bool(units) and all(unit.bold for unit in units))


def _is_title(cells: list[Words], below: list[list[Words]]) -> bool:
    """Tell whether a row of one cell names the rows under it."""
    return len(cells) == 1 and len(cells[0].text) <= _TITLE_CHARS and any(len(row) > 1 for row in below[:2])


def _is_headed(below: list[list[Words]]) -> bool:
    return bool(below) and len(below[0]) > 1 and has_header(below)[1]


def _begins_again(below: list[list[Words]], matrix: list[list[Words]]) -> bool:
    """Tell whether the names of the columns come back: a second table under the same header."""
    names = next(([cell.text for cell in row] for row in matrix if len(row) > 1), [])
    return bool(below) and any(names) and [cell.text for cell in below[0]] == names


def _make_table(
    matrix: list[list[Words]], depths: list[int], page: int, borders: tuple[float, ...], title: Words
) -> Table:
    rows, lead = matrix, 0
    while lead < len(rows) - 1 and len(rows[lead]) == 1 < len(borders):
        lead += 1
    headed, sure = has_header(rows[lead:])
    if not headed:
        return Table(page, [], [_spread(row) for row in rows], borders, caption=title)
    depth = min(len(rows) - 1, lead + depths[lead])
    names = [row for row in rows[lead:depth] if len(row) == len(rows[lead])]
    header = [_stack([row[place] for row in names]) for place in range(len(rows[lead]))]
    body = [_spread(row) for row in (*rows[:lead], *rows[depth:])]
    return Table(page, header, body, borders, sure, title)


def _spread(row: list[Words]) -> list[Words]:
    """Give a row with the text of a cell over several columns in the first of them alone."""
    spread: list[Words] = []
    for place, cell in enumerate(row):
        again = (
            place > 0
            and cell.text
            and cell.pieces == row[place - 1].pieces
            and cell.text == row[place - 1].text
        )
        spread.append(Words() if again else cell)
    return spread


def _stack(names: list[Words]) -> Words:
    """Give the names above one column as one, each of them once."""
    texts = list(dict.fromkeys(name.text for name in names if name.text))
    return Words(" ".join(texts), tuple(piece for name in names for piece in name.pieces), bold=True)
