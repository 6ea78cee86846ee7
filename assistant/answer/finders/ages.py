"""How old somebody must be, may be or is: "vanaf 18 jaar", "65-plussers", not "sinds tien jaar"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate, find_pattern
from assistant.dutch import fold

_ASKED = re.compile(
    r"\b(?:welke|wat is de|wat was de|hoe hoog is de|hoe hoog ligt de) \w*leeftijd(?:sgrens)?\b"
)
_SPOKEN_OF = re.compile(
    r"leeftijd|jarige|\b(?:oud|oudere?n?|jong|jonger|kind(?:eren)?|jongeren|baby|peuters?|kleuters?|leerlingen|senioren|"
    r"volwassenen?|minderjarigen?|meerderjarigen?|geboren|pensioen|pensioengerechtigd|plussers?)\b",
    re.IGNORECASE,
)
"""Words without which a number of years is no age."""
_PERSONS = re.compile(
    r"\b(?:(?:ten minste|minstens|hoogstens) )?\d{1,3}-?(?:jarigen?|plussers?|plus)\b", re.IGNORECASE
)
_OLD_ASKED = re.compile(r"\bhoe (?:oud|jong)\b")
_LEAST_ASKED = re.compile(r"\bhoe (?:oud|jong) moet\w*\b")
"""What asks from which age on: "jonger dan" tells who may not."""
_SPAN = (
    r"(?P<age>(?:(?:een |één )?half |anderhalf )jaar|(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|"
    r"achttien|\d{1,3}) (?:dag(?:en)?|we(?:ek|ken)|maand(?:en)?))"
)
_LIMITS = (
    re.compile(rf"\b(?:ouder|jonger)(?: (?:is|zijn|was|waren|mag|mogen))? dan {_SPAN}\b", re.IGNORECASE),
    re.compile(rf"\b{_SPAN} oud\b", re.IGNORECASE),
)
"""The age that a paper or a person may have, where it is not told in whole years: "niet ouder dan een half jaar"."""


def asks_age(text: str) -> bool:
    """Tell whether a question asks how old somebody is: "vanaf welke leeftijd", "wat is de leeftijdsgrens"."""
    return bool(_ASKED.search(fold(text)))


def speaks_of_age(unit: Unit) -> bool:
    """Tell whether the years of a unit can be those of a person's life."""
    return bool(_SPOKEN_OF.search(unit.text))


def find_ages(text: str, unit: Unit) -> Iterator[Candidate]:
    """Give ages without the word "jaar" ("12-jarigen"); asked how old something may be, those below a year too."""
    if asks_age(text):
        yield from find_pattern(unit, _PERSONS, 0, 0.9)
    if _OLD_ASKED.search(fold(text)):
        for form in _LIMITS[1:] if _LEAST_ASKED.search(fold(text)) else _LIMITS:
            yield from find_pattern(unit, form, "age", 1.0)
