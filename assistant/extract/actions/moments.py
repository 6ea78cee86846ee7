"""Which dates can be the moment of a happening, by their value and the words right before them."""

from __future__ import annotations

from datetime import date

from assistant.extract.source import Source
from assistant.types import DateValue, Extract

YEAR_DAYS, MONTH_DAYS, STRETCH_DAYS = 366, 31, 10
"""Longest dates that count as a moment: a year, a month, and several days given as a range."""
AT, TURN, ATTRIBUTE = "at", "turn", "attribute"
"""A moment: of what happens at it, of what is so from then on, or of the noun before it ("van mei 2020")."""

_STEPS = frozenset("op de het circa rond omstreeks ongeveer dag datum eerste laatste".split())
"""What may stand between a preposition and its date."""
_BOUNDS = frozenset(
    """sinds sedert vóór uiterlijk tegen tot t/m periode voor na geldig versie peildatum stand situatie minstens tenminste
    tussen binnen gedurende volgens nr ( / - – „ “ «""".split()
)
"""Before these a date is a deadline, a bound, a part of a period or a reference."""
_PLANNED = frozenset("gepland voorzien ingepland vastgelegd".split())
_STATED = frozenset(
    "capaciteit toestand waarde waarden prijzen prijspeil niveau stand situatie bevolking".split()
)
"""What is so "op 1 januari": the date belongs to it."""
_IN_YEAR = frozenset(
    """in eind einde begin medio van jaar voorjaar najaar zomer winter herfst lente kwartaal zomer halverwege vanaf per
    , tijdens""".split()
)
"""Before these a bare year is a moment and no part of a name ("het convenant 2020")."""
_OF = frozenset("van d.d. dd gedateerd dd. uit".split())


def count_days(value: DateValue) -> int:
    """Give how many days a date covers; a day without a year is one, and a month without a year a month."""
    if value.earliest is None or value.latest is None:
        return 1 if value.edtf and value.edtf[-2:].isdigit() and len(value.edtf) == 10 else MONTH_DAYS
    if value.earliest == value.latest:
        return 1
    return (date.fromisoformat(value.latest) - date.fromisoformat(value.earliest)).days + 1


def weigh_moment(extract: Extract, days: int, source: Source, first: int, start: int) -> str | None:
    """Tell what a date of so many days is the moment of; None when of nothing.

    `first` is its first word and `start` the first one of its sentence.
    """
    value = extract.value
    if not isinstance(value, DateValue) or value.edtf is None or ".." in value.edtf or days > YEAR_DAYS:
        return None
    place, words = first - 1, source.plain
    while place > start and (words[place].lower() in _STEPS or words[place].endswith("dag")):
        place -= 1
    lead = words[place].lower() if place >= start else ""
    before = words[place - 1].lower() if place > start else ""
    if value.role in ("deadline", "end") or lead in _BOUNDS:
        return AT if before in _PLANNED and lead in ("voor", "tegen") else None
    if (lead, before) in (("met", "en"), ("m", "/"), ("van", "opzichte")) or "kamerstuk" in lead:
        return None
    if lead in ("vanaf", "per") or (lead, before) == ("van", "ingang"):
        return TURN if days == 1 else None
    if (lead, before) in (("van", "loop"), ("van", "begin"), ("van", "eind"), ("van", "einde")):
        return AT
    if (lead in _OF and place > start) or (lead, before) == (".", "d"):
        return ATTRIBUTE
    if lead and days > STRETCH_DAYS and extract.text.lower().startswith("van "):
        return None
    if (
        place == first - 1
        and days > MONTH_DAYS
        and lead
        and extract.text[0].isdigit()
        and lead not in _IN_YEAR
    ):
        return None
    stated = place < first - 1 and words[first - 1].lower() == "op" and lead in _STATED
    return None if stated else AT
