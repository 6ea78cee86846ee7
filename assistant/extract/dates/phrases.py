"""Date phrases: one point, a list or range with shared parts, or an open side.

`find_phrases` walks over the class letters. `_ANCHOR` finds, in one pass of the regular-expression
engine, the places where a date can be; there the parsers of `absolute` and `relative` are tried from
the leftmost word on, and the longest reading wins. Lists and prefixes are bounded, so the whole is
linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.extract.dates.bounds import parse_open
from assistant.extract.dates.grammar import parse_point
from assistant.extract.dates.plausibility import begins_clean, is_compound, is_decade, is_numbered, is_sound
from assistant.extract.dates.points import Form, Phrase, Point
from assistant.extract.dates.ranges import parse_days, parse_range
from assistant.extract.dates.reader import Reader

_ANCHOR = re.compile(r"[MWSDLGJYQqHUAVKC]|'(?=[dn])")
"""Words that make it a date."""
_LEADING = "adownvstzbfgirRTlecpEOk+,/.-'P"
"""Words that may come before such a word."""
_LONGEST_LEAD = 64
_FIRST = frozenset("DJLGWdwnoMPSqYKUVArilTRavszbfgt'")
"""Words that a date can begin with."""


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
        opened = parse_open(r, i)
        if opened:
            return opened
    return parse_days(r, i) or _parse_pairs(r, i) or parse_range(r, i, i) or _parse_one(r, i)


def _parse_one(r: Reader, i: int) -> Phrase | None:
    start = i
    if r.low(i) in ("jaar", "jaren") and r.at(i + 1) == "Y" and not is_decade(r, i):
        i += 1
    found = parse_point(r, i)
    if not found or not is_sound(r, i, found, start):
        return None
    end = found[1]
    if is_compound(r, found[0], end) or _is_issue(r, i):
        return None
    if r.at(end) in "OE" and r.low(end + 1) in ("later", "hoger", "verder"):
        return Phrase(Form.SINCE, (found[0],), start, end + 2)
    return Phrase(Form.ONE, (found[0],), start, end)


def _is_issue(r: Reader, i: int) -> bool:
    """Tell whether "1997-4" is the issue of a periodical, behind a name, or "MG 2000-03" the number of a paper."""
    if r.at(i) != "J" or r.low(i)[4:5] != "-":
        return False
    before = r.source.word(i - 1)
    return before[:1].isupper() and (r.low(i)[-2:-1] == "-" or (before.isupper() and len(before) > 1))


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
