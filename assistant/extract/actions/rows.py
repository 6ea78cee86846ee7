"""Actions in rows of a table, which reading writes as "label – Column: cell; Column: cell".

A row is one when its columns name an action or a goal; another column may hold who does it, by when,
how it stands and what was reached.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.extract.actions.statuses import DELAYED, DONE, MISSED, PLANNED, RUNNING
from assistant.types import ActionValue, DateValue, Extract, ExtractKind, Span

_ROW = re.compile(r" – (?P<cells>[^\n:;]{1,40}: [^\n]*)$", re.MULTILINE)
_LONGEST = 400
"""So many characters at most stand before the dash: caption and label."""
_CELL = re.compile(r"(?:^|; )([^:;]{1,40}): ([^;]*)")
_COLUMNS = {
    "deed": r"acties?|actiepunt|maatregel|taak|activiteit|afspraak|toezegging|wat",
    "doer": r"wie|actor|actiehouder|verantwoordelijke?|eigenaar|trekker|uitvoerder|uitvoering door|door",
    "when": r"voor|wanneer|deadline|termijn|gereed|datum|planning|uiterlijk|tegen|einddatum|klaar",
    "goal": r"doel|doelen|doelstelling|streefwaarde|streefcijfer|target|beoogd|taakstelling|norm|ambitie",
    "reached": r"gerealiseerd|realisatie|resultaat|behaald|bereikt|stand|tussenstand|werkelijk|uitkomst",
    "state": r"status|stand van zaken|voortgang|stoplicht",
}
_NAMES = [
    (name, re.compile(rf"(?:{words})\b(?:\s|$).*|(?:{words})", re.IGNORECASE))
    for name, words in _COLUMNS.items()
]
_STATES = (
    (MISSED, re.compile(r"niet (?:ge|be)haald|niet gerealiseerd|mislukt|gestopt|vervallen", re.IGNORECASE)),
    (DELAYED, re.compile(r"vertraagd|vertraging|achter|uitgesteld", re.IGNORECASE)),
    (PLANNED, re.compile(r"gepland|niet gestart|nog te|open\b|voorbereiding|voorgenomen", re.IGNORECASE)),
    (
        RUNNING,
        re.compile(
            r"loopt|lopend|in uitvoering|schema|gestart|bezig|aanleg|koers|deels|ongoing", re.IGNORECASE
        ),
    ),
    (
        DONE,
        re.compile(
            r"afgerond|gereed|klaar|voltooid|gerealiseerd|behaald|gehaald|uitgevoerd|afgehandeld",
            re.IGNORECASE,
        ),
    ),
)
_LABEL_END = re.compile(r"^.*:\s(?=\S)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: its label and, by sort of column, the words and place of a cell."""

    span: Span
    label: str
    cells: dict[str, tuple[str, Span]]


def find_rows(text: str, dates: Sequence[Extract]) -> Iterator[Extract]:
    """Give the actions that rows of tables state; `dates` are those of the text, in order."""
    if " – " not in text:
        return
    starts = [date.span.start for date in dates]
    for found in _ROW.finditer(text):
        row = _read_row(found, text)
        value = _read_value(row, dates, starts) if row is not None else None
        if row is not None and value is not None:
            yield Extract(ExtractKind.ACTION, row.span, row.span.of(text), value)


def _read_row(found: re.Match[str], text: str) -> _Row | None:
    line = text.rfind("\n", max(0, found.start() - _LONGEST), found.start()) + 1
    if line == 0 and found.start() > _LONGEST:
        return None
    caption = _LABEL_END.match(text[line : found.start()])
    start = line + (caption.end() if caption else 0)
    cells: dict[str, tuple[str, Span]] = {}
    offset = found.start("cells")
    for cell in _CELL.finditer(found.group("cells")):
        name = next((name for name, pattern in _NAMES if pattern.fullmatch(cell.group(1).strip())), None)
        if name is not None and name not in cells:
            cells[name] = cell.group(2).strip(), Span(offset + cell.start(2), offset + cell.end(2))
        elif name is None and cell.group(1)[-1].isdigit():
            cells["latest"] = cell.group(2).strip(), Span(offset + cell.start(2), offset + cell.end(2))
    return _Row(Span(start, found.end()), text[start : found.start()].strip(), cells)


def _read_value(row: _Row, dates: Sequence[Extract], starts: Sequence[int]) -> ActionValue | None:
    cells = {name: words for name, (words, _) in row.cells.items()}
    named = "deed" in cells or {"doer", "when"} <= set(cells)
    aimed = "goal" in cells and ({"reached", "state", "latest"} & set(cells))
    deed = cells.get("deed") or row.label
    if not (named or aimed) or not any(map(str.isalpha, deed)):
        return None
    return ActionValue(
        action=deed,
        status=_read_status(cells, aimed=bool(aimed)),
        actor=cells.get("doer") or None,
        deadline=_find_date(row, dates, starts),
        target=cells.get("goal") or None,
        realised=cells.get("reached") or cells.get("latest") or None,
    )


def _read_status(cells: dict[str, str], *, aimed: bool) -> str:
    words = cells.get("state", "")
    stated = next((status for status, pattern in _STATES if pattern.search(words)), None)
    return stated or (RUNNING if aimed else PLANNED)


def _find_date(row: _Row, dates: Sequence[Extract], starts: Sequence[int]) -> DateValue | None:
    """Give the date in the cell that says by when."""
    if "when" not in row.cells:
        return None
    span = row.cells["when"][1]
    place = bisect_left(starts, span.start)
    if place < len(dates) and dates[place].span.start < span.end:
        value = dates[place].value
        return value if isinstance(value, DateValue) else None
    return None
