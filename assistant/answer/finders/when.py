"""Moments and periods: dates that extraction found, and lengths of time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate, find_pattern
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.words import write_date
from assistant.dutch import fold
from assistant.types import DateValue, ExtractKind, Span

_NUMBERS = (
    r"\d+(?:[.,]\d+)*|een|één|anderhalf|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|achttien|twintig|"
    r"vierentwintig|dertig|veertig|vijftig|honderd"
)
_DURATION = re.compile(
    rf"\b(?P<span>(?:(?:ruim|circa|ongeveer|maximaal|minimaal|ten minste|ten hoogste|minstens|bijna) )?"
    rf"(?:{_NUMBERS})(?: (?:tot|à|of) \w+)?[ -](?:werkdagen|kalenderdagen|dagen|dag|weken|week|maanden|maand|"
    r"kwartalen|jaar|jaren|uur|minuten)(?: per (?:week|dag|jaar|maand))?)\b",
    re.IGNORECASE,
)
_LENGTH_ASKED = re.compile(
    r"\bhoe ?lang\b|\bhoeveel (?:tijd|jaar|jaren|maanden|weken|dagen|uur)\b|\bduur\b|\blooptijd\b"
)
_BOUNDS = (
    (
        re.compile(
            r"\b(?:tot wanneer|tot(?: en met)? welk\w* \w+|uiterlijk|deadline|voor wanneer|einddatum|eindigt|loopt .* af)\b"
        ),
        re.compile(
            r"\b(?:uiterlijk|tot|tot en met|t/m|voor|vóór|einde|eindigt|termijn|binnen)\b", re.IGNORECASE
        ),
    ),
    (
        re.compile(
            r"\b(?:vanaf wanneer|sinds wanneer|(?:vanaf|sinds) welk\w*|met ingang van wanneer|ingangsdatum)\b"
        ),
        re.compile(r"\b(?:vanaf|sinds|met ingang van|per|ingang)\b", re.IGNORECASE),
    ),
)
"""Questions for the end or the start of something, and the words before a date that say it is one."""


_SCHOOL_YEAR = re.compile(r"(?:school|studie|vergader|academie|boek|belasting)jaar", re.IGNORECASE)
"""Years that name a volume or a course and are rarely when something happened."""
_LOGGED = re.compile(
    r"\b(ingezonden|ontvangen|geraadpleegd|afgedrukt|bezocht op|d\.d\.)\s*(?:op\s*)?$", re.IGNORECASE
)
"""Words before the date of a letter or source, which is not the moment of what it is about."""


def find_moments(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give dates of the precision that is asked for; those of sentences beside it count for less."""
    precision = _asked_precision(question)
    bound = next((words for asked, words in _BOUNDS if asked.search(fold(question.text))), None)
    strange = next((words for _, words in _BOUNDS if bound is not None and words is not bound), None)
    for candidate in _dates_in(unit, unit.span, 1.0, precision):
        start = candidate.span.start - unit.span.start
        words = unit.text[max(0, start - 30) : candidate.span.end - unit.span.start]
        volume = _SCHOOL_YEAR.match(candidate.span.of(unit.reading.document.text))
        if volume and not _SCHOOL_YEAR.search(question.text):
            yield Candidate(candidate.span, candidate.fit * 0.4, candidate.text)
            continue
        logged = _LOGGED.search(words[: len(words) - len(candidate.span)])
        if logged and fold(logged.group(1)) not in fold(question.text):
            yield Candidate(candidate.span, candidate.fit * 0.4, candidate.text)
        elif bound is None or bound.search(words):
            yield candidate
        else:
            wrong = strange is not None and strange.match(candidate.span.of(unit.reading.document.text))
            yield Candidate(candidate.span, candidate.fit * (0.25 if wrong else 0.5), candidate.text)
    spans = unit.reading.sentences(unit.block)
    place = next((number for number, span in enumerate(spans) if span == unit.span), None)
    if place is not None:
        for span in (*spans[max(0, place - 1) : place], *spans[place + 1 : place + 2]):
            yield from _dates_in(unit, span, 0.4, precision)


def _asked_precision(question: Question) -> int:
    """Give how many characters of an ISO date are asked for: 10 for a day, 7 for a month, 0 for any."""
    plain = fold(question.text)
    if re.search(r"\b(?:welke|precieze|exacte) (?:datum|dag)\b", plain):
        return 10
    return 7 if re.search(r"\bwelke maand\b", plain) else 0


def _dates_in(unit: Unit, span: Span, fit: float, precision: int) -> Iterator[Candidate]:
    for fact in unit.reading.facts_in(span, ExtractKind.DATE):
        value = fact.value
        edtf = value.edtf if isinstance(value, DateValue) else None
        if precision and len(edtf or "") < precision:
            yield Candidate(fact.span, fit * 0.25)
            continue
        years = bool(re.fullmatch(r"\d{4}\s?[-–/]\s?\d{2,4}", fact.text))
        # "2020-2023" in a name is rarely the moment asked for; nor is "dit jaar" when a date is near.
        said = None
        if (
            edtf
            and re.fullmatch(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?", edtf)
            and not re.search(r"\d", fact.text)
        ):
            said = f"{write_date(edtf)} (‘{fact.text}’)"
        yield Candidate(fact.span, fit * (0.55 if years else 1.0 if edtf else 0.6), said)


def find_periods(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give lengths of time and dates with a beginning and an end; a single day is no period."""
    length = bool(_LENGTH_ASKED.search(fold(question.text)))
    yield from find_pattern(unit, _DURATION, "span", 1.0 if length else 0.6)
    for fact in unit.reading.facts_in(unit.span, ExtractKind.DATE):
        value = fact.value
        edtf = value.edtf if isinstance(value, DateValue) else None
        if _SCHOOL_YEAR.match(fact.text) and not _SCHOOL_YEAR.search(question.text):
            yield Candidate(fact.span, 0.3)
            continue
        extended = bool(re.search(r"[-–/]|\b(?:tot|en|t/m|tussen|tot en met)\b", fact.text))
        if extended:
            yield Candidate(fact.span, 0.85 if length else 1.0)
        else:
            yield Candidate(fact.span, 0.25 if length else 0.55 if edtf else 0.3)
