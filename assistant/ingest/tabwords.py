"""Tabs that stand for the blanks between words, as justified text has them that was taken out of a PDF: no table.

A cell of a table is hardly ever a bare article or preposition.
"""

from __future__ import annotations

import re

_SMALL = frozenset("de het een van te om en worden wordt die dat door onze we wij met zijn naar".split())
"""Words that no cell of a table holds alone, in small letters."""
_CELLS = 3
"""Cells of a line from which on one of them tells."""
_BLANKS = re.compile(r"[ \t]*\t[ \t]*")


def blank_tabs(text: str) -> str:
    """Give a text with a blank for each tab in lines whose words the tabs part; in all lines where those are half of them."""
    if "\t" not in text:
        return text
    lines = text.split("\n")
    tabbed = {place for place, line in enumerate(lines) if "\t" in line.strip()}
    running = {place for place in tabbed if _runs_on(lines[place])}
    if not running:
        return text
    chosen = tabbed if len(running) * 2 >= len(tabbed) else running
    return "\n".join(
        _BLANKS.sub(" ", line).removeprefix(" ") if place in chosen else line
        for place, line in enumerate(lines)
    )


def _runs_on(line: str) -> bool:
    """Tell whether the cells of a line are words of a sentence."""
    cells = [cell.strip() for cell in line.strip().split("\t")]
    return len(cells) >= _CELLS and any(cell in _SMALL for cell in cells)
