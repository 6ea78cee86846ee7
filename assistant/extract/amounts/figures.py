"""A number with its sign, scale and unit: "€ 10,7 miljoen", "-1,5%", "k€ 25", "1 000 000", "25 cent"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from assistant.extract.amounts.numerals import NUMERALS, Numeral
from assistant.extract.amounts.vocabulary import (
    CENTS,
    CODES,
    CURRENCIES,
    GUILDERS,
    MEASURES,
    NATIONAL,
    SCALES,
    SHARES,
    SHORT_SCALES,
    SIGNS,
)
from assistant.extract.source import Source

_PLUS_MINUS: Final = frozenset("+-−–")
_OPENING: Final = frozenset('([{“‘"«<>≥≤≈±~=|*•·:;+→…')
"""What a number may be glued to at its left."""
_DASHES: Final = frozenset(("-", "–", "—", "="))
_SHORT: Final = frozenset(("mln", "mio", "mld", "mrd"))
_GLUED_MONEY: Final = {"keur": 1e3, "meur": 1e6}
UNIT_WORDS: Final = frozenset(
    (*CURRENCIES, *map(str.lower, (*CODES, *GUILDERS)), *SHARES, *CENTS, *NATIONAL, *_GLUED_MONEY, *SIGNS)
)
"""Words (lower case) without which no figure has a unit, but for letters glued to its digits."""
_GROUPS: Final = 4
"""Most groups of three digits behind the first ("1 000 000 000 000")."""
_SUM: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d\d)?|\d+,\d\d")
_EXACT: Final = 4
"""Decimals that are kept: a hundredth of a cent."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it stands: offsets `start` and `end`, places `first` and `next` in the words.

    `raw` and `high` are as written, `factor` is the scale; `unit` is a currency, a unit of share or
    None; `suffix` a measure glued to the digits.
    """

    start: int
    end: int
    first: int
    next: int
    raw: float
    numeral: Numeral
    factor: float = 1.0
    high: float | None = None
    unit: str | None = None
    signed: bool = False
    suffix: str = ""

    def value(self, factor: float | None = None) -> float:
        """Give the number in whole units, with another scale when one is given."""
        return round(self.raw * (factor or self.factor), _EXACT)

    def upper(self, factor: float | None = None) -> float | None:
        """Give the end of a range that is written as one word."""
        return None if self.high is None else round(self.high * (factor or self.factor), _EXACT)


def lower(source: Source, index: int) -> str:
    """Give word `index` in lower case, without white space."""
    return source.plain[index].lower() if 0 <= index < len(source.plain) else ""


def glued_before(source: Source, index: int) -> bool:
    """Tell whether nothing stands between word `index` and the one before it."""
    return 0 < index < len(source.starts) and source.ends[index - 1] == source.starts[index]


def read_figure(source: Source, index: int, floor: int) -> Figure | None:
    """Give the figure whose number is word `index`; words before place `floor` belong to another."""
    numeral = NUMERALS[source.plain[index]]
    if numeral is None or numeral.part:
        return None
    figure = _read_left(source, index, numeral, floor)
    whole = None if figure is None else _read_suffix(source, _read_rest(source, figure))
    return None if whole is None else _read_unit(source, _read_scale(source, whole))


def _read_left(source: Source, index: int, numeral: Numeral, floor: int) -> Figure | None:
    """Take in sign and currency; None when the number is glued to something else."""
    place, negative, signed = index - 1, False, False
    if place >= floor and source.plain[place] in _PLUS_MINUS and source.glued(place):
        if (place > floor and lower(source, place - 1) in SIGNS) or _is_free(source, place):
            negative, signed = source.word(place) != "+", True
            place -= 1
        else:
            return None
    unit, begin, factor = _read_currency(source, place, floor)
    if unit is None:
        begin = place + 1
    elif not signed and begin > floor and _is_sign(source, begin - 1):
        negative, signed, begin = source.word(begin - 1) != "+", True, begin - 1
    if not signed and unit is None and not _is_free(source, index):
        return None
    start, end = source.starts[begin], source.ends[index]
    raw = -numeral.value if negative else numeral.value
    return Figure(
        start, end, index, index + 1, raw, numeral, factor, high=numeral.upper, unit=unit, signed=signed
    )


def _is_sign(source: Source, place: int) -> bool:
    """Tell whether a plus or minus stands right before what follows, with room before it."""
    return source.word(place) in _PLUS_MINUS and source.glued(place) and _is_free(source, place)


def _is_free(source: Source, index: int) -> bool:
    """Tell whether word `index` begins an expression: white space or an opening sign is before it."""
    if not glued_before(source, index):
        return True
    before = source.plain[index - 1]
    return before in _OPENING or (before == "'" and not source.word(index).isdecimal())


def _read_currency(source: Source, place: int, floor: int) -> tuple[str | None, int, float]:
    """Give the currency that stands at `place` before a number, where it begins and its scale."""
    if place < floor:
        return None, place, 1.0
    word = source.plain[place]
    low = word.lower()
    code = word if word in CODES else "EUR" if low == "euro" else None
    factor = _GLUED_MONEY.get(low)
    if factor is not None:
        return "EUR", place, factor
    if word in GUILDERS and _is_sum(source, place + 1) and not _is_part(source, place):
        return "NLG", place, 1.0
    if code is None and word not in SIGNS:
        return None, place, 1.0
    unit, factor = code or CURRENCIES[word], 1.0
    if place > floor and source.glued(place - 1):
        before = lower(source, place - 1)
        if word == "$" and before == "us":
            place -= 1
        elif before in SHORT_SCALES and word in SIGNS:
            place, factor = place - 1, SHORT_SCALES[before]
    return unit, place, factor


def _is_sum(source: Source, place: int) -> bool:
    """Tell whether a number is written as money is: "f 8,25", "f 12.000", "f 130 miljoen"; "f 3" may be a formula."""
    return _SUM.fullmatch(source.word(place)) is not None or lower(source, place + 1) in SCALES


def _is_part(source: Source, place: int) -> bool:
    """Tell whether a letter before a number is that of a part or a group: "onderdeel f 1.500 woningen", "onder f 12.000 euro"."""
    return lower(source, place - 1) in _LETTERED or lower(source, place + 2) in ("euro", "€")


_LETTERED: Final = frozenset(
    "onderdeel onderdelen letter sub punt groep categorie klasse type bijlage".split()
)


def _read_rest(source: Source, figure: Figure) -> Figure:
    """Take in what the number goes on with: " 000 000", ",-", " en een half", "½"."""
    place, raw = figure.next, figure.raw
    numeral = figure.numeral
    if numeral.digits and not numeral.suffix and numeral.upper is None and abs(raw) < 1000:
        while place < figure.next + _GROUPS and _is_group(source, place):
            raw = (abs(raw) * 1000 + int(source.word(place))) * (-1 if raw < 0 else 1)
            place += 1
    place = _skip_dash(source, place) if numeral.digits else place
    if source.word(place) == "½":
        raw, place = raw + 0.5, place + 1
    elif lower(source, place) == "en" and lower(source, place + 1) == "een" and _is_half(source, place + 2):
        raw, place = raw + 0.5, place + 3
    if place == figure.next:
        return figure
    plain = replace(numeral, year=False)
    return replace(figure, raw=raw, next=place, end=source.end(place - 1), numeral=plain)


def _skip_dash(source: Source, place: int) -> int:
    """Give the place behind the ",-" of "€ 5.000,-"."""
    if source.word(place) != "," or not (source.glued(place - 1) and source.glued(place)):
        return place
    if source.word(place + 1) not in _DASHES:
        return place
    place += 2
    while source.glued(place - 1) and source.word(place) in _DASHES:
        place += 1
    return place


def _is_half(source: Source, place: int) -> bool:
    return lower(source, place) in ("half", "halve")


def _is_group(source: Source, place: int) -> bool:
    """Tell whether three digits follow the number, parted from it by one blank."""
    word = source.words[place] if place < len(source.words) else ""
    if not word[:3].isdecimal() or len(word.rstrip()) != 3:
        return False
    before = source.words[place - 1]
    return before[-1] in " \u00a0\u202f" and before[-2:-1].isdecimal()


def _read_suffix(source: Source, figure: Figure) -> Figure | None:
    """Read letters glued to the digits: a scale, a currency or a measure; None for anything else."""
    suffix = figure.numeral.suffix
    if not suffix:
        return figure
    low = suffix.lower()
    if low in SCALES:
        return replace(figure, factor=SCALES[low])
    if low in SHORT_SCALES and (figure.unit or _currency_at(source, figure.next)[0]):
        return replace(figure, factor=SHORT_SCALES[low])
    if low in CURRENCIES and (suffix in CODES or low.startswith("euro")):
        return replace(figure, unit=CURRENCIES[low])
    if low in SHARES and figure.unit is None:
        return replace(figure, unit=SHARES[low])
    return replace(figure, suffix=suffix) if low in MEASURES else None


def _read_scale(source: Source, figure: Figure) -> Figure:
    """Take in the words of the scale behind the number."""
    place, factor = figure.next, figure.factor
    while (word := lower(source, place)) in SCALES and place < figure.next + 2:
        factor, place = factor * SCALES[word], place + 1
        stopped = word in _SHORT and source.glued(place - 1) and source.word(place) == "."
        if stopped and _currency_at(source, place + 1)[0] is not None:
            place += 1
    if place == figure.next and word in SHORT_SCALES:
        signed = source.glued(place) and lower(source, place + 1) in SIGNS
        if signed or (figure.unit is not None and figure.unit not in SHARES):
            factor, place = SHORT_SCALES[word], place + 1
    if place == figure.next:
        return figure
    return replace(figure, factor=factor, next=place, end=source.end(place - 1))


def _read_unit(source: Source, figure: Figure) -> Figure:
    """Take in the currency or the unit of share behind the number."""
    place = figure.next
    word = lower(source, place)
    if word in SHARES and figure.unit is None:
        unit, place = SHARES[word], place + 1
        point = source.word(place) == "-" and lower(source, place + 1) in ("punt", "punten")
        if point and source.glued(place - 1) and source.glued(place):
            unit, place = "procentpunt", place + 2
        return replace(figure, unit=unit, next=place, end=source.end(place - 1))
    if word in CENTS and figure.unit is None:
        return replace(figure, unit="EUR", factor=0.01, next=place + 1, end=source.end(place))
    if word in _GLUED_MONEY and figure.unit is None:
        factor = _GLUED_MONEY[word]
        return replace(figure, unit="EUR", factor=factor, next=place + 1, end=source.end(place))
    code, following = _currency_at(source, place)
    if code is None or figure.unit not in (None, code) or _opens_next(source, place, following):
        return figure
    return replace(figure, unit=code, next=following, end=source.end(following - 1))


def _opens_next(source: Source, place: int, following: int) -> bool:
    """Tell whether a sign behind a number belongs to the next number ("5 € 10")."""
    if source.word(place) not in SIGNS or glued_before(source, place) or following >= len(source.words):
        return False
    numeral = NUMERALS[source.plain[following]]
    return numeral is not None and numeral.digits


def _currency_at(source: Source, place: int) -> tuple[str | None, int]:
    """Give the currency at `place` behind a number, and the place behind it."""
    word = source.word(place)
    low = word.lower()
    if low in NATIONAL:
        name = lower(source, place + 1)
        known = name in ("dollar", "dollars", "pond", "frank", "franken", "$")
        return (NATIONAL[low], place + 2) if known else (None, place)
    if word in CODES:
        return CURRENCIES[low] or word, place + 1
    if low not in CURRENCIES or low.upper() in CODES:
        return None, place
    place += 1
    if low == "euro" and source.word(place) in ("'", "’", "´") and source.glued(place - 1):
        place += 2 if lower(source, place + 1) == "s" else 0
    if low == "pond" and lower(source, place) == "sterling":
        place += 1
    return CURRENCIES[low], place
