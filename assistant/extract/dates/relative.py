"""Points at a distance from the document's date: "vorige maand", "binnen drie weken", "gisteren"."""

from __future__ import annotations

from dataclasses import replace

from assistant.extract.dates.points import Point, Relative, Step
from assistant.extract.dates.reader import Reader
from assistant.extract.dates.words import ADVERBS, BACK_REFERENCES, MONTHS, PLURALS, SHIFTS, UNITS, WEEKDAYS

Found = tuple[Point, int] | None
_AMOUNTS = {"previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
_NOT_A_MOMENT = frozenset("tijd lang heen verspreid durende oud ervaring".split())
"""Words behind a number of years that make it a duration or an age."""
_COUNTED_FROM = frozenset(
    "na nadat nadien daarna hierna erna vanaf te voor voorafgaand volgend volgende".split()
)
"""Words behind a term that name what it is counted from."""
_RULES = frozenset(
    "nadat nadien indien telkens steeds jaarlijks bezwaar beroep recidive ontvangst dagtekening aanvrager aanvraag "
    "verzoeker belanghebbende betrokkene griffier griffierecht geschiedt bekendmaking verzending artikel lid "
    "wie eenieder elke elk iedere ieder zodra wanneer".split()
)
"""Words of a rule that holds for every case: its terms do not run from the date of the document."""
_RULE_WORDS = 10
"""Words to each side in which they are looked for."""
_AVERAGED = frozenset(
    "voldaan verschuldigd geheven gemiddeld gerekend verdeeld gespreid uitgesmeerd berekend gemeten".split()
)
_COUNTING_ON = frozenset(("daarop", "hierop", "erop", "eerst", "telkens"))
"""Words before "volgende" that tie it to something named before, not to the document's date."""
_TOLD = frozenset(("voorgaand", "voorgaande"))
"""Words that count from what the text has just named."""
_TIED = frozenset("voor vóór voorafgaand direct na nadat".split())
"""Words behind a stretch that tie it to something else than the document's date."""
_WHOLES = frozenset(("week", "maand", "jaar"))
_LARGEST = 1000
"""Numbers of units that are still a distance in time."""


def parse_unit(r: Reader, i: int) -> Found:
    """Read "vorige maand", "dit jaar", "datzelfde jaar", "komende drie dagen", "afgelopen half jaar"."""
    letter, word = r.at(i), r.low(i)
    if letter == "T":
        return _parse_this(r, i)
    if letter != "R":
        return None
    shift, j = SHIFTS[word], i + 1
    if shift == "next" and r.low(i - 1) in _COUNTING_ON:
        return (Point(when=Relative(Step.VAGUE, UNITS[r.low(j)])), j + 1) if r.low(j) in UNITS else None
    amount, j = parse_count(r, j)
    if r.at(j) == "c":
        return (
            (Point(when=Relative(Step.VAGUE, UNITS[r.low(j + 1)])), j + 2) if r.low(j + 1) in UNITS else None
        )
    unit = UNITS.get(r.low(j))
    if unit is None:
        return None
    if amount:
        return _count_units(r, word, unit, amount, j)
    if word in _TOLD or (word == "volgende" and r.low(j) == "jaar" and r.low(i - 1) == "het"):
        return Point(when=Relative(Step.VAGUE, unit)), j + 1
    if r.low(j) in PLURALS:
        return Point(when=Relative(Step.VAGUE, unit)), j + 1
    if word == "laatste":
        return None
    return _shift_one(r, unit, shift, j)


def _count_units(r: Reader, word: str, unit: str, amount: int, j: int) -> Found:
    """Give "(komende) drie dagen"; open when the words behind tie it to something else than now."""
    if word == "laatste" and r.at(j + 1) == "v":
        return None
    if r.low(j + 1) in _TIED or word in _TOLD:
        return Point(when=Relative(Step.VAGUE, unit)), j + 1
    return _roll(SHIFTS[word], unit, amount, j + 1)


def _shift_one(r: Reader, unit: str, shift: str, j: int) -> Found:
    """Give one unit before, at or after now; a month behind "vorig jaar" lies in that year."""
    if unit in ("year", "decade") and shift in ("past", "coming"):
        return Point(when=Relative(Step.ROLLING, unit, _AMOUNTS[shift])), j + 1
    if unit == "weekend" and shift == "coming":
        return Point(when=Relative(Step.NEAREST, unit, 1)), j + 1
    if r.low(j) == "jaar" and r.at(j + 1) == "M" and r.at(j + 2) != "Y":
        month = MONTHS[r.low(j + 1)]
        return Point(month=month, when=Relative(Step.SHIFT, unit, _AMOUNTS[shift])), j + 2
    return Point(when=Relative(Step.SHIFT, unit, _AMOUNTS[shift])), j + 1


def _roll(shift: str, unit: str, amount: int, end: int) -> Found:
    if shift == "this":
        return None
    return Point(when=Relative(Step.ROLLING, unit, amount * _AMOUNTS[shift])), end


def _parse_this(r: Reader, i: int) -> Found:
    word, unit = r.low(i), UNITS.get(r.low(i + 1))
    if unit is None or r.low(i + 1) in PLURALS:
        return None
    if word in BACK_REFERENCES:
        return Point(when=Relative(Step.BACK, unit)), i + 2
    return Point(when=Relative(Step.SHIFT, unit, 0)), i + 2


def parse_count(r: Reader, i: int) -> tuple[int, int]:
    """Give the number at `i` and the position behind it; (0, i) when there is none."""
    if r.at(i) in "dnw" and 0 < r.number(i) <= _LARGEST:
        return r.number(i), i + 1
    return 0, i


def parse_near(r: Reader, i: int, named: Found) -> Found:
    """Read a shift before a named point: "afgelopen maart", "dit voorjaar", "volgende maandag"."""
    if not named or named[0].year is not None or named[0].when is not None:
        return None
    point, end = named
    if r.at(i) == "T":
        if r.low(i) in BACK_REFERENCES:
            return None
        unit = "week" if r.at(i + 1) == "W" and point.day is None else "self"
        return replace(point, when=Relative(Step.SHIFT, unit, 0)), end
    shift = SHIFTS[r.low(i)]
    if shift == "this" or (r.low(i) == "laatste"):
        return None
    weekly = point.weekday is not None and point.month is None and point.day is None
    if weekly and shift in ("previous", "next"):
        return replace(point, when=Relative(Step.SHIFT, "week", _AMOUNTS[shift])), end
    return replace(point, when=Relative(Step.NEAREST, "self", _AMOUNTS[shift])), end


def parse_half_year(r: Reader, i: int) -> Found:
    """Read "afgelopen half jaar"."""
    if r.at(i) == "R" and r.low(i + 1) == "half" and r.low(i + 2) == "jaar":
        amount = _AMOUNTS[SHIFTS[r.low(i)]]
        return (Point(when=Relative(Step.ROLLING, "month", 6 * amount)), i + 3) if amount else None
    return None


def parse_week_day(r: Reader, i: int) -> Found:
    """Read "volgende week maandag", "deze week maandag"."""
    unit = parse_unit(r, i)
    if not unit or not unit[0].when or unit[0].when.unit != "week" or r.at(unit[1]) != "W":
        return None
    return replace(unit[0], weekday=WEEKDAYS[r.low(unit[1])]), unit[1] + 1


def parse_adverb(r: Reader, i: int) -> Found:
    """Read "vandaag", "gisteren", "overmorgen"; "nu" only beside another date."""
    word = r.low(i)
    if word in ("nu", "heden"):
        return None
    return Point(when=Relative(Step.SHIFT, "day", ADVERBS[word])), i + 1


def parse_now(r: Reader, i: int) -> Found:
    """Read "nu" or "heden" as the other end of a range."""
    if r.low(i) in ("nu", "heden"):
        return Point(when=Relative(Step.SHIFT, "day", 0)), i + 1
    return None


def parse_distance(r: Reader, i: int) -> Found:
    """Read "twee jaar geleden" and "5 komende jaren"."""
    amount, j = parse_count(r, i)
    if not amount:
        return None
    if r.at(j) == "R" and r.low(j + 1) in PLURALS:
        return _roll(SHIFTS[r.low(j)], UNITS[r.low(j + 1)], amount, j + 2)
    unit = UNITS.get(r.low(j))
    if unit is None:
        return None
    if r.at(j + 1) == "y":
        step = Step.VAGUE if r.at(i - 1) == "e" else Step.OFFSET
        return Point(when=Relative(step, unit, -amount)), j + 2
    return None


def parse_ahead(r: Reader, i: int) -> Found:
    """Read "over twee weken", "binnen 9 maanden", "binnen de komende 10 maanden".

    "Binnen drie weken na ontvangst" counts from something else than the document: it stays open.
    """
    within = r.at(i) == "i"
    j = r.skip(i + 1, "a") if within else i + 1
    back = within and r.at(j) == "R" and SHIFTS[r.low(j)] in ("past", "previous")
    j = r.skip(j, "R") if within else j
    amount, j = parse_count(r, j)
    unit = UNITS.get(r.low(j))
    if not amount or unit is None or r.low(j + 1) in _NOT_A_MOMENT:
        return None
    if back:
        return Point(when=Relative(Step.ROLLING, unit, -amount)), j + 1
    if not within and r.low(i - 1) in _AVERAGED:
        return None
    if within and (r.low(j + 1) in _COUNTED_FROM or _is_rule(r, i, j + 1)):
        return Point(when=Relative(Step.VAGUE, unit)), j + 1
    return Point(when=Relative(Step.WITHIN if within else Step.OFFSET, unit, amount)), j + 1


def _is_rule(r: Reader, first: int, last: int) -> bool:
    """Tell whether a term at words `[first, last)` stands in a rule: "beroep kan binnen zes weken"."""
    around = (*range(max(0, first - _RULE_WORDS), first), *range(last, last + _RULE_WORDS))
    return any(r.low(k) in _RULES for k in around)


def parse_within_unit(r: Reader, i: int) -> Found:
    """Read "eerder deze maand", "later dit jaar", "later in de week"."""
    if r.low(i + 1) == "in" and r.at(i + 2) == "a" and r.low(i + 3) in _WHOLES:
        return Point(part=r.low(i), when=Relative(Step.SHIFT, UNITS[r.low(i + 3)], 0)), i + 4
    unit = parse_unit(r, i + 1)
    if not unit or not unit[0].when or unit[0].when.step is not Step.SHIFT or unit[0].when.amount != 0:
        return None
    return replace(unit[0], part=r.low(i)), unit[1]
