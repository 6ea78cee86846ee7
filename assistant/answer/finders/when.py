"""Moments: dates that extraction found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from assistant.answer.conversation_phrases import MONTHS
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate, find_pattern
from assistant.answer.finders.clauses import weigh_phase
from assistant.answer.finders.countedfrom import find_counted
from assistant.answer.finders.ends import find_end, weigh_end
from assistant.answer.finders.inforce import find_day_after, weigh_force
from assistant.answer.finders.toolate import tells_past_term, weigh_refusal
from assistant.answer.finders.turns import weigh_turn
from assistant.answer.finders.weekdays import find_hours, find_weekdays
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.rows import caption_end, find_cells
from assistant.answer.words import write_date
from assistant.dutch import fold
from assistant.types import BlockKind, DateValue, Extract, ExtractKind, Span

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


SCHOOL_YEAR = re.compile(r"(?:school|studie|vergader|academie|boek|belasting)jaar", re.IGNORECASE)
"""Years that name a volume or a course and are rarely when something happened."""
_LOGGED = re.compile(
    r"\b(ingezonden|ontvangen|geraadpleegd|afgedrukt|bezocht op|d\.d\.)\s*(?:op\s*)?$", re.IGNORECASE
)
"""Words before the date of a letter or source, which is not the moment of what it is about."""
_SOURCE = re.compile(
    r"(?:\b(?:Staatsblad|Staatscourant|Kamerstuk(?:ken)?|Publicatieblad|Handelingen)|\b(?:Stbl?|Stcrt|Scrt|PbEU|PbEG|Pb|Trb|nrs?|B\.S)\.?)[ ,(]*"
    r"(?:van |II |I |EU |L )?$"
)
"""What stands before the year of a gazette or a paper of parliament: no moment of what is told."""
_TITLE = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ-]+ (?:[a-zà-ÿ-]+ )?[A-ZÀ-Þ][a-zà-ÿ-]{3,} $")
"""What stands before the year in the title of a report or an event: "de Inventarisatie Fietsbeleid Provincies 2022"."""
_IN_TITLE = 0.5
"""What is left of such a year."""
_LAW = re.compile(
    r"\b(?:[A-ZÀ-Þ][a-zà-ÿ-]*(?:wet|besluit|regeling|reglement|verordening|regels?|voorschriften|statuut|code)|Wet|Besluit|Code)"
    r"(?: (?!(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|trad|treedt|geldt|gold|ging|gaat)\b)[\wà-ÿ()-]+){0,9}? "
    r"(?<!\bin )(?<!\buit )(?<!\bvan )(?<!\bper )(?<!\btot )(?<!\bvoor )(?<!\bna )(?<!\bsinds )(?<!\bvanaf )(?<!\bjaar )(?<!\beind )$"
)
"""What stands before the year in the name of a law or rule: "de Wet toezicht havens 1987"."""
_LAW_ASKED = re.compile(r"\b(?:van wanneer|(?:uit|van) welk jaar)\b")
_SOURCE_ASKED = re.compile(
    r"\b(?:staatsblad|staatscourant|kamerstuk\w*|gepubliceerd|bekendgemaakt|publicatie\w*|verscheen|verschenen|stond)\b"
)
_LOG_ASKED = {
    "ingezonden": re.compile(r"ingezonden|\b(?:in)?gesteld\b|ingediend|\bstelden?\b"),
    "ontvangen": re.compile(r"ontvangen|\b(?:be|ge)antwoord|\bantwoord"),
}
"""Words of a question for what stands under such a word: written questions are sent in, their answers received."""
_PUBLISHED = re.compile(
    r"\b(?:uitgave|uitgegeven|publicatie(?:datum)?|gepubliceerd|verschenen|verscheen|dagtekening|gedateerd)\b|"
    r"\bdatum (?:van )?(?:het |de )?\w*(?:bericht|brief|rapport|rapportage|document|verslag|nota|nieuws)\b"
)
"""Questions for when a document came out."""
_INSTEAD = re.compile(
    r"\b(?:in plaats van|niet (?:pas|al|meer))(?: (?:pas|al))?(?: (?:in|op|per|vanaf|eind|begin|medio|rond))* $",
    re.IGNORECASE,
)
_FORMER_ASKED = re.compile(
    r"\b(?:(?P<first>eerst|oorspronkelijk\w*|aanvankelijk\w*)|in plaats van|eerder|niet|was|stond|gepland\w*)\b"
)
"""What stands before a moment that another one takes the place of, and a question for that."""
_OTHER_DATE = 0.25
"""What is left of a date that is no date of publication, when that is asked for."""
_PARTS = {
    "seizoen": re.compile(r"voorjaar|lente|zomer|najaar|herfst|winter", re.IGNORECASE),
    "kwartaal": re.compile(r"kwartaal", re.IGNORECASE),
}
"""Parts of a year that are asked for by name, and the words of them."""
_BESIDE_DATE = 25
"""Characters that may stand beside the date of a document: a place, a day of the week."""
_ROLES = (frozenset(("end", "deadline")), frozenset(("start",)))
"""The roles of dates that answer the questions of `_BOUNDS`, in the same order."""


_PLAIN_DATE = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?")
"""A year, month or day in EDTF."""
_DAY_AND_MONTH = re.compile(rf"\d (?:{'|'.join(sorted(MONTHS))})$", re.IGNORECASE)


_HOUR_ASKED = re.compile(r"\bhoe laat\b|\bwelk uur\b|\bwelk tijdstip\b", re.IGNORECASE)
_TIME = r"(?:[01]?\d|2[0-3])(?:(?:[:u]|(?=\.\d\d ?u)\.)[0-5]\d(?: ?uur| ?u\b)?| ?(?:uur|u)\b)"
_HOUR = re.compile(
    rf"(?<![\d.,:])(?P<span>{_TIME}(?: ?(?:-|–|tot) ?{_TIME})?)(?![\d.]*\d)(?! (?:per|durende?|lang)\b)"
)
"""A time of the day, or from when to when: "9u00", "13.30 uur", "20:15 - 21:00", "10 uur"."""
_LENGTH_BEFORE = re.compile(
    r"\b(?:duur\w*|gedurende|binnen|na|per|circa|dan|maximaal|minstens) $", re.IGNORECASE
)
"""What stands before a number of hours that is no time of the day."""
_MINUTES = re.compile(r"\d{1,2}[:.u]\d\d")
"""A time with its minutes is one whatever stands before it: "circa 20.00 uur"."""
_BACK = 40


def find_moments(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give dates of the precision that is asked for; those of sentences beside it count for less.

    Asked for the time of the day, only that is one.
    """
    if _HOUR_ASKED.search(question.text):
        yield from list(find_hours(question, unit)) or _find_hour(unit)
        return
    yield from find_weekdays(question, unit)
    yield from find_day_after(question, unit)
    yield from find_counted(question, unit, matcher)
    for candidate in _dates_in(unit, unit.span, 1.0, question):
        if candidate.anchor is not None:
            yield replace(candidate, fit=candidate.fit * weigh_turn(question, unit, candidate.span))
            continue
        share = weigh_end(question, unit, candidate.span)
        share *= _weigh_words(question, unit, candidate) * weigh_phase(question, unit, candidate.span)
        share *= weigh_force(question, unit, candidate.span) * weigh_turn(question, unit, candidate.span)
        yield replace(candidate, fit=candidate.fit * share)
    spans = unit.reading.sentences(unit.block)
    place = next((number for number, span in enumerate(spans) if span == unit.span), None)
    if place is not None and not tells_past_term(question, unit):
        for span in (*spans[max(0, place - 1) : place], *spans[place + 1 : place + 2]):
            for candidate in _dates_in(unit, span, 0.4, question):
                if not _is_other_bound(
                    question, candidate.span.of(unit.reading.document.text)
                ) and not _is_of_source(question, unit, candidate.span):
                    yield replace(candidate, anchor=candidate.anchor or candidate.span)


