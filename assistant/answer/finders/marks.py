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


_BESIDE = re.compile(r"\((?P<mark>(?:een )?(?:10|[1-9],\d))\)")
"""A mark in brackets behind what it is for: "de wachttijd minder (6,9)"."""
_VALUED = re.compile(
    r"\b(?:ge)?waarde(?:er|ring)|\bcijfers?\b|\btevreden|\bscoo?r|\boorde(?:el|len)\b", re.IGNORECASE
)


_HELD, _ELSEWHERE = 0.5, 0.3
"""How well the last thing that the question names is held, and the fit of a mark in a sentence without it: a mark for something else."""


def find_marks(unit: Unit) -> Iterator[Candidate]:
    """Give the marks of a unit; numbers with a noun, a unit or a per cent sign behind them are none."""
    fit = 1.0 if not unit.local or unit.local[-1] >= _HELD else _ELSEWHERE
    yield from find_pattern(unit, _MARK, "mark", fit)
    if _VALUED.search(unit.text):
        yield from find_pattern(unit, _BESIDE, "mark", fit)
