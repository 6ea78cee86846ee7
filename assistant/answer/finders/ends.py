"""The day on which a period begins or ends: of "van 3 maart tot en met 14 juni" the one that the question asks for."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.question import Question
from assistant.answer.words import write_date
from assistant.dutch import fold
from assistant.types import DateValue, Extract, Span

_DAY = r"(?:wanneer|welke? (?:datum|dag|maand|jaar|moment))"
_TILL = re.compile(rf"\b(?:tot(?: en met)?|uiterlijk) {_DAY}\b|\beinddatum\b")
_SINCE = re.compile(rf"\b(?:vanaf|sinds|per|met ingang van) {_DAY}\b|\b(?:begin|start|ingangs)datum\b")
_BOTH = re.compile(r"\b(?:van|vanaf) wanneer tot\b|\bvan .+ tot wanneer\b|\bwelke periode\b")
_BEGINS = re.compile(
    r"\b(?:begint|begon|beginnen|begonnen|start|starten|startte|startten|gestart|opent|openen|opende|openden|van start)\b|"
    r"(?:ga(?:at|an)|ging(?:en)?) .*\b(?:in|open)(?=\W*$)"
)
_CEASES = re.compile(
    r"\b(?:eindigt|eindigde|eindigen|eindigden|stopt|stopte|stoppen|sluit|sloot|sluiten|vervalt|verviel|verloopt|verliep|verstrijkt|"
    r"(?:loopt|liep|lopen|liepen) .*\b(?:af|ten einde)|afloopt|afgelopen)\b"
)
"""What a question says that begins, and what it says that ends."""
_SHUTS = re.compile(r"\b(?:sluit|sloot|sluiten|dicht)\b")
_OPENS = re.compile(r"\b(?:opent|openen|opende|openden|open|geopend|heropend|opengesteld)\b")
_SHUT = re.compile(
    r"\b(?:\w*gesloten|dicht(?! (?:bij|op|bevolkt|tegen|langs|in)\b)|gestremd|buiten (?:gebruik|werking|dienst)|versperd|stilgelegd)\b"
)
"""Of what is shut from one day to another the first day is that of its closing, and the last that of its opening."""
_RANGE = re.compile(
    r"(?P<lead>(?:van|vanaf|tussen|sinds)\s+)(?P<first>.*?\S)\s+(?P<link>tot\s+en\s+met|t/m|tot|en)\s+(?P<last>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


@lru_cache(maxsize=256)
def asked_end(question: Question) -> str | None:
    """Give whether a question asks on which day something begins or ends: "begin", "end" or None."""
    plain = fold(question.text)
    if _BOTH.search(plain):
        return None
    for till, since in ((_TILL, _SINCE), (_CEASES, _BEGINS)):
        ends, begins = till.search(plain) is not None, since.search(plain) is not None
        if ends != begins:
            return "end" if ends else "begin"
        if ends:
            return None
    return None


def find_end(question: Question, unit: Unit, fact: Extract) -> Candidate | None:
    """Give the day of a period that is asked for; None where no such day is asked, or the date is no period in words."""
    asked = asked_end(question)
    found = _RANGE.fullmatch(fact.text) if asked else None
    if found is None or not isinstance(fact.value, DateValue):
        return None
    first = (asked == "begin") != _is_turned(question, unit)
    name = "first" if first else "last"
    span = Span(found.start(name), found.end(name)).shift(fact.span.start)
    return Candidate(span, 1.0, _write(found[name], fact.value.edtf or "", first=first), fact.span)


def _is_turned(question: Question, unit: Unit) -> bool:
    """Tell whether a period in which something is shut is told, and its closing or its opening is asked."""
    plain = fold(question.text)
    if _SHUT.search(fold(unit.text)) is None or _SHUT.search(plain) is not None:
        return False
    if _TILL.search(plain):
        return False
    return _OPENS.search(plain) is not None or _SHUTS.search(plain) is not None


def _write(told: str, edtf: str, *, first: bool) -> str | None:
    """Give a day without a year of its own in full: "4 april" of "van 4 april tot 20 mei 2025"; None when it is in full."""
    days = edtf.split("/")
    if _YEAR.search(told) or len(days) != 2:
        return None
    whole = write_date(days[0] if first else days[1])
    return f"{whole} (‘{told}’)" if _YEAR.search(whole) and whole != told else None


_TILL_TOLD = re.compile(r"\b(?:tot|tot en met|t/m)\s+$", re.IGNORECASE)
_LEAD = re.compile(r"(?:tot en met|t/m|tot)\s+", re.IGNORECASE)
_PUT_OFF = re.compile(r"\b(?:uitgesteld|opgeschoven|verschoven|verdaagd|verzet) tot\s+$", re.IGNORECASE)
"""What is put off until a day begins on it."""
_LOOK_BACK = 24
_OTHER = 0.25
"""What is left of the day up to which something is so, where it is asked when it begins."""


def weigh_end(question: Question, unit: Unit, span: Span) -> float:
    """Give the share of its fit that is left to a date: one up to which something is so is not when it begins."""
    if asked_end(question) != "begin" or _SHUT.search(fold(unit.text)) or _SHUT.search(fold(question.text)):
        return 1.0
    text, start = unit.reading.document.text, span.start
    lead = _LEAD.match(span.of(text))
    before = f"{text[max(0, start - _LOOK_BACK) : start]}{lead.group() if lead else ''}"
    return _OTHER if _TILL_TOLD.search(before) and not _PUT_OFF.search(before) else 1.0
