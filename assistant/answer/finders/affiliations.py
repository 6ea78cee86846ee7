"""The party of somebody, in brackets behind his name: "Leen Verstraete (Samen Vooruit)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import Span

_ASKED = frozenset("partij fractie politieke".split())
_LINK = re.compile(
    r"\b(?:van|bij|voor|namens) welke (?:politieke )?(?:partij|fractie)\b|"
    r"\bwelke (?:politieke )?(?:partij|fractie) (?:vertegenwoordigt|heeft)\b"
)
"""A question for the party of a person, and not for who did something."""
_BEHIND = re.compile(r"(?P<name>[A-ZÀ-Þ][\w’'-]+) \((?P<party>[^\W\d_][^()\d]{1,40})\)")


def find_affiliation(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give the party behind the name of the person whom a question names."""
    if question.asked not in _ASKED or not _LINK.search(fold(question.text)):
        return
    named = {token.text for token in question.words if token.text[0].isupper()}
    for found in _BEHIND.finditer(unit.text):
        party = found["party"]
        if found["name"] in named and any(map(str.isupper, party)):
            yield Candidate(Span(*found.span("party")).shift(unit.span.start), 1.0)
