"""Cells of a table row as ingest writes it: "Caption: first cell – header: value; header: value"."""

from __future__ import annotations

import re

from assistant.answer.matching import Matcher
from assistant.types import Span

_CELL = re.compile(r"(?P<header>[^;:–]+): (?P<value>[^;]*)(?:;|$)")

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def find_cells(text: str) -> list[tuple[str, Span]]:
    """Give the header and the span of the value of each cell of a row."""
    body = text.find(" – ")
    start = body + 3 if body >= 0 else 0
    return [
        (
            match.group("header").strip(),
            Span(match.start("value"), match.start("value") + len(match.group("value").rstrip())),
        )
        for match in _CELL.finditer(text, start)
    ]


def find_other_years(text: str, question: str) -> list[Span]:
    """Give the values of the cells whose header names another year than the question, when one names its year.

    "Fietspad – 2024: 120.000; 2025: 95.000" holds one figure that answers a question about 2025.
    """
    asked = set(_YEAR.findall(question))
    cells = [(set(_YEAR.findall(header)), span) for header, span in find_cells(text)]
    if not any(years & asked for years, _ in cells):
        return []
    return [span for years, span in cells if years and not years & asked]


def caption_end(text: str) -> int:
    """Give the offset after the caption of a row, 0 without one."""
    body = text.find(" – ")
    return text.rfind(": ", 0, max(0, body)) + 1


def find_cell(text: str, matcher: Matcher) -> Span | None:
    """Give the value whose header holds most of the question; None when no header or row is like it."""
    cells = [cell for cell in find_cells(text) if len(cell[1])]
    if not cells:
        return None
    scored = [
        (matcher.coverage([strength for strength, _ in matcher.match(header)]), span)
        for header, span in cells
    ]
    return max(scored, key=lambda pair: (pair[0], -pair[1].start))[1]
