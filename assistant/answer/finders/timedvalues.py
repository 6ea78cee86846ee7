"""The values of a sentence, each with when or what it is of: "tegen 12 een jaar eerder", "begroot op 3 miljoen".

Every value has its own words, up to the first mark of a clause between it and the next one; those tell of when it is, and
so does how it is set against another value ("van 640 naar 815", "dat was X", "in plaats van X").
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from assistant.answer.quantities import Quantity, find_quantities
from assistant.dutch import fold
from assistant.types import Span

THEN, NOW, PLANNED, REAL, CHANGE = "then", "now", "planned", "real", "change"
"""What a value may be of, and a value that only tells by how much two others differ."""
YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)")
_SPELL = re.compile(
    r"(?<![\d.,])(?P<first>(?:19|20)\d\d) ?[-–/] ?['’]?(?P<century>19|20)?(?P<last>\d\d)(?![\d.,]?\d|[-–/])"
)
EARLIER = (
    r"\b(?:een|twee|drie|\d+) (?:jaar|maand|maanden|kwartaal|week|weken) (?:eerder|geleden|daarvoor|ervoor)\b"
)
FIRST = (
    r"\b(?:bij|tijdens|op) (?:de|het|zijn|haar|hun) (?:start|begin|opening|oprichting|aanvang|aantreden|invoering)\b|"
    r"\b(?:in|aan) (?:het|de) (?:begin|aanvang)\b|\beerste jaar\b|\bbeginjaar\b|"
    r"\bin de eerste (?:\w+ )?(?:maanden|weken|periode)\b"
)
FORMER = (
    r"\b(?:toen|toenmalig\w*|destijds|aanvankelijk\w*|oorspronkelijk\w*|vroeger|voorheen|voordien|vorig jaar|"
    r"het (?:vorige jaar|jaar (?:ervoor|daarvoor|eerder))|de vorige (?:periode|meting|peiling|rapportage))\b"
)
WORDS = {
    THEN: re.compile(rf"{EARLIER}|{FIRST}|{FORMER}"),
    NOW: re.compile(
        r"\b(?<!tot )(?:nu(?! nog geldende)|inmiddels|momenteel|huidige?|vandaag|tegenwoordig|thans|intussen|"
        r"ondertussen|op dit moment|op dit ogenblik|tot nu toe|tot dusver|de teller staat op|sinds de start)\b"
    ),
    PLANNED: re.compile(
        r"\b(?:begroot|begrote|begroting|budget|geraamd\w*|raming|kostenraming|verwacht\w*|gepland\w*|planning|voorzien|"
        r"doel|doelstelling\w*|streefcijfer\w*|streefwaarde\w*|streven|streeft|streefgetal\w*|ambitie|beoogd\w*|prognose\w*|vooraf|"
        r"(?:wilde|wilden|hoopte|hoopten)(?: er)?(?: \w+)? (?:halen|bereiken))\b"
    ),
    REAL: re.compile(
        r"\b(?:werkelijk\w*|uiteindelijk\w*|gerealiseerd\w*|realisatie|daadwerkelijk\w*|feitelijk\w*|in de praktijk|"
        r"kwam\w* uit op|bleek|bleken|bereikt\w*|gehaald)\b"
    ),
}
"""Words of a value's own clause that tell of when or what it is."""
OPPOSITE = {THEN: NOW, NOW: THEN, PLANNED: REAL, REAL: PLANNED}
_CHANGE = re.compile(r"[^,;.(]{0,25}?\b(?:meer|minder|(?!(?:later|ander|onder|over|keer)\b)\w{3,}er) dan\b")
THAN = re.compile(r"\b(?:meer|minder|\w{3,}er) dan\b(?P<than>[^,;.()]*)")
"""What something is more, less or other than: not what it is itself."""
_MARK = re.compile(
    r"\([^)]*\)|(?P<mark>[,;:–](?!\d)|\b(?:en|maar|terwijl|waarna|waar|naar|tegen|tegenover|ten opzichte van|vergeleken met|"
    r"in plaats van)\b)"
)
"""The first mark of a clause between two values parts their words; what stands in brackets is of the one before."""
_ABOUT = r"(?:(?:ruim|circa|ongeveer|bijna|zo'n|maximaal|minimaal|gemiddeld|nog|slechts|maar|toen|eerder|de|€) ?){0,2}"
_AGAINST = re.compile(rf"\b(?:tegen|tegenover|ten opzichte van|vergeleken met) {_ABOUT}$", re.IGNORECASE)
_INSTEAD = re.compile(rf"\bin plaats van {_ABOUT}$", re.IGNORECASE)
_WAS = re.compile(
    rf"[,;(] ?(?:(?:dat|dit|het) )?(?:was|waren)(?: dat| het| er)* {_ABOUT}$|"
    rf"[,;(] ?(?:eerder|voorheen|vroeger|eerst|oorspronkelijk) {_ABOUT}$",
    re.IGNORECASE,
)
"""What stands right before the value of then, behind the one of now."""
_FROM = re.compile(rf"\bvan {_ABOUT}$", re.IGNORECASE)
_TO = re.compile(
    r"(?![^.;:]*\b(?:niet|nooit|geen)\b)[^.;:]{0,60}"
    r"\b(?:naar|(?:gewijzigd|veranderd|aangepast|bijgesteld|opgetrokken|verhoogd|verlaagd) (?:in|tot|op))\b[^.;:]{0,40}"
)
_GREW = (
    r"(?:opgelopen|gestegen|steeg|stegen|stijgt|stijgen|gegroeid|groeide|groeiden|groeit|groeien|verhoogd|verlaagd|gedaald|daalde|"
    r"daalden|daalt|dalen|teruggebracht|uitgebreid|toegenomen|afgenomen|teruggelopen|gezakt|opgetrokken)"
)
_GREW_BEFORE = re.compile(rf"\b{_GREW} van {_ABOUT}$", re.IGNORECASE)
_GREW_BEHIND = re.compile(rf"(?: [a-z]+)? {_GREW}\b")
_UP_TO = re.compile(r"\s+tot\s+")
"""A change may be told with "tot" as well, where its verb stands beside it: "opgelopen van 12 tot 18 miljoen euro"."""
_AHEAD = re.compile(
    r"\b(?:moet|moeten|zal|zullen|wil|willen|gaat|gaan|doel|ambitie|streven|streeft|verwacht\w*)\b"
)
"""Words for a change that is still to come."""
PARTS = re.compile(r"\b(?:waarvan|van wie|onder wie|van welke|waaronder) (?:er )?")
"""What stands before the parts of what was just told."""
_BACK = 60
"""Letters before a value in which it is told how it is set against another one."""
_LAST_CLAUSE = re.compile(r"^.*[,;:] ", re.DOTALL)
_NOT_ONE = re.compile(
    r"\s*(?:jaar|maanden|kwartalen|weken|dagen) (?:eerder|geleden|later|daarvoor|ervoor)\b|\s*(?:januari|februari|maart|april|mei|"
    r"juni|juli|augustus|september|oktober|november|december)\b"
)
"""What follows a number that is part of a date."""


