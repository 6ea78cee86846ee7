"""The "Ja" or "Nee" with which a text itself answers a written question."""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher

YES, NO = "Ja", "Nee"
STATED_ENOUGH = 0.5
"""The share of a question that a written question must hold for its "Ja" or "Nee" to be the answer."""
_WRITTEN_ENOUGH = 0.75
"""The same of one in a block with other sentences."""
STATED = re.compile(
    r"(?:antwoord:?\s+)?(?:[a-z\d][.)]\s+)?(?P<said>ja|nee|neen)\b(?=[.,:;!]|$)", re.IGNORECASE
)


def find_stated(unit: Unit, matcher: Matcher) -> str | None:
    """Give the "Ja" or "Nee" that opens the answer to a written question that holds the asked one."""
    reading = unit.reading
    answered = unit.block + 1 if unit.text.rstrip().endswith("?") else unit.block
    asked = reading.questions.get(answered, ())
    if not asked or (answered != unit.block and unit.block not in asked):
        return None
    said = STATED.match(reading.text_of(answered))
    question = " ".join(reading.text_of(block) for block in asked)
    if said is None or question.count("?") > 1:
        return None
    held = matcher.coverage([strength for strength, _ in matcher.match(question)])
    return read_said(said) if held >= STATED_ENOUGH else None


def find_written(unit: Unit, matcher: Matcher) -> str | None:
    """Give the "Ja" or "Nee" of a written question, also where it stands in the same block: "Komt er geld? Antwoord: Nee"."""
    stated = find_stated(unit, matcher)
    if stated is not None:
        return stated
    text = unit.reading.document.text
    spans = unit.reading.sentences(unit.block)
    place = next((number for number, span in enumerate(spans) if span == unit.span), None)
    if place is None:
        return None
    asked = place if unit.text.rstrip().endswith("?") else place - 1
    if asked < 0 or asked + 1 >= len(spans) or not spans[asked].of(text).rstrip().endswith("?"):
        return None
    said = STATED.match(spans[asked + 1].of(text))
    if said is None:
        return None
    held = matcher.coverage([strength for strength, _ in matcher.match(spans[asked].of(text))])
    return read_said(said) if held >= _WRITTEN_ENOUGH else None


def read_said(stated: re.Match[str]) -> str:
    """Give the "Ja" or "Nee" that a match of `STATED` says."""
    return NO if stated.group("said").lower().startswith("n") else YES
