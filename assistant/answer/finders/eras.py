"""Which of several values a question asks for: that of then or of now, the planned or the real one, that of a year.

"Het aantal groeide van 640 naar 815": how many there are now, and how many there were at first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.finders.timedvalues import (
    CHANGE,
    EARLIER,
    FIRST,
    FORMER,
    NOW,
    OPPOSITE,
    PLANNED,
    REAL,
    THAN,
    THEN,
    WORDS,
    YEAR,
    TimedValue,
    find_spells,
    read_values,
)
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import BlockKind, Span

_ASKED = {
    THEN: re.compile(
        rf"{EARLIER}|{FIRST}|{FORMER}|\b(?:begon|begonnen|startte|eerst|voordat)\b|\bvan hoeveel\b"
    ),
    NOW: re.compile(rf"{WORDS[NOW].pattern}|\bgeworden\b"),
    PLANNED: re.compile(
        r"\b(?:begroot|begrote|volgens de (?:begroting|raming|planning|prognose)|geraamd\w*|raming|verwacht\w*|gepland\w*|"
        r"doel|doelstelling\w*|streefcijfer\w*|streefwaarde\w*|beoogd\w*|prognose\w*)\b"
    ),
    REAL: re.compile(
        r"\b(?:werkelijk\w*|uiteindelijk\w*|gerealiseerd\w*|daadwerkelijk\w*|feitelijk\w*|in de praktijk)\b"
    ),
}
"""The same of a question."""
_UNTIL_ASKED = re.compile(r"\b(?:voor|tot)(?: de?| 1 januari)? (?P<year>(?:19|20)\d\d)\b")
_FOR_YEAR = re.compile(
    r"\b(?:is|wat zijn|wordt|worden|geldt|gelden|bedraagt|kost|krijgt|krijgen|betaalt|betaal|begroot|geraamd|gepland|uitgetrokken)\b"
)
"""Words with which "voor 2025" means in that year, and not before it: "wat is het tarief voor 2025?"."""
_SINCE = r"\b(?:sinds|vanaf|per|met ingang van)\b[^,;]{{0,24}}\b{year}\b"
"""A question for what was before a year, where a text tells what it has been since."""
_BEFORE = re.compile(r"\bvóór(?:dat)?\b", re.IGNORECASE)
_CHANGE_ASKED = re.compile(
    r"\bmet hoeveel\b|\bverschil\b|\bhoeveel (?:procent |percent |euro |miljoen )?(?:meer|minder|extra|hoger|lager|duurder|"
    r"goedkoper|langer|korter|groter|kleiner|sneller|later|eerder)\b|"
    r"\bhoe(?:veel)? .*\b(?:gegroeid|gestegen|gedaald|toegenomen|afgenomen|bespaard|scheelt|scheelde|overschreden)\b|"
    r"\b(?:erbij|bijgekomen|toegevoegd)\b|\bhoeveel [\w-]+ (?:meer|minder)\b.* dan\b|"
    r"\b(?:meer|minder) dan (?:verwacht|begroot|gepland|voorzien|gedacht|geraamd|gehoopt)\b|"
    r"\b(?:meerkosten|overschrijding|toename|afname|groei|stijging|daling|besparing)\b"
)
"""Questions for how much something differs."""
_SCALE = re.compile(r"\s(?:miljoen|miljard|duizend|mln|mld)\.?$", re.IGNORECASE)
_SIGN = re.compile(r"(?:€|EUR|euro) ?$")
_OTHER, _ORIGIN, _DIFFERENCE = 0.4, 0.5, 0.6
"""What is left of a value of another time, and where no time is asked of one before a change and of a difference."""


def weigh_time(question: Question, unit: Unit, span: Span) -> float:
    """Give the share of its fit that is left to a value: another one of its sentence may be of the time asked for.

    Where none is, all of it is left: the sentence speaks of the right thing, and the value is no short answer.
    """
    if unit.reading.blocks[unit.block].kind is BlockKind.ROW:
        return 1.0
    values = read_values(unit.text)
    inside = _values_in(unit, span)
    if len(inside) != 1:
        return 1.0
    share = _weigh_value(question, unit, inside[0], values)
    fits = share > _OTHER or any(_weigh_value(question, unit, value, values) > _OTHER for value in values)
    return share if fits else 1.0


def is_of_other_time(question: Question, unit: Unit, span: Span) -> bool:
    """Tell whether a short answer holds a value of another time than the one asked for, or only what to reckon that from."""
    if unit.reading.blocks[unit.block].kind is BlockKind.ROW:
        return False
    values = read_values(unit.text)
    inside = _values_in(unit, span)
    if len(inside) > 1 and not _asked_eras(question, unit.text):
        return False
    other = any(_weigh_value(question, unit, value, values) <= _OTHER for value in inside)
    return other or must_reckon(question, unit)


def _values_in(unit: Unit, span: Span) -> list[TimedValue]:
    """Give the values of a unit in a stretch of the document."""
    return [value for value in read_values(unit.text) if value.span.shift(unit.span.start).overlaps(span)]


_COMING = re.compile(r"\b(?:komen|komt) er\b|\b(?:wordt|worden|krijgt|krijgen|gaat|gaan|zal|zullen|straks)\b")
"""A question for what is to come, where a change is told that is still to come: "gaat van 12 naar 18"."""


def _weigh_value(question: Question, unit: Unit, own: TimedValue, values: Sequence[TimedValue]) -> float:
    """Give the share that a value keeps among those of its sentence by what is asked."""
    plain = fold(question.text)
    if _CHANGE_ASKED.search(plain):
        change = CHANGE in own.eras or not any(CHANGE in value.eras for value in values)
        return 1.0 if change else _OTHER
    asked = _asked_eras(question, unit.text)
    if (
        not asked
        and _COMING.search(plain)
        and any(PLANNED in value.eras and value.paired for value in values)
    ):
        asked = {PLANNED}
    if asked and must_reckon(question, unit):
        return 1.0
    if CHANGE in own.eras:
        return _OTHER if asked else _DIFFERENCE
    share = _weigh_year(plain, own, values)
    if share is not None:
        return share
    if not asked:
        return _ORIGIN if own.origin else 1.0
    if own.eras & asked:
        return 1.0
    against = own.eras & {OPPOSITE[era] for era in asked}
    return _OTHER if against or any(value.eras & asked for value in values) else 1.0


def asks_now(question: Question) -> bool:
    """Tell whether a question asks how things are now."""
    return _asked_eras(question) == {NOW}


def must_reckon(question: Question, unit: Unit) -> bool:
    """Tell whether the asked value is only told by how much another one differs: "drie meer dan bij de start"."""
    if _CHANGE_ASKED.search(fold(question.text)):
        return False
    asked = _asked_eras(question, unit.text)
    values = read_values(unit.text)
    if not values or not asked or any(value.eras & asked for value in values):
        return False
    than = [match["than"] for match in THAN.finditer(fold(unit.text))]
    return any(WORDS[era].search(words) for words in than for era in asked)


def part_values(question: Question, unit: Unit, spans: Iterable[Span]) -> Iterator[Candidate]:
    """Give values that are set against each other one by one, with the unit that only one of them has: "van 16 naar 13 minuten".

    `spans` are those that were found; one that stands for both is parted where the question asks for one of them, any other
    given as it is.
    """
    found = list(spans)
    if not _asked_eras(question, unit.text):
        yield from (Candidate(_last_of(unit, span), 1.0) for span in found)
        return
    pairs = [(one, other) for one, other in pairwise(read_values(unit.text)) if one.paired and other.paired]
    for span in found:
        both = [pair for pair in pairs if all(_is_held(unit, value, (span,)) for value in pair)]
        for one, other in both:
            yield _with_measure(unit, one, other, span.end - unit.span.start)
            yield Candidate(Span(_find_start(unit, other) + unit.span.start, span.end), 1.0)
        if not both:
            yield Candidate(span, 1.0)
    for one, other in pairs:
        for bare, whole in ((one, other), (other, one)):
            held = _is_held(unit, whole, found)
            if held is not None and _is_held(unit, bare, found) is None:
                yield _with_measure(unit, bare, whole, held.end - unit.span.start)


def _last_of(unit: Unit, span: Span) -> Span:
    """Give what something came to, of a value that was read as a range: "18 miljoen euro" of "gestegen van 12 tot 18 miljoen euro"."""
    inside = _values_in(unit, span)
    if len(inside) != 2 or not inside[0].origin or "tot" not in span.of(unit.reading.document.text).split():
        return span
    return Span(_find_start(unit, inside[1]) + unit.span.start, span.end)


def level_pairs(unit: Unit, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Give candidates with values that are set against each other as fit as the fitter one: they count the same."""
    values = read_values(unit.text)
    best: dict[Span, float] = {}
    for one, other in pairwise(values):
        if one.paired and other.paired:
            both = [item for item in candidates if _overlaps(unit, item, one) or _overlaps(unit, item, other)]
            most = max((item.fit for item in both), default=0.0)
            best.update((item.span, max(most, best.get(item.span, 0.0))) for item in both)
    for item in candidates:
        yield replace(item, fit=max(item.fit, best.get(item.span, 0.0)))


