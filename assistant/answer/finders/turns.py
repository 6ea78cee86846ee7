"""The last of successive days: "eerst tot eind 2031 en daarna tot mei 2034", "die voor juni voorzien was, is uitgesteld tot maart".

What was planned or granted first has passed, unless the question asks for it.
"""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import ExtractKind, Span

_FIRST = re.compile(
    r"\b(?:eerst|aanvankelijk|oorspronkelijk|oorspronkelijke|in eerste instantie|(?:een|de) eerste (?:keer|maal)|zou|zouden|voorzien|"
    r"gepland|geplande)\b"
)
"""Words of what was to be at first."""
_TURN = re.compile(
    r"\b(?:(?:daarna|vervolgens)(?=,| (?:nog )?(?:eens )?(?:tot|naar|op|uitgesteld|verplaatst|verlengd))|"
    r"nogmaals|opnieuw|uiteindelijk|(?:een|de) (?:tweede|derde|vierde|volgende|laatste) (?:keer|maal)|"
    r"(?:uitgesteld|opgeschoven|verschoven|verplaatst|vervroegd|verzet|verlengd) (?:tot|naar)|maar (?:wordt|werd|is|zijn|worden))\b"
)
"""Words of what came instead of it."""
_FIRST_ASKED = re.compile(
    r"\b(?:eerst|eerste|aanvankelijk|oorspronkelijk\w*|eerder|zou|zouden|voorzien|gepland\w*|vroeger|voor het eerst)\b"
)
_LAST_ASKED = re.compile(r"\b(?:tweede|derde|laatste|nu|uiteindelijk|daarna|vervolgens|nieuwe)\b")
_PASSED = 0.4
"""What is left of a day that another one came instead of."""


def weigh_turn(question: Question, unit: Unit, span: Span) -> float:
    """Give the share of its fit that is left to a day in the document, of several that came one after the other."""
    plain = fold(unit.text)
    first = _FIRST.search(plain)
    if first is None or len(plain) != len(unit.text):
        return 1.0
    turns = [found for found in _TURN.finditer(plain) if found.start() > first.start()]
    if not turns:
        return 1.0
    bound = turns[-1].start() + unit.span.start
    days = unit.reading.facts_in(unit.span, ExtractKind.DATE)
    if not any(day.span.end > bound for day in days) or not any(day.span.start < bound for day in days):
        return 1.0
    asked = fold(question.text)
    former = _FIRST_ASKED.search(asked) is not None and not _LAST_ASKED.search(asked)
    return 1.0 if (span.start < bound) == former else _PASSED
