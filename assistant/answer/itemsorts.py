"""Lists of another sort than is asked: persons are no countries, and towns are no companies."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.cues import PERSON_NOUNS
from assistant.answer.evidence import Unit
from assistant.answer.finders.levels import PLACE_LEVELS
from assistant.answer.names import find_names
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.dutch import stem as stem_word
from assistant.types import ExtractKind

_PLACES = (
    "land",
    "landen",
    "gemeente",
    "gemeenten",
    "stad",
    "steden",
    "provincie",
    "provincies",
    "regio",
    "regio's",
    "dorpen",
)
_BODIES = frozenset("bedrijf bedrijven onderneming ondernemingen firma's start-ups scale-ups".split())
"""Companies; of a "havenbedrijf" the name may be that of its town."""
_PERSONS = frozenset(map(stem_word, (*PERSON_NOUNS, "mensen", "personen")))


def is_of_other_sort(question: Question, items: Sequence[str], units: Sequence[Unit]) -> bool:
    """Tell whether at least half of the items, which stand in some units, are surely of another sort than is asked."""
    asked = fold(question.asked or "")
    places = asked in PLACE_LEVELS or asked.endswith(_PLACES)
    bodies = asked in _BODIES
    persons = not places and not bodies and stem_word(asked) in _PERSONS
    if not items or not (places or bodies or persons):
        return False
    people = _people_of(units) if places or bodies else frozenset()
    regions = _regions_of(units) if persons or bodies else frozenset()
    # "Els Mol, schepen" is a person too.
    wrong = sum(item in regions or any(map(item.__contains__, people)) for item in map(fold, items))
    return 2 * wrong >= len(items)


def _people_of(units: Sequence[Unit]) -> frozenset[str]:
    """Give the persons with a first name and a surname whom units name."""
    return frozenset(
        fold(name.text)
        for unit in units
        for name in find_names(unit.reading, unit.span)
        if name.kind == "person" and " " in name.text
    )


def _regions_of(units: Sequence[Unit]) -> frozenset[str]:
    """Give the places that units name."""
    return frozenset(
        fold(fact.text) for unit in units for fact in unit.reading.facts_in(unit.span, ExtractKind.REGION)
    )
