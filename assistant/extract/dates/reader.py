"""Words of a text as the date grammar sees them: a letter each, numbers, and what lies between."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from assistant.extract.dates.numerals import read_number
from assistant.extract.dates.points import Point
from assistant.extract.dates.words import HUNDREDS, NUMBERS, ORDINALS, YEAR_WORDS, Classes
from assistant.extract.source import Source

HOLIDAY_FILE = Path(__file__).resolve().parent / "data" / "holidays.tsv"


@cache
def load_holidays() -> dict[tuple[str, ...], str]:
    """Give the names of holidays, as lower-case words, with the rule for the day."""
    rows = (
        line.split("\t") for line in HOLIDAY_FILE.read_text("utf-8").splitlines() if line[:1] not in ("#", "")
    )
    return {tuple(name.split()): rule for name, rule in rows}


@cache
def load_holiday_heads() -> frozenset[str]:
    """Give the first words of the names of holidays."""
    return frozenset(name[0] for name in load_holidays())


@cache
def load_classes() -> Classes:
    """Give the class letters, shared by all texts."""
    return Classes(frozenset(name[1] if name[0] in ORDINALS else name[0] for name in load_holidays()))


@lru_cache(maxsize=4096)
def _read_numbers(word: str) -> tuple[int, ...]:
    if word[:1].isdecimal():
        return read_number(word)[1]
    for table in (NUMBERS, ORDINALS, YEAR_WORDS, HUNDREDS):
        if word in table:
            return (table[word],)
    return ()


_OUTSIDE: Final = "|" * 64
"""Letters behind the text, and before it (Python counts from the end); no expression looks so far."""


class Reader:
    """Gives letters, lower-case words and numbers by position; `|` and "" outside the text.

    `at(index)` gives the class letter of a word; `points` holds what `parse_point` read, by position.
    """

    __slots__ = ("_plain", "_size", "at", "codes", "points", "source")

    def __init__(self, source: Source) -> None:
        self.source = source
        self._plain = source.plain
        self.codes = "".join(map(load_classes().__getitem__, self._plain))
        self._size = len(self.codes)
        self.at = (self.codes + _OUTSIDE).__getitem__
        self.points: dict[int, tuple[Point, int] | None] = {}

    def low(self, index: int) -> str:
        """Give word `index` in lower case, mended where a line end cut it ("sep-", "tember")."""
        return self._plain[index].lower() if 0 <= index < self._size else ""

    def numbers(self, index: int) -> tuple[int, ...]:
        """Give the numbers in word `index`."""
        return _read_numbers(self.low(index))

    def number(self, index: int) -> int:
        """Give the first number in word `index`."""
        return self.numbers(index)[0]

    def year(self, index: int) -> tuple[int, int] | None:
        """Give the year at `index` and the position behind it ("tweeduizend vijftien" is two words)."""
        if self.at(index) != "Y":
            return None
        word = self.low(index)
        if word in HUNDREDS:
            if self.at(index + 1) != "w":
                return None
            return HUNDREDS[word] + self.number(index + 1), index + 2
        return self.number(index), index + 1

    def skip(self, index: int, letters: str) -> int:
        """Give the position behind word `index` when it is one of `letters`, else `index`."""
        return index + 1 if self.at(index) in letters else index
