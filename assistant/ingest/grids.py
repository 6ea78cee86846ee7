"""Tables with ruled cells: the lines drawn on a page to cells, and the text in each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.ingest.glyphs import Segment
from assistant.ingest.rulings import Rule

_NEAR = 3.0
"""Points: lines closer together are at one place."""
_BRIDGE = 5.0
"""Points: lines at one height with a smaller gap between them are one line."""
_DRAWN = 0.5
"""A border is there when lines cover this share of it."""
_MOST_LINES = 1_500
"""A page with more lines is a drawing or a map."""
_MOST_CELLS = 6_000


@dataclass(slots=True)
class Cell:
    """One cell: its first and last row and column, and the segments in it."""

    row: int
    column: int
    last_row: int
    last_column: int
    segments: list[Segment] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """Cells between ruled lines, row by row; `xs` and `ys` are the places of the borders in points."""

    cells: list[Cell]
    xs: tuple[float, ...]
    ys: tuple[float, ...]

    @property
    def box(self) -> Rule:
        """Give x0, top, x1, bottom."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    @property
    def filled(self) -> list[Cell]:
        """Give the cells with text."""
        return [cell for cell in self.cells if cell.segments]


def find_grids(segments: Sequence[Segment], lines: Sequence[Rule]) -> tuple[list[Grid], list[Segment]]:
    """Give the ruled tables and boxes of a page that hold text, and the segments that are in none."""
    free = list(segments)
    grids: list[Grid] = []
    if len(lines) > _MOST_LINES:
        return [], free
    for level, upright in _find_networks(_close_ends(*merge_lines(lines))):
        grid = _make_grid(level, upright)
        if grid is None:
            continue
        inside = [one for one in free if _is_in(one, grid.box)]
        if not inside:
            continue
        _fill(grid, inside)
        held = {id(one) for one in inside}
        free = [one for one in free if id(one) not in held]
        grids.append(grid)
    return grids, free


