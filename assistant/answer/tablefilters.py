"""The rows of a table that a question means by what stands in a cell: "op schema", "vertraagd", "reactieve inzet"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from assistant.answer.cues import GENERIC_VERBS
from assistant.answer.finders.candidate import stem_of
from assistant.answer.matching import Matcher
from assistant.answer.predicates import VERB
from assistant.answer.question import Question
from assistant.answer.rows import find_cells, is_total, row_label
from assistant.answer.tables import Table
from assistant.answer.terms import Term
from assistant.dutch import STOP_WORDS, fold, tokenize

_HELD = 0.85
"""How strongly every word of a cell is held by the question that means it."""
_MOST_WORDS = 4
_LIGHT = frozenset("liggen ligt lagen staan staat stonden lopen loopt liepen zitten zit".split())
"""Verbs with which a question says that something has a state."""
_TURNING = frozenset(
    "niet geen noch nooit niemand niets zonder bijna buiten achter nauwelijks in uit voor na onder boven tegen".split()
)
"""Small words that make another state of a value: "niet op schema", "uit bedrijf"."""
_STRONG = frozenset("zonder bijna buiten achter nauwelijks".split())
"""Those with which a question means no value without them."""
_HEAD = re.compile(r"[,;(]| – ")
"""What parts a value from a remark on it: "op schema, met risico"."""
_LONGEST = 60
"""Characters of the longest cell that is told whole beside its row."""


@dataclass(frozen=True, slots=True)
class Filter:
    """The rows that a question means, the places of its terms that their cells hold, and whether nothing else is asked.

    `remarks` are the whole cells of the rows where more stands than is asked: "op schema, met risico".
    """

    rows: tuple[int, ...]
    held: frozenset[int]
    whole: bool
    remarks: Mapping[int, str] = field(default_factory=dict)


def find_filter(question: Question, matcher: Matcher, table: Table) -> Filter | None:
    """Give the rows with a cell of which every word is in the question, where other rows have another value there."""
    asked = stem_of(question.asked) if question.asked else ""
    turned = _find_turning(question.text)
    texts = {row: table.reading.text_of(row) for row in table.rows}
    rows = [row for row, text in texts.items() if not is_total(row_label(text).of(text))]
    found: dict[str, dict[int, frozenset[int]]] = {}
    cells: dict[tuple[str, int], str] = {}
    for row in rows:
        for header, cell in find_cells(texts[row]):
            if held := _read_held(cell.of(texts[row]), asked, turned, matcher):
                found.setdefault(header, {})[row] = held
                cells[header, row] = cell.of(texts[row]).strip()
    most = max((len(held) for named in found.values() for held in named.values()), default=0)
    kept: dict[int, frozenset[int]] = {}
    remarks: dict[int, str] = {}
    for header, named in found.items():
        best = {row: held for row, held in named.items() if len(held) == most}
        if len(best) < len(rows):
            kept.update(best)
            said = {row: _find_remark(cells[header, row], asked, turned, matcher) for row in best}
            remarks.update({row: remark for row, remark in said.items() if remark})
    if not kept or len(kept) == len(rows):
        return None
    held = frozenset[int]().union(*kept.values())
    named_by = matcher.strengths(" ".join((table.naming, *_headers(texts.values()))))
    whole = all(
        place in held or term.stem == asked or _is_light(term) or named_by[place] >= _HELD
        for place, term in enumerate(matcher.terms)
    )
    return Filter(tuple(row for row in rows if row in kept), held, whole, remarks)


def _is_light(term: Term) -> bool:
    """Tell whether a word of a question asks nothing that a cell or a header would hold: a verb."""
    return term.part == VERB or fold(term.text) in GENERIC_VERBS | _LIGHT


def _find_turning(text: str) -> set[str]:
    return {fold(token.text) for token in tokenize(text)} & _TURNING


def _find_remark(value: str, asked: str, turned: set[str], matcher: Matcher) -> str:
    """Give a whole cell that says more than is asked; nothing where a question means all of it, or it says no more."""
    if len(_HEAD.split(value)) < 2 or _read_value(value, asked, turned, matcher):
        return ""
    return value if len(value) <= _LONGEST else f"{_HEAD.split(value)[0]}, met een opmerking"


def _read_held(value: str, asked: str, turned: set[str], matcher: Matcher) -> frozenset[int]:
    """Give the places of the terms that a value holds, or else what stands before a remark on it; none for another value."""
    whole = _read_value(value, asked, turned, matcher)
    return whole or _read_value(_HEAD.split(value)[0], asked, turned, matcher)


def _read_value(head: str, asked: str, turned: set[str], matcher: Matcher) -> frozenset[int]:
    """Give the places of the terms that a value holds, where every word of it holds one; none for another value."""
    turning = _find_turning(head)
    if turning - turned or (turned & _STRONG) - turning:
        return frozenset()
    words = [word for token in tokenize(head) if (word := fold(token.text)) not in STOP_WORDS]
    if not 0 < len(words) <= _MOST_WORDS or not all(word.isalpha() for word in words):
        return frozenset()
    held: set[int] = set()
    for word in words:
        own = {
            place
            for place, worth in matcher.worth(word)
            if worth >= _HELD and matcher.terms[place].stem != asked
        }
        if not own:
            return frozenset()
        held |= own
    return frozenset(held)


def _headers(texts: Iterable[str]) -> list[str]:
    """Give the headers of the first row."""
    return [header for header, _ in find_cells(next(iter(texts), ""))]
