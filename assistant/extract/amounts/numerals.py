"""Numbers as Dutch writes them, in digits ("1.000,50", "10.7", "2-3", "500K") and in words.

A number in words is built as the language builds it: "tweehonderdvijftig", "vijfendertig",
"anderhalf", "tweeënhalf", "een dertigtal". Ordinals and "tientallen" are no numbers here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from assistant.extract.amounts.vocabulary import CURRENCIES, MEASURES, PARTS, SCALES, SHARES, SHORT_SCALES
from assistant.extract.source import LONGEST_WORD

YEARS: Final = range(1800, 2101)
"""Four plain digits in this range are taken for a year unless something speaks against it."""
_DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?|\d{1,15}(?:[.,]\d{1,4})?"
_TOKEN = re.compile(
    rf"(?P<low>{_DIGITS})(?:[-–~](?P<high>{_DIGITS}))?(?P<half>½)?(?P<suffix>[^\W\d_]*[²³]?|e)"
)
_SUFFIXES: Final = frozenset((*SCALES, *SHORT_SCALES, *CURRENCIES, *SHARES, *MEASURES))
"""Letters that may be glued to the digits of a quantity ("500K", "25km"); "13u" and "5G" are none."""
_FRACTION = re.compile(r"([1-9])/([2-9]|10)")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_FOREIGN = re.compile(r"[1-9]\d{0,2}(?:,000)+")
"""Thousands the English way; no Dutch number has decimals of three noughts."""
_UNITS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = (
    *("tien", "elf", "twaalf", "dertien", "veertien"),
    *("vijftien", "zestien", "zeventien", "achttien", "negentien"),
)
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_SMALL: Final = {
    **{word: number for number, word in enumerate(_UNITS, start=1)},
    **{word: number for number, word in enumerate(_TEENS, start=10)},
    **{word: number for number, word in enumerate(_TENS, start=2) for number in (number * 10,)},
    **{
        unit + joint + ten: number * 10 + small
        for number, ten in enumerate(_TENS, start=2)
        for small, unit in enumerate(_UNITS, start=1)
        for joint in ("en", "ën")
    },
}
"""Numbers in words below a hundred."""
_HALVES: Final = {
    **dict.fromkeys(("anderhalf", "anderhalve"), 1.5),
    **{
        word + joint + half: number + 0.5
        for number, word in enumerate(_UNITS[1:], start=2)
        for joint in ("en", "ën")
        for half in ("half", "halve")
    },
}
_ONE: Final = frozenset(("een", "één", "eén", "éen"))
_MARKS = str.maketrans("éèö", "eeo")
_NAMED_PARTS: Final = {"helft": (1, 2), "driekwart": (3, 4), "tweederde": (2, 3)}
_WORDS: Final = frozenset((*_SMALL, *_HALVES, *_ONE, *PARTS, *_NAMED_PARTS, "half", "halve", "nul"))
_TAILS: Final = frozenset((*(word[-3:] for word in _WORDS), "tal", "erd", "end"))
"""How the numbers in words end, to see at once that a word is none."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """What one word says: a number, or the two ends of a range written as one word.

    `suffix` are letters glued to the digits. `digits` tells digits from words, `year` that it may be
    one, `dotted` that a dot parts decimals (2.5, or section 2.5). `about` is set for "een tiental".
    `part` is the n of the nth part of a whole ("derde" 3, "helft" 2); there `value` is 1.
    """

    value: float
    upper: float | None = None
    suffix: str = ""
    digits: bool = True
    year: bool = False
    dotted: bool = False
    about: bool = False
    part: int = 0


def read_amount_number(digits: str) -> float:
    """Give the value of a Dutch number: "1.000,50" is 1000.5, "10.7" is 10.7, "1 000" is 1000."""
    plain = re.sub(r"[ \u00a0\u202f]|,[-–]+$", "", digits)
    if _FOREIGN.fullmatch(plain):
        return float(plain.replace(",", ""))
    if "," in plain:
        return float(plain.replace(".", "").replace(",", "."))
    if _THOUSANDS.fullmatch(plain):
        return float(plain.replace(".", ""))
    return float(plain)


class Numerals(dict[str, Numeral | None]):
    """Word -> the number that it is, if any; remembers each form."""

    LIMIT = 100_000

    def __missing__(self, word: str) -> Numeral | None:
        found = None
        if word[-3:].lower() in _TAILS or not word.isascii() or word[:1].isdecimal():
            found = read_numeral(word) if len(word) <= LONGEST_WORD else None
        if len(word) <= LONGEST_WORD:
            if len(self) >= self.LIMIT:
                self.clear()
            self[word] = found
        return found


NUMERALS: Final = Numerals()


def read_numeral(word: str) -> Numeral | None:
    """Give the number that a word is; None when it is none or cannot be a quantity."""
    if word[:1].isdecimal():
        return _read_digits(word)
    if word == "½":
        return Numeral(0.5)
    low = word.lower()
    built = low in _WORDS or "honderd" in low or "duizend" in low or low.endswith("tal")
    return _read_word(low) if built or not low.isascii() else None


def _read_digits(word: str) -> Numeral | None:
    if fraction := _FRACTION.fullmatch(word):
        return Numeral(float(fraction[1]), part=int(fraction[2])) if fraction[1] < fraction[2] else None
    match = _TOKEN.fullmatch(word)
    if match is None:
        return None
    low, high, suffix = match["low"], match["high"], match["suffix"]
    if suffix and suffix.lower() not in _SUFFIXES:
        return None
    if _is_code(low) or (high is not None and _is_code(high)):
        return None
    value = read_amount_number(low) + (0.5 if match["half"] else 0.0)
    upper = read_amount_number(high) if high else None
    if upper is not None and upper <= value:
        return None
    year = len(low) == 4 and low.isdecimal() and int(low) in YEARS
    dotted = "." in low and "," not in low and not _THOUSANDS.fullmatch(low)
    return Numeral(value, upper, suffix, year=year, dotted=dotted)


def _is_code(digits: str) -> bool:
    """Tell whether digits are a code: a zero in front of others (073), or more than money has."""
    return (digits[0] == "0" and digits[1:2].isdecimal()) or (len(digits) > 12 and digits.isdecimal())


def _read_word(word: str) -> Numeral | None:
    if word in _HALVES:
        return Numeral(_HALVES[word], digits=False)
    if word in ("half", "halve"):
        return Numeral(0.5, digits=False)
    if word == "nul":
        return Numeral(0.0, digits=False)
    if word in _ONE:
        return Numeral(1.0, digits=False)
    if word in ("helft", "driekwart", "tweederde", "kwart") or word in PARTS:
        return _read_part(word)
    about = word.endswith("tal") and len(word) > 5
    plain = word.translate(_MARKS)
    value = _read_compound(plain.removesuffix("tal") if about else plain)
    return None if value is None else Numeral(float(value), digits=False, about=about)


def _read_part(word: str) -> Numeral:
    numerator, denominator = _NAMED_PARTS.get(word, (1, PARTS.get(word, 4)))
    return Numeral(float(numerator), digits=False, part=denominator)


def _read_compound(word: str) -> int | None:
    """Read "tweehonderdvijftig", "vijfduizend", "honderdduizend"; None when it is no number."""
    if word in _SMALL:
        return _SMALL[word]
    head, thousand, tail = word.partition("duizend")
    if thousand:
        return _sum(_read_compound(head) if head else 1, 1000, tail)
    head, hundred, tail = word.partition("honderd")
    if hundred:
        return _sum(_SMALL.get(head) if head else 1, 100, tail)
    return None


def _sum(times: int | None, size: int, tail: str) -> int | None:
    rest = tail.removeprefix("en").removeprefix("ën") if tail not in ("en", "ën") else tail
    added = _read_compound(rest) if rest else 0
    if times is None or added is None or times >= 1000 or added >= size:
        return None
    return times * size + added
