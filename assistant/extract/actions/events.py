"""What happened, or will happen, at a date: openings, conferences, votes, signatures, decisions.

A date is of an event when its own role says so, when the clause around it tells of something that
happened or is set for a day (`happenings`), or when a noun of an event stands in a line without a
verb. Deadlines, periods, and the dates of laws and letters ("het decreet van 21 oktober 1997") are
none (`moments`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from assistant.extract.actions.happenings import AHEAD, PAST, tell_happening
from assistant.extract.actions.marks import mark_words, open_marks
from assistant.extract.actions.moments import (
    ATTRIBUTE,
    MONTH_DAYS,
    STRETCH_DAYS,
    TURN,
    YEAR_DAYS,
    count_days,
    read_moment,
    weigh_moment,
)
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

_VAGUE = frozenset("vandaag nu heden thans momenteel".split())
_IN = re.compile(r"\b(?:in|te|op|nabij|bij)\s+(?:het\s+|de\s+)?(?:\w+\s+)?$")
_PREPOSITION = re.compile(r"\b(?:op|in|van|tijdens|per)\s+(?:\w+dag\s+)?$", re.IGNORECASE)
_CUT = re.compile(r"[,;]?\s(?:en|maar)\s|[,;]\s|\.\s(?=[A-Z])")
_STOP = re.compile(r"""(?:[\d"”’']\.|[.!?]["”’'])\s(?=[A-Z])""")
"""What may end a sentence besides: a stop behind a number or a quotation."""
_ENTRY = re.compile(r"\s{1,4}((?=[^\W\d_])[^\n]{4,150}?)(?=\.?(?:\n|$)|\.\s)")
_PHRASE = re.compile(
    r"t?[^,:.d]?(?:N(?![dc])(?:[^,:.dc()]|\([^()]{1,3}\)){0,9}|[nN](?![dc])[^,:.dc()]{0,5}\()(?<!e)(?<!er)$"
)
"""A noun of a happening with what stands between it and its date, in letters of `marks`."""
_OCCASION = re.compile(r"r[^,:.bdcyV()]*")
"""What may stand before "van" and a date at the beginning of a sentence: "Tijdens de vergadering van ...", not "Op grond van ..."."""
_ENTERED = re.compile("[:][^.]*[nNFVPQ]")
"""What follows a date that begins a line: "12 maart: start van de inschrijving"."""
_DID = re.compile("[Vy]|[hHzZ].*[PQ]")
"""What is done then, from the finite verb on."""
_AROUND = 60
"""Words to each side of a date in which a very long sentence is read; keeps the work linear."""
_LOOK = 40
_LINE = 200
"""Longer sentences without a verb are lists."""
_CHRONICLE = 5
"""Dates that stand alone on so many lines make a text a chronicle: what follows them is the event."""


class _Dated(NamedTuple):
    """A date among the words of its sentence, at most `reach`: `marks` are their letters, `first` to `last` its own."""

    extract: Extract
    value: DateValue
    days: int
    kind: str
    marks: str
    first: int
    last: int
    reach: Span


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
        if self._chronicle and len(statement.dates) == 1 and statement.span == statement.dates[0].span:
            yield from self._read_entry(statement.dates[0])
            return
        dated = list(self._place_dates(statement))
        if not dated:
            return
        told = [date for date in dated if self._is_told(date, statement)]
        text = self.source.text
        for date, part in zip(told, _divide(statement.span, told, text), strict=True):
            reach = Span(max(part.start, date.reach.start), min(part.end, date.reach.end))
            span = _cut_sentence(reach, date.extract.span, text)
            ends = span.end == statement.span.end and text[span.end : span.end + 1] == "."
            span = Span(span.start, span.end + ends)
            yield from self._make_event(date.extract, date.value, span, statement.actor)
        places = {date.extract.span.start for date in told}
        for date in dated:
            phrase = None if date.extract.span.start in places else self._find_phrase(date)
            if phrase is not None:
                yield from self._make_event(date.extract, date.value, phrase, None)

    def _place_dates(self, statement: Statement) -> Iterator[_Dated]:
        """Give the dates of a sentence that can be the moment of something, with the words around them."""
        source, start, end = self.source, -1, -1
        for extract in statement.dates:
            value = read_moment(extract)
            days = YEAR_DAYS + 1 if value is None else count_days(value)
            if value is None or days > YEAR_DAYS:
                continue
            if start < 0:
                start = bisect_left(source.starts, statement.span.start)
                end = bisect_left(source.starts, statement.span.end, start)
            first = bisect_left(source.starts, extract.span.start, start, end)
            last = bisect_left(source.starts, extract.span.end, first, end)
            kind = weigh_moment(extract, value, days, source, first, start)
            if kind is not None:
                begin, stop = max(start, first - _AROUND), min(end, last + _AROUND)
                marks = mark_words(source.words[begin:stop])
                reach = Span(source.starts[begin], source.ends[stop - 1])
                yield _Dated(extract, value, days, kind, marks, first - begin, last - begin, reach)

    def _is_told(self, date: _Dated, statement: Statement) -> bool:
        """Tell whether the sentence says that something happens at a date."""
        verdict = statement.verdict
        if date.kind == ATTRIBUTE:
            opens = _OCCASION.fullmatch(date.marks, 0, date.first)
            return opens is not None and _DID.match(date.marks, date.last) is not None
        if date.extract.text.lower() in _VAGUE:
            return verdict is not None and verdict.status == DONE
        if _ENTERED.match(date.marks, date.last) and date.first == 0:
            return len(statement.text) < _LINE
        told = tell_happening(
            date.marks, date.first, date.last, date.days, date.kind, self._place_in_time(date.value)
        )
        if date.kind == TURN:
            plain = "o" not in date.marks and "d" not in date.marks[: date.first]
            return told or (verdict is not None and verdict.status == DONE and plain)
        if told is not None:
            return told
        if date.value.role == "event":
            return True
        named = "n" in date.marks or "N" in date.marks
        if verdict is None:
            return named and date.days <= STRETCH_DAYS and len(statement.text) < _LINE
        if verdict.status == DONE:
            return date.days <= MONTH_DAYS
        return date.days <= STRETCH_DAYS or (date.days <= MONTH_DAYS and (named or verdict.status == DELAYED))

    def _place_in_time(self, value: DateValue) -> str:
        """Tell whether a date ended before the document's own date or began after it; empty when unknown."""
        today = self.source.document_date
        if not today or not value.earliest or not value.latest:
            return ""
        if value.latest[: len(today)] < today:
            return PAST
        return AHEAD if value.earliest[: len(today)] > today else ""

    def _find_phrase(self, date: _Dated) -> Span | None:
        """Give the noun of an event with its date ("het bezoek aan Lyon in maart 2022") in another sentence."""
        named = date.marks.rfind("N", 0, date.first) >= 0 or date.marks[date.first - 1 : date.first] == "("
        found = _PHRASE.search(date.marks, 0, date.first) if named else None
        if found is None or date.value.role == "publication":
            return None
        here = bisect_left(self.source.starts, date.extract.span.start)
        return Span(self.source.starts[here - date.first + found.start()], date.extract.span.end)

    def _read_entry(self, extract: Extract) -> Iterator[Extract]:
        """Give what the line behind a date says that stands on a line of its own."""
        found = _ENTRY.match(self.source.text, extract.span.end)
        if found and _is_alone(extract, self.source.text) and self._names_deed(Span(*found.span(1))):
            value = extract.value
            if isinstance(value, DateValue):
                yield from self._make_event(extract, value, Span(*found.span(1)), None)

    def _names_deed(self, span: Span) -> bool:
        """Tell a happening from a mere subject in a line of a chronicle."""
        first = bisect_left(self.source.starts, span.start)
        words = self.source.words[first : bisect_left(self.source.starts, span.end, first)]
        return any(
            open_marks()[word] in "nNVPQFBfkywhH" or word.rstrip(" \n.,").endswith(("ing", "atie"))
            for word in words
        )

    def _make_event(
        self, extract: Extract, value: DateValue, span: Span, actor: str | None
    ) -> Iterator[Extract]:
        """Give the event of a date in the words of `span`, unless these say nothing but the date."""
        text, start = self.source.text, extract.span.start
        lead = (
            _PREPOSITION.search(text[max(span.start, start - _LOOK) : start]) if start > span.start else None
        )
        what = leave_off(text, span, [Span(start - len(lead.group() if lead else ""), extract.span.end)])
        if " " in what:
            place, who = self._find_names(span)
            event = EventValue(what.rstrip("."), value, place, actor or who)
            yield Extract(ExtractKind.EVENT, span, span.of(text), event)

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


def _is_alone(extract: Extract, text: str) -> bool:
    """Tell whether a date fills its line."""
    start, end = extract.span.start, extract.span.end
    return text[end : end + 1] in ("", "\n") and (start == 0 or text[start - 1] == "\n")


def _cut_sentence(span: Span, date: Span, text: str) -> Span:
    """Give the part with the date of what is more than one sentence: a number or a quotation ended one."""
    start, end = span.start, span.end
    for stop in _STOP.finditer(text, start, end):
        if stop.end() <= date.start:
            start = stop.end()
        elif stop.start() >= date.end:
            return Span(start, stop.start() + 1 + (text[stop.start() + 1] != "."))
    return Span(start, end)


def _divide(span: Span, dates: Sequence[_Dated], text: str) -> Iterator[Span]:
    """Give each date its part of the sentence: cut at the last comma or "en" between two of them."""
    start = span.start
    for date, following in pairwise([*dates, None]):
        cuts = (
            list(_CUT.finditer(text, date.extract.span.end, following.extract.span.start))
            if date and following
            else []
        )
        if cuts:
            yield Span(start, cuts[-1].start())
            start = cuts[-1].end()
        else:
            yield Span(start, span.end)