@dataclass(frozen=True, slots=True)
class TimedValue:
    """A value of a sentence: where its number stands, what it is of, the years of its words; whether it is set against
    the one beside it, and is what that changed from."""

    span: Span
    eras: frozenset[str]
    years: frozenset[str]
    paired: bool = False
    origin: bool = False


@lru_cache(maxsize=5_000)
def read_values(text: str) -> tuple[TimedValue, ...]:
    """Give the values of a sentence in order, each with what its own words and those between them tell."""
    numbers = [
        quantity
        for quantity in _part_changes(text, find_quantities(text))
        if not YEAR.fullmatch(quantity.number.of(text)) and not _NOT_ONE.match(text, quantity.span.end)
    ]
    if not numbers:
        return ()
    plain = fold(text)
    if len(plain) != len(text):
        plain = text.lower()
    bounds = [_find_mark(plain, one.span.end, other.span.start) for one, other in pairwise(numbers)]
    words = [plain[start:end] for start, end in pairwise((0, *bounds, len(text)))]
    eras = [
        _read_own(own, number, start) for own, number, start in zip(words, numbers, (0, *bounds), strict=True)
    ]
    paired: set[int] = set()
    origins: set[int] = set()
    changes: set[int] = set()
    for place, (one, other) in enumerate(pairwise(numbers)):
        if _is_change(text, one, other):
            ahead = bool(
                _AHEAD.search(_LAST_CLAUSE.sub("", words[place][: one.span.start - (0, *bounds)[place]]))
            )
            changes.add(place)
            eras[place] |= {THEN, NOW} if ahead else {THEN}
            eras[place + 1] |= {PLANNED} if ahead else {NOW}
            origins |= set() if ahead else {place}
        elif one.percent != other.percent or not _set_apart(text, other, eras, place):
            continue
        paired |= {place, place + 1}
    years = _read_years(words, numbers, (0, *bounds), changes)
    for place, whole in _find_parts(plain, numbers):
        eras[place] = eras[place] or eras[whole]
        years[place] = years[place] or years[whole]
    return tuple(
        TimedValue(
            number.span,
            frozenset(eras[place]),
            years[place],
            place in paired,
            place in origins,
        )
        for place, number in enumerate(numbers)
    )