def _is_in(segment: Segment, box: Rule) -> bool:
    x, y = (segment.x0 + segment.x1) / 2, (segment.top + segment.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def merge_lines(lines: Sequence[Rule]) -> tuple[list[Rule], list[Rule]]:
    """Give the level and the upright lines, those in each other's length made one."""
    level = sorted(
        (one for one in lines if one[2] - one[0] > one[3] - one[1]), key=lambda one: (one[1], one[0])
    )
    upright = sorted(
        (one for one in lines if one[2] - one[0] <= one[3] - one[1]), key=lambda one: (one[0], one[1])
    )
    turned = [(top, x0, bottom, x1) for x0, top, x1, bottom in upright]
    return list(_chain(level)), [(x0, top, x1, bottom) for top, x0, bottom, x1 in _chain(turned)]


def _chain(lines: Sequence[Rule]) -> Iterator[Rule]:
    groups: list[list[Rule]] = []
    for line in sorted(lines, key=lambda one: one[1]):
        if groups and line[1] - groups[-1][0][1] <= _NEAR:
            groups[-1].append(line)
        else:
            groups.append([line])
    for group in groups:
        height = sum(line[1] for line in group) / len(group)
        begin, end = None, 0.0
        for x0, _, x1, _ in sorted(group):
            if begin is not None and x0 <= end + _BRIDGE:
                end = max(end, x1)
                continue
            if begin is not None:
                yield begin, height, end, height
            begin, end = x0, x1
        if begin is not None:
            yield begin, height, end, height


def _close_ends(level: list[Rule], upright: list[Rule]) -> tuple[list[Rule], list[Rule]]:
    """Give the lines with the ends closed of a table that runs on over the page turn.

    Three upright lines that begin and end together, without a level line there, are its columns.
    """
    sides: dict[tuple[int, int], list[Rule]] = {}
    for line in upright:
        key = next(
            (key for key in sides if abs(key[0] - line[1]) <= _NEAR and abs(key[1] - line[3]) <= _NEAR),
            (round(line[1]), round(line[3])),
        )
        sides.setdefault(key, []).append(line)
    closed = list(level)
    for (top, bottom), lines in sides.items():
        if len(lines) > 2:
            left, right = min(line[0] for line in lines), max(line[0] for line in lines)
            closed += [(left, top, right, top), (left, bottom, right, bottom)]
    return closed, upright


def _find_networks(merged: tuple[list[Rule], list[Rule]]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Give the sets of lines that touch each other, from top to bottom."""
    level, upright = merged
    places = list(range(len(level) + len(upright)))

    def find(place: int) -> int:
        while places[place] != place:
            places[place] = places[places[place]]
            place = places[place]
        return place

    for number, (x0, y, x1, _) in enumerate(level):
        for other, (x, top, _, bottom) in enumerate(upright, start=len(level)):
            if x0 - _NEAR <= x <= x1 + _NEAR and top - _NEAR <= y <= bottom + _NEAR:
                places[find(number)] = find(other)
    roots: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for number, line in enumerate(level):
        roots.setdefault(find(number), ([], []))[0].append(line)
    for number, line in enumerate(upright, start=len(level)):
        roots.setdefault(find(number), ([], []))[1].append(line)
    yield from sorted(
        (network for network in roots.values() if len(network[0]) > 1 and network[1]),
        key=lambda network: min(line[1] for line in network[0]),
    )


def _make_grid(level: list[Rule], upright: list[Rule]) -> Grid | None:
    xs = _cluster([line[0] for line in upright], min(one[0] for one in level), max(one[2] for one in level))
    ys = _cluster([line[1] for line in level], min(one[1] for one in upright), max(one[3] for one in upright))
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns > _MOST_CELLS:
        return None
    owner = {(row, column): (row, column) for row in range(rows) for column in range(columns)}

    def find(place: tuple[int, int]) -> tuple[int, int]:
        while owner[place] != place:
            place = owner[place]
        return place

    for row in range(rows):
        for column in range(columns):
            if column + 1 < columns and not _is_drawn(upright, xs[column + 1], ys[row], ys[row + 1], axis=0):
                owner[find((row, column + 1))] = find((row, column))
            if row + 1 < rows and not _is_drawn(level, ys[row + 1], xs[column], xs[column + 1], axis=1):
                owner[find((row + 1, column))] = find((row, column))
    cells: dict[tuple[int, int], Cell] = {}
    for row, column in owner:
        cell = cells.setdefault(find((row, column)), Cell(row, column, row, column))
        cell.row, cell.column = min(cell.row, row), min(cell.column, column)
        cell.last_row, cell.last_column = max(cell.last_row, row), max(cell.last_column, column)
    return Grid(sorted(cells.values(), key=lambda cell: (cell.row, cell.column)), xs, ys)


def _cluster(values: Sequence[float], least: float, most: float) -> tuple[float, ...]:
    """Give the places of borders, with those of the outer ends where no line stands there."""
    found: list[float] = []
    for value in sorted([*values, least, most]):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return tuple(found)


def _is_drawn(lines: Sequence[Rule], place: float, start: float, stop: float, *, axis: int) -> bool:
    """Tell whether lines at `place` cover enough of the way from `start` to `stop`."""
    covered = sum(
        max(0.0, min(line[3 - axis], stop) - max(line[1 - axis], start))
        for line in lines
        if abs(line[axis] - place) <= _NEAR
    )
    return covered >= _DRAWN * (stop - start)


def _fill(grid: Grid, segments: Sequence[Segment]) -> None:
    """Put every segment in its cell; one that runs over a border is parted there."""
    holder = {
        (row, column): cell
        for cell in grid.cells
        for row in range(cell.row, cell.last_row + 1)
        for column in range(cell.column, cell.last_column + 1)
    }
    for segment in segments:
        row = _find_band(grid.ys, (segment.top + segment.bottom) / 2)
        for part in _part(segment, [x for x in grid.xs[1:-1] if _has_border(holder, grid, row, x)]):
            cell = holder[row, _find_band(grid.xs, (part.x0 + part.x1) / 2)]
            cell.segments.append(part)


def _has_border(holder: dict[tuple[int, int], Cell], grid: Grid, row: int, x: float) -> bool:
    column = grid.xs.index(x)
    return holder[row, column - 1] is not holder[row, column]


def _find_band(edges: Sequence[float], place: float) -> int:
    return max(0, min(len(edges) - 2, sum(edge <= place for edge in edges) - 1))


def _part(segment: Segment, borders: Sequence[float]) -> Iterator[Segment]:
    """Give the parts of a segment between the borders that go through it, cut between words."""
    for border in borders:
        if not segment.x0 + segment.size < border < segment.x1 - segment.size:
            continue
        texts = segment.text.split(" ")
        if len(texts) != len(segment.words):
            continue
        cut = sum((word[1] + word[3]) / 2 < border for word in segment.words)
        if not 0 < cut < len(texts):
            continue
        before, after = segment.words[:cut], segment.words[cut:]
        yield replace(segment, text=" ".join(texts[:cut]), x1=before[-1][3], words=before)
        segment = replace(segment, text=" ".join(texts[cut:]), x0=after[0][1], words=after, marks=())
    yield segment
