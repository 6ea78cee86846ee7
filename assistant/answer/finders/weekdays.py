"""Days of the week and hours of the day: "elke woensdag", "op dinsdag en donderdag", "van 9 tot 16 uur"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.conversation_phrases import MONTHS
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import Span

_DAY = (
    r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|weekdag|werkdag|weekend)(?:en|s)?"
    r"(?:(?:ochtend|voormiddag|middag|namiddag|avond)(?:en|s)?)?"
)
_MONTH = rf"(?:{'|'.join(sorted(MONTHS))})"
_DAYS = re.compile(
    rf"\b(?:(?:elke|iedere|alle|op|de) )?(?P<days>(?:(?:elke|iedere|alle) )?{_DAY}"
    rf"(?:(?:, (?:en )?| en | of | tot en met | t/m | tot )(?:op )?{_DAY})*)\b"
    rf"(?!(?: de)? \d{{1,2}} {_MONTH}|(?: de)? \d{{1,2}}[-/]\d)",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:elke|iedere|alle) $", re.IGNORECASE)
_DAY_ASKED = re.compile(r"\b(?:op )?welke (?:week)?dag(?:en)?\b|\bwanneer\b")
_ONCE = re.compile(
    r"\b(?:ging|gingen|werd|werden|was|waren|kwam|kwamen|begon|begonnen|opende|openden|sloot|sloten|vond|vonden|startte|startten)\b"
)
"""A question for what happened once."""
_HOURS = re.compile(
    r"\b(?:van|tussen) (?P<first>\d{1,2}(?:[.:]\d\d)?)(?: uur)? (?:tot|en|t/m) (?P<last>\d{1,2}(?:[.:]\d\d)?) ?u(?:ur)?\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\b(?:tot hoe laat|einde?\w*|eindigt|stopt|stoppen|sluit\w*|dicht)\b")
_BEGINS = re.compile(
    r"\b(?:begin\w*|begon\w*|start\w*|aanvang\w*|vanaf|gaat|gaan|ging|gingen|opent|openen)\b"
)
_FIT = 0.95


def find_weekdays(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give the days of the week of a sentence, those side by side as one; a day with its date is no such, nor the day of what happened once."""
    plain = fold(question.text)
    if not _DAY_ASKED.search(plain) or _ONCE.search(plain):
        return
    for found in _DAYS.finditer(unit.text):
        each = _EACH.search(unit.text, 0, found.start("days"))
        start = each.start() if each else found.start("days")
        yield Candidate(Span(start, found.end("days")).shift(unit.span.start), _FIT)


def find_hours(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give the hour that something begins or ends, the first or last of "van 9 tot 16 uur"; both where neither is asked."""
    plain = fold(question.text)
    name = "last" if _ENDS.search(plain) else "first" if _BEGINS.search(plain) else None
    for found in _HOURS.finditer(unit.text):
        if name is None:
            yield Candidate(Span(*found.span()).shift(unit.span.start), 1.0)
            continue
        yield Candidate(Span(*found.span(name)).shift(unit.span.start), 1.0, f"{found[name]} uur")
