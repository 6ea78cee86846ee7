"""Yes or no: what a sentence says about a statement in the form of a question.

"Ja" and "Nee" are given only when the sentence holds nearly all of the question; a number, date
or name that differs, a negation, or an empty cell of a table turns the answer.
"""

from __future__ import annotations

import re

from assistant.answer.cues import META_WORDS, NEGATION
from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.rows import find_cell
from assistant.dutch import fold
from assistant.types import BlockKind, ExtractKind

_ENOUGH = 0.62
_STATED_ENOUGH = 0.5
"""The share of a question that a written question must hold for its "Ja" or "Nee" to be the answer."""
_STATED = re.compile(r"(?:antwoord:?\s+)?(?P<said>ja|nee)\b(?=[.,:;!]|$)", re.IGNORECASE)
_EMPTY_CELLS = frozenset({"-", "–", "—", "nee", "n.v.t.", "geen", "0", ""})
_HEDGE = re.compile(
    r"\b(?:deels|gedeeltelijk|mogelijk|wellicht|waarschijnlijk|nog onduidelijk|verkend|onderzocht)\b",
    re.IGNORECASE,
)


def find_verdict(question: Question, unit: Unit, matcher: Matcher) -> str | None:
    """Give "Ja", "Nee" or None when the sentence does not decide."""
    stated = find_stated(unit, matcher)
    if stated is not None or unit.text.rstrip().endswith("?"):
        return stated
    if unit.reading.blocks[unit.block].kind is BlockKind.ROW:
        cell = find_cell(unit.text, matcher)
        if cell is not None and _names_are_near(unit, matcher):
            return "Nee" if cell.of(unit.text).strip().lower() in _EMPTY_CELLS else "Ja"
    if matcher.coverage(unit.context) < _ENOUGH or _HEDGE.search(unit.text) or _RESERVED.search(unit.text):
        return None
    if not _predicate_is_held(unit, matcher):
        return None
    differs = _differs(unit, matcher)
    if differs is None:
        return None
    denied = bool(NEGATION.search(_with_lead(unit))) != bool(NEGATION.search(question.text))
    return "Nee" if differs or denied else "Ja"


_SAID = 0.65
_LIGHT = META_WORDS | frozenset(
    "krijgen krijgt kreeg kregen heeft hebben gaat gaan komt komen doet doen nodig".split()
)
"""Words of a question that a sentence may leave out and still decide it."""
_RESERVED = re.compile(
    r"\b(?:tenzij|behalve|mits|uitsluitend|slechts|alleen als|alleen wanneer|niet alleen|uitgezonderd|hoewel|al dan niet|"
    r"wel voor|niet voor)\b",
    re.IGNORECASE,
)
"""Reservations: with one of these a plain yes or no would say more than the sentence."""


def _names_are_near(unit: Unit, matcher: Matcher) -> bool:
    return all(
        held >= 0.5 for term, held in zip(matcher.terms, unit.close, strict=True) if term.kind == "name"
    )


def _predicate_is_held(unit: Unit, matcher: Matcher) -> bool:
    """Tell whether the sentence says all that is asked: "goedgekeurd" is not held by "verworpen"."""
    pairs = zip(matcher.terms, unit.close, strict=True)
    return all(
        held >= 0.5 for term, held in pairs if term.kind == "word" and fold(term.text) not in META_WORDS
    )


def _with_lead(unit: Unit) -> str:
    """Give the unit's text with what leads in to it, which may deny all items below it."""
    if unit.reading.blocks[unit.block].kind is not BlockKind.ITEM:
        return unit.text
    group = unit.reading.list_around(unit.block)
    lead = "" if group is None or group.lead is None else unit.reading.text_of(group.lead)
    return f"{lead} {unit.text}"


def find_stated(unit: Unit, matcher: Matcher) -> str | None:
    """Give the "Ja" or "Nee" that opens the answer to a written question that holds the asked one."""
    reading = unit.reading
    answered = unit.block + 1 if unit.text.rstrip().endswith("?") else unit.block
    asked = reading.questions.get(answered, ())
    if not asked or (answered != unit.block and unit.block not in asked):
        return None
    said = _STATED.match(reading.text_of(answered))
    question = " ".join(reading.text_of(block) for block in asked)
    if said is None or question.count("?") > 1:
        return None
    held = matcher.coverage([strength for strength, _ in matcher.match(question)])
    return said.group("said").capitalize() if held >= _STATED_ENOUGH else None


def _differs(unit: Unit, matcher: Matcher) -> bool | None:
    """Tell whether a number of the question has another value in the sentence; None when it is just absent."""
    for term, held in zip(matcher.terms, unit.context, strict=True):
        if term.kind == "word" or held >= 0.45:
            continue
        if term.kind == "number":
            same_sort = unit.reading.facts_in(
                unit.span, ExtractKind.DATE, ExtractKind.AMOUNT, ExtractKind.SHARE
            ) or re.search(r"\d", unit.text)
            return True if same_sort else None
        return None
    return False
