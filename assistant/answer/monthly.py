"""A month in a question for a figure: a report of that month tells it, one of another month tells another figure.

"Hoeveel normen waren er in juli 2031?": every report says "Momenteel zijn er ...", each of its own month.
"""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.dutch import fold

_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_ASKED = re.compile(
    rf"\b(?:in|per|van|eind|begin|medio|op \d{{1,2}}) (?P<month>{'|'.join(_MONTHS)}) (?P<year>(?:19|20)\d\d)\b"
)
_KINDS = frozenset({QuestionKind.COUNT, QuestionKind.AMOUNT, QuestionKind.SHARE})
_LOOK, _NEAR_BEST, _FIT = 25, 2.5, 0.4
"""Units in which a report of the month is looked for, how far below the first one it may score, and its least fit."""


def prefer_month(question: Question, units: list[Unit]) -> None:
    """Put first the figure of a document of the month that is asked for, where the first one is of another month."""
    asked = _ASKED.search(fold(question.text)) if question.kind in _KINDS else None
    if asked is None or not units:
        return
    date = f"{asked['year']}-{_MONTHS.index(asked['month']) + 1:02}"
    top = units[0]
    if len(top.reading.document.date or "") < len(date) or _is_of(top, date, asked["month"]):
        return
    for unit in units[1:_LOOK]:
        if unit.score < top.score - _NEAR_BEST:
            return
        if not unit.lacks and unit.fit >= _FIT and (unit.reading.document.date or "").startswith(date):
            unit.score = top.score
            units.remove(unit)
            units.insert(0, unit)
            return


def _is_of(unit: Unit, date: str, month: str) -> bool:
    """Tell whether a document is of a month, or the month is named in the paragraph or above it."""
    reading = unit.reading
    texts = (reading.text_of(unit.block), *reading.headings_of(unit.block), reading.document.title)
    return (reading.document.date or "").startswith(date) or any(month in fold(text) for text in texts)