def _is_of_source(question: Question, unit: Unit, span: Span) -> bool:
    """Tell whether a year in a sentence beside belongs to a gazette or to the name of a law."""
    text, plain = unit.reading.document.text, fold(question.text)
    before = text[max(0, span.start - _NAME_LONG) : span.start]
    if not span.of(text).isdecimal() or _SOURCE_ASKED.search(plain) or _LAW_ASKED.search(plain):
        return False
    return (_SOURCE.search(before) or _LAW.search(before)) is not None


_NAME_LONG = 120
"""Characters in which the name of a law stands before its year."""


def _find_hour(unit: Unit) -> Iterator[Candidate]:
    """Give the times of the day in a sentence; how many hours something takes is none."""
    for candidate in find_pattern(unit, _HOUR, "span", 0.9):
        start = candidate.span.start - unit.span.start
        exact = _MINUTES.match(unit.text, start)
        if exact or not _LENGTH_BEFORE.search(unit.text, max(0, start - _BACK), start):
            yield candidate


def _is_other_bound(question: Question, own: str) -> bool:
    """Tell whether a date says from when something is where it is asked until when."""
    asked = [words.search(fold(question.text)) is not None for words, _ in _BOUNDS]
    return asked == [True, False] and _BOUNDS[1][1].match(own) is not None


