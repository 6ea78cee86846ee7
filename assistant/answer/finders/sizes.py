"""Sizes in the unit that is asked for: "14 meter breed" for "hoe breed", never the length or the weight beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.finders.eras import part_values, weigh_time
from assistant.answer.question import Question
from assistant.answer.sizewords import read_size, unit_pattern
from assistant.dutch import fold
from assistant.types import BlockKind, Span

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


def find_asked_sizes(question: Question, unit: Unit) -> list[Candidate] | None:
    """Give the sizes of a unit that a question asks for, of the time it asks; None where any other number may answer."""
    size = read_size(fold(question.text)) if question.asked is None else None
    if size is None or unit.reading.blocks.is_kind(unit.block, BlockKind.ROW):
        return None
    fits = {one.span: one.fit for one in find_sizes(*size, unit)}
    if not fits and size[0] == _LOOSE:
        return None
    return [
        replace(one, fit=fits.get(one.span, _MARKED) * weigh_time(question, unit, one.span))
        for one in part_values(question, unit, fits)
    ]


_LOOSE = "groot"
"""What may also be told without a unit of surface: how many people live there."""


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
