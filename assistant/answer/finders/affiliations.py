"""The party of somebody, in brackets behind his name: "Leen Verstraete (Samen Vooruit)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.cues import ROLE_WORDS
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.question import Question
from assistant.dutch import fold, load_lexicon
from assistant.types import ExtractKind, Span

_ASKED = frozenset("partij fractie politieke".split())
_LINK = re.compile(
    r"\b(?:van|bij|voor|namens) welke (?:politieke )?(?:partij|fractie)\b|"
    r"\bwelke (?:politieke )?(?:partij|fractie) (?:vertegenwoordigt|heeft)\b"
)
"""A question for the party of a person, and not for who did something."""
_PARTIES = frozenset("groen vooruit volt denk lijst".split())
"""Parties whose name is a common word."""
_BACK = 60
_BEHIND = re.compile(r"(?P<name>[A-ZÀ-Þ][\w’'-]+) \((?P<party>[^\W\d_][^()\d]{1,40})\)")


def find_affiliation(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give the party behind the name of the person whom a question names."""
    if question.asked not in _ASKED or not _LINK.search(fold(question.text)):
        return
    named = [token.text for token in question.words if token.text[0].isupper()]
    places = [fact.span for fact in unit.reading.facts_in(unit.span, ExtractKind.REGION)]
    for found in _BEHIND.finditer(unit.text):
        span = Span(*found.span("party"))
        before = unit.text[max(0, found.start() - _BACK) : span.start]
        if found["name"] not in named or not all(name in before for name in named):
            continue
        if _is_party(found["party"]) and not any(
            span.shift(unit.span.start).overlaps(place) for place in places
        ):
            yield Candidate(span.shift(unit.span.start), 1.0)


def _is_party(text: str) -> bool:
    """Tell whether what stands in brackets can be a party: a name, and no post, field or common noun."""
    words = text.split()
    if any(fold(word) in ROLE_WORDS for word in words) or not text[0].isupper():
        return False
    if len(words) > 1 or sum(map(str.isupper, text)) > 1 or fold(text) in _PARTIES:
        return True
    return not load_lexicon().knows(text.lower())
