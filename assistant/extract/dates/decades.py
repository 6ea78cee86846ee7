"""Decades and years of two digits: "jaren negentig", "eind jaren '90", "in '68"."""

from __future__ import annotations

import re

from assistant.extract.dates.numerals import widen_short
from assistant.extract.dates.plausibility import is_decade
from assistant.extract.dates.points import Point
from assistant.extract.dates.reader import Reader
from assistant.extract.dates.words import DECADES

Found = tuple[Point, int] | None
_SHORT_YEAR_CUES = frozenset(
    "in sinds sedert vanaf tot na begin eind medio van tussen voorjaar najaar zomer".split()
)
_QUOTATION = 120
"""Characters behind a quotation mark within which it is closed."""
_QUOTED = re.compile(r"\d\d(?=[ .,])[^\n]*?\S['’](?!\w)|\d\d['’]")
"""A number that begins a quotation: "in '12 stappen naar werk'"."""


def parse_decade(r: Reader, i: int) -> Found:
    """Read "jaren negentig", "jaren '90", "jaren 1970", "jaren zestig en zeventig", "... van de vorige eeuw"."""
    if r.low(i) != "jaren":
        return None
    head = _decade_word(r, i + 1)
    if head is None or r.low(head[1]) in ("%", "procent"):
        return None
    first, end = head
    years = 10
    if r.at(end) == "E":
        following = _decade_word(r, end + 1)
        if following and following[0] == first + 10:
            years, end = 20, following[1]
    last_century = (
        r.low(end) == "van" and r.at(end + 1) == "a" and r.low(end + 2) in ("vorige", "twintigste", "20e")
    )
    end = end + 4 if last_century and r.at(end + 3) == "C" else end
    return Point(year=first, years=years), end


def parse_one_decade(r: Reader, i: int) -> Found:
    """Read "jaren negentig" in "eind jaren negentig"; two decades have no end to speak of."""
    found = parse_decade(r, i)
    return found if found and found[0].years == 10 else None


def _decade_word(r: Reader, i: int) -> tuple[int, int] | None:
    """Give the first year of "negentig", "'90", "90" or "1970", and the position behind it."""
    if r.low(i) in DECADES:
        return 1900 + DECADES[r.low(i)], i + 1
    if is_decade(r, i - 1):
        return r.number(i), i + 1
    j = r.skip(i, "'")
    if r.at(j) in "dn" and len(r.low(j)) == 2 and r.number(j) % 10 == 0 and r.number(j) >= 20:
        return 1900 + r.number(j), j + 1
    return None


def parse_short_year(r: Reader, i: int) -> Found:
    """Read the "'68" of "in '68" and "van '70, '71 en '73", which no quotation begins."""
    if r.at(i + 1) not in "dn" or len(r.low(i + 1)) != 2 or not r.source.glued(i):
        return None
    listed = r.at(i - 1) in ",E-" and len(r.low(i - 2)) == 2 and r.at(i - 2) in "dn" and r.at(i - 3) == "'"
    if not listed and r.low(i - 1) not in _SHORT_YEAR_CUES:
        return None
    start = r.source.starts[i]
    if _QUOTED.match(r.source.text, start + 1, start + _QUOTATION):
        return None
    return Point(year=widen_short(r.number(i + 1))), i + 2
