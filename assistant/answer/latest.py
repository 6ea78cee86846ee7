"""Of two reports that tell of the same thing in turn, the figure of the last one, where no year is asked.

"Hoeveel bedrijven doen mee?": "In juni 2033 waren 31 bedrijven aangesloten" of one report has passed when the next one
says under the same heading "Eind juni 2034 waren 47 bedrijven aangesloten".
"""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.dutch import fold

_KINDS = frozenset({QuestionKind.COUNT, QuestionKind.AMOUNT, QuestionKind.SHARE})
_TIMED = re.compile(
    r"\b(?:(?:19|20)\d\d|toen|destijds|eerst|eerste|eerder|vroeger|begin|oorspronkelijk|aanvankelijk|was|waren|werd|werden|"
    r"had|hadden|deed|deden|kreeg|kregen|stond|stonden|kostte|telde|volgens|verslag|rapport|rapportage|januari|februari|"
    r"maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b"
)
"""Words of a question that asks how things were, or what one document says."""
_FIGURE = re.compile(r"[\d.,]+|\b(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)\b")
_MARKS = re.compile(r"[\W\d_]+")
_LOOK, _NEAR_BEST, _FIT, _LESS = 10, 2.0, 0.4, 0.05
"""Units in which a later figure is looked for, how far below the first one it may score, its least fit, and how much less
it may hold of a word of the question."""


def prefer_latest(question: Question, units: list[Unit]) -> None:
    """Put first the figure of the newest document that tells the same under the same heading as the first one."""
    if question.kind not in _KINDS or not units or _TIMED.search(fold(question.text)):
        return
    top = units[0]
    if top.short is None or not top.reading.document.date:
        return
    later = [unit for unit in units[1:_LOOK] if unit.score >= top.score - _NEAR_BEST and _follows(unit, top)]
    if later:
        newest = max(later, key=lambda unit: (unit.reading.document.date or "", unit.score))
        newest.score = top.score
        units.remove(newest)
        units.insert(0, newest)


def _follows(unit: Unit, top: Unit) -> bool:
    """Tell whether a unit tells in a newer document what another one tells, of the same thing and as fully."""
    if unit.short is None or unit.lacks or unit.fit < _FIT:
        return False
    date, other = unit.reading.document.date or "", top.reading.document.date or ""
    if date <= other or any(one < held - _LESS for one, held in zip(unit.close, top.close, strict=True)):
        return False
    heading = _heading_of(unit)
    return bool(heading) and heading == _heading_of(top) and _measure_of(unit) == _measure_of(top)


def _heading_of(unit: Unit) -> str:
    """Give the words of the nearest heading, without numbers."""
    headings = unit.reading.headings_of(unit.block)
    return _MARKS.sub(" ", fold(headings[-1])).strip() if headings else ""


def _measure_of(unit: Unit) -> str:
    """Give what the short answer counts: its words without the figure."""
    text = "" if unit.short is None else unit.short.of(unit.reading.document.text)
    return _MARKS.sub(" ", _FIGURE.sub(" ", fold(text))).strip()
