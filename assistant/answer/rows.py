"""Cells of a table row as ingest writes it: "Caption: first cell – header: value; header: value"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.matching import Matcher
from assistant.types import Span

_CELL = re.compile(r"(?P<header>[^;:–]+): (?P<value>[^;]*)(?:;|$)")

_BODY = re.compile(r" – (?=[^;:–]+: )")
_TOTAL = re.compile(
    r"(?:(?:sub|eind|algemeen )?tota(?:al|le)|gemiddelde?|som|alles? (?:samen|tezamen)|samen|tezamen)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def find_cells(text: str) -> list[tuple[str, Span]]:
    """Give the header and the span of the value of each cell of a row."""
    body = _find_body(text)
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


def keep_in_column(text: str, spans: Sequence[Span], matcher: Matcher) -> list[bool]:
    """Tell of each span of a row whether it stands under the header that holds most of the question.

    "Aanvraag: 12.000 euro; Subsidie: 9.000 euro" holds one figure that answers "welke subsidie". All stay where no
    header above one of them holds anything of the question, but for what stands in a header itself ("0 punten: 60 punten")
    beside a value in a cell.
    """
    cells = find_cells(text)
    inside = [any(cell.overlaps(span) for _, cell in cells) for span in spans]
    label = row_label(text).end
    held = [
        next(
            (matcher.coverage(matcher.strengths(header)) for header, cell in cells if cell.covers(span)), 0.0
        )
        for span in spans
    ]
    most = max(held, default=0.0)
    return [
        share >= most - 1e-9 and (own or span.start < label or not any(inside))
        for share, own, span in zip(held, inside, spans, strict=True)
    ]


def caption_end(text: str) -> int:
    """Give the offset after the caption of a row, 0 without one."""
    return text.rfind(": ", 0, max(0, _find_body(text))) + 1


def _find_body(text: str) -> int:
    """Give the offset of the dash between the label of a row and its cells; -1 without one.

    A label may have a dash itself ("Kolk – Dreef"), and so may a caption ("2022 – 2024"): it is the last one with a header behind
    it before the end of the first cell.
    """
    first = _BODY.search(text)
    if first is None:
        return text.find(" – ")
    stop = text.find(";", first.end())
    *_, last = _BODY.finditer(text, first.start(), stop if stop >= 0 else len(text))
    return last.start()


def row_label(text: str) -> Span:
    """Give the span of the first cell of a row, which names it; empty where nothing stands before the cells."""
    body = _find_body(text)
    if body < 0:
        return Span(0, 0)
    start = caption_end(text)
    start += len(text[start:body]) - len(text[start:body].lstrip())
    return Span(start, max(start, body))


def is_total(label: str) -> bool:
    """Tell whether the first cell of a row says that it holds all of the others together: "Totaal", "Gemiddeld"."""
    return bool(_TOTAL.match(label))


def find_cell(text: str, matcher: Matcher) -> Span | None:
    """Give the value whose header holds most of the question; None when no header holds any of it."""
    scored = [
        (held, span)
        for header, span in find_cells(text)
        if len(span) and (held := matcher.coverage(matcher.strengths(header))) > 0.0
    ]
    return max(scored, key=lambda pair: (pair[0], -pair[1].start))[1] if scored else None
