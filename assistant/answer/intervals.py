"""Ranges of numbers as rows and questions name them: "5 – 30 gram", "8.001 t/m 10.000 inwoners", "boven 500 gram"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from assistant.dutch import fold

_FIGURE = r"(?:€ ?)?\d{1,3}(?:[.\u00a0\u2009\u202f ]\d{3}){1,5}(?:,\d+)?|(?:€ ?)?\d+(?:,\d+)?"
_THOUSANDS = re.compile(r"(?<=\d)[.\u00a0\u2009\u202f ](?=\d{3}(?!\d))")
_WHOLE = re.compile(r"\d+(?:\.\d+)?")
_UNIT = r"(?: ?(?P<unit>%|[a-z]{1,}))?"
_AND_MORE = r"en meer|of meer|en hoger|of hoger|en ouder|of ouder|en groter|of groter|en langer|of langer|of daarboven|en daarboven"
_AND_LESS = r"of minder|en minder|of lager|en lager|of jonger|en jonger|of korter|of kleiner"
_OVER = r"boven(?: de)?|meer dan|groter dan|hoger dan|langer dan|ouder dan|zwaarder dan|> ?"
_FROM = r"vanaf|ten ?minste|minstens|minimaal|≥ ?"
_UP_TO = r"tot en met|t/m|maximaal|ten ?hoogste|hoogstens|≤ ?"
_UNDER = r"onder(?: de)?|minder dan|kleiner dan|lager dan|korter dan|jonger dan|tot|< ?"
_TO = r"(?:-|–|—|t/m|tot en met|tot|à)"
_RANGE = re.compile(
    rf"(?:(?<![a-z])(?P<before>[a-z]{{2,}}) )?(?<![\w.,/-])(?P<low>{_FIGURE})(?: ?(?P<first>[a-z]{{1,}}))? ?{_TO} ?"
    rf"(?:maximaal )?(?P<high>{_FIGURE})(?![\d/]|[.,]\d|-\d){_UNIT}"
)
_MORE = re.compile(
    rf"(?<![\w.,])(?P<low>{_FIGURE})(?![\d/]|[.,]\d){_UNIT} (?:{_AND_MORE})\b|"
    rf"(?<!niet )(?<!\w)(?P<bound>{_OVER}|{_FROM}) ?(?P<bounding>{_FIGURE})(?![\d/]|[.,]\d)(?: ?(?P<what>%|[a-z]{{1,}}))?"
)
_LESS = re.compile(
    rf"(?<![\w.,])(?P<high>{_FIGURE})(?![\d/]|[.,]\d){_UNIT} (?:{_AND_LESS})\b|"
    rf"(?<!niet )(?<!\w)(?P<bound>{_UP_TO}|{_UNDER}) ?(?P<bounding>{_FIGURE})(?![\d/]|[.,]\d)(?: ?(?P<what>%|[a-z]{{1,}}))?"
)
_OPEN_LOW = re.compile(rf"^[–—-] ?(?P<high>{_FIGURE}){_UNIT}$")
_OPEN_HIGH = re.compile(rf"^(?P<low>{_FIGURE}) ?[–—-]{_UNIT}$")
"""A cell that leaves one end blank: "– 6.000", "375.001 –"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_SCALES = {
    "mg": ("gram", 0.001),
    "g": ("gram", 1.0),
    "gr": ("gram", 1.0),
    "gram": ("gram", 1.0),
    "kg": ("gram", 1000.0),
    "kilo": ("gram", 1000.0),
    "kilogram": ("gram", 1000.0),
    "ton": ("gram", 1_000_000.0),
    "km": ("meter", 1000.0),
    "kilometer": ("meter", 1000.0),
    "m": ("meter", 1.0),
    "meter": ("meter", 1.0),
    "cm": ("meter", 0.01),
    "centimeter": ("meter", 0.01),
    "maand": ("maand", 1.0),
    "maanden": ("maand", 1.0),
    "jaar": ("maand", 12.0),
    "jaren": ("maand", 12.0),
    "euro": ("euro", 1.0),
}
"""Units that measure one thing, with how many of the common one they are."""
_NO_UNIT = frozenset(
    "en of tot per van in bij voor op met die is wordt krijgt tussen vanaf over dan aan om om".split()
)


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`, each in it or not, of a unit as written (or "")."""

    low: float
    high: float
    unit: str = ""
    open_low: bool = False
    open_high: bool = False
    scale: float = field(default=1.0, compare=False)
    """How many of `unit` the unit is that was written: 12 for "jaar"."""

    def as_written(self) -> Interval:
        """Give the interval in the unit that was written, to hold against numbers without one."""
        low, high = round(self.low / self.scale, 9), round(self.high / self.scale, 9)
        return replace(self, low=low, high=high, scale=1.0)

    def covers(self, other: Interval) -> bool:
        """Tell whether every number of the other one lies in it."""
        below = self.low < other.low or (self.low == other.low and (other.open_low or not self.open_low))
        above = self.high > other.high or (
            self.high == other.high and (other.open_high or not self.open_high)
        )
        return below and above

    def is_apart(self, other: Interval) -> bool:
        """Tell whether no number lies in both."""
        if self.high < other.low or other.high < self.low:
            return True
        return (self.high == other.low and (self.open_high or other.open_low)) or (
            other.high == self.low and (other.open_high or self.open_low)
        )


def make_interval(
    low: float, high: float, unit: str, *, open_low: bool = False, open_high: bool = False
) -> Interval:
    """Give an interval in the common unit of what is measured."""
    common, scale = _SCALES.get(unit, (unit, 1.0))
    return Interval(low * scale, high * scale, common, open_low, open_high, scale)


def is_unit(word: str) -> bool:
    """Tell whether a word is a unit of measure: "kg", "jaren"."""
    return word in _SCALES


@lru_cache(maxsize=10_000)
def find_intervals(text: str) -> tuple[Interval, ...]:
    """Give the ranges that a text names; years are none, nor what cannot be read as numbers."""
    found = _find(fold(text))
    return tuple(one for one in found if not (math.isnan(one.low) or math.isnan(one.high)))


def _find(plain: str) -> Iterator[Interval]:
    whole = _OPEN_LOW.match(plain.strip())
    if whole is not None:
        yield make_interval(-math.inf, _value(whole["high"]), _unit(whole["unit"], whole["high"]))
        return
    whole = _OPEN_HIGH.match(plain.strip())
    if whole is not None:
        yield make_interval(_value(whole["low"]), math.inf, _unit(whole["unit"], whole["low"]))
        return
    ranges = list(_RANGE.finditer(plain))
    for match in ranges:
        yield from _read_range(match)
    yield from _find_open(plain, [match.span() for match in ranges])


def _read_range(match: re.Match[str]) -> Iterator[Interval]:
    """Yield the range with two ends that a match tells, unless it is one of years."""
    low, high = _value(match["low"]), _value(match["high"])
    if _YEAR.fullmatch(match["low"]) and _YEAR.fullmatch(match["high"]):
        return
    unit = _unit(match["unit"], match["high"]) or _unit(match["first"], match["low"])
    first = _SCALES.get(match["first"] or "")
    if first is not None and first[0] == _SCALES.get(unit, ("", 1.0))[0]:
        low *= first[1] / _SCALES[unit][1]  # "500 gram tot 2 kilo"
    if low < high:
        yield make_interval(low, high, unit or _unit(match["before"], ""))


def _find_open(plain: str, taken: list[tuple[int, int]]) -> Iterator[Interval]:
    """Yield the ranges of a text with one end, outside of those that are `taken`."""
    for pattern, strict, end in ((_MORE, _OVER, "low"), (_LESS, _UNDER, "high")):
        for match in pattern.finditer(plain):
            figure = match[end] or match["bounding"]
            if _is_taken(match, taken) or _YEAR.fullmatch(figure):
                continue
            value, unit = _value(figure), _unit(match["unit"] or match["what"], figure)
            bare = bool(match["bound"]) and re.fullmatch(strict, match["bound"]) is not None
            if end == "low":
                yield make_interval(value, math.inf, unit, open_low=bare)
            else:
                yield make_interval(-math.inf, value, unit, open_high=bare)


def _is_taken(match: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    return any(start < match.end() and match.start() < end for start, end in taken)


def read_figure(figure: str) -> float | None:
    """Give the number of a figure as written: "10.000", "10 000", "12.345,60", "€ 5"; None for any other word."""
    plain = _THOUSANDS.sub("", figure.lstrip("€ ")).replace(",", ".")
    return float(plain) if _WHOLE.fullmatch(plain) else None


def _value(figure: str) -> float:
    """Give the number of a figure; not a number for one such as "281.834.67"."""
    number = read_figure(figure)
    return math.nan if number is None else number


def _unit(word: str | None, figure: str) -> str:
    """Give the unit behind a figure, or the euro before it."""
    if figure.startswith("€"):
        return "euro"
    return "" if word is None or word in _NO_UNIT else word
