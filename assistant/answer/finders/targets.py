"""Figures that were aimed at beside figures that were reached: a question asks for one of the two."""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import Span

_AIMED = re.compile(
    r"\b(?:doel|doelen|doelstelling\w*|streef\w*|streven|streeft|ambitie|beoogd\w*|target|de lat|geraamd\w*|gepland\w*)\b"
)
_AIM_ASKED = re.compile(
    r"\b(?:doel\w*|streef\w*|streven|streeft|ambitie|beoog\w*|target|geraamd\w*|gepland\w*|"
    r"(?:moet|moeten|moest|wil|willen|wilde|wilden|zal|zullen|zou|zouden) .*\b(?:worden|komen|zijn|halen|bereiken|bijkomen|\w+en))\b"
)
"""Words for what was aimed at: before or behind a figure in its clause, and in a question."""
_CLAUSE_END = re.compile(r"[,;:(]|\b(?:maar|terwijl|en)\b")
_REACHED, _AIM = 0.6, 0.6
"""What is left of a figure of the other sort: one that is no aim where that is asked, and the other way round."""


def weigh_target(question: Question, unit: Unit, span: Span) -> float:
    """Give the share of its fit that is left to a figure; a question in the future may have either."""
    aimed = bool(_AIMED.search(fold(_clause_around(unit, span))))
    plain = fold(question.text)
    if _AIMED.search(plain):
        return 1.0 if aimed else _REACHED
    return _AIM if aimed and not _AIM_ASKED.search(plain) else 1.0


def _clause_around(unit: Unit, span: Span) -> str:
    """Give the words from the last mark of a clause before a figure to the first behind it."""
    text, start, end = unit.text, span.start - unit.span.start, span.end - unit.span.start
    before = max((match.end() for match in _CLAUSE_END.finditer(text, 0, max(0, start))), default=0)
    behind = _CLAUSE_END.search(text, end)
    return text[before : behind.start() if behind else len(text)]
