"""Whether words are a date at all: a bare number of four digits a year, a weekday one day.

A year stands behind a word that asks for a moment, or lies in the years that policy texts speak of
and is not counted, paid, addressed or numbered.
"""

from __future__ import annotations

import re

from assistant.extract.dates.points import Point
from assistant.extract.dates.reader import Reader

LIKELY = range(1900, 2101)
"""Years that need no word before them; other numbers up to 2199 need one of `_CUES`."""
_FARTHEST = 2050
"""Later numbers alone in the cell of a table count something else."""
_CUES = frozenset(
    "in sinds sedert vanaf tot uit van voor vóór na tegen jaar jaren begin eind einde medio half najaar voorjaar "
    "zomer winter herfst lente tussen en per over anno rond omstreeks beginjaar eindejaar kanteljaar horizon editie "
    "begroting jaarverslag jaarplan jaarrekening jaarrapport kamerbrief herfst q1 q2 q3 q4 of t/m".split()
)
_NUMBERED = frozenset(
    "artikel artikelen art nr nrs nummer no kamerstuk kamerstukken pagina p blz par postbus telefoon tel fax € eur euro "
    "$ £ § hoofdstuk paragraaf motie kenmerk referentie versie iso nen en-iso din lid dossier zaaknummer "
    "ongeveer circa ca ruim bijna zo'n zo’n minstens maximaal minimaal hoogstens slechts".split()
)
_COUNTED = frozenset(
    "euro eur mensen inwoners woningen huizen banen arbeidsplaatsen leerlingen studenten meter meters m m2 m² m3 km "
    "kilometer km2 km² kg kilo ton mw gw kw kwh gwh mwh tj pj hectare ha bedrijven ondernemingen plaatsen stuks uur "
    "uren minuten personen deelnemers fte fte’s patiënten bezoekers gemeenten gram liter graden miljoen miljard mln "
    "mld duizend keer maal procent werknemers medewerkers exemplaren eenheden punten bytes mb gb bomen auto’s "
    "vluchtelingen gezinnen huishoudens huishoudens kinderen zetels stemmen bedden cliënten klanten dagen".split()
)
_TITLED = ("wet", "besluit", "regeling", "circulaire", "nota", "akkoord", "programma", "visie", "agenda")
"""Ends of papers that are named with a year ("Vreemdelingenwet 2000")."""
_POSTCODE = re.compile(r"[A-Z]{2}")
_NOT_POSTCODE = frozenset(("EU", "VN", "VS", "UK", "VK", "NL", "BE", "AI"))
_TIGHT = frozenset("-/.:,+=#@_€$£&~'’")


_PAPERS = frozenset("richtlijn verordening besluit beschikking kaderbesluit".split())
_UNION = frozenset("eg eu eeg euratom ega egks".split())


def is_numbered(r: Reader, i: int) -> bool:
    """Tell whether word `i` is the number of a paper: "(EG) nr. 1974/2006", "nr. 2/2003", "richtlijn 2009/2010"."""
    j = i - 1
    if r.at(j) == ".":
        j -= 1
    before = r.low(j)
    if before in _NUMBERED or before in _PAPERS or before in _UNION:
        return True
    return before == ")" and r.low(j - 1) in _UNION


def is_year(r: Reader, i: int, *, last: int | None = None, even: bool = False) -> bool:
    """Tell whether the four digits at word `i` are a year; `last` is the end of a range they begin.

    A round number (2000) needs a cue or a paper before it, unless `even` says that it may do without.
    """
    value, before, behind = r.number(i), r.low(i - 1), r.low(i + 1 if last is None else last)
    if not r.low(i)[:1].isdecimal():
        return True
    if _is_attached(r, i) or before in _NUMBERED or behind in _COUNTED or behind in ("%", "€", "°"):
        return False
    if before == "." and r.low(i - 2) in _NUMBERED:
        return False
    if before[:1] == "0" and before.isdecimal():
        return False
    if before in _CUES:
        return value in LIKELY or before in ("in", "sinds", "jaar", "anno", "sedert")
    round_number = value % 100 == 0 and not even and not before.endswith(_TITLED)
    if value not in LIKELY or round_number or (value > _FARTHEST and "|" in (before, behind)):
        return False
    return not _is_postcode(r, i)