def _overlaps(unit: Unit, candidate: Candidate, value: TimedValue) -> bool:
    return value.span.shift(unit.span.start).overlaps(candidate.span)


def _is_held(unit: Unit, value: TimedValue, spans: Iterable[Span]) -> Span | None:
    """Give the first of some spans of the document that a value of the unit stands in."""
    own = value.span.shift(unit.span.start)
    return next((span for span in spans if own.overlaps(span)), None)


def _find_start(unit: Unit, value: TimedValue) -> int:
    """Give where a value begins in its unit, with the sign of its money."""
    sign = _SIGN.search(unit.text, 0, value.span.start)
    return value.span.start if sign is None else sign.start()


def _with_measure(unit: Unit, value: TimedValue, whole: TimedValue, end: int) -> Candidate:
    """Give a bare number with the unit of another one, which ends at `end`: "16 minuten" of "van 16 naar 13 minuten"."""
    number = value.span.of(unit.text)
    scale = _SCALE.search(whole.span.of(unit.text))
    own = scale is None or _SCALE.search(number) or "." in number  # 900.000 beside 1,2 miljoen has its own
    start = _find_start(unit, value)
    measure = unit.text[whole.span.end if own or scale is None else whole.span.start + scale.start() : end]
    text = f"{unit.text[start : value.span.start]}{number} {measure.strip()}".strip()
    return Candidate(Span(start, value.span.end).shift(unit.span.start), 1.0, text)


