"""What happened, or will happen, at a date: openings, conferences, votes, signatures, decisions.

A date is of an event when its own role says so, when its sentence tells of a deed that was done (or
is to be done on a day), or when a noun of an event stands in a line without a verb. Deadlines,
periods, and the dates of laws and letters ("het decreet van 21 oktober 1997") are none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from assistant.extract.actions.reading import Known, Statement, leave_off
from assistant.extract.actions.statuses import DELAYED, DONE
from assistant.extract.source import Source
from assistant.types import (
    DateValue,
    EventValue,
    Extract,
    ExtractKind,
    OrganisationValue,
    PersonValue,
    RegionValue,
    Span,
)

_NOUN = (
    r"opening|start|startschot|conferentie|congres|symposium|seminar|bijeenkomst|vergadering|workshop|webinar|sessie|"
    r"stemming|ondertekening|publicatie|lancering|bezoek|werkbezoek|beurs|evenement|festival|verkiezing(?:en)?|"
    r"oprichting|debat|overleg|inhuldiging|kick-off|kickoff|uitreiking|presentatie|oplevering|zitting|hoorzitting|"
    r"studiedag|inloopavond|informatieavond|viering|jubileum|handelsmissie|missie|tentoonstelling|webcast|"
    r"werkgroep|werksessie|rondetafel|afronding|voltooiing|ingebruikname|eerstesteenlegging|aftrap|benoeming|"
    r"overlijden|verhuizing|fusie|top|netwerkevent|netwerkevenement|open dag|infosessie"
)
_HAPPENING = (
    r"opening|startschot|conferentie|congres|symposium|bijeenkomst|bezoek|werkbezoek|ondertekening|lancering|"
    r"oprichting|voltooiing|oplevering|uitreiking|verkiezingen|handelsmissie|ingebruikname|inhuldiging|stemming|"
    r"hoorzitting|vergadering|workshop|webinar|fusie|publicatie"
)
"""Nouns that name a happening in the midst of a sentence too."""
_EVENT_NOUN = re.compile(rf"(?<![\w-])\w*(?:{_NOUN})\b", re.IGNORECASE)
_STRONG = re.compile(
    r"\b(?:start|\w*geopend|opende[n]?|opent|\w*gestart|startte[n]?|van start|begon(?:nen)?|\w*gelanceerd|lanceerde[n]?|"
    r"\w*ondertekend|ondertegetekend|tekende[n]?|opgericht|richtte[n]?|\w*gepubliceerd|publiceerde[n]?|"
    r"versche(?:nen|en)|uitgebracht|ingevoerd|voerde[n]?|goedgekeurd|keurde[n]?|aangenomen|"
    r"gefuseerd|fuseerde[n]?|aangewezen|verhuisde[n]?|verhuisd|gesloten|sloten|sloot|opgeleverd|besloten|besloot|"
    r"beslist[e]?|beslisten|ingesteld|georganiseerd|organiseerde[n]?|bezocht(?:en)?|gekozen|verkozen|"
    r"benoemd|uitgereikt|overhandigd|ingehuldigd|voltooid|afgerond|"
    r"toegekend|kende[n]?|verkregen|ontstond(?:en)?|uitgeroepen|onthuld[e]?|gepresenteerd|presenteerde[n]?|"
    r"opgestart|afgesloten|plaatsgevonden|ingediend|overgedragen|samengevoegd)\b",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"\b(\w*)\s+(?:\([^()]{0,20}\)\s+)?(?:van|d\.?d\.?|gedateerd|nr\.?\s?\S+\s+van)\s+(?:\w+dag\s+)?$",
    re.IGNORECASE,
)
_NO_EVENT = re.compile(
    r"(?:\b(?:sinds|sedert|vanaf|vóór|uiterlijk|tegen|tot|tot en met|t/m|ten opzichte van|periode|voor|na|per|"
    r"geldig|versie|peildatum|stand|situatie|kamerstuk\w*)\s+(?:op\s+)?|[(/]\s*)$",
    re.IGNORECASE,
)
_SET = re.compile(r"\b(?:gepland|voorzien|ingepland|vastgelegd) (?:voor|tegen)\s+$", re.IGNORECASE)
_VAGUE = frozenset("vandaag nu heden thans momenteel".split())
_IN = re.compile(r"\b(?:in|te|op|nabij|bij)\s+(?:het\s+|de\s+)?(?:\w+\s+)?$")
_PREPOSITION = re.compile(r"\b(?:op|in|van|tijdens|per)\s+(?:\w+dag\s+)?$", re.IGNORECASE)
_CUT = re.compile(r"[,;]?\s(?:en|maar)\s|[,;]\s")
_IN_YEAR = re.compile(r"\b(?:in|eind|einde|begin|medio|van|jaar)\s+$", re.IGNORECASE)
_ENTRY = re.compile(r"\s{1,4}((?=[^\W\d_])[^\n]{4,150}?)(?=\.?(?:\n|$)|\.\s)")
_PHRASE = re.compile(
    rf"(?<![\w-])((?:(?:het|de|een)\s)?(?:\w+\s)?\w*(?:{_HAPPENING})\b(?:\s(?!die\b|dat\b|om\b)(?:[^\s,.;:()]+|\([^\s()]{{1,20}}\))){{0,9}}?\s)$",
    re.IGNORECASE,
)
_DEED = re.compile(
    rf"\b(?:\w*(?:{_NOUN})|\w+(?:ing|atie)|\w+(?:eert|oert|lanceert|opent|start))\b", re.IGNORECASE
)
"""What tells a happening from a mere subject in a line of a chronicle."""
_REACH = 110
_AROUND = 300
"""Characters to each side of a date in which a very long sentence is read; keeps the work linear."""
_LOOK = 40
_LINE = 200
"""Longer sentences without a verb are lists."""
_YEAR_DAYS, _MONTH_DAYS, _STRETCH_DAYS = 366, 31, 10
"""Longest dates that count as a moment: a year, a month, and several days given as a range."""
_CHRONICLE = 5
"""Dates that stand alone on so many lines make a text a chronicle: what follows them is the event."""


@dataclass(slots=True)
class Timeline:
    """The events of a text, found as its sentences come by."""

    source: Source
    known: Known
    _starts: list[int] = field(default_factory=list)
    _chronicle: bool = False

    def __post_init__(self) -> None:
        """Look where the names are that say where and who, and whether dates stand alone."""
        self._starts = [extract.span.start for extract in self.known.names]
        self._chronicle = (
            sum(_is_alone(extract, self.source.text) for extract in self.known.dates) >= _CHRONICLE
        )

    def find_events(self, statement: Statement) -> Iterator[Extract]:
        """Give the events that the sentence states."""
        text = self.source.text
        if self._chronicle and len(statement.dates) == 1 and statement.span == statement.dates[0].span:
            yield from self._read_entry(statement.dates[0])
            return
        dates = [extract for extract in statement.dates if _is_moment(extract, statement, text)]
        for extract, span in zip(dates, _divide(statement.span, dates, text), strict=True):
            ends = span.end == statement.span.end and text[span.end : span.end + 1] == "."
            yield from self._make_event(extract, Span(span.start, span.end + ends), statement.actor)
        for extract in statement.dates:
            phrase = None if extract in dates else _find_phrase(extract, statement.span, text)
            if phrase is not None:
                yield from self._make_event(extract, phrase, None)

    def _read_entry(self, extract: Extract) -> Iterator[Extract]:
        """Give what the line behind a date says that stands on a line of its own."""
        found = _ENTRY.match(self.source.text, extract.span.end)
        if found and _is_alone(extract, self.source.text) and _DEED.search(found.group(1)):
            yield from self._make_event(extract, Span(*found.span(1)), None)

    def _make_event(self, extract: Extract, span: Span, actor: str | None) -> Iterator[Extract]:
        """Give the event of a date in the words of `span`, unless these say nothing but the date."""
        text, start = self.source.text, extract.span.start
        lead = (
            _PREPOSITION.search(text[max(span.start, start - _LOOK) : start]) if start > span.start else None
        )
        what = leave_off(text, span, [Span(start - len(lead.group() if lead else ""), extract.span.end)])
        if " " in what and isinstance(extract.value, DateValue):
            place, who = self._find_names(span)
            value = EventValue(what.rstrip("."), extract.value, place, actor or who)
            yield Extract(ExtractKind.EVENT, span, span.of(text), value)

    def _find_names(self, span: Span) -> tuple[str | None, str | None]:
        """Give the first place that the words say it happens in, and the first organisation or person."""
        place = who = None
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        for extract in self.known.names[first:last]:
            value = extract.value
            if isinstance(value, RegionValue):
                before = self.source.text[max(span.start, extract.span.start - _LOOK) : extract.span.start]
                if place is None and _IN.search(before):
                    place = value.name
            elif isinstance(value, OrganisationValue | PersonValue):
                who = who or value.name
        return place, who


def _find_phrase(extract: Extract, within: Span, text: str) -> Span | None:
    """Give the noun of an event with its date ("het bezoek aan Lyon in maart 2022") in another sentence."""
    value = extract.value
    if not isinstance(value, DateValue) or value.edtf is None or ".." in value.edtf:
        return None
    before = text[max(within.start, extract.span.start - _REACH) : extract.span.start]
    if (
        value.role in ("deadline", "end", "publication")
        or _NO_EVENT.search(before)
        or _count_days(value) > _YEAR_DAYS
    ):
        return None
    found = _PHRASE.search(before)
    return Span(extract.span.start - len(found.group(1)), extract.span.end) if found else None


def _is_alone(extract: Extract, text: str) -> bool:
    """Tell whether a date fills its line."""
    before, after = (
        text[extract.span.start - 1 : extract.span.start],
        text[extract.span.end : extract.span.end + 1],
    )
    return before in ("", "\n") and after in ("", "\n")


def _is_moment(extract: Extract, statement: Statement, text: str) -> bool:
    """Tell whether a date is that of something which happens."""
    value = extract.value
    if not isinstance(value, DateValue) or value.edtf is None or ".." in value.edtf:
        return False
    before = text[max(statement.span.start, extract.span.start - _LOOK) : extract.span.start]
    attribute = _ATTRIBUTE.search(before)
    if (_NO_EVENT.search(before) and not _SET.search(before)) or (
        attribute and not _EVENT_NOUN.search(attribute.group(1))
    ):
        return False
    days = _count_days(value)
    if value.role in ("deadline", "end") or days > _YEAR_DAYS:
        return False
    if days > _MONTH_DAYS and before.strip() and extract.text[0].isdigit() and not _IN_YEAR.search(before):
        return False  # "het convenant 2020"
    return value.role == "event" or _tells_event(statement, days, extract)


def _tells_event(statement: Statement, days: int, extract: Extract) -> bool:
    """Tell whether the sentence says that something happens at a date without a role of its own."""
    verdict = statement.verdict
    near = extract.span.start - statement.span.start
    around = statement.text[max(0, near - _AROUND) : near + _AROUND]
    named = _EVENT_NOUN.search(around) is not None
    if extract.text.lower() in _VAGUE:
        return verdict is not None and verdict.status == DONE
    if verdict is None:
        return named and days <= _STRETCH_DAYS and len(statement.text) < _LINE
    if verdict.status == DONE:
        return days <= _MONTH_DAYS or _STRONG.search(around) is not None
    return days <= _STRETCH_DAYS or (days <= _MONTH_DAYS and (named or verdict.status == DELAYED))


def _count_days(value: DateValue) -> int:
    """Give how many days a date covers; a day without a year is one, and a month without a year a month."""
    if value.earliest is None or value.latest is None:
        return 1 if value.edtf and value.edtf[-2:].isdigit() and len(value.edtf) == 10 else _MONTH_DAYS
    return (date.fromisoformat(value.latest) - date.fromisoformat(value.earliest)).days + 1


def _divide(span: Span, dates: Sequence[Extract], text: str) -> Iterator[Span]:
    """Give each date its part of the sentence: cut at the last comma or "en" between two of them."""
    start = span.start
    for place, extract in enumerate(dates):
        end = span.end
        if place + 1 < len(dates):
            cuts = list(_CUT.finditer(text, extract.span.end, dates[place + 1].span.start))
            if not cuts:
                yield Span(start, span.end)
                continue
            end = cuts[-1].start()
            yield Span(start, end)
            start = cuts[-1].end()
            continue
        yield Span(start, end)