def is_decade(r: Reader, i: int) -> bool:
    """Tell whether "jaren 1970" at word `i` are ten years; "de jaren 1970 en 1971" are two."""
    if r.low(i) != "jaren" or r.at(i + 1) != "Y" or not r.low(i + 1).isdecimal():
        return False
    year, j = r.number(i + 1), i + 2
    counted = r.at(j) in ",E-t/k" and r.at(j + 1) in "YELkt/+"
    return year % 10 == 0 and year < 2000 and not counted


def _is_attached(r: Reader, i: int) -> bool:
    """Tell whether the number is part of something longer: "M-2022", "2022/", "nr.2022", "2022-b"."""
    source = r.source
    if i and source.glued(i - 1) and source.word(i - 1)[-1:].isalnum():
        return True
    if i and source.glued(i - 1) and source.word(i - 1) in _TIGHT and r.at(i - 1) != "'":
        opened = source.word(i - 1) in "-/" and i > 1 and not source.glued(i - 2)
        if not opened:
            return True
    if not source.glued(i) or source.word(i + 1) not in _TIGHT:
        return False
    return source.word(i + 1) in "/:@_=#+" and i + 2 < len(source.words) and source.glued(i + 1)


def _is_postcode(r: Reader, i: int) -> bool:
    behind = r.source.word(i + 1)
    return bool(_POSTCODE.fullmatch(behind)) and behind not in _NOT_POSTCODE and not r.source.glued(i)


def begins_clean(r: Reader, i: int) -> bool:
    """Tell whether the number at `i` is not the tail of something longer ("COVID-19 maart").

    Two hashes are the mark of a heading ("##1 oktober 2004"), one is that of a number.
    """
    if i == 0 or not r.source.glued(i - 1):
        return True
    if r.at(i) == "M":
        return r.low(i - 1) not in ("/", ".", "_") or r.at(i - 2) == "M"
    if r.at(i) not in "dnowGJL":
        return True
    if r.low(i - 1) == "#" and r.low(i - 2) == "#":
        return True
    return r.at(i - 1) not in "-/.'" and r.low(i - 1) not in ("_", "+", "#", "€", "$", "@", ":", "=")


_EVERY = frozenset("elk elke ieder iedere alle".split())
"""Before a weekday that comes back every week, and is no date."""


def _is_opening_time(r: Reader, i: int) -> bool:
    """Tell whether a weekday is an end of "maandag tot en met vrijdag", which means every week."""
    behind = r.codes[i + 1 : i + 5]
    if behind[:2] in ("tW", "-W") or behind[:4] in ("tE+W", "k/+W"):
        return True
    before = r.codes[max(0, i - 4) : i]
    return before[-2:] in ("Wt", "W-") or before in ("WtE+", "Wk/+")


def is_compound(r: Reader, point: Point, end: int) -> bool:
    """Tell whether a bare name is half of a word ("zomer- en winterroosters", "sinterklaas'-gehalte")."""
    named = point.year is None and point.day is None and point.when is None
    sign = r.low(end)
    return named and r.source.glued(end - 1) and (sign == "-" or (sign in "'’" and r.low(end + 1) == "-"))


def is_sound(r: Reader, i: int, found: tuple[Point, int], start: int) -> bool:
    """Tell whether a bare year is a year, and whether the words begin where they seem to."""
    point, end = found
    if r.at(i) == "W" and point == Point(weekday=point.weekday):
        return r.low(i - 1) not in _EVERY and not _is_opening_time(r, i)
    if r.at(i) in "LJD" and (r.at(i) != "D" or "." in r.low(i)) and is_numbered(r, i):
        return False
    if r.at(i) == "Y" and end == i + 1 and point.month is None:
        return start < i or is_year(r, i)
    if r.at(i) == "S" and end == i + 1 and _is_uprising(r, i):
        return False
    return begins_clean(r, i)


def _is_uprising(r: Reader, i: int) -> bool:
    """Tell whether a season is a name: "Arabische Lente", "Praagse Lente"."""
    before = r.source.word(i - 1)
    return r.source.plain[i][:1].isupper() and before[:1].isupper() and before.endswith(("se", "sche"))
