"""Which dates can be the moment of a happening, by their value and the words right before them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date
from functools import lru_cache

from assistant.extract.source import Source
from assistant.types import DateValue, Extract

YEAR_DAYS, MONTH_DAYS, STRETCH_DAYS = 366, 31, 10
"""Longest dates that count as a moment: a year, a month, and several days given as a range."""
AT, TURN, ATTRIBUTE = "at", "turn", "attribute"
"""A moment: of what happens at it, of what is so from then on, or of the noun before it ("van mei 2020")."""

_STEPS = frozenset("de het circa rond omstreeks ongeveer dag datum eerste laatste maand jaar".split())
"""What may stand between a preposition and its date."""
_ARTICLES = frozenset("de het een".split())
_INFLECTED = re.compile(r"[a-zà-ÿ]{3,}(?:de|te|en)")
"""The participle of "de per 1 mei ingevoerde korting"."""
_BOUNDS = frozenset(
    """sinds sedert vóór uiterlijk tegen tot t/m periode voor na geldig versie peildatum stand situatie minstens tenminste peildata
    tussen binnen gedurende volgens over uit nr / - – „ “ «""".split()
)
"""Before these a date is a deadline, a bound, a part of a period or a reference."""
_PAIRS = frozenset((("en", "met"), ("/", "m"), ("opzichte", "van"), ("tot", "in"), ("tot", "aan")))
"""The same of two words: "tot en met", "t/m", "ten opzichte van", "tot in"."""
_PLANNED = frozenset("gepland voorzien ingepland vastgelegd".split())
_STATED = frozenset(
    "capaciteit toestand waarde waarden prijzen prijspeil niveau stand situatie bevolking".split()
)
"""What is so "op 1 januari": the date belongs to it."""
_IN_YEAR = frozenset(
    """in eind einde begin medio van jaar voorjaar najaar zomer winter herfst lente kwartaal halverwege vanaf per
    , tijdens maand jaar""".split()
)
"""Before these a bare year is a moment and no part of a name ("het convenant 2020")."""
_OF = frozenset("van d.d. dd gedateerd dd. (".split())
_FROM = ("vanaf ", "met ingang ", "per ")
_PARTS = frozenset("loop begin eind einde".split())
"""What a date with "van" is a part of: "in de loop van 2024"."""


def count_days(value: DateValue) -> int:
    """Give how many days a date covers; a day without a year is one, and a month without a year a month."""
    if value.earliest is None or value.latest is None:
        return 1 if value.edtf and value.edtf[-2:].isdigit() and len(value.edtf) == 10 else MONTH_DAYS
    if value.earliest == value.latest:
        return 1
    return _count_between(value.earliest, value.latest)


@lru_cache(maxsize=10_000)
def _count_between(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1


def read_moment(extract: Extract) -> DateValue | None:
    """Give the date itself, of "vanaf 1 mei 2020" the day that it begins with; None when it is no moment."""
    value = extract.value
    if not isinstance(value, DateValue) or value.edtf is None:
        return None
    if ".." not in value.edtf:
        return value
    day = value.earliest
    if day is None or value.edtf != f"{day}/.." or not extract.text.lower().startswith(_FROM):
        return None
    return replace(value, edtf=day, latest=day)


def weigh_moment(
    extract: Extract, value: DateValue, days: int, source: Source, first: int, start: int
) -> str | None:
    """Tell what a date of so many days is the moment of; None when of nothing.

    `value` is as `read_moment` gives it, `first` its first word and `start` the first one of its sentence.
    """
    if value is not extract.value:
        return TURN
    before, lead, near = _read_lead(source.plain, first, start)
    if value.role == "deadline" or lead in _BOUNDS or (value.role == "end" and near != "op"):
        return AT if before in _PLANNED and lead in ("voor", "tegen") else None
    if (before, lead) in _PAIRS or "kamerstuk" in lead or (near == "op" and lead in _STATED):
        return None
    if _is_enclosed(extract, source, before if lead == near else "", near):
        return None
    if lead in ("vanaf", "per") or (before, lead) == ("ingang", "van"):
        return TURN if days == 1 else None
    if (lead in _OF and before) or (before, lead) == ("d", "."):
        return AT if lead == "van" and before in _PARTS else ATTRIBUTE
    return None if _names(extract, days, near) else AT


def _is_enclosed(extract: Extract, source: Source, before: str, near: str) -> bool:
    """Tell a date inside "de per 1 mei ingevoerde korting", and one between commas, from that of a clause."""
    behind = source.word(bisect_left(source.starts, extract.span.end))
    if near == ",":
        return behind == ","
    return before in _ARTICLES and near not in _OF and _INFLECTED.fullmatch(behind) is not None


def _read_lead(words: list[str], first: int, start: int) -> tuple[str, str, str]:
    """Give the two words that say what a date is the moment of, and the preposition right before it.

    Articles and days of the week are passed over, and so is "op" where no article stands before it.
    """
    place = first - 1
    while place > start and (words[place].lower() in _STEPS or words[place].endswith("dag")):
        place -= 1
    near = words[place].lower() if place >= start else ""
    before = words[place - 1].lower() if place > start else ""
    if near == "op" and before not in _ARTICLES and place > start:
        return (words[place - 2].lower() if place - 1 > start else ""), before, near
    return before, near, near


def _names(extract: Extract, days: int, near: str) -> bool:
    """Tell whether a long date is part of a name ("het convenant 2020") or the period of something."""
    if days <= STRETCH_DAYS or not near:
        return False
    bare = days > MONTH_DAYS and extract.text[0].isdigit() and near not in _IN_YEAR
    return bare or extract.text.lower().startswith("van ")
