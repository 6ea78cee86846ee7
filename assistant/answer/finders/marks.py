"""The mark or score that somebody gives: "gemiddeld een 8,1", "een score van 72"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate, find_pattern
from assistant.answer.question import Question
from assistant.dutch import content_stems
from assistant.types import Span

_MARK = re.compile(
    r"\b(?:(?:een|met een|van een|krijgt|krijgen|kreeg|geeft|geven) (?:(?:ruime?|dikke?|krappe?|magere?|gemiddeld|gemiddelde) )*|"
    r"(?:\w*cijfer|\w*score)(?: van| is| was|:)? (?:een )?)"
    r"(?P<mark>(?:10|[1-9])(?:[,.]\d)?|\d{1,3}(?:[,.]\d)? op (?:een schaal van \w+ tot )?\w+|(?<=van )\d{1,3}(?:[,.]\d)?)"
    r"(?![\d%]|[,.]\d| ?(?:%|procent|euro|miljoen))(?=\s*(?:[,.;:!?)]|$|(?:op|uit|voor|van|aan|in|en|als|gegeven|toe|bij|tegen|over)\b))",
    re.IGNORECASE,
)


_BESIDE = re.compile(r"\((?P<mark>(?:een )?(?:10|[1-9],\d))\)")
"""A mark in brackets behind what it is for: "de wachttijd minder (6,9)"."""
_VALUED = re.compile(
    r"\b(?:ge)?waarde(?:er|ring)|\bcijfers?\b|\btevreden|\bscoo?r|\boorde(?:el|len)\b", re.IGNORECASE
)


_JUDGED = re.compile(r" voor (?P<judged>[^?]+)")
_OWNER = re.compile(r" (?:van|bij|in|op) [^?]*\??$")
"""Whose it is that a mark is for: "de wachttijd van het loket"."""


def find_marks(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give the marks of a unit; numbers with a noun, a unit or a per cent sign behind them are none.

    The last thing that the question names, who gives it or what it is for, is to stand in the sentence, and for a mark
    in brackets in its clause: one for something else is no answer.
    """
    said = _JUDGED.search(question.text)
    judged = set(content_stems(_OWNER.sub("", said["judged"] if said else question.text))[-1:])
    if not judged <= set(content_stems(unit.text)):
        return
    yield from find_pattern(unit, _MARK, "mark", 1.0)
    if _VALUED.search(unit.text):
        for found in _BESIDE.finditer(unit.text):
            clause = re.split(r"[,;:)]", unit.text[: found.start()])[-1]
            if judged <= set(content_stems(clause)):
                span = Span(found.start("mark"), found.end("mark")).shift(unit.span.start)
                yield Candidate(span, 1.0)