def _find_parts(plain: str, numbers: Sequence[Quantity]) -> Iterator[tuple[int, int]]:
    """Give the parts of a value, "waarvan 1 miljoen voor de haven", each with the value it is a part of."""
    for mark in PARTS.finditer(plain):
        stop = plain.find(";", mark.end())
        before = [place for place, one in enumerate(numbers) if one.span.end <= mark.start()]
        for place, one in enumerate(numbers):
            if before and mark.end() <= one.span.start and (stop < 0 or one.span.start < stop):
                yield place, before[-1]


def _part_changes(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Give the quantities with each one apart that something went from and to: "opgelopen van 12 tot 18 miljoen euro"."""
    found: list[Quantity] = []
    for one in quantities:
        link = _UP_TO.search(text, one.number.end, one.span.end)
        before = max(0, one.span.start - _BACK)
        if link is None or not (
            _GREW_BEFORE.search(text, before, one.span.start)
            or (_FROM.search(text, before, one.span.start) and _GREW_BEHIND.match(text, one.span.end))
        ):
            found.append(one)
            continue
        last = Span(link.end(), one.span.end)
        found.append(replace(one, span=Span(one.span.start, link.start()), following=()))
        found.append(replace(one, span=last, number=last))
    return found


def _read_years(
    words: Sequence[str], numbers: Sequence[Quantity], starts: Sequence[int], changes: Container[int]
) -> list[frozenset[str]]:
    """Give the years in the own words of each value; one before a change is that of what came of it.

    "In 2019 ging het van 3 naar 5"; of two the later one: "tussen 2016 en 2019".
    """
    bare = [THAN.sub(" ", own) for own in words]
    years = [set(YEAR.findall(own)) | find_spells(own) for own in bare]
    for place in range(len(words) - 1):
        if place in changes:
            before = sorted(set(YEAR.findall(words[place][: numbers[place].span.start - starts[place]])))
            years[place + 1] |= set(before[-1:])
            years[place] -= set(before[-1:])
    return [frozenset(found) for found in years]


def find_spells(plain: str) -> set[str]:
    """Give the spells of years that a text names as one, such as a school year: "2022-2023"."""
    return {
        f"{match['first']}-{match['century'] or match['first'][:2]}{match['last']}"
        for match in _SPELL.finditer(plain)
    }


def _find_mark(plain: str, start: int, end: int) -> int:
    """Give where the words of the second of two values begin."""
    for match in _MARK.finditer(plain, start, end):
        if match["mark"] is not None:
            return match.start()
    return end


def _read_own(words: str, number: Quantity, start: int) -> set[str]:
    """Give what the own words of a value, which begin at `start`, tell that it is of."""
    if _CHANGE.match(words, number.span.end - start):
        return {CHANGE}
    bare = THAN.sub(" ", words)
    told = {era for era, pattern in WORDS.items() if pattern.search(bare)}
    return {era for era in told if OPPOSITE[era] not in told}


def _is_change(text: str, one: Quantity, other: Quantity) -> bool:
    """Tell whether something went from the one value to the other: "van 16 naar 13 minuten"."""
    alike = other.percent or not one.percent
    return (
        alike
        and _FROM.search(text, max(0, one.span.start - _BACK), one.span.start) is not None
        and (
            _TO.fullmatch(text, one.span.end, other.number.start)
            or _UP_TO.fullmatch(text, one.span.end, other.number.start)
        )
        is not None
    )


def _set_apart(text: str, other: Quantity, eras: Sequence[set[str]], place: int) -> bool:
    """Mark a value and the other one behind it where they are set against each other, and tell whether they are."""
    if CHANGE in eras[place] | eras[place + 1]:
        return False
    start = other.span.start
    first = max(0, start - _BACK)
    now, then = place, place + 1
    if _AGAINST.search(text, first, start):
        now, then = (then, now) if NOW in eras[then] else (now, then)
    elif _INSTEAD.search(text, first, start):
        eras[then].add(PLANNED)
    elif not _WAS.search(text, first, start):
        return False
    if THEN not in eras[now]:
        eras[now].add(NOW)
    eras[then].discard(NOW)
    eras[then].add(THEN)
    return True
