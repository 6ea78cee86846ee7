"""In how many copies something is to be handed in: "in drievoud", "in duplo", "een origineel en twee afschriften" is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate, find_pattern
from assistant.answer.question import Question

_COPIES = frozenset(("exemplaren", "kopieen", "afschriften", "voud"))
"""Nouns that are counted by it, without accents."""
_FOLD = re.compile(
    r"\bin (?:(?:twee|drie|vier|vijf|zes|zeven|acht|tien|twaalf)voud|duplo|triplo|\d{1,2}-?voud)\b",
    re.IGNORECASE,
)


def find_copies(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give the words that tell in how many copies, where that is asked."""
    if question.asked in _COPIES:
        yield from find_pattern(unit, _FOLD, 0, 1.0)
