"""Lines of a page to units: the lines of one paragraph, heading, item or note."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.ingest.columns import Region
from assistant.ingest.glyphs import Segment
from assistant.ingest.reading import Piece
from assistant.ingest.rows import Row
from assistant.ingest.shapes import (
    begins_entry,
    ends_on_dangling,
    ends_sentence,
    find_item_mark,
    is_clear_item,
    is_question_heading,
)

_LOOSE = 1.32
"""Lines further apart than this times the usual distance are different blocks."""
_NOTE = re.compile(r"(\d{1,3})\s+(?=[A-ZÀ-Þ«“‘(]|https?:|www\.)")
_LARGE = 1.1
_SHORT_LINE = 0.4
"""Two lines that both leave this share of the column empty are lines by themselves."""
_OTHER_SIZE = 0.07


@dataclass(frozen=True, slots=True)
class Line:
    """One line of one column, in points from the top left corner of its page."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    page: int
    parts: tuple[Segment, ...] = ()

    @property
    def marks(self) -> tuple[str, ...]:
        """Give the numbers of the footnotes that are marked in it."""
        return tuple(mark for part in self.parts for mark in part.marks)


@dataclass(frozen=True, slots=True)
class Unit:
    """Lines that belong together; `left` and `right` are the edges of their column."""

    lines: tuple[Line, ...]
    left: float
    right: float

    @property
    def size(self) -> float:
        """Give the type size of most of its signs."""
        return find_size(self.lines)

    @property
    def bold(self) -> bool:
        """Tell whether every line is bold."""
        return all(line.bold for line in self.lines)

    @property
    def page(self) -> int:
        """Give the page on which it begins."""
        return self.lines[0].page

    @property
    def marks(self) -> tuple[str, ...]:
        """Give the numbers of the footnotes that are marked in it."""
        return tuple(mark for line in self.lines for mark in line.marks)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Give its words with their places."""
        return tuple(
            piece for line in self.lines for part in line.parts for piece in make_pieces(part, line.page)
        )


def make_pieces(part: Segment, page: int) -> Iterator[Piece]:
    """Give the words of a segment on a page with their places."""
    for text, x0, top, x1, bottom in part.words:
        yield Piece(text, page, x0, top, x1, bottom)


def find_size(lines: Iterable[Line]) -> float:
    """Give the type size, to half a point, in which most signs are set; the smaller one of a tie."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[round(line.size * 2) / 2] += len(line.text)
    return max(counts, key=lambda size: (counts[size], -size)) if counts else 0.0


def find_units(region: Region, page: int) -> Iterator[Unit]:
    """Give the units of a column of running text."""
    lines = [_make_line(row, page) for row in region.rows]
    leading = _find_leading(lines)
    run: list[Line] = []
    for line in lines:
        if run and _begins_unit(run, line, region, leading):
            yield Unit(tuple(run), region.left, region.right)
            run = []
        run.append(line)
    if run:
        yield Unit(tuple(run), region.left, region.right)


def _make_line(row: Row, page: int) -> Line:
    text = " ".join(part.text for part in row)
    main = max(row, key=lambda part: len(part.text))
    return Line(text, row[0].x0, main.top, row[-1].x1, main.bottom, main.size, main.bold, page, tuple(row))


def _find_leading(lines: Sequence[Line]) -> float:
    """Give the usual distance between the tops of two lines: that of the closer ones."""
    steps = [after.top - before.top for before, after in pairwise(lines)]
    close = [step for step, line in zip(steps, lines, strict=False) if 0 < step < 2.2 * line.size]
    return sorted(close)[len(close) // 3] if close else 0.0


def _begins_unit(run: list[Line], line: Line, region: Region, leading: float) -> bool:
    before = run[-1]
    step = line.top - before.top
    # Lines of a heading stand further apart than those of the text under it.
    large = before.size > _LARGE * region.size and abs(line.size - before.size) < _OTHER_SIZE * before.size
    if step > _LOOSE * max(leading, before.size * (1.1 if large else 0.9)) or step < 0:
        return True
    if abs(line.size - before.size) > _OTHER_SIZE * max(line.size, before.size) and len(line.text) > 3:
        return True
    if begins_entry(line.text) or (
        len(before.text) > 7 and before.text.isupper() and not line.text.isupper()
    ):
        return True
    if _follows_note(run, line) or is_clear_item(line.text):
        return True
    if line.bold != before.bold and (len(run) == 1 or all(other.bold == before.bold for other in run)):
        return (before.bold and not line.text[0].islower()) or ends_sentence(before.text)
    if is_question_heading(line.text) or is_question_heading(before.text):
        return True
    if find_item_mark(line.text):
        return _is_item(run, line, region)
    return _ends_paragraph(run, line, region)


def _follows_note(run: list[Line], line: Line) -> bool:
    """Tell whether a line begins the footnote after the one in `run`."""
    first, second = _NOTE.match(run[0].text), _NOTE.match(line.text)
    return first is not None and second is not None and int(second.group(1)) == int(first.group(1)) + 1


def _is_item(run: list[Line], line: Line, region: Region) -> bool:
    """Tell whether a line that begins with a mark is an item, and not a number or dash in a sentence."""
    before = run[-1]
    short = region.right - before.x1 > 0.25 * (region.right - region.left)
    sister = find_item_mark(run[0].text) > 0 and abs(line.x0 - run[0].x0) < 0.7 * line.size
    return sister or short or ends_sentence(before.text)


def _is_own_line(before: Line, line: Line, region: Region) -> bool:
    """Tell whether a line without the end of a sentence ends by itself, as in an address."""
    if not (line.text[0].isupper() or line.text[0].isdecimal()) or ends_on_dangling(before.text):
        return False
    if before.text.endswith(("-", "\ufffe", ",", "(", "&")):
        return False
    short = region.right - max(before.x1, line.x1) > _SHORT_LINE * (region.right - region.left)
    return short and line.size <= region.size * _LARGE


def _ends_paragraph(run: list[Line], line: Line, region: Region) -> bool:
    before = run[-1]
    if not ends_sentence(before.text):
        return _is_own_line(before, line, region)
    indented = line.x0 > before.x0 + 0.8 * line.size and not find_item_mark(run[0].text) and len(run) > 1
    first = line.text.split()[0]
    each = (before.x1 - before.x0) / max(1, len(before.text))
    room = region.right - before.x1 - each * (len(first) + 1)
    return indented or room > 0.12 * (region.right - region.left)
