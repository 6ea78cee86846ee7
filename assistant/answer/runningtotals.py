"""What came together up to now or up to a year: the number of one single year is no answer to "hoeveel tot nu toe?"."""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.finders.timedvalues import read_values
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.answer.rows import find_cells, row_label
from assistant.dutch import fold
from assistant.types import BlockKind, Span

_KINDS = frozenset({QuestionKind.COUNT, QuestionKind.AMOUNT})
_BEGUN = r"(?:sinds|vanaf|vanaf de|sedert) (?:de|het|haar|zijn|hun) (?:start|begin|oprichting|opening|invoering|aanvang|aantreden|lancering)"
_SO_FAR = rf"\btot (?:nu|nog) toe\b|\btot dusver\w*|\btot op heden\b|\b{_BEGUN}\b|\bcumulatie\w*|\bin al die jaren\b|\bover alle jaren\b"
_ASKED = re.compile(
    rf"{_SO_FAR}|\bhoeveel\b.*(?:\btot en met|\bt/m|\bsinds) (?:eind )?(?:19|20)\d\d\b|\booit\b.*\btotaal\b|\btotaal\b.*\booit\b"
)
_UP_TO = re.compile(
    rf"{_SO_FAR}|\binmiddels\b|\bsinds\b|\bsedert\b|\btot en met\b|\bt/m\b|\bt\.e\.m\.|\btot eind\b|\btot 20\d\d|\bde teller\b|\breeds\b|"
    r"\b(?:eind|einde|ultimo) (?:19|20)\d\d\b|\b(?:per|op) (?:\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|"
    r"september|oktober|november|december)|ultimo)\b|\btussen (?:\w+ )?(?:19|20)\d\d en\b|(?:19|20)\d\d ?[-–/] ?(?:19|20)?\d\d\b|"
    r"\bde (?:hele|gehele|afgelopen|voorbije) (?:periode|jaren)\b|\bstand\b"
)
"""Words of a sentence or table that tell what had come together by a time."""
_YEARLY = re.compile(
    r"\b(?:vorig|dit|afgelopen|voorbije|elk|ieder|per|eerste|tweede|derde|vierde|laatste) (?:school|kalender|boek|werk)?jaar\b|"
    r"\bjaarlijks\w*|\bin het jaar\b|\b(?:per|elke|deze|vorige|afgelopen) (?:maand|week|dag|kwartaal)\b"
)
"""Words that make a number one of a single year or less."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_LOOK, _NEAR_BEST, _FIT = 25, 2.5, 0.4
"""Units in which what came together is looked for, how far below the first one it may score, and its least fit."""


def asks_running(question: Question) -> bool:
    """Tell whether a question asks what came together up to now or to the end of a year."""
    return question.kind in _KINDS and _ASKED.search(fold(question.text)) is not None


def is_of_one_year(unit: Unit, span: Span) -> bool:
    """Tell whether a number is that of one year by the words around it, and not what had come together by then."""
    if _UP_TO.search(fold(unit.text)):
        return False
    inside = Span(max(0, span.start - unit.span.start), max(0, span.end - unit.span.start))
    if unit.reading.blocks[unit.block].kind is BlockKind.ROW:
        return _is_in_year(unit.text, inside)
    own = [value for value in read_values(unit.text) if value.span.overlaps(inside)]
    return any(len(value.years) == 1 for value in own) or _YEARLY.search(fold(unit.text)) is not None


def _is_in_year(text: str, span: Span) -> bool:
    """Tell whether a cell stands in a row or under a header of one year."""
    headers = [header for header, cell in find_cells(text) if cell.overlaps(span)]
    return any(_YEAR.fullmatch(words.strip()) for words in (row_label(text).of(text), *headers))


def prefer_running(question: Question, units: list[Unit]) -> None:
    """Put first the best number of what came together, where it is asked and the first number is of one year."""
    if not units or not asks_running(question) or _is_running(units[0]):
        return
    top = units[0]
    if top.short is None or not is_of_one_year(top, top.short):
        return
    for unit in units[1:_LOOK]:
        if unit.score < top.score - _NEAR_BEST:
            return
        if not unit.lacks and unit.fit >= _FIT and _is_running(unit):
            unit.score = top.score
            units.remove(unit)
            units.insert(0, unit)
            return


def _is_running(unit: Unit) -> bool:
    return unit.short is not None and _UP_TO.search(fold(unit.text)) is not None
