"""The figure of another year in a sentence that leaves out what it counts: "In 2021 waren dat er 1.120".

The sentence before it, with the noun and the verb of the question, tells of a year that is not asked for.
"""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question

_KINDS = frozenset({QuestionKind.COUNT, QuestionKind.AMOUNT, QuestionKind.SHARE, QuestionKind.PERIOD})
_YEAR = re.compile(r"(?<![\w.,-])(?:19|20)\d\d(?![\w-]|[.,]\d)")
_LEFT_OUT = re.compile(
    r"\b(?:was|waren|is|zijn|ging|gingen|lag|bedroeg|kwam|kwamen) (?:(?:dat|dit|die|het|er|om|op|uit) ){1,3}|"
    r"\b(?:dat|dit|het) (?:was|waren|is|zijn|bedroeg) ",
)
"""A verb with "dat er" in the place of what is counted."""
_VALUE = re.compile(r"(?<![\w.,])\d[\d.,]*")
_AFTER, _FIT = 2, 0.3
"""Sentences behind the first one that may leave it out, and the least fit of their value."""


def prefer_same_year(question: Question, units: list[Unit]) -> None:
    """Put first the one value of the asked year where the first sentence tells of another and a next one leaves the rest out."""
    asked = _YEAR.findall(question.text) if question.kind in _KINDS else []
    if len(asked) != 1 or not units:
        return
    top = units[0]
    told = _YEAR.findall(top.text)
    if not told or asked[0] in told:
        return
    spans = top.reading.sentences(top.block)
    place = next((number for number, span in enumerate(spans) if span == top.span), len(spans))
    behind = spans[place + 1 : place + 1 + _AFTER]
    for unit in units[1:]:
        if unit.reading is top.reading and unit.span in behind and _is_left_out(unit, asked[0]):
            unit.score = top.score
            units.remove(unit)
            units.insert(0, unit)
            return


def _is_left_out(unit: Unit, year: str) -> bool:
    """Tell whether a unit tells one value of a year and leaves out of what."""
    if unit.lacks or unit.short is None or unit.fit < _FIT or _YEAR.findall(unit.text) != [year]:
        return False
    rest = unit.text.replace(year, " ", 1)
    return _LEFT_OUT.search(rest) is not None and len(_VALUE.findall(rest)) == 1
