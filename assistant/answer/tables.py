"""Lists that stand in a table: the first cells of its rows, or the cells of the column that is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import same_noun, stem_of
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.reading import Reading
from assistant.answer.rows import caption_end, find_cells
from assistant.dutch import tokenize
from assistant.types import BlockKind

_LOOK = 25
_NAMED = 0.7


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that follow each other under one caption, as block indices, with all that names the table."""

    reading: Reading
    rows: tuple[int, ...]
    naming: str


def find_tables(units: Sequence[Unit]) -> Iterator[tuple[Unit, Table]]:
    """Yield the tables in the sections of the best units, each once, best unit first."""
    seen: set[tuple[str, int]] = set()
    for unit in units[:_LOOK]:
        reading, parents = unit.reading, unit.reading.parents[unit.block]
        first = (parents[-1] + 1) if parents else 0
        place = first
        while place < len(reading.blocks) and reading.parents[place] == parents:
            if reading.blocks[place].kind is not BlockKind.ROW:
                place += 1
                continue
            rows = _rows_from(reading, place)
            if (reading.document.id, place) not in seen and len(rows) > 1:
                seen.add((reading.document.id, place))
                yield unit, Table(reading, rows, _naming(reading, rows[0]))
            place = rows[-1] + 1


def _rows_from(reading: Reading, first: int) -> tuple[int, ...]:
    caption = _caption(reading.text_of(first))
    last = first
    while last + 1 < len(reading.blocks) and reading.blocks[last + 1].kind is BlockKind.ROW:
        if _caption(reading.text_of(last + 1)) != caption:
            break
        last += 1
    return tuple(range(first, last + 1))


def _caption(row: str) -> str:
    return row[: caption_end(row)]


def _naming(reading: Reading, row: int) -> str:
    """Give the caption, the headings above and the paragraph right before the table."""
    above = [reading.text_of(index) for index in reading.parents[row][-1:]]
    before = row - 1
    lead = (
        reading.text_of(before) if before >= 0 and reading.blocks[before].kind is BlockKind.PARAGRAPH else ""
    )
    return " ".join((_caption(reading.text_of(row)), *above, lead))


def read_column(question: Question, matcher: Matcher, table: Table) -> list[tuple[int, str]]:
    """Give the row and the value of each item that is asked for: a column with the asked noun above it, or the
    first cells of a table that the asked noun names. Rows that lack a name of the question, which the
    table's own naming does not hold, are left out.
    """
    if question.asked is None:
        return []
    asked = stem_of(question.asked)
    texts = {row: table.reading.text_of(row) for row in table.rows}
    held = [strength for strength, _ in matcher.match(table.naming)]
    wanted = [
        place for place, term in enumerate(matcher.terms) if term.kind == "name" and held[place] < _NAMED
    ]
    rows = [
        row for row, text in texts.items() if all(matcher.match(text)[place][0] >= _NAMED for place in wanted)
    ]
    if _names(asked, table.naming, matcher):
        return [(row, text) for row in rows if (text := _first_cell(texts[row]))]
    return [
        (row, span.of(texts[row]))
        for row in rows
        for header, span in find_cells(texts[row])
        if _names(asked, header, matcher) and len(span)
    ]


def _names(asked: str, text: str, matcher: Matcher) -> bool:
    return any(same_noun(asked, token.text, matcher) for token in tokenize(text))


def _first_cell(row: str) -> str:
    end = row.find(" – ")
    return row[caption_end(row) : end].strip() if end > 0 else ""
