"""What is left out of a rule, where that is asked: "Welke winkels zijn uitgezonderd?" by what stands behind "met uitzondering van"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.finders.which import find_lists
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.types import Span

_ASKED = re.compile(
    r"\b(?:vall\w*|valt|blij\w*|viel\w*)\b.*\b(?:buiten|niet onder)\b|\b(?:buiten|niet onder)\b.*\bvallen\b|"
    r"\b(?:uitgezonderd|uitgesloten|vrijgesteld|uitzondering(?:en)?)\b|\b(?:geldt|gelden|gold)\b.*\bniet\b",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r"\b(?:met uitzondering van|uitgezonderd|behalve|met uitsluiting van) (?:voor )?"
    r"(?P<out>[^.;:()]{3,200}?)(?=,? (?:en|of) (?:voor|behalve|met)\b|, (?:die|dat|als|wanneer|indien|en)\b|[.;:()]|$)"
)
_WHEN = re.compile(r"(?:als|wanneer|indien|dat|om|op|in|bij)\b")
"""What makes an exception a time or a case and no thing."""


def find_listed(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give what is left out where that is asked and told, else the lists of a sentence."""
    left_out = list(find_excepted(question, unit))
    yield from left_out or find_lists(question, unit, matcher)


@lru_cache(maxsize=256)
def _asks_exception(question: Question) -> bool:
    return _ASKED.search(question.text) is not None


def find_excepted(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give what a sentence leaves out, where a question asks for that."""
    if not _asks_exception(question):
        return
    for found in _EXCEPT.finditer(unit.text):
        if not _WHEN.match(found["out"]):
            yield Candidate(Span(*found.span("out")).shift(unit.span.start), 1.0, found["out"])