def _weigh_year(plain: str, own: TimedValue, values: Sequence[TimedValue]) -> float | None:
    """Give the share of a value where another one is of the one year asked; None where no year decides."""
    until = _find_until(plain)
    years = find_spells(plain) or set(YEAR.findall(plain)) - ({until["year"]} if until else set())
    if len(years) != 1:
        return None
    if own.years & years:
        return 1.0
    others = any(value.years & years for value in values)
    return _OTHER if others and (own.years or own.paired) else None


def _asked_eras(question: Question, text: str = "") -> set[str]:
    """Give what a question asks for, beside a text; nothing where it asks for both of two."""
    found, until = _read_eras(question)
    since = until and re.search(_SINCE.format(year=until["year"]), fold(text))
    if since:
        found |= {THEN}
    return {era for era in found if OPPOSITE[era] not in found}


@lru_cache(maxsize=256)
def _read_eras(question: Question) -> tuple[frozenset[str], re.Match[str] | None]:
    """Give the eras that a question names, and the year before which it asks how things were."""
    plain = fold(question.text)
    found = {era for era, words in _ASKED.items() if words.search(plain)}
    if _BEFORE.search(question.text):
        found.add(THEN)
    return frozenset(found), _find_until(plain)


def _find_until(plain: str) -> re.Match[str] | None:
    """Give the year before which a question asks how things were."""
    until = _UNTIL_ASKED.search(plain)
    meant = until is not None and (until.group().startswith("tot") or not _FOR_YEAR.search(plain))
    return until if meant else None
