"""Changes: what a number was before, "van 1.500 naar 2.900 plaatsen", "van € 19 miljard in 2018 naar € 43 miljard".

Between the first figure and "naar" may stand what is counted and a year; then there are two facts,
the second with the first as its origin. Where both figures count something it is the same thing:
"een verhuizing van 45 medewerkers naar 3 locaties" is no change.
"""

from __future__ import annotations

from typing import Final

from assistant.extract.amounts.figures import Figure, lower
from assistant.extract.amounts.nouns import Noun, read_counted
from assistant.extract.amounts.numerals import NUMERALS
from assistant.extract.source import Source

_IN: Final = frozenset(("in", "per", "eind", "begin", "anno", "("))
"""Words before the year in which a number was so."""
FROM: Final = frozenset(("van", "vanaf"))
_BACK: Final = 4
"""Words before a figure among which "van" stands."""


def is_after_from(source: Source, figure: Figure) -> bool:
    """Tell whether "van" stands shortly before a figure."""
    return any(lower(source, figure.first - back) in FROM for back in range(1, _BACK + 1))


def find_change(source: Source, figure: Figure) -> tuple[Noun | None, int] | None:
    """Give what the figure counts and the place behind the "naar" that comes after it and its year.

    None where nothing stands between ("van 5 naar 10"), or something else does.
    """
    if not is_after_from(source, figure) or figure.numeral.year:
        return None
    noun = read_counted(source, figure.next) if figure.unit is None and not figure.suffix else None
    place = _skip_year(source, noun.next if noun else figure.next)
    if place == figure.next or lower(source, place) != "naar":
        return None
    return noun, place + 1


def _skip_year(source: Source, place: int) -> int:
    """Give the place behind "in 2018" or "(2018)"."""
    word = lower(source, place)
    year = NUMERALS[source.plain[place + 1]] if word in _IN and place + 1 < len(source.plain) else None
    if year is None or not year.year or (word == "(" and source.word(place + 2) != ")"):
        return place
    return place + (3 if word == "(" else 2)


def is_same_change(source: Source, noun: Noun | None, other: Figure) -> bool:
    """Tell whether the second figure of a change can count what the first one counts."""
    if noun is None:
        return True
    if other.unit is not None or other.suffix:
        return False
    behind = read_counted(source, other.next)
    return behind is None or behind.head == noun.head
