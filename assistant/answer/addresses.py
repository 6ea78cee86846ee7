"""Web addresses hold no values: the digits of "www.lier.nl/nota_20%20scholen.pdf" count no schools."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate

_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+|\S+@\S+|\S*%20\S*")
"""An address, and what a space in the midst of one leaves of it."""


def keep_outside(unit: Unit, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates that do not begin inside a web address of the sentence."""
    places = [found.span() for found in _ADDRESS.finditer(unit.text)] if _MARK.search(unit.text) else []
    for candidate in candidates:
        start = candidate.span.start - unit.span.start
        if not any(first < start < last for first, last in places):
            yield candidate


_MARK = re.compile(r"://|www\.|@|%20")
