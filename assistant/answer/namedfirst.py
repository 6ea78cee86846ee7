"""A name of the question: a sentence with an answer near which it stands goes before one near which it does not.

"Wie kreeg mandaat over KADE-subsidies?" is not answered by "De minister verleent aan het bestuur mandaat" of a decree in
which the KADE does not occur, while a sentence close behind it names both.
"""

from __future__ import annotations

from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher

_ABSENT, _HELD = 0.3, 0.5
"""The strengths below which a name is not said around a sentence, and from which it is."""
_LOOK, _NEAR_BEST, _FIT = 20, 1.0, 0.2
"""Sentences looked through, how far below the first one they may score, and their least fit."""


def prefer_named(units: list[Unit], matcher: Matcher) -> None:
    """Put first the best short answer near which the names stand that are nowhere near the first one's."""
    if not units or units[0].short is None:
        return
    top = units[0]
    absent = [
        place
        for place, term in enumerate(matcher.terms)
        if term.kind == "name" and top.close[place] < _ABSENT
    ]
    for unit in units[1:_LOOK] if absent else ():
        if unit.score < top.score - _NEAR_BEST:
            return
        if (
            not unit.lacks
            and unit.short is not None
            and unit.fit >= _FIT
            and all(unit.close[at] >= _HELD for at in absent)
        ):
            unit.score = top.score
            units.remove(unit)
            units.insert(0, unit)
            return
