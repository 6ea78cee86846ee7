"""Whose seat a place is: "de te Zwolle gevestigde Vereniging van Molenaars" tells it of no other body."""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher
from assistant.answer.nounphrases import read_phrase
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import Span

_ASKED = re.compile(r"\b(?:gevestigd|zetel\w*|zit|zitten|kantoor|thuisbasis)\b")
_SEATED = re.compile(r" (?:gevestigde|gezetelde|zetelende|kantoorhoudende|gelegen) (?=\w)")
_BACK = re.compile(r"\b(?:te|in) (?:de |het )?$")
_OTHERS = 0.25
"""The share of its fit that is left to the seat of another body."""
_MOST = 0.5
"""The share of the question that the name of a body must hold to be the one that is asked about."""


def weigh_seat(question: Question, unit: Unit, span: Span, matcher: Matcher) -> float:
    """Give the share of its fit that is left to a place before "gevestigde", by whether the body behind is the one asked about."""
    if not _ASKED.search(fold(question.text)):
        return 1.0
    start, end = span.start - unit.span.start, span.end - unit.span.start
    found = _SEATED.match(unit.text, end)
    if found is None or not _BACK.search(unit.text, max(0, start - 10), start):
        return 1.0
    phrase = read_phrase(unit.text, found.end())
    if phrase is None:
        return 1.0
    return 1.0 if matcher.coverage(matcher.strengths(phrase.span.of(unit.text))) >= _MOST else _OTHERS
