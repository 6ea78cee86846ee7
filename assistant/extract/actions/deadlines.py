"""The date by which a deed is to be ready, among the dates of its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.types import DateValue, Extract

_BEFORE = re.compile(
    r"(?:^|[\s(])(?:vóór|voor|uiterlijk|tegen|in|binnen|tot|per|op|tijdens|gedurende|eind|einde|medio|begin|rond|omstreeks|"
    r"halverwege|het|de|dit|komende|volgende|zijn|worden|uiterlijk op|loop van|deadline|planning)\W*$",
    re.IGNORECASE,
)
_START = re.compile(
    r"\b(?:vanaf|van|sinds|sedert|uit|per|na|periode|tussen|ingang van|dd|d\.d)\b[\s.]*(?:het|de|eind|begin|medio)?\s*$",
    re.IGNORECASE,
)
_DUE = re.compile(r"\b(?:vóór|voor|uiterlijk|tegen|binnen|deadline)\b[^,;]{0,20}$", re.IGNORECASE)
_OWN = re.compile(
    r"(?:dit|komend|volgend|eind|begin|medio|voor|vóór|tegen|uiterlijk|binnen|in|het|de|eerste|tweede|derde|vierde|"
    r"laatste|voorjaar|najaar|zomer|winter|herfst|lente|q[1-4])\b",
    re.IGNORECASE,
)
_LOOK = 30
"""So many characters before a date say what it is the date of."""


def choose_deadline(text: str, start: int, dates: Sequence[Extract]) -> Extract | None:
    """Give the date of the sentence that begins at `start` by which its deed is to be ready.

    `dates` are the dates in the sentence. What is "voor", "tegen" or "uiterlijk" comes first; the
    beginning of a period ("vanaf") is none.
    """
    best: Extract | None = None
    for extract in dates:
        before = text[max(start, extract.span.start - _LOOK) : extract.span.start]
        if not isinstance(extract.value, DateValue) or extract.value.latest is None or _START.search(before):
            continue
        if _DUE.search(before):
            return extract
        if best is None and (not before.strip() or _BEFORE.search(before) or _OWN.match(extract.text)):
            best = extract
    return best
