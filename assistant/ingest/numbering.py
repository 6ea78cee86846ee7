"""The numbers of headings and lists that a word processor shows but does not store."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 4_000


@dataclass(frozen=True, slots=True)
class LevelStyle:
    """How one level of a list is numbered.

    `pattern` is what is shown, with "%1" to "%9" for the numbers of the levels ("Artikel %1",
    "%1.%2"). `figures` is "decimal", "zero", "letter", "LETTER", "roman", "ROMAN" or "" for none. A
    bullet has no pattern. With `plain`, all levels are shown in decimals; without `restarts` a
    level counts on under a new number above it.
    """

    pattern: str = ""
    figures: str = "decimal"
    start: int = 1
    plain: bool = False
    restarts: bool = True


def show_number(value: int, figures: str) -> str:
    """Give a number as it is written: 3 is "3", "03", "c", "C", "iii" or "III"."""
    if not figures:
        return ""
    if figures == "zero":
        return f"{value:02d}"
    if figures.lower() == "letter" and value > 0:
        # After z comes aa, then bb, in Word and in OpenDocument without letter sync.
        shown = chr(ord("a") + (value - 1) % 26) * min(1 + (value - 1) // 26, 20)
    elif figures.lower() == "roman" and 0 < value < _MOST_ROMAN:
        shown = _show_roman(value)
    else:
        return str(value)
    return shown.upper() if figures.isupper() else shown


def _show_roman(value: int) -> str:
    shown = ""
    for worth, sign in _ROMAN:
        shown += sign * (value // worth)
        value %= worth
    return shown


class ListCounter:
    """Counts the items of one list, level by level (from 1)."""

    def __init__(self, styles: Mapping[int, LevelStyle]) -> None:
        self.styles = dict(styles)
        self.counts: dict[int, int] = {}

    def step(self, level: int, start: int | None = None) -> str:
        """Go to the next item of `level`, or to number `start`; give what is shown before it."""
        style = self.styles.get(level, LevelStyle())
        if start is not None:
            self.counts[level] = start
        else:
            self.counts[level] = self.counts.get(level, style.start - 1) + 1
        for deeper in [other for other in self.counts if other > level]:
            if self.styles.get(deeper, LevelStyle()).restarts:
                del self.counts[deeper]
        return self._show(style)

    def _show(self, style: LevelStyle) -> str:
        def fill(found: re.Match[str]) -> str:
            level = int(found.group(1))
            other = self.styles.get(level, LevelStyle())
            count = self.counts.setdefault(level, other.start)
            return show_number(count, "decimal" if style.plain and other.figures else other.figures)

        shown = _PLACE.sub(fill, style.pattern).strip()
        return shown if any(sign.isalnum() for sign in shown) else ""
