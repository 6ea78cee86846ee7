"""Lists that stand in a table: the first cells of its rows, or the cells of the column that is asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import same_noun, stem_of
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.reading import Reading
from assistant.answer.rows import caption_end, find_cells, row_label
from assistant.dutch import fold, tokenize
from assistant.types import BlockKind

_LOOK = 25
_NAMED = 0.7
_SAME = 0.5
"""The share of the labels of a table that another one has as well, which is about the same things."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that follow each other under one caption, as block indices, with all that names the table."""

    reading: Reading
    rows: tuple[int, ...]
    naming: str

    @property
    def caption(self) -> str:
        """The words before the label of each row."""
        return _caption(self.reading.text_of(self.rows[0])) if self.rows else ""


def find_tables(units: Sequence[Unit]) -> Iterator[tuple[Unit, Table]]:
    """Yield the tables in the sections of the best units, each once, best unit first."""
    seen: set[tuple[str, int]] = set()
    for unit in units[:_LOOK]:
        reading, parents = unit.reading, unit.reading.parents[unit.block]
        first = (parents[-1] + 1) if parents else 0
        if (reading.document.id, first) not in seen:
            seen.add((reading.document.id, first))
            for rows in _find_runs(reading, first):
                yield unit, Table(reading, rows, _naming(reading, rows[0]))


def find_all_tables(units: Sequence[Unit]) -> Iterator[tuple[Unit, Table]]:
    """Yield every table of the documents of some units, each with the first unit of its document."""
    firsts: dict[str, Unit] = {}
    for unit in units:
        firsts.setdefault(unit.reading.document.id, unit)
    for unit in firsts.values():
        reading = unit.reading
        if reading.blocks.places_of(BlockKind.ROW):
            for first in (0, *(heading + 1 for heading in reading.parents.headings)):
                for rows in _find_runs(reading, first):
                    yield unit, Table(reading, rows, _naming(reading, rows[0]))


def _find_runs(reading: Reading, first: int) -> Iterator[tuple[int, ...]]:
    """Yield the rows of each table from a block up to the next heading, more than one, as block indices."""
    headings = reading.parents.headings
    after = bisect_left(headings, first)
    stop = headings[after] if after < len(headings) else len(reading.blocks)
    places = reading.blocks.places_between(BlockKind.ROW, first, stop)
    # Rows of one table follow each other under the same caption.
    for _, run in groupby(
        enumerate(places), lambda row: (row[1] - row[0], _caption(reading.text_of(row[1])))
    ):
        rows = tuple(place for _, place in run)
        if len(rows) > 1:
            yield rows


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
    if wanted:
        matcher.learn(texts.values())
    rows = [
        row for row, text in texts.items() if all(matcher.match(text)[place][0] >= _NAMED for place in wanted)
    ]
    if _names(asked, table.naming, matcher):
        return _labels_of(texts, rows)
    return [
        (row, span.of(texts[row]))
        for row in rows
        for header, span in find_cells(texts[row])
        if _names(asked, header, matcher) and len(span)
    ]


def read_labels(table: Table) -> list[tuple[int, str]]:
    """Give the rows of a table with their first cells."""
    return _labels_of({row: table.reading.text_of(row) for row in table.rows}, table.rows)


def read_rows(table: Table) -> frozenset[str]:
    """Give the labels of the rows of a table."""
    return frozenset(fold(text) for _, text in read_labels(table))


def has_same_rows(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two tables are about the same things: most of the labels of either one are in both."""
    return len(one & other) > _SAME * max(len(one), len(other))


def _labels_of(texts: Mapping[int, str], rows: Iterable[int]) -> list[tuple[int, str]]:
    return [(row, text) for row in rows if (text := row_label(texts[row]).of(texts[row]))]


def _names(asked: str, text: str, matcher: Matcher) -> bool:
    return any(same_noun(asked, token.text, matcher) for token in tokenize(text))
