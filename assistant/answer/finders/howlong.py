"""Periods: lengths of time, and dates with a beginning and an end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate, find_pattern
from assistant.answer.finders.countedfrom import NUMBERS
from assistant.answer.finders.eras import part_values, weigh_time
from assistant.answer.finders.when import SCHOOL_YEAR
from assistant.answer.matching import Matcher
from assistant.answer.predicates import VERB
from assistant.answer.quantities import NUMBER_IN_WORDS
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import DateValue, ExtractKind, Span

_DURATION = re.compile(
    rf"\b(?P<span>(?:(?:ruim|circa|ongeveer|maximaal|minimaal|ten minste|ten hoogste|minstens|hoogstens|hooguit|bijna|"
    rf"meer dan|minder dan|langer dan|korter dan) )?"
    rf"(?:(?:{NUMBERS})(?: (?:tot|à|of) \w+)?(?:[ -]| [a-z]+(?:e|en) )|(?:een |elk )?(?:half|halve) ?)"
    r"(?:werkdagen|kalenderdagen|dagen|dag|weken|week|maanden|maand|"
    r"kwartalen|jaar|jaren|uur|(?:\w+s|les|werk|studie)?uren|minuten)(?: per (?:week|dag|jaar|maand))?)\b",
    re.IGNORECASE,
)
_LENGTH_ASKED = re.compile(
    r"\bhoe ?(?:lang|snel|oud)\b|\bhoeveel (?:tijd|jaar|jaren|maanden|weken|dagen|uur)\b|\bduur\b|\blooptijd\b|"
    r"\bbinnen (?:welke|hoeveel)\b"
)
_WITHIN_ASKED = re.compile(r"\bbinnen (?:welke|hoeveel)\b")
_VALID_ASKED = re.compile(
    r"\bhoe ?lang (?:is|zijn|blijft|blijven|geldt|gelden|loopt|lopen|houdt|houden) (?!er\b)"
)
_TERM = 0.3
"""What is left of a term within which something is done, where it is asked how long something is so."""
_EXTENSION = re.compile(
    r"\b\w*(?:verleng|opschort|opgeschort|schort|uitstel|uitgesteld|verdaag|verdag|verdagen)\w*",
    re.IGNORECASE,
)
"""What makes a length of time one that is added to another."""
_EXTENDED = 0.3
"""What is left of it where the term itself is asked."""
_CLAUSE_BACK = 200
"""Characters before a length of time in which its clause begins."""
_UP_TO = re.compile(r"\b(?:tot|naar)(?: (?:ten hoogste|maximaal|hoogstens))? $", re.IGNORECASE)
"""What stands before the length that a term gets: "verlengd tot zes weken"."""
_PART = re.compile(r"[,;:()]|\b(?:en|maar|of|waarna)\b")


def is_extension(question: Question, unit: Unit, span: Span) -> bool:
    """Tell whether a length of time is one by which a term is extended or put off, and the question does not ask that.

    "Het college beslist binnen zes weken en kan dit met vier weken verlengen": of the two only the second is.
    """
    start, end = span.start - unit.span.start, span.end - unit.span.start
    if _EXTENSION.search(question.text) or not _DURATION.search(unit.text, max(0, start), end):
        return False
    first = max(0, start - _CLAUSE_BACK)
    if _UP_TO.search(unit.text, first, max(0, start)):
        return False
    begin = max((found.end() for found in _PART.finditer(unit.text, first, max(0, start))), default=first)
    stop = _PART.search(unit.text, end)
    return _EXTENSION.search(unit.text[begin : stop.start() if stop else len(unit.text)]) is not None


_YEARS_LONG = re.compile(
    rf"\b(?P<span>(?P<many>{NUMBER_IN_WORDS})jarige?)(?= [a-zà-ÿ]{{4,}})",
    re.IGNORECASE,
)
"""A length as an adjective: "een vierjarige vertraging"."""
_DAY = re.compile(r"\d{1,2}[-–/.]\d{1,2}(?:[-–/.](?:\d\d)?\d\d)?")
"""A day in figures: its signs part no beginning from an end."""
_AGO = re.compile(r" (?:eerder|geleden|ervoor|daarvoor)\b(?! dan\b)")
"""Behind a length of time that only tells when something was: "een jaar eerder"."""


_BEHIND_DEED = re.compile(r" na (?:het|de|dit|dat|deze|die|een) (?:[a-zà-ÿ-]+e )?(?P<deed>[a-zà-ÿ-]{4,})")
_BEHIND = 0.3
"""What is left of a length of time that begins with what the question asks."""
_HELD = 0.55
"""How well a word must hold the deed of the question to be it."""


def is_term(question: Question, before: str) -> bool:
    """Tell whether a length of time, by what stands before it, is one within which something is done, where it is asked how long it is so."""
    return before.lower().endswith(("binnen ", "uiterlijk ")) and bool(
        _VALID_ASKED.search(fold(question.text))
    )


def is_behind_deed(question: Question, unit: Unit, span: Span, matcher: Matcher) -> bool:
    """Tell whether a length of time runs from what the question asks: "binnen 12 maanden na het besluit" tells no term for it."""
    if is_term(question, unit.text[: max(0, span.start - unit.span.start)]):
        return True
    if " na " in question.text or not _WITHIN_ASKED.search(fold(question.text)):
        return False
    found = _BEHIND_DEED.match(unit.text, span.end - unit.span.start)
    if found is None:
        return False
    last = question.words[-1].text if question.words else ""
    deeds = {
        place
        for place, term in enumerate(matcher.terms)
        if term.part == VERB or (_TAKES.search(question.text) and term.text == last)
    }
    return any(place in deeds and worth >= _HELD for place, worth in matcher.worth(found["deed"]))


_TAKES = re.compile(r"\b(?:neemt|nemen|doet|doen|geeft|geven|maakt|maken)\b")
"""Verbs that say nothing of their own: "neemt een besluit"."""


def find_periods(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give lengths of time and dates with a beginning and an end; a single day is no period."""
    length = bool(_LENGTH_ASKED.search(fold(question.text)))
    within = bool(_WITHIN_ASKED.search(fold(question.text)))
    lengths = [candidate.span for candidate in find_pattern(unit, _DURATION, "span", 1.0)]
    lengths = [span for span in lengths if not _AGO.match(unit.text, span.end - unit.span.start)]
    for candidate in part_values(question, unit, lengths):
        before = unit.text[: candidate.span.start - unit.span.start].casefold()
        other = within and not before.endswith(("binnen ", "uiterlijk ", "hoogstens "))
        share = (
            (1.0 if length else 0.6) * (0.8 if other else 1.0) * weigh_time(question, unit, candidate.span)
        )
        if is_extension(question, unit, candidate.span):
            share *= _EXTENDED
        if is_term(question, before):
            share *= _TERM
        if is_behind_deed(question, unit, candidate.span, matcher):
            share *= _BEHIND
        yield replace(candidate, fit=candidate.fit * share)
    for found in _YEARS_LONG.finditer(unit.text) if length else ():
        span = Span(*found.span("span")).shift(unit.span.start)
        yield Candidate(span, 1.0, f"{found['many'].lower()} jaar (‘{found['span']}’)")
    for fact in unit.reading.facts_in(unit.span, ExtractKind.DATE):
        value = fact.value
        edtf = value.edtf if isinstance(value, DateValue) else None
        if SCHOOL_YEAR.match(fact.text) and not SCHOOL_YEAR.search(question.text):
            yield Candidate(fact.span, 0.3)
            continue
        extended = not _DAY.fullmatch(fact.text) and bool(
            re.search(r"[-–/]|\b(?:tot|en|t/m|tussen|tot en met)\b", fact.text)
        )
        if extended:
            yield Candidate(fact.span, 0.85 if length else 1.0)
        else:
            yield Candidate(fact.span, 0.25 if length else 0.55 if edtf else 0.3)
