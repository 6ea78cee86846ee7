"""Telephone numbers, e-mail addresses and web addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate, find_pattern
from assistant.answer.matching import Matcher
from assistant.answer.question import Question

_PHONE = re.compile(r"(?<![\w.])(?:\+\d{2}[ -]?)?\(?0?\d{2,3}\)?[ -]?\d{2,3}(?:[ -]?\d{2,3}){1,3}(?!\w|\.\w)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
_WEB = re.compile(
    r"(?:https?://|www\.)[^\s<>()]+[^\s<>().,;]|(?<![@\w.-])[\w-]+\.(?:nl|be|eu|com|org|vlaanderen)\b(?:/[\w/.-]*\w)?"
)


def find_contacts(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give what was asked for: a telephone number, an e-mail address or a web address."""
    asked = question.asked or ""
    if "tele" in asked:
        yield from find_pattern(unit, _PHONE, 0, 1.0)
    elif "mail" in asked:
        yield from find_pattern(unit, _MAIL, 0, 1.0)
    else:
        yield from find_pattern(unit, _WEB, 0, 1.0)