def _weigh_words(question: Question, unit: Unit, candidate: Candidate) -> float:
    """Give the share of its fit that the words around a date leave it."""
    plain, start = fold(question.text), candidate.span.start - unit.span.start
    own = candidate.span.of(unit.reading.document.text)
    before = unit.text[max(0, start - 30) : start]
    if SCHOOL_YEAR.match(own) and not SCHOOL_YEAR.search(question.text):
        return 0.4
    logged = _LOGGED.search(before)
    if logged:
        word = fold(logged.group(1))
        asked = _LOG_ASKED[word].search(plain) if word in _LOG_ASKED else word in plain
        return 1.0 if asked else 0.4
    cited = _SOURCE.search(before) is not None and not _SOURCE_ASKED.search(plain)
    if cited or _gives_way(plain, unit, before):
        return _OTHER_DATE
    if (
        own.isdecimal()
        and _LAW.search(unit.text, max(0, start - _NAME_LONG), max(0, start))
        and not _LAW_ASKED.search(plain)
    ):
        return _OTHER_DATE
    if (
        own.isdecimal()
        and _TITLE.search(unit.text, max(0, start - 80), max(0, start))
        and not _SOURCE_ASKED.search(plain)
    ):
        return _IN_TITLE
    if _is_header(unit, candidate.span):
        return 0.5
    refusal = weigh_refusal(question, unit, candidate.span)
    if refusal is not None:
        return refusal
    number = next((number for number, (asked, _) in enumerate(_BOUNDS) if asked.search(plain)), None)
    if number is None or _BOUNDS[number][1].search(before + own):
        return 1.0
    roles = {
        fact.value.role
        for fact in unit.reading.facts_in(candidate.span, ExtractKind.DATE)
        if isinstance(fact.value, DateValue)
    }
    if roles & _ROLES[number]:
        return 1.0
    return 0.25 if _BOUNDS[1 - number][1].match(own) else 0.5


def _gives_way(asked: str, unit: Unit, before: str) -> bool:
    """Tell whether a date is the other one of two of which one takes the place of the other: "in 2034, in plaats van in 2041"."""
    former = _FORMER_ASKED.search(asked)
    if _INSTEAD.search(before):
        return former is None
    return former is not None and former["first"] is not None and "in plaats van" in unit.text


def _is_header(unit: Unit, span: Span) -> bool:
    """Tell whether a date stands above a cell of a row and not in it: "30 juni 2024: vergunning herzien"."""
    if unit.reading.blocks[unit.block].kind is not BlockKind.ROW:
        return False
    cells = [cell.shift(unit.span.start) for _, cell in find_cells(unit.text)]
    return (
        span.start >= unit.span.start + caption_end(unit.text)
        and any(cell.start > span.start for cell in cells)
        and not any(cell.covers(span) for cell in cells)
    )


@lru_cache(maxsize=256)
def _asked_precision(question: Question) -> int:
    """Give how many characters of an ISO date are asked for: 10 for a day, 7 for a month, 0 for any."""
    plain = fold(question.text)
    if re.search(r"\b(?:welke|precieze|exacte) (?:datum|dag|dagen)\b", plain):
        return 10
    if re.search(r"\bwelke maand\b", plain):
        return 7
    return 4 if re.search(r"\bwelk (?:\w*jaar|jaartal)\b", plain) else 0


def _dates_in(unit: Unit, span: Span, fit: float, question: Question) -> Iterator[Candidate]:
    precision = _asked_precision(question)
    published = bool(_PUBLISHED.search(fold(question.text)))
    named = _PARTS.get(question.asked or "")
    for fact in unit.reading.facts_in(span, ExtractKind.DATE):
        value = fact.value
        edtf = value.edtf if isinstance(value, DateValue) else None
        if named is not None:
            yield Candidate(fact.span, fit * (1.0 if named.search(fact.text) else 0.25))
            continue
        end = find_end(question, unit, fact)
        if end is not None:
            yield replace(end, fit=fit)
            continue
        if precision and (len(edtf or "") < precision or fact.text.startswith("binnen ")):
            yield Candidate(fact.span, fit * 0.25)
            continue
        years = bool(re.fullmatch(r"\d{4}\s?[-–/]\s?\d{2,4}", fact.text))
        # "2020-2023" in a name is rarely the moment asked for; nor is "dit jaar" when a date is near.
        own = fit * (0.55 if years else 1.0 if edtf else 0.6)
        if published and not _is_published(unit, fact):
            own *= _OTHER_DATE
        yield Candidate(fact.span, own, _write_whole(edtf, fact.text))


def _write_whole(edtf: str | None, text: str) -> str | None:
    """Give a date without a year of its own in full: "16 februari" in a text of 2024; None when it is in full."""
    if not edtf or re.search(r"\d{4}", text):
        return None
    since = edtf.removesuffix("/..")
    if _PLAIN_DATE.fullmatch(since) and not (since != edtf and _DAY_AND_MONTH.search(text)):
        return f"{write_date(since)} (‘{text}’)"
    years = set(re.findall(r"(?<!\d)\d{4}(?!\d)", edtf))
    if len(years) == 1 and _DAY_AND_MONTH.search(text):
        return f"{text} {years.pop()} (‘{text}’)"
    return None


def _is_published(unit: Unit, fact: Extract) -> bool:
    """Tell whether a date is when the document came out: its words say so, or it stands alone and is the document's."""
    value, document = fact.value, unit.reading.document
    if not isinstance(value, DateValue) or value.edtf is None:
        return False
    alone = len(unit.text) < len(fact.span) + _BESIDE_DATE
    return value.role == "publication" or (
        alone and document.date is not None and value.edtf == document.date
    )
