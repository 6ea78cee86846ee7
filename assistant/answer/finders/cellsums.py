"""Sums in the cells of a table, of which only the header says that they are money: "Tarief €: 513", "EUR: 9,53"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.cellunits import read_unit
from assistant.answer.evidence import Unit
from assistant.answer.question import Question
from assistant.answer.rows import caption_end, find_cells, row_label
from assistant.dutch import fold
from assistant.types import BlockKind, Span

_NUMBER = re.compile(r"[-+–]?\d{1,3}(?:[. ]\d{3})+(?:,(?:\d\d?|-+))?|[-+–]?\d+(?:,(?:\d\d?|-+))?")
_CENTS = re.compile(r",(?:\d\d|-+)$")
_MONEY = re.compile(
    r"(?:\b|[a-z])(?:tarie(?:f|ven)|bedrag(?:en)?|prij(?:s|zen)|kosten|vergoeding(?:en)?|subsidies?|premies?|bijdragen?|toelagen?|heffing(?:en)?|"
    r"leges|huur|loon|lonen|salaris(?:sen)?|boetes?|budget(?:ten)?|begroting|lasten|baten|uitgaven|inkomsten|plafond)\b"
)
"""Headers of a column of money."""
_OTHER_SORT = re.compile(
    r"\b(?:[a-z-]*boetes?|dwangsom\w*|[a-z-]*subsidies?|salaris\w*|lonen|loon|schade\w*|schuld\w*|verdien\w*|budget)\b"
)
_PRICE = re.compile(r"tarie(?:f|ven)\b|prij(?:s|zen)\b|\bleges|huur\b|contributie")
"""Money of another sort than that of a price, and headers of a price."""


def find_cell_sums(question: Question, unit: Unit) -> Iterator[Span]:
    """Give the bare numbers of a row that stand under a header of money: one in euros, or a noun of money over cents."""
    if not unit.reading.blocks.is_kind(unit.block, BlockKind.ROW):
        return
    above = f"{unit.text[: caption_end(unit.text)]} {row_label(unit.text).of(unit.text)}"
    for header, span in find_cells(unit.text):
        told = span.of(unit.text).strip()
        if not _NUMBER.fullmatch(told):
            continue
        if _OTHER_SORT.search(fold(question.text)) and _PRICE.search(fold(header)):
            continue
        noun = _MONEY.search(fold(header)) is not None
        if _is_money(header) or (noun and (_CENTS.search(told) or _is_money(above))):
            yield Span(span.start, span.start + len(told)).shift(unit.span.start)


def _is_money(words: str) -> bool:
    """Tell whether words say that what they stand above is in euros."""
    return (read_unit(words) or "").endswith("euro")
