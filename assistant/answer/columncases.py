"""A sum that differs from column to column: "Tarief leden: 12 euro; Tarief niet-leden: 24 euro".

Where a question names the row and says nothing that tells its columns apart, each of them is told.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence

from assistant.answer.cellunits import read_unit
from assistant.answer.evidence import Unit
from assistant.answer.finders.cellsums import find_cell_sums
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.rows import find_cells, is_total, row_label
from assistant.dutch import fold
from assistant.types import BlockKind, ExtractKind, Span

_WORD = re.compile(r"[a-zà-ÿ]{4,}")
_LEAST = 0.3
"""How strongly the row must hold a word of the question to be the one that is meant."""


def find_columns(question: Question, best: Unit, matcher: Matcher) -> list[Unit]:
    """Give the sums of the row of the best unit that stand under headers alike, each as a unit; none where one is meant."""
    if question.kind is not QuestionKind.AMOUNT or best.short is None:
        return []
    if not best.reading.blocks.is_kind(best.block, BlockKind.ROW) or not best.span.covers(best.short):
        return []
    label = row_label(best.text)
    if is_total(label.of(best.text)) or max(matcher.strengths(label.of(best.text)), default=0.0) < _LEAST:
        return []
    sums = [
        *find_cell_sums(question, best),
        *(fact.span for fact in best.reading.facts_in(best.span, ExtractKind.AMOUNT)),
    ]
    cells = [
        (header, cell.shift(best.span.start))
        for header, cell in find_cells(best.text)
        if len(cell) and any(cell.shift(best.span.start).covers(one) for one in sums)
    ]
    own = next((header for header, cell in cells if cell.covers(best.short)), None)
    if own is None:
        return []
    held = _round(matcher.strengths(own))
    alike = [
        cell for header, cell in cells if _is_alike(header, own) and _round(matcher.strengths(header)) == held
    ]
    values = {cell.of(best.reading.document.text).strip() for cell in alike}
    return [_with_short(best, cell) for cell in alike] if len(values) > 1 else []


def read_header(unit: Unit) -> str:
    """Give the header of the cell that holds the short answer of a unit, without its sign for euros."""
    assert unit.short is not None
    place = unit.short.start - unit.span.start
    header = next((header for header, cell in find_cells(unit.text) if cell.start <= place < cell.end), "")
    return re.sub(r"\s*(?:\((?:in )?(?:€|euro|EUR)\)|€|\bEUR\b)\s*$", "", header) or header


def _is_alike(one: str, other: str) -> bool:
    """Tell whether two headers are of one sort: in the same unit, with a word in common or nothing but a year."""
    if one == other:
        return True
    if read_unit(one) != read_unit(other):
        return False
    words, others = set(_WORD.findall(fold(one))), set(_WORD.findall(fold(other)))
    return bool((words & others) - {"euro"}) or not (words | others) - {"euro"}


def _round(strengths: Sequence[float]) -> list[float]:
    return [round(strength, 3) for strength in strengths]


def _with_short(best: Unit, cell: Span) -> Unit:
    """Give a copy of a unit with a cell as its short answer."""
    unit = copy.copy(best)
    unit.short, unit.short_text = cell, cell.of(best.reading.document.text).strip()
    return unit
