"""A table around a row that was found: read whole, with what names it and the values in its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from assistant.answer.evidence import Unit
from assistant.answer.reading import Reading
from assistant.answer.rows import caption_end, find_cells, is_total, row_label
from assistant.dutch import fold
from assistant.types import AmountValue, BlockKind, ExtractKind, Span

_GAP = 6
"""Blocks between the parts of one table."""
_MOST_ROWS = 300
"""Rows before and behind one that are read; a longer table is not compared."""
_REST = re.compile(r"(?:overige?n?|rest|diversen|onbekend|onvoorzien|n\.?v\.?t)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?P<sign>[-–−]?)(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<part>\d+))?(?: ?(?P<unit>%|[^\W\d_]+\.?))?"
)
_FACTS = (ExtractKind.AMOUNT, ExtractKind.SHARE, ExtractKind.COUNT)
_BEFORE = re.compile(r"\s*(?:(?:circa|ca\.?|ongeveer|ruim|bijna|€|eur|euro)\s*)*", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:\s*(?!(?:in|van|tot|na|om|waarvan|of|en|naar|t/m)\b)[^\W\d_][\w²³/.-]*){0,3}\s*|,?-*"
)

Value = tuple[str, float]
"""A unit and a number of it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its block in the document: its text, its label, and where in that text the cell under each header is."""

    block: int
    text: str
    label: str
    cells: dict[str, Span]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one table that can be compared, with what names the table; `whole` when all of it was read."""

    reading: Reading
    rows: list[Row]
    naming: str
    whole: bool


def find_sheets(units: Sequence[Unit]) -> Iterator[tuple[Unit, Sheet]]:
    """Yield the tables of the units that are rows, each once, best unit first."""
    seen: set[tuple[str, int]] = set()
    for unit in units:
        reading, first = unit.reading, unit.block
        if unit.items or not reading.blocks.is_kind(first, BlockKind.ROW):
            continue
        if (reading.document.id, first) in seen:
            continue
        before, behind = (list(islice(_spread(reading, first, step), _MOST_ROWS)) for step in (-1, 1))
        blocks = sorted((*before, first, *behind))
        seen.update((reading.document.id, block) for block in blocks)
        rows = [_read_row(reading, block) for block in blocks]
        kept = [row for row in rows if row.cells and not is_total(row.label) and not _REST.match(row.label)]
        if len(kept) > 1:
            headers = {header for row in rows for header in row.cells}
            whole = not any(_goes_on(reading, block, headers) for block in (blocks[0] - 1, blocks[-1] + 1))
            yield unit, Sheet(reading, kept, _naming(reading, blocks[0]), whole)


def _goes_on(reading: Reading, block: int, headers: set[str]) -> bool:
    """Tell whether a row beside a table has columns of it: another part, or a row whose label was read as a caption."""
    if not (0 <= block < len(reading.blocks) and reading.blocks.is_kind(block, BlockKind.ROW)):
        return False
    return any(header in headers for header, _ in find_cells(reading.text_of(block)))


def _spread(reading: Reading, first: int, step: int) -> Iterator[int]:
    """Yield the rows of the table that lie before or after one, also behind the turn of a page."""
    caption = _caption(reading.text_of(first))
    block, gap = first + step, 0
    while 0 <= block < len(reading.blocks) and gap <= _GAP:
        if reading.blocks.is_kind(block, BlockKind.HEADING):
            return
        row = reading.blocks.is_kind(block, BlockKind.ROW)
        same = row and _caption(reading.text_of(block)) == caption
        if (row and not same) or (gap and not caption):
            return
        if same:
            gap = 0
            yield block
        else:
            gap += 1
        block += step


def _caption(row: str) -> str:
    """Give the first part of the caption: a line between the rows of a table names those under it in the second."""
    return row[: caption_end(row)].partition(": ")[0]


def _read_row(reading: Reading, block: int) -> Row:
    text = reading.text_of(block)
    cells = {header: span for header, span in find_cells(text) if len(span)}
    return Row(block, text, row_label(text).of(text).strip(), cells)


def _naming(reading: Reading, row: int) -> str:
    """Give the caption, the heading above and the paragraph right before the table."""
    text = reading.text_of(row)
    above = [reading.text_of(index) for index in reading.parents[row][-1:]]
    lead = reading.text_of(row - 1) if row and reading.blocks.is_kind(row - 1, BlockKind.PARAGRAPH) else ""
    return " ".join((text[: caption_end(text)], *above, lead))


def unit_of(sheet: Sheet, header: str) -> str:
    """Give the unit of the values of a column; empty where no cell has a value."""
    values = (read_value(sheet.reading, row, header) for row in sheet.rows)
    return next((value[0] for value in values if value is not None), "")


def read_value(reading: Reading, row: Row, header: str) -> Value | None:
    """Give the number in a cell with its unit ("getal" for a bare one), when the cell is a number and no more."""
    span = row.cells.get(header)
    if span is None:
        return None
    place = span.shift(reading.blocks[row.block].span.start)
    facts = reading.facts_in(place, *_FACTS)
    if (
        len(facts) == 1
        and isinstance(facts[0].value, AmountValue)
        and _is_whole(facts[0].span, place, reading.document.text)
    ):
        value = facts[0].value
        return None if value.upper is not None or value.origin is not None else (value.unit, value.value)
    bare = _NUMBER.fullmatch(span.of(row.text).strip())
    if bare is None:
        return None
    number = float(f"{bare['whole'].replace('.', '')}.{bare['part'] or '0'}")
    return fold(bare["unit"] or "getal"), -number if bare["sign"] else number


def _is_whole(fact: Span, cell: Span, text: str) -> bool:
    """Tell whether a fact is all that a cell says, but for a unit behind it."""
    return bool(
        _BEFORE.fullmatch(text[cell.start : fact.start]) and _BEHIND.fullmatch(text[fact.end : cell.end])
    )
