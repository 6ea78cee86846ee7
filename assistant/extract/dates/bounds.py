"""Dates with one side open: "sinds augustus", "na 2018", "vóór eind 2020", "tot 2040", "niet later dan 1 mei".

"Voor" is "for" as often as "before", and before a bare year nearly always ("de begroting voor 2021",
"voor 2022 kent de regering toe"): there it is a bound only beside words that make it one.
"""

from __future__ import annotations

from assistant.extract.dates import offsets
from assistant.extract.dates.grammar import parse_point
from assistant.extract.dates.plausibility import is_compound, is_sound
from assistant.extract.dates.points import Form, Phrase, Point
from assistant.extract.dates.reader import Reader

_SURE = frozenset("van al nog ver vlak kort lang uiterlijk laatste ruim reeds".split())
"""Words before "voor" that make it "before"."""
_STRETCHES = frozenset("periode jaren tijd tijden decennia situatie".split())
"""Things that lie before a year: "de periode voor 2018"."""
_FINISHED = frozenset(
    "geboren gebouwd gestart opgericht aangelegd vervaardigd gekocht aangekocht verworven gerealiseerd afgerond "
    "voltooid opgeleverd overleden ontstaan begonnen aangevangen gevestigd bereikt gereed terug gebeurd "
    "plaatsgevonden".split()
)
"""What is so before a year; "toegekend voor 2020" is for it."""
_SET = frozenset("gepland ingepland geagendeerd voorzien geprogrammeerd".split())
"""What is set "voor 1 oktober" happens then, and not before."""
_LONG_AGO = 1960
"""Nobody plans or pays for the years before it any more."""
_RULE_WORDS = 6
"""Words before "tot" that may hold its verb."""
_OTHER_SIDE = frozenset("na in tijdens sinds vanaf".split())
"""Behind "of" and "en": "voor 2010 of na 2018"."""


def parse_open(r: Reader, i: int) -> Phrase | None:
    """Read "sinds augustus", "na 2018", "voor eind 2020", "tegen de zomer van 2020", "tot 2040"."""
    letter, j = r.at(i), i + 1
    if letter == "l":
        if r.low(j) != "dan" or r.low(i - 1) in ("niet", "nooit"):
            return None
        if r.low(i) in ("meer", "minder"):
            return _parse_margin(r, i)
        j += 1
    if letter == "t" and r.at(i - 1) == "W":
        return None
    if letter == "t":
        j = j + 2 if r.low(j) == "en" and r.low(j + 1) == "met" else j
    found = parse_point(r, j)
    if not found and r.at(j) == "a":
        j += 1
        found = parse_point(r, j)
    if not found or not is_sound(r, j, found, j):
        return None
    if is_compound(r, *found):
        return None
    form = _open_form(r, i, *found)
    return Phrase(form, (found[0],), i, found[1]) if form else None


def _parse_margin(r: Reader, i: int) -> Phrase | None:
    """Read "minder dan 3 dagen na morgen" and "meer dan 2 weken na vandaag"."""
    found = offsets.parse_offset(r, i + 2)
    if not found or not found[0].when or found[0].when.base is None:
        return None
    if r.low(i) == "meer":
        return Phrase(Form.SINCE, (found[0],), i, found[1])
    return Phrase(Form.RANGE, (found[0].when.base, found[0]), i, found[1])


def _open_form(r: Reader, i: int, point: Point, end: int) -> Form | None:
    letter, word = r.at(i), r.low(i)
    if letter == "l":
        return Form.AFTER if word == "later" else Form.BEFORE
    if letter == "b":
        return Form.BEFORE if _is_before(r, i, point, end) else None
    if (
        letter == "f"
        and point.when
        and point.when.step is not None
        and point.year is None
        and not point.month
    ):
        return Form.AFTER if point.weekday is None else None
    if letter == "t" and _reaches_back(r, i):
        return Form.SINCE
    return {"z": Form.SINCE, "f": Form.AFTER, "g": Form.ONE, "t": Form.UNTIL}[letter]


def _reaches_back(r: Reader, i: int) -> bool:
    """Tell whether "tot" is where a rule begins: "werkt terug tot en met", "met terugwerkende kracht tot"."""
    before = [r.low(k) for k in range(i - _RULE_WORDS, i)]
    if "terugwerkende" in before:
        return True
    return before[-1] in ("terugwerkt", "terugwerken") or (
        before[-1] == "terug" and not {"werkt", "werken"}.isdisjoint(before)
    )


def _is_before(r: Reader, i: int, point: Point, end: int) -> bool:
    """Tell whether "voor" at word `i` is a bound: before a day or part of a time, or beside a cue."""
    cue = r.low(i - 1)
    if cue in ("niet", "nooit") or cue in _SET:
        return False
    if r.low(i) != "voor":
        return True
    if point.week is not None:
        return False
    if point.day or point.holiday or point.part in ("begin", "start", "medio", "eind"):
        return True
    if point.cycle and 21 <= point.cycle <= 24:
        return True
    if cue in _SURE or cue in _STRETCHES or cue in _FINISHED or (point.year or _LONG_AGO) < _LONG_AGO:
        return True
    return r.low(end) in ("of", "en") and r.low(end + 1) in _OTHER_SIDE
