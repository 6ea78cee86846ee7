"""The last day of something, told by what is refused: "aanvragen die na 1 mei worden ingediend, worden niet behandeld".

What is refused after a day ends on it, and what is refused before a day begins on it. Of papers that came in before a
day and were dealt with long ago ("de aanvragen die voor 1 mei zijn ingediend, zijn beoordeeld") that day is neither.
"""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import ExtractKind, Span

_UNTIL = re.compile(r"\b(?:tot wanneer|tot(?: en met)? welke? \w+|uiterlijk|deadline|voor wanneer)\b")
_FROM = re.compile(r"\b(?:vanaf wanneer|(?:vanaf|met ingang van) welke? \w+)\b")
_SIDE = r"(?P<side>na|later dan|voor|vóór|eerder dan)"
_BEFORE = re.compile(rf"(?<!niet )(?<!pas )\b{_SIDE} (?:de |het )?$", re.IGNORECASE)
_OWN = re.compile(rf"{_SIDE} (?:de |het )?", re.IGNORECASE)
"""What stands before a day, or opens it where it was read with it: "voor 1 mei"."""
_REFUSED = re.compile(
    r"[^.;:]{0,80}?\b(?:niet(?! (?:alleen|slechts|later|eerder|langer) )|geen|afgewezen|geweigerd|te laat|te vroeg|"
    r"buiten behandeling)\b",
    re.IGNORECASE,
)
_OF_THOSE = re.compile(
    r"\b(?:die|welke) (?:uiterlijk |al )?(?:(?:voor|vóór|tot|tot en met) )?$", re.IGNORECASE
)
_DEALT_WITH = re.compile(
    r" (?:zijn|waren|werden) [a-zà-ÿ]+(?:d|t|en),? (?:zijn|waren|werden|hebben|kregen)\b", re.IGNORECASE
)
_REACH = 25
_OTHER_SIDE, _LONG_AGO = 0.25, 0.1
"""Shares left to the day on the other side, and to that of what was dealt with, and to those beside it."""


def weigh_refusal(question: Question, unit: Unit, span: Span) -> float | None:
    """Give the share of its fit that is left to a day from or until which something may be done; None where it is not told so."""
    plain = fold(question.text)
    until = _UNTIL.search(plain) is not None
    if until == (_FROM.search(plain) is not None) or not unit.span.covers(span):
        return None
    start, end = span.start - unit.span.start, span.end - unit.span.start
    if until and _is_dealt_with(unit.text, start, end):
        return _LONG_AGO
    side = _OWN.match(unit.text, start, end) or _BEFORE.search(unit.text, max(0, start - _REACH), start)
    denied = side is not None and unit.text.endswith(("niet ", "pas "), 0, side.start())
    if side is None or denied or not _REFUSED.match(unit.text, end):
        return None
    return 1.0 if (fold(side["side"]) in ("na", "later dan")) == until else _OTHER_SIDE


def tells_past_term(question: Question, unit: Unit) -> bool:
    """Tell whether it is asked until when, and a sentence tells what was done with those that came in before a day."""
    if not _UNTIL.search(fold(question.text)):
        return False
    days = [fact.span.shift(-unit.span.start) for fact in unit.reading.facts_in(unit.span, ExtractKind.DATE)]
    return any(_is_dealt_with(unit.text, day.start, day.end) for day in days)


def _is_dealt_with(text: str, start: int, end: int) -> bool:
    return _DEALT_WITH.match(text, end) is not None and bool(
        _OF_THOSE.search(text, max(0, start - _REACH), start)
    )
