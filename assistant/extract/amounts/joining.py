"""Figures that belong together: "2 tot 3 miljoen euro", "van 1.500 naar 2.900", "10 à 15%".

A scale or a unit that stands behind the last figure holds for the first one too. "en" joins only
behind "tussen"; figures that merely share a unit ("respectievelijk 2 en 4 miljoen euro") stay apart.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Final

from assistant.extract.amounts.changes import find_change, is_after_from, is_same_change
from assistant.extract.amounts.figures import UNIT_WORDS, Figure, lower, read_figure
from assistant.extract.amounts.nouns import Noun, read_counted
from assistant.extract.amounts.numerals import NUMERALS
from assistant.extract.amounts.vocabulary import LEAST, MODIFIERS, SHARE_UNITS
from assistant.extract.dates.words import MONTHS
from assistant.extract.source import Source

_DASHES: Final = frozenset("-–—")
_UP_TO: Final = frozenset(("à", "á", "a", "tot", "t"))
_BACK: Final = 8
"""Words before a figure among which a verb of change is looked for."""
_CHANGES: Final = tuple(
    "stijg steeg steg gesteg daal gedaal groei gegroei verhoog verhogen verlaag verlagen opgetrokken optrek "
    "toegenomen neemt nam afgenomen loopt liep opgelopen uitgebreid uitbreid teruggebracht terugbreng "
    "gezakt zakt zakken verdubbel vermeerder verminder toename afname verhoging verlaging".split()
)
"""How words begin that tell of a change ("verhoogd van 5 tot 8 miljoen euro")."""
_BELOW_SCALE: Final = 1000
"""A figure below this takes over the scale of the one behind it ("van 3 naar 5 miljoen")."""
_LISTED: Final = 6
"""Most figures that share a unit."""
_AHEAD: Final = 48
"""Words in which so many figures end, each of at most eight words."""
_DATED: Final = frozenset("in per sinds vanaf begin eind medio jaar sedert".split())
"""Words right before a year that is when something was."""
_MOST: Final = frozenset(("maximaal", "maximum", "hoogstens", "hooguit", "max"))
_SHARED: Final = frozenset(("respectievelijk", "resp", "respectieve", "vervolgens"))


@dataclass(frozen=True, slots=True)
class Quantity:
    """One or two figures with their value in whole units; `unit` is None for a bare number.

    `upper` closes a range, `origin` is the value before a change; `first` and `next` are places in the
    words, `start` and `end` offsets. `noun` is what it counts where that does not follow the last figure.
    """

    value: float
    start: int
    end: int
    first: int
    next: int
    last: Figure
    unit: str | None = None
    upper: float | None = None
    origin: float | None = None
    bounded: bool = False
    noun: Noun | None = None


def make_quantity(figure: Figure, unit: str | None = None, factor: float | None = None) -> Quantity:
    """Give what one figure says, with the unit and scale of another where it shares them."""
    return Quantity(
        figure.value(factor),
        figure.start,
        figure.end,
        figure.first,
        figure.next,
        figure,
        unit or figure.unit,
        figure.upper(factor),
    )


def read_quantities(source: Source, index: int, floor: int) -> list[Quantity]:
    """Give the quantity that begins with the number at word `index`, and those that share its unit."""
    figure = read_figure(source, index, floor)
    if figure is None:
        return []
    joint, place = _read_joint(source, figure)
    if not joint:
        return _read_change(source, figure) or [make_quantity(figure)]
    other = _read_other(source, place, joint)
    if other is None:
        return [make_quantity(figure)]
    if joint == "range":
        joined = _join_range(source, figure, other)
    elif joint == "change":
        joined = _join_change(source, figure, other)
    else:
        return _join_list(source, figure, other, joint)
    return [joined] if joined else [make_quantity(figure)]


def _read_change(source: Source, figure: Figure) -> list[Quantity]:
    """Read "van 45.000 bezoekers in 2010 naar 770.000" as two quantities; empty when it is no change.

    What only one of them is followed by, both count.
    """
    found = find_change(source, figure)
    other = _read_other(source, found[1], "change") if found else None
    if found is None or other is None or not is_same_change(source, found[0], other):
        return []
    joined = _join_change(source, figure, other)
    if joined is None:
        return []
    noun = None if joined.unit else read_counted(source, other.next)
    first = make_quantity(figure, joined.unit, _factor(figure, other))
    first = replace(first, noun=None if found[0] else noun)
    return [first, replace(joined, start=other.start, first=other.first, noun=None if noun else found[0])]


def _read_other(source: Source, place: int, joint: str) -> Figure | None:
    """Give the figure behind a joining word; before the end of a change a modifier may stand."""
    floor = place
    if joint == "change":
        for length in (2, 1):
            words = [lower(source, place + offset) for offset in range(length)]
            if " ".join(words) in MODIFIERS or words in (["de"], ["een"]):
                place += length
                break
    for skip in range(3):
        if place + skip < len(source.words) and (other := read_figure(source, place + skip, floor)):
            return other if other.start == source.starts[place] else None
    return None


def _read_joint(source: Source, figure: Figure) -> tuple[str, int]:
    """Give how the figure is joined to the next one ("range", "change", "and", "or") and where that is."""
    place = figure.next
    word = lower(source, place)
    if figure.high is not None or not word:
        return "", place
    if word in _DASHES:
        return "range", place + 1
    if word in _UP_TO:
        return _read_up_to(source, figure, place, word)
    if word == "naar":
        return "change", place + 1
    if word == "en" and (most := _skip_most(source, place + 1)) and _is_after_least(source, figure):
        return "range", most
    if word == "en":
        between = {lower(source, figure.first - back) for back in range(1, 4)} if figure.first else set()
        return ("range" if "tussen" in between else "and"), place + 1
    if word in ("of", ",", "dan"):
        return {"of": "or", ",": "and"}.get(word, ""), place + 1
    return "", place


def _skip_most(source: Source, place: int) -> int:
    """Give the place behind "maximaal" or "ten hoogste"; 0 where neither stands."""
    if lower(source, place) in _MOST:
        return place + 2 if lower(source, place + 1) == "." else place + 1
    return place + 2 if lower(source, place) == "ten" and lower(source, place + 1) == "hoogste" else 0


def _is_after_least(source: Source, figure: Figure) -> bool:
    """Tell whether "minimaal" or "ten minste" stands before a figure and its currency."""
    place = bisect_left(source.starts, figure.start) - 1
    if lower(source, place) == "." and lower(source, place - 1) == "min":
        return True
    least = lower(source, place)
    return least in LEAST or (least == "minste" and lower(source, place - 1) == "ten")


def _read_up_to(source: Source, figure: Figure, place: int, word: str) -> tuple[str, int]:
    if word == "t":
        slashed = source.word(place + 1) == "/" and lower(source, place + 2) == "m"
        return ("range", place + 3) if slashed else ("", place)
    if word == "tot" and lower(source, place + 1) == "en" and lower(source, place + 2) == "met":
        return "range", place + 3
    return _read_until(source, figure) if word == "tot" else "range", place + 1


def _read_until(source: Source, figure: Figure) -> str:
    """Tell "van 5 tot 8 miljoen" (a range, or a change behind "stijgt") from "met 5% tot 30%" (neither)."""
    begin = max(0, figure.first - _BACK)
    before = [lower(source, place) for place in range(begin, figure.first)]
    if "met" in before[-2:]:
        return ""
    rises = "van" in before[-3:] and any(word.startswith(_CHANGES) for word in before)
    return "change" if rises else "range"


def _factor(figure: Figure, other: Figure) -> float:
    """Give the scale of the first figure, which may be that of the second."""
    alike = figure.factor == 1.0 and other.factor > 1.0 and abs(figure.raw) < _BELOW_SCALE
    ordered = figure.unit is None or figure.raw < other.raw
    return other.factor if alike and ordered else figure.factor


def _join_range(source: Source, figure: Figure, other: Figure) -> Quantity | None:
    unit = other.unit or figure.unit
    if figure.unit not in (None, unit) or lower(source, other.next) in MONTHS or _is_dated(source, figure):
        return None
    # "€ 2 tot 3 miljoen" is a range; "5% tot 10 bedrijven" and "€ 500 tot 2030" are none.
    loose = other.unit is None and (other.numeral.year or other.signed or figure.unit in SHARE_UNITS)
    factor = _factor(figure, other)
    low, high = figure.value(factor), other.value()
    if loose or high <= low:
        return None
    return Quantity(
        low, figure.start, other.end, figure.first, other.next, other, unit, upper=high, bounded=True
    )


def _is_dated(source: Source, figure: Figure) -> bool:
    """Tell whether a figure is the year of a date: "verhoogd in 2031 tot 28 miljoen", "op 1 mei 2034 tot 75.000 euro"."""
    before = lower(source, figure.first - 1)
    return figure.unit is None and figure.numeral.year and (before in MONTHS or before in _DATED)


def _join_change(source: Source, figure: Figure, other: Figure) -> Quantity | None:
    """Read "van 5% naar 10%"; without "van" both figures need a unit."""
    unit = other.unit or figure.unit
    if figure.unit not in (None, unit) or (other.unit is None and figure.unit is not None):
        return None
    if not is_after_from(source, figure) and not (figure.unit and other.unit):
        return None
    if unit is None and (figure.numeral.year or other.numeral.year):
        return None
    return Quantity(
        other.value(),
        figure.start,
        other.end,
        figure.first,
        other.next,
        other,
        unit,
        origin=figure.value(_factor(figure, other)),
        bounded=True,
    )


def _join_list(source: Source, figure: Figure, other: Figure, joint: str) -> list[Quantity]:
    """Read "twee of drie" (a range), and "respectievelijk 2 en 4 miljoen euro" as two quantities."""
    alone = [make_quantity(figure)]
    if not _is_plain(figure):
        return alone
    factor = _factor(figure, other)
    if joint == "or" and other.raw == figure.raw + 1 and other.raw <= 20:
        low = figure.value(factor)
        span = (figure.start, other.end, figure.first, other.next)
        return [Quantity(low, *span, other, other.unit, upper=other.value(), bounded=True)]
    if not _has_unit_ahead(source, other.first):
        return alone
    figures = _list_figures(source, figure, other)
    last = figures.pop()
    if last.unit is None or not _is_shared(source, figure, last):
        return alone
    return [*(make_quantity(item, last.unit, _factor(item, last)) for item in figures), make_quantity(last)]


def _is_plain(figure: Figure) -> bool:
    """Tell whether a figure is a number alone, to which the unit of another may belong."""
    bare = figure.unit is None and not figure.suffix and figure.factor == 1.0 and not figure.signed
    return bare and not figure.numeral.year and not figure.numeral.dotted


def _has_unit_ahead(source: Source, first: int) -> bool:
    """Tell at once whether any figure of an enumeration from word `first` on can have a unit."""
    words = source.plain[max(0, first - 2) : first + _AHEAD]
    if not UNIT_WORDS.isdisjoint(map(str.lower, words)):
        return True
    return any(numeral is not None and numeral.suffix for numeral in map(NUMERALS.__getitem__, words))


def _list_figures(source: Source, figure: Figure, other: Figure) -> list[Figure]:
    """Give the figures of an enumeration, up to the one that has a unit."""
    figures = [figure, other]
    while _is_plain(figures[-1]) and len(figures) < _LISTED:
        joint, place = _read_joint(source, figures[-1])
        following = _read_other(source, place, joint) if joint in ("and", "or") else None
        if following is None:
            break
        figures.append(following)
    return figures


def _is_shared(source: Source, figure: Figure, other: Figure) -> bool:
    """Tell whether the unit of the second figure is the first one's too."""
    if other.start != source.starts[other.first]:
        return False
    around = [lower(source, place) for place in range(max(0, figure.first - 4), figure.first)]
    around += [lower(source, place) for place in range(other.next, other.next + 3)]
    if not _SHARED.isdisjoint(around):
        return True
    return not figure.raw.is_integer() and figure.numeral.digits
