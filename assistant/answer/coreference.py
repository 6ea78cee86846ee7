"""Nouns that point back to what a document is about: "het project" in a text about one project.

A text names its subject once and then says "het project", "de partners", "dit bezoek". Such a
sentence speaks of the name although it does not hold it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer.cues import POINTING_NOUNS

_POINTER = re.compile(
    r"\b(?i:het|dit|dat|de|deze|die|onze|ons|hun|zijn)\s+(?:nieuwe |gezamenlijke |hele )?([a-zë]+)\b"
    r"(?!\s+(?:[A-Z0-9]|van\s+[A-Z]))"
)


@lru_cache(maxsize=5_000)
def points_back(text: str) -> bool:
    """Tell whether a sentence names something by a definite noun alone: "het project", not "het project Zonkracht"."""
    return any(match[1] in POINTING_NOUNS for match in _POINTER.finditer(text))
