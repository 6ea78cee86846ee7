"""Which side of a move is asked for: "van de dienst naar het departement" goes to the second, and comes from the first."""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.names import find_names
from assistant.answer.question import Question
from assistant.types import Span

_TO = re.compile(
    r"^\W*(?:(?:naar|aan) (?:wie|welke?)\b|waarheen\b|waar .*\b(?:naartoe|heen)\b)", re.IGNORECASE
)
_FROM = re.compile(r"^\W*(?:(?:van|vanuit|uit) (?:wie|welke?)\b|vanwaar\b|waar .*\bvandaan\b)", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:van|vanuit|uit) (?:(?:de|het) )?$")
_ACROSS = re.compile(r" (?:over )?(?:naar|aan) (?:(?:de|het) )?")


def find_other_end(question: Question, unit: Unit, short: Span) -> Span | None:
    """Give the other end of a move where the short answer is the wrong one, in the document; None where it is right."""
    to, start = _TO.match(question.text) is not None, _FROM.match(question.text) is not None
    if not (to or start) or not unit.span.covers(short):
        return None
    text, place = unit.text, short.shift(-unit.span.start)
    names = [name.span for name in find_names(unit.reading, unit.span)]
    for one in names:
        across = _ACROSS.match(text, one.end) if _BEFORE.search(text[: one.start]) else None
        other = next((name for name in names if across and name.start == across.end()), None)
        if other is not None and (one if to else other).overlaps(place):
            return (other if to else one).shift(unit.span.start)
    return None
