"""A value that differs from case to case: rows of one table, or items of one list, that hold the same of the question.

"Hoeveel bedraagt de toelage?" has no single answer where a table gives one for each class: all of them are told. A question
that names the class means one row, which then holds more of the question than those beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answer.choosing import SHOWN
from assistant.answer.columncases import find_columns, read_header
from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.rowranges import holds_asked, rows_beside
from assistant.answer.rows import find_cells, is_total, row_label
from assistant.answer.shorts import find_short
from assistant.answer.superlatives import read_superlative
from assistant.answer.tellshort import tell_short
from assistant.answer.weighed import Weighed
from assistant.answer.wording import flatten
from assistant.types import BlockKind, Case, Citation, Span

MOST_CASES = 20
"""Cases that are told; of more it is said that some may be missing."""
_TOLD_SHORT = 6
"""Cases of which the values together still are a short answer."""
_KINDS = frozenset(
    {QuestionKind.AMOUNT, QuestionKind.COUNT, QuestionKind.SHARE, QuestionKind.PERIOD, QuestionKind.MOMENT}
)
_MORE = 0.01
"""How much more of the question one row or item holds that is meant by it."""
_LONGEST = 80
"""Characters of the words before the value of an item that say which case it is."""
_MARK = re.compile(r"^[-–•*\s]*(?:(?:\d{1,2}|[a-z])[.)°]+\s+)?")
"""The mark of an item, which tells no case."""
_NOTHING = re.compile(
    r"geen|niets|nihil|nul|gratis|kosteloos|vrij|vrijgesteld|onbeperkt|n\.?v\.?t\.?|niet van toepassing",
    re.IGNORECASE,
)
"""What stands in the place of a value where a case has none; such a case is told too."""
_COUNT = re.compile(r"\d{1,3}\.?")


def find_cases(question: Question, best: Unit, matcher: Matcher) -> list[Unit]:
    """Give the rows, items or columns that answer as well as the best unit does, with it, in their order; none where it is alone.

    Each has its value as short answer. A question for the highest or the whole, or for the row whose range holds its number,
    means one of them.
    """
    if question.kind not in _KINDS or best.items or best.short is None or best.fit < SHOWN:
        return []
    if not best.span.covers(best.short):
        return []  # it stands in a sentence beside the best one
    if read_superlative(question) is not None or holds_asked(question, best):
        return []
    return _find_alike(question, best, matcher) or find_columns(question, best, matcher)


def _find_alike(question: Question, best: Unit, matcher: Matcher) -> list[Unit]:
    """Give the rows or items that hold the same of the question as the best one does, with it; none where it is alone."""
    held = _round(matcher.strengths(best.text))
    beside = list(_list_beside(question, best, matcher))
    more = [
        unit
        for unit in beside
        if matcher.coverage(matcher.strengths(unit.text)) > matcher.coverage(held) + _MORE
    ]
    if any(not _is_nothing(unit) for unit in more):
        return []  # one of them is meant, and the best one is not it
    found = [unit for unit in beside if unit in more or _round(matcher.strengths(unit.text)) == held]
    values = {flatten(unit.short_text or "") for unit in found}
    return found if len(values) > 1 and any(unit.block == best.block for unit in found) else []


def make_cases(
    weighed: Weighed, units: Sequence[Unit], citations: Sequence[Citation]
) -> tuple[tuple[Case, ...], str | None]:
    """Give the cases with the citations that hold them, and the short answer that they make when they are few.

    None at all where the value of one of them is not what was asked.
    """
    cases: list[Case] = []
    columns = len({unit.block for unit in units}) < len(units)
    for unit in units:
        value = unit.short_text if _is_nothing(unit) else tell_short(weighed, unit)
        numbers = tuple(item.number for item in citations if _is_of(item, unit))
        if value is None or not numbers:
            return (), None
        cases.append(Case(flatten(read_header(unit) if columns else read_label(unit)), value, numbers))
    told = "; ".join(f"{case.label}: {case.value}" for case in cases)
    return tuple(cases), told if len(cases) <= _TOLD_SHORT else None


def read_label(unit: Unit) -> str:
    """Give the words of a row or an item that say which case it is."""
    if unit.reading.blocks.is_kind(unit.block, BlockKind.ROW):
        return _read_row(unit.text)
    return _before_value(unit)


def _read_row(text: str) -> str:
    """Give the label of a row; a bare number, which may count the rows, with the first cell in words behind it."""
    label = row_label(text).of(text)
    if _COUNT.fullmatch(label) is None:
        return label
    cells = ((header, cell.of(text)) for header, cell in find_cells(text))
    named = next((f"{header}: {value}" for header, value in cells if value and not _holds_figure(value)), "")
    return f"{label} ({named})" if named else label


def _is_of(citation: Citation, unit: Unit) -> bool:
    same = citation.document_id == unit.reading.document.id
    return same and unit.short is not None and citation.span.covers(unit.short)


def _round(strengths: Sequence[float]) -> list[float]:
    return [round(strength, 3) for strength in strengths]


def _list_beside(question: Question, best: Unit, matcher: Matcher) -> Iterator[Unit]:
    """Yield the units of the table or the list that the best one stands in, those with a value."""
    if best.reading.blocks.is_kind(best.block, BlockKind.ROW):
        yield from _list_rows(best)
    else:
        yield from _list_items(question, best, matcher)


def _list_rows(best: Unit) -> Iterator[Unit]:
    """Yield the rows of the table with a figure in the column of the short answer; none for a row that adds up others."""
    assert best.short is not None
    own = best.short.shift(-best.span.start)
    header = next((header for header, cell in find_cells(best.text) if cell.overlaps(own)), None)
    if header is None or is_total(row_label(best.text).of(best.text)):
        return
    for row in rows_beside(best.reading, best.block):
        unit = Unit(best.reading, row, best.reading.blocks[row].span, best.hit)
        label = row_label(unit.text).of(unit.text)
        cell = next((cell for name, cell in find_cells(unit.text) if name == header), None)
        if not label or is_total(label) or cell is None:
            continue
        if _holds_figure(cell.of(unit.text)) or _NOTHING.fullmatch(cell.of(unit.text).strip()):
            yield _with_short(unit, best, cell.shift(unit.span.start))


def _list_items(question: Question, best: Unit, matcher: Matcher) -> Iterator[Unit]:
    """Yield the items of the list, each a case with its value behind a colon: "gemeenten tot 10.000 inwoners: € 500"."""
    group = best.reading.list_around(best.block)
    if group is None or best.block not in group.items or not _before_value(best):
        return
    for item in group.items:
        unit = Unit(best.reading, item, best.reading.blocks[item].span, best.hit)
        unit.local = list(matcher.strengths(unit.text))
        unit.close = unit.context = unit.wide = unit.local
        find_short(question, unit, matcher)
        if unit.short is None or unit.fit < SHOWN:
            unit.short = _find_nothing(unit)
        if unit.short is not None and _before_value(unit):
            yield _with_short(unit, best, unit.short)


def _find_nothing(unit: Unit) -> Span | None:
    """Give where an item says behind its colon that there is nothing: "bedrijven: geen"."""
    _, colon, value = unit.text.rstrip(" .;,\n").rpartition(": ")
    if not colon or not _NOTHING.fullmatch(value):
        return None
    start = unit.text.rindex(": ") + len(": ")
    return Span(start, start + len(value)).shift(unit.span.start)


def _is_nothing(unit: Unit) -> bool:
    """Tell whether the value of a case is a word that there is none."""
    return _NOTHING.fullmatch(unit.short_text or "") is not None


def _before_value(unit: Unit) -> str:
    """Give the words before the colon that the short answer of an item stands behind; nothing where it does not."""
    assert unit.short is not None
    if not unit.span.covers(unit.short):
        return ""
    label, colon, _ = unit.reading.document.text[unit.span.start : unit.short.start].rpartition(": ")
    named = _MARK.sub("", label, count=1)
    return named if colon and len(named) <= _LONGEST and "\n" not in named else ""


def _holds_figure(text: str) -> bool:
    return any(map(str.isdecimal, text))


def _with_short(unit: Unit, best: Unit, short: Span) -> Unit:
    """Give a unit with its short answer, and what is known of the best one: both are the same to the question."""
    unit.short, unit.fit = short, best.fit
    unit.short_text = short.of(unit.reading.document.text).strip()
    for name in ("local", "context", "wide", "close"):
        setattr(unit, name, list(getattr(best, name)))
    unit.score, unit.probability = best.score, best.probability
    return unit
