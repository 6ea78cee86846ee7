"""Date phrases: one point, a list or range with shared parts, or an open side.

`find_phrases` walks over the class letters. `_ANCHOR` finds, in one pass of the regular-expression
engine, the places where a date can be; there the parsers of `absolute` and `relative` are tried from
the leftmost word on, and the longest reading wins. Lists and prefixes are bounded, so the whole is
linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.extract.dates import offsets
from assistant.extract.dates.grammar import parse_point
from assistant.extract.dates.plausibility import begins_clean, is_decade, is_numbered, is_year
from assistant.extract.dates.points import Form, Phrase, Point
from assistant.extract.dates.ranges import parse_days, parse_range
from assistant.extract.dates.reader import Reader

_ANCHOR = re.compile(r"[MWSDLGJYQqHUAVKC]")
"""Words that make it a date."""
_LEADING = "adownvstzbfgirRTlecpEOk+,/.-'P"
"""Words that may come before such a word."""
_LONGEST_LEAD = 64
_FIRST = frozenset("DJLGWdwnoMPSqYKUVArilTRavszbfgt")
"""Words that a date can begin with."""


_EVERY = frozenset("elk elke ieder iedere alle".split())
"""Before a weekday that comes back every week, and is no date."""


def _is_opening_time(r: Reader, i: int) -> bool:
    """Tell whether a weekday is an end of "maandag tot en met vrijdag", which means every week."""
    behind = r.codes[i + 1 : i + 5]
    if behind[:2] in ("tW", "-W") or behind[:4] in ("tE+W", "k/+W"):
        return True
    before = r.codes[max(0, i - 4) : i]
    return before[-2:] in ("Wt", "W-") or before in ("WtE+", "Wk/+")


def find_phrases(r: Reader) -> Iterator[Phrase]:
    """Yield the date phrases in order; they do not overlap."""
    position = 0
    while match := _ANCHOR.search(r.codes, position):
        phrase: Phrase | None = None
        lead = r.codes[max(position, match.start() - _LONGEST_LEAD) : match.start()]
        for start in range(match.start() - len(lead) + len(lead.rstrip(_LEADING)), match.end()):
            phrase = parse_phrase(r, start) if r.codes[start] in _FIRST else None
            if phrase:
                break
        if phrase:
            yield _take_earliest(r, phrase)
        position = phrase.last if phrase else match.end()


def _take_earliest(r: Reader, phrase: Phrase) -> Phrase:
    """Give the phrase with "zo vroeg als (het)" before it."""
    i = phrase.first - 1 if r.at(phrase.first - 1) == "a" else phrase.first
    if phrase.form is Form.ONE and [r.low(k) for k in range(i - 3, i)] == ["zo", "vroeg", "als"]:
        return Phrase(Form.SINCE, phrase.points, i - 3, phrase.last)
    return phrase


def parse_phrase(r: Reader, i: int) -> Phrase | None:
    """Give the phrase that begins at word `i`, the longest kind first."""
    letter = r.at(i)
    if letter in "vsz":
        opening = parse_range(r, i, i + 1)
        if opening or letter != "z":
            return opening
    if letter in "zbfgtl":
        opened = _parse_open(r, i)
        if opened:
            return opened
    return parse_days(r, i) or _parse_pairs(r, i) or parse_range(r, i, i) or _parse_one(r, i)


def _parse_one(r: Reader, i: int) -> Phrase | None:
    start = i
    if r.low(i) in ("jaar", "jaren") and r.at(i + 1) == "Y" and not is_decade(r, i):
        i += 1
    found = parse_point(r, i)
    if not found or not _is_sound(r, i, found, start):
        return None
    end = found[1]
    if _is_compound(r, found[0], end) or _is_issue(r, i):
        return None
    if r.at(end) in "OE" and r.low(end + 1) in ("later", "hoger", "verder"):
        return Phrase(Form.SINCE, (found[0],), start, end + 2)
    return Phrase(Form.ONE, (found[0],), start, end)


def _is_compound(r: Reader, point: Point, end: int) -> bool:
    """Tell whether a bare name is half of a word ("zomer- en winterroosters", "sinterklaas'-gehalte")."""
    named = point.year is None and point.day is None and point.when is None
    sign = r.low(end)
    return named and r.source.glued(end - 1) and (sign == "-" or (sign in "'’" and r.low(end + 1) == "-"))


def _is_issue(r: Reader, i: int) -> bool:
    """Tell whether "1997-4" is the issue of a periodical, behind a name, or "MG 2000-03" the number of a paper."""
    if r.at(i) != "J" or r.low(i)[4:5] != "-":
        return False
    before = r.source.word(i - 1)
    return before[:1].isupper() and (r.low(i)[-2:-1] == "-" or (before.isupper() and len(before) > 1))


def _is_sound(r: Reader, i: int, found: tuple[Point, int], start: int) -> bool:
    """Tell whether a bare year is a year, and whether the words begin where they seem to."""
    point, end = found
    if r.at(i) == "W" and point == Point(weekday=point.weekday):
        return r.low(i - 1) not in _EVERY and not _is_opening_time(r, i)
    if r.at(i) in "LJD" and (r.at(i) != "D" or "." in r.low(i)) and is_numbered(r, i):
        return False
    if r.at(i) == "Y" and end == i + 1 and point.month is None:
        return start < i or is_year(r, i)
    return begins_clean(r, i)


def _parse_open(r: Reader, i: int) -> Phrase | None:
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
    if not found or not _is_sound(r, j, found, j):
        return None
    if _is_compound(r, *found):
        return None
    form = _open_form(r, i, found[0])
    return Phrase(form, (found[0],), i, found[1]) if form else None


def _parse_margin(r: Reader, i: int) -> Phrase | None:
    """Read "minder dan 3 dagen na morgen" and "meer dan 2 weken na vandaag"."""
    found = offsets.parse_offset(r, i + 2)
    if not found or not found[0].when or found[0].when.base is None:
        return None
    if r.low(i) == "meer":
        return Phrase(Form.SINCE, (found[0],), i, found[1])
    return Phrase(Form.RANGE, (found[0].when.base, found[0]), i, found[1])


def _open_form(r: Reader, i: int, point: Point) -> Form | None:
    letter, word = r.at(i), r.low(i)
    if letter == "l":
        return Form.AFTER if word == "later" else Form.BEFORE
    if letter == "b":
        return _before_form(r, i, point)
    if (
        letter == "f"
        and point.when
        and point.when.step is not None
        and point.year is None
        and not point.month
    ):
        return Form.AFTER if point.weekday is None else None
    return {"z": Form.SINCE, "f": Form.AFTER, "g": Form.ONE, "t": Form.UNTIL}[letter]


def _before_form(r: Reader, i: int, point: Point) -> Form | None:
    """ "Voor" is "for" as often as "before": take it as a bound only beside a day, a part or a cue."""
    if r.low(i) != "voor":
        return Form.BEFORE
    if point.week is not None:
        return None
    if point.day or point.part in ("begin", "start", "medio", "eind") or point.holiday:
        return Form.BEFORE
    if point.cycle and 21 <= point.cycle <= 24:
        return Form.BEFORE
    cue = r.low(i - 1) in ("van", "al", "nog", "ver", "vlak", "kort", "uiterlijk", "ruim")
    return Form.BEFORE if cue else None


def _parse_pairs(r: Reader, i: int) -> Phrase | None:
    """Read "1-10-2018-7-10-2018" and a day with its month in digits, when something says it is one."""
    numbers = r.numbers(i) if r.at(i) in "LG" else ()
    if len(numbers) == 6:
        first, last = (Point(year=y, month=m, day=d) for y, m, d in (numbers[:3], numbers[3:]))
        return Phrase(Form.RANGE, (first, last), i, i + 1)
    if len(numbers) == 2 and r.at(i) == "G" and _is_day_month(r, i):
        return Phrase(Form.ONE, (Point(month=numbers[1], day=numbers[0]),), i, i + 1)
    return None


def _is_day_month(r: Reader, i: int) -> bool:
    _, month = r.numbers(i)
    word = r.low(i)
    if month > 12 or not begins_clean(r, i) or is_numbered(r, i):
        return False
    padded = len(word) == 5 and "/" in word
    return padded or r.low(i - 1) in ("op", "d.d", "datum", "deze") or r.low(i - 2) == "datum"
