"""What a sentence says in passing to explain itself, with "immers" or "namelijk"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.types import Span

INSIDE = r"(?:[^.;]|(?<=\d)\.(?=\d))"
"""A sign of a clause: the full stop of a number ("38.500") does not end it."""
_ASIDE = rf"(?:immers|namelijk) {INSIDE}{{8,240}}"
_CLAUSE = re.compile(rf"{INSIDE}+")
_EDGE = re.compile(r"\b")
_WHOLE = re.compile(rf"{INSIDE}* {_ASIDE}", re.IGNORECASE)
_BARE = re.compile(rf"\b{_ASIDE}", re.IGNORECASE)


def find_asides(text: str) -> Iterator[Span]:
    """Yield clauses with "immers" or "namelijk", each from its first word to 240 characters behind the last of these.

    What such a word explains by itself, as behind a bracket, begins with it. The time grows with the text alone: a
    clause where none follows a blank is not tried from each of its words.
    """
    for clause in _CLAUSE.finditer(text):
        start, end = clause.span()
        edge = _EDGE.search(text, start, end)
        whole = edge and _WHOLE.match(text, edge.start(), end)
        if whole:
            yield Span(*whole.span())
            start = whole.end()
        for bare in _BARE.finditer(text, start, end):
            yield Span(*bare.span())
