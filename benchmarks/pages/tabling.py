"""Tables in the own documents: cells of several lines, merged cells, headers of two rows, page turns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from benchmarks.pages.gold import Cell, GoldBlock, split_words
from benchmarks.pages.lines import Line, Style, break_lines, measure_text
from benchmarks.pages.setting import Leaf, Setter, place_cuts

Row = Sequence[str | None]
BESIDE = "<"
"""A cell that is merged with the one to its left; None is one merged with the cell above."""


@dataclass(frozen=True, slots=True)
class Grid:
    """How a table looks: widths of its columns in points, type, and which columns end flush right.

    `groups` is a row above the header: pairs of a text and the number of columns under it.
    """

    widths: tuple[float, ...]
    style: Style
    bold: str
    ruled: bool = True
    right: tuple[int, ...] = ()
    groups: tuple[tuple[str, int], ...] = ()


def add_table(setter: Setter, grid: Grid, header: Row, rows: Sequence[Row], caption: str = "") -> None:
    """Set a table, its cells merged as `BESIDE` and None say. The header comes again on each page.

    A reader may put the caption, which stands on the first page, before the rows of the others.
    """
    setter.need(5 * grid.style.leading * grid.style.size)
    place = _add_header(setter, grid, header)
    leaf, label = setter.frame.leaf, ""
    texts = (caption, *header, *(text for text, _ in grid.groups))
    names = [word for text in texts for word in split_words(text or "")]
    for row in rows:
        label = row[0] if row[0] is not None else label
        setter.need(_measure_row(grid.widths, row, grid.style))
        if setter.frame.leaf is not leaf:
            leaf = setter.frame.leaf
            place = _add_header(setter, grid, header)
        _add_row(setter, grid, row, "row", header=place, label=label)
        leaf.ignored.extend((*split_words(label), *names))
    setter.frame.y += grid.style.size


def _add_header(setter: Setter, grid: Grid, header: Row) -> int:
    heading = replace(grid, style=replace(grid.style, font=grid.bold))
    if grid.groups:
        widths = []
        first = 0
        for _, count in grid.groups:
            widths.append(sum(grid.widths[first : first + count]))
            first += count
        above = replace(heading, widths=tuple(widths), right=())
        _add_row(setter, above, [text for text, _ in grid.groups], "header")
    return _add_row(setter, heading, header, "header")


def _measure_row(widths: Sequence[float], row: Row, style: Style) -> float:
    grid = Grid(tuple(widths), style, "")
    counts = (
        len(list(break_lines(cell or "", style, wide - 8))) for cell, _, wide in _find_boxes(grid, row, 0)
    )
    return max(counts) * style.leading * style.size + 6


def _add_row(setter: Setter, grid: Grid, row: Row, kind: str, *, header: int = -1, label: str = "") -> int:
    """Draw a row and give its place among the blocks of the page."""
    frame, style = setter.frame, grid.style
    tall = _measure_row(grid.widths, row, style)
    words: list[str] = []
    cells: list[Cell] = []
    cuts: list[tuple[int, str]] = []
    for column, (cell, x, wide) in enumerate(_find_boxes(grid, row, frame.x)):
        if grid.ruled and cell != BESIDE:
            _rule_cell(frame.leaf, (x, frame.y, wide, tall), merged=cell is None)
        if cell and cell != BESIDE:
            lines = list(break_lines(cell, style, wide - 8))
            _draw_lines(setter, lines, style, (x, wide), flush=column in grid.right)
            own = split_words(cell)
            cells.append(Cell(column, len(words), len(words) + len(own)))
            cuts.extend((len(words) + place, cut) for place, cut in place_cuts(lines, cell.split(" "), 0))
            words.extend(own)
    frame.y += tall
    frame.leaf.blocks.append(
        GoldBlock(kind, tuple(words), 0, 0, tuple(cells), header, tuple(split_words(label)), tuple(cuts))
    )
    return len(frame.leaf.blocks) - 1


def _find_boxes(grid: Grid, row: Row, x: float) -> Iterator[tuple[str | None, float, float]]:
    """Give each cell with its left edge and its width, those merged into it included."""
    for column, cell in enumerate(row):
        stop = column + 1
        while stop < len(row) and row[stop] == BESIDE:
            stop += 1
        yield cell, x, sum(grid.widths[column:stop])
        x += grid.widths[column]


def _draw_lines(
    setter: Setter, lines: Sequence[Line], style: Style, place: tuple[float, float], *, flush: bool
) -> None:
    x, wide = place
    for number, line in enumerate(lines):
        shift = wide - 8 - measure_text(line.text, style) if flush else 0.0
        y = setter.frame.y + 3 + style.size + number * style.leading * style.size
        setter.draw(setter.frame.leaf, line.text, x + 4 + shift, y, style)


def _rule_cell(leaf: Leaf, box: tuple[float, float, float, float], *, merged: bool) -> None:
    """Draw the border of a cell, or make that of the cell above reach round this one too."""
    x, y, wide, tall = box
    for place, (left, top, width, height, tint) in enumerate(leaf.shapes):
        if merged and (left, width) == (x, wide) and abs(top + height - y) < 0.01:
            leaf.shapes[place] = (left, top, width, height + tall, tint)
            return
    leaf.shapes.append((x, y, wide, tall, 0.0))
