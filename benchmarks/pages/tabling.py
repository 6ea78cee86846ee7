"""Tables in the own documents: cells of several lines, merged cells, headers of two rows, page turns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from benchmarks.pages.gold import Cell, GoldBlock, split_words
from benchmarks.pages.lines import Style, break_lines, measure_text
from benchmarks.pages.setting import Setter, place_cuts

Row = Sequence[str | None]


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
    """Set a table; a cell None is merged with the one above it. The header comes again on each page.

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
    counts = (
        len(list(break_lines(cell or "", style, wide - 8))) for cell, wide in zip(row, widths, strict=True)
    )
    return max(counts) * style.leading * style.size + 6


def _add_row(setter: Setter, grid: Grid, row: Row, kind: str, *, header: int = -1, label: str = "") -> int:
    """Draw a row and give its place among the blocks of the page."""
    frame, style = setter.frame, grid.style
    step, tall = style.leading * style.size, _measure_row(grid.widths, row, style)
    x = frame.x
    words: list[str] = []
    cells: list[Cell] = []
    cuts: list[tuple[int, str]] = []
    for column, (cell, wide) in enumerate(zip(row, grid.widths, strict=True)):
        lines = list(break_lines(cell, style, wide - 8)) if cell else []
        for number, line in enumerate(lines):
            shift = wide - 8 - measure_text(line.text, style) if column in grid.right else 0.0
            y = frame.y + 3 + style.size + number * step
            setter.draw(frame.leaf, line.text, x + 4 + shift, y, style)
        if cell:
            own = split_words(cell)
            cells.append(Cell(column, len(words), len(words) + len(own)))
            cuts.extend((len(words) + place, cut) for place, cut in place_cuts(lines, cell.split(" "), 0))
            words.extend(own)
        if grid.ruled and cell is not None:
            frame.leaf.shapes.append((x, frame.y, wide, tall, 0.0))
        x += wide
    frame.y += tall
    frame.leaf.blocks.append(
        GoldBlock(kind, tuple(words), 0, 0, tuple(cells), header, tuple(split_words(label)), tuple(cuts))
    )
    return len(frame.leaf.blocks) - 1
