"""The mark or score that somebody gives: "gemiddeld een 8,1", "een score van 72"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate, find_pattern

_MARK = re.compile(
    r"\b(?:(?:een|met een|van een|krijgt|krijgen|kreeg|geeft|geven) (?:(?:ruime?|dikke?|krappe?|magere?|gemiddeld|gemiddelde) )*|"
    r"(?:\w*cijfer|\w*score)(?: van| is| was|:)? (?:een )?)"
    r"(?P<mark>(?:10|[1-9])(?:[,.]\d)?|\d{1,3}(?:[,.]\d)? op (?:een schaal van \w+ tot )?\w+|(?<=van )\d{1,3}(?:[,.]\d)?)"
    r"(?![\d%]|[,.]\d| ?(?:%|procent|euro|miljoen))(?=\s*(?:[,.;:!?)]|$|(?:op|uit|voor|van|aan|in|en|als|gegeven|toe|bij|tegen|over)\b))",
    re.IGNORECASE,
)


def find_marks(unit: Unit) -> Iterator[Candidate]:
    """Give the marks of a unit; numbers with a noun, a unit or a per cent sign behind them are none."""
    yield from find_pattern(unit, _MARK, "mark", 1.0)
