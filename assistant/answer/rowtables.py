"""Which of several tables a row that answers stands in: the one of which caption, headings and lead hold the question.

"Onkostenvergoeding wethouders" stands above one table and "Onkostenvergoeding raadsleden" above the next, and the rows of
both hold the same classes of inhabitants.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.predicates import VERB
from assistant.answer.quantities import find_quantities
from assistant.answer.question import Question
from assistant.answer.rowranges import holds_asked, rows_beside
from assistant.answer.rows import find_cells, row_label
from assistant.answer.superlatives import read_superlative
from assistant.answer.terms import Term
from assistant.answer.valueyears import read_year
from assistant.dutch import fold
from assistant.types import BlockKind

_LOOK, _NEAR_BEST = 60, 2.5
"""Units in which a row of a better table is looked for, and how far below the first one it may score."""
_HELD, _NAMED = 0.7, 0.3
_FIT = 0.4
_ADDED = frozenset({QuestionKind.AMOUNT, QuestionKind.COUNT})
"""Kinds of question for what the rows of a table add up to."""
_TOTAL = re.compile(r"(?:eind)?totaal\b|alles? (?:samen|tezamen)\b", re.IGNORECASE)
_VALUES = frozenset(
    {QuestionKind.AMOUNT, QuestionKind.COUNT, QuestionKind.SHARE, QuestionKind.NAME, QuestionKind.PERIOD}
)


def prefer_tables(question: Question, units: list[Unit], matcher: Matcher) -> None:
    """Put first the row of the table that holds all of the question that the table of the first row holds, and more."""
    if not units or question.kind not in _VALUES or not _is_row(units[0]):
        return
    top, own = units[0], _read_held(question, units[0], matcher, _NAMED)
    fits = holds_asked(question, top)
    beside = set(rows_beside(top.reading, top.block))
    best: tuple[int, float, Unit] | None = None
    for unit in units[1:_LOOK]:
        if unit.score < top.score - _NEAR_BEST:
            break
        told = holds_asked(question, unit)
        if unit.reading is top.reading and unit.block in beside and told == fits:
            continue  # another row of the same table
        if not _is_row(unit) or unit.lacks or unit.fit < min(_FIT, top.fit) or told not in (fits, True):
            continue
        held = _read_held(question, unit, matcher, _HELD)
        if (held > own or (held == own and told != fits)) and (
            best is None or (len(held), unit.score) > best[:2]
        ):
            best = len(held), unit.score, unit
    if best is not None:
        best[2].score = top.score
        units.remove(best[2])
        units.insert(0, best[2])


def prefer_total(question: Question, units: list[Unit], matcher: Matcher) -> None:
    """Put first the row of the total of a table, where the first row is one of those it adds up and the question names none."""
    if not units or question.kind not in _ADDED or not _is_row(units[0]) or holds_asked(question, units[0]):
        return
    top = units[0]
    label = row_label(top.text).of(top.text)
    if (
        _TOTAL.match(label)
        or not find_cells(top.text)
        or max(matcher.strengths(label), default=1.0) >= _NAMED
    ):
        return
    if read_superlative(question) is not None:
        return
    rows = set(rows_beside(top.reading, top.block))
    for unit in units[1:_LOOK]:
        same = unit.reading is top.reading and unit.block in rows and _is_row(unit)
        if same and _TOTAL.match(row_label(unit.text).of(unit.text)) and unit.fit >= min(_FIT, top.fit):
            unit.score = top.score
            units.remove(unit)
            units.insert(0, unit)
            return


def _is_row(unit: Unit) -> bool:
    return unit.reading.blocks.is_kind(unit.block, BlockKind.ROW) and not unit.items


def _read_held(question: Question, unit: Unit, matcher: Matcher, least: float) -> frozenset[str]:
    """Give the words of the question that a row and what stands above its table hold; what its number counts is left out."""
    counted = {fold(one.following[0][0]) for one in find_quantities(question.text) if one.following}
    held: set[str] = set()
    for text in (unit.text, *_above(unit)):
        held.update(
            term.stem
            for term, strength in zip(matcher.terms, matcher.strengths(text), strict=True)
            if strength >= least and _tells(term) and fold(term.text) not in counted
        )
    year = read_year(unit)
    if year is not None and year in question.text:
        held.add(year)
    return frozenset(held)


def _tells(term: Term) -> bool:
    """Tell whether a word of the question tells which table is meant: no number, no verb."""
    return term.kind != "number" and term.part != VERB


def _above(unit: Unit) -> Iterator[str]:
    """Yield the headings above a row but the title, and the first sentence of the paragraph right before its table."""
    reading = unit.reading
    title = reading.document.title
    yield from (text for text in reading.headings_of(unit.block) if text != title)
    lead = next(rows_beside(reading, unit.block)) - 1
    if lead >= 0 and reading.blocks[lead].kind in (BlockKind.PARAGRAPH, BlockKind.CAPTION):
        yield from (span.of(reading.document.text) for span in reading.sentences(lead)[:1])
