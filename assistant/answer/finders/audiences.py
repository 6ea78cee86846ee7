"""For whom something is meant: "bedoeld voor ouderen en voor hun mantelzorgers", and no name further on in the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate, words_of
from assistant.answer.nounphrases import read_phrase
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import Span

_MEANT = r"(?:bedoeld|bestemd|opgezet|ontwikkeld|geschikt|toegankelijk|opengesteld)"
_ASKED = re.compile(
    rf"^\W*(?:voor|tot|op) wie\b(?: (?:is|zijn|was|waren|werd|werden)\b(?:.*\b(?P<meant>{_MEANT}|gericht)\b|[^,]{{3,60}}\?$)|"
    r" (?:richt|richten|richtte) .*\bzich\b| (?:geldt|gelden|gold)\b)",
    re.IGNORECASE,
)
_ONLY = r"(?: (?:vooral|met name|in de eerste plaats|enkel|alleen|uitsluitend|slechts|ook|niet alleen|onder meer|onder andere)){0,2}"
_FOR = re.compile(
    rf"\b{_MEANT}(?: (?!voor\b|om\b|en\b|of\b)[^\s.;:,]+){{0,3}}? voor |"
    r"\b(?:bedoeld|bestemd) ter [a-z]+ (?:van|voor) |"
    rf"\bvoor (?=[^.;:,]{{3,80}}? (?:bedoeld|bestemd)\b)|"
    rf"\b(?:richt(?:te|en|ten)? zich|gericht){_ONLY} (?:op|tot) |"
    rf"\b(?:geldt|gelden|gold){_ONLY} voor |"
    rf"\b(?P<bare>is|zijn)(?: er)?{_ONLY} voor "
)
"""What stands before those for whom something is."""
_AND = re.compile(r"(?:,? (?:en|of|en/of|alsook|evenals)| maar ook) (?:voor )?")
_OF = re.compile(
    r" (?:met|zonder|in|uit|van|vanaf|tot|onder|boven)(?: (?!(?:en|of|die|dat|is|zijn|wordt|worden|om|maar|met|voor)\b)[\w’'-]+){1,6}?"
    rf"(?=[.,;:()]|$| (?:en|of|die|dat|maar|met|is|zijn|{_MEANT})\b)"
)
"""What belongs to them: "met een laag inkomen", "uit Lier"."""
_CLOSED = re.compile(rf"[.,;:()]|$| (?:{_MEANT}|en|of|die|dat|maar)\b")
"""What stands behind them where only "is voor" stands before: not "is voor Lier van belang"."""
_EVERYBODY = re.compile(r"iedereen\b")
_MATTERS = re.compile(r" van (?:[a-zà-ÿ-]+ )?(?:belang|betekenis|waarde|nut|toepassing|kracht)$")
"""What makes "is voor Lier van belang" tell nothing of whom it is meant for."""
_MOST = 4


def find_audience(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give those for whom a sentence says that something is, where that is asked: all of a row joined by "en"."""
    if _ASKED.search(question.text) is None:
        return
    known, text = words_of(question), unit.text
    for found in _FOR.finditer(text):
        all_of_us = _EVERYBODY.match(text, found.end())
        if all_of_us is not None:
            yield Candidate(Span(*all_of_us.span()).shift(unit.span.start), 1.0)
            continue
        first = read_phrase(text, found.end())
        if first is None or fold(first.head) in known:
            continue
        end = _end_of(text, first.span.end)
        for _ in range(_MOST):
            joint = _AND.match(text, end)
            other = read_phrase(text, joint.end()) if joint else None
            if other is None:
                break
            end = _end_of(text, other.span.end)
        if found["bare"] is None or (_CLOSED.match(text, end) and not _MATTERS.search(text[:end])):
            yield Candidate(Span(first.span.start, end).shift(unit.span.start), 1.0)


def _end_of(text: str, end: int) -> int:
    """Give where somebody ends with what belongs to them."""
    while (tail := _OF.match(text, end)) is not None:
        end = tail.end()
    return end
