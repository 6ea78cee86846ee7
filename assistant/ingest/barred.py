"""Tables in plain text whose cells stand between upright bars: "Gebouwen | 12 | 14", one row a line."""

from __future__ import annotations

import re
from itertools import groupby

_RULE = re.compile(r"[\s|+:-]*\|[\s|+:-]*")
"""The line of dashes under the names of the columns."""
_ROWS = 3
"""Lines under each other with as many bars each that are a table; two may be a menu or a footer."""


def turn_bars(text: str) -> str:
    """Give a text with tabs for the bars of its tables, which are lines under each other with equally many bars."""
    if " | " not in text:
        return text
    lines: list[str] = []
    for bars, run in groupby(text.split("\n"), _count_bars):
        rows = list(run)
        filled = [row for row in rows if not _RULE.fullmatch(row)]
        is_table = bars and len(filled) >= _ROWS
        lines += ["\t".join(_read_cells(row)) for row in filled] if is_table else rows
    return "\n".join(lines)


def _count_bars(line: str) -> int:
    """Give the bars between the cells of a line; those at its ends part nothing."""
    return len(_read_cells(line)) - 1


def _read_cells(line: str) -> list[str]:
    """Give the cells of a line, empty ones too."""
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
