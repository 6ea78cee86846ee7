"""Amounts and shares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate, find_pattern
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.types import ExtractKind

_FRACTION = re.compile(
    r"\b(?:ruim |bijna |meer dan |minder dan )?(?:de helft|een derde|een kwart|twee derde|driekwart|het merendeel|"
    r"een vijfde|drie kwart|nul (?:percent|procent)|(?:\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen) op de "
    r"(?:\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|honderd|duizend))\b",
    re.IGNORECASE,
)


_RATES = ("tarief", "premie", "heffing", "korting", "rente")
"""Nouns for what is asked in money or as a share."""
_GUILDERS = re.compile(r"(?<![\w.])(?:f|fl\.?|ƒ)\s?\d[\d.]*(?:,(?:\d\d|-+))")
_BARE_SHARE = re.compile(
    r"percentage van (?P<share>\d+(?:,\d+)?)(?![\d%]| ?(?:procent|percent|miljoen|euro))",
    re.IGNORECASE,
)


def find_amounts(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give sums of money."""
    for fact in unit.reading.facts_in(unit.span, ExtractKind.AMOUNT):
        yield Candidate(fact.span, 1.0)
    yield from find_pattern(unit, _GUILDERS, 0, 0.95)
    if (question.asked or "").endswith(_RATES):
        yield from find_shares(question, unit, matcher)


def find_shares(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give percentages, and parts in words."""
    parts = list(find_pattern(unit, _FRACTION, 0, 0.9))
    parts += find_pattern(unit, _BARE_SHARE, "share", 0.9)
    for fact in unit.reading.facts_in(unit.span, ExtractKind.SHARE):
        if not any(fact.span.overlaps(part.span) for part in parts):  # "ruim de helft" says more than "helft"
            yield Candidate(fact.span, 1.0)
    yield from parts
