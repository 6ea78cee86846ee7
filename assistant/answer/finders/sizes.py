"""Sizes in the unit that is asked for: "14 meter breed" for "hoe breed", never the length or the weight beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.sizewords import unit_pattern
from assistant.types import Span

_NUMBER = (
    r"(?<![\w.,/€-])(?:(?:meer dan|minder dan|ruim|circa|ca\.|ongeveer|zo'n|bijna|minstens|minimaal|maximaal|hoogstens|ten minste|"
    r"ten hoogste|hooguit) )?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
    r"(?:(?: (?:à|tot|of) |[-–])\d+(?:,\d+)?)?(?: (?:miljoen|duizend))?|\b(?:een|één|anderhalve|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf)"
)
_MARKS = {
    "hoog": r"hoog|hoge|[a-z]*hoogtes?|hoger|hoogst\w*|op ?hog\w*|verho\w+|opgeho\w+",
    "breed": r"breed|brede|[a-z]*breedtes?|breder|smal|smalle|verbre\w+",
    "lang": r"lang|lange|[a-z]*lengtes?|langer|verleng\w*|traject|tracé|afgelegd",
    "diep": r"diep|diepe|[a-z]*dieptes?|dieper|verdiep\w*|uitgediept",
    "dik": r"dik|dikke|[a-z]*diktes?|dikker",
    "ver": r"[a-z]*afstand(?:en)?|verwijderd|vandaan|uit elkaar|van elkaar",
    "other": r"diameter|doorsnede|omtrek|straal",
}
"""How a text says which of the sizes of a thing a length is."""
_MARK = re.compile("|".join(rf"\b(?P<{name}>(?:{words})\b)" for name, words in _MARKS.items()), re.IGNORECASE)
_BEHIND = re.compile(
    r"[ -](?:\w+ )?(?:(?P<hoog>hoge?\b|hoog\b)|(?P<breed>brede?\b|breed\b|smalle?\b)|(?P<lang>lange?\b)|(?P<diep>diepe?\b)|"
    r"(?P<dik>dikke\b|dik\b)|(?P<ver>verwijderd\b|afstand\b|verder\b|verderop\b))"
    r"|(?P<away> (?:van|vanaf) (?:de|het|een|elkaar|[A-Z]))"
)
_BREAK = re.compile(r"[;:(]|\. |, | (?:en|maar|terwijl) ")
_LOOK_BACK = 70
_LENGTHS = ("length", "distance")
_MARKED, _UNMARKED = 1.0, 0.75
"""The fit of a length that is told to be the asked one, and of one of which that is not told."""


@cache
def _pattern(sort: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_NUMBER})[ -]?(?:{unit_pattern(sort)})")


def find_sizes(how: str, sort: str, unit: Unit) -> Iterator[Candidate]:
    """Give the sizes of a unit in the sort that is asked for, without those that are told to be another size."""
    edge = 0
    for found in _pattern(sort).finditer(unit.text):
        own = _read_mark(unit.text, found.start(), found.end(), edge) if sort in _LENGTHS else how
        edge = found.end()
        if own is None or own == how:
            span = Span(found.start(), found.end()).shift(unit.span.start)
            yield Candidate(span, _MARKED if own else _UNMARKED)


def _read_mark(text: str, start: int, end: int, edge: int) -> str | None:
    """Give which size of a thing a length is, by the word behind it or else the last one before it in its clause."""
    behind = _BEHIND.match(text, end)
    if behind is not None and behind["away"] is None:
        return behind.lastgroup
    begin = max(edge, start - _LOOK_BACK)
    begin = max([begin, *(found.end() for found in _BREAK.finditer(text, begin, start))])
    marks = list(_MARK.finditer(text, begin, start))
    if marks:
        return marks[-1].lastgroup
    return "ver" if behind is not None else None
