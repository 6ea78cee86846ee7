"""Events in rows of a table, which reading writes as "label – Column: cell; Column: cell".

A row is one when a column names a happening ("Activiteit", "Mijlpaal") and a column, or the label,
holds the date alone; another column may say where it is and who holds it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from assistant.types import DateValue, EventValue, Extract, ExtractKind, Span

_COLUMNS = re.compile(
    r" – (?=[^\n]*\b(?:Activiteit|Bijeenkomst|Evenement|Gebeurtenis|Mijlpaal|Sessie|Overleg|Vergadering)(?:en)?: )[^\n]*"
)
_CELL = re.compile(r"(?:^ – |; )([^:;]{1,40}): ([^;]*)")
_SORTS = {
    "what": r"activiteit|bijeenkomst|evenement|gebeurtenis|mijlpaal|sessie|overleg|vergadering",
    "when": r"datum|dag|wanneer|moment|tijdstip|data",
    "where": r"locatie|plaats|waar",
    "who": r"wie|organisator|organisatie|trekker|spreker|door",
}
_NAMES = [(name, re.compile(words, re.IGNORECASE)) for name, words in _SORTS.items()]
_LONGEST = 400
"""So many characters at most stand before the dash: caption and label."""


def find_agenda(text: str, dates: Sequence[Extract], starts: Sequence[int]) -> Iterator[Extract]:
    """Give the events that rows of tables state; `dates` are those of the text, `starts` where they begin."""
    if " – " not in text:
        return
    for found in _COLUMNS.finditer(text):
        line = text.rfind("\n", max(0, found.start() - _LONGEST), found.start()) + 1
        cells = dict(_read_cells(found))
        when = cells.get("when") or Span(text.rfind(": ", line, found.start()) + 2, found.start())
        when = when if when.start > line else Span(line, found.start())
        value = _read_date(text, when, dates, starts)
        if value is not None and "what" in cells:
            span = Span(min(when.start, cells["what"].start), max(found.end(), when.end))
            place, who = (
                cells[name].of(text).strip() if name in cells else None for name in ("where", "who")
            )
            event = EventValue(cells["what"].of(text).strip(), value, place or None, who or None)
            yield Extract(ExtractKind.EVENT, span, span.of(text), event)


def _read_cells(found: re.Match[str]) -> Iterator[tuple[str, Span]]:
    """Give the sort and place of the cells that say something of an event, the first of a sort last."""
    for cell in reversed(list(_CELL.finditer(found.group()))):
        name = next((name for name, pattern in _NAMES if pattern.match(cell.group(1))), None)
        if name is not None:
            yield name, Span(found.start() + cell.start(2), found.start() + cell.end(2))


def _read_date(text: str, cell: Span, dates: Sequence[Extract], starts: Sequence[int]) -> DateValue | None:
    """Give the date that fills most of a cell."""
    place = bisect_left(starts, cell.start)
    if place == len(dates) or dates[place].span.end > cell.end:
        return None
    value = dates[place].value
    fills = 2 * len(dates[place].span) >= len(cell.of(text).strip())
    return value if fills and isinstance(value, DateValue) and value.edtf else None
