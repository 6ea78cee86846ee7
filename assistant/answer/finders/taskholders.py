"""Who does it by what stands around it: above a list of actions ("Zonkracht:"), or behind "onder regie van"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.matching import Matcher
from assistant.answer.nounphrases import read_phrase
from assistant.answer.predicates import VERB
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.dutch.lexicon import load_lexicon
from assistant.types import BlockKind, Span

_HOLDER = re.compile(
    r"(?P<who>[A-ZÀ-Þ][\w’'&.-]*(?: (?:(?:van|de|den|der|het|en|&) )*[A-ZÀ-Þ][\w’'&.-]*){0,4}) ?:"
)
_ACTS = re.compile(r"[a-zà-ÿ]{3,}t (?=\w)")
"""A verb that opens an action."""
_SAID = 0.5
"""How well the action must hold the verb of the question."""


def _find_task_holder(unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give the name that leads in to a list of actions, one of which the unit is; it must say what is asked to be done."""
    reading = unit.reading
    deeds = (held for term, held in zip(matcher.terms, unit.local, strict=True) if term.part == VERB)
    if max(deeds, default=0.0) < _SAID:
        return
    if unit.items or not reading.blocks.is_kind(unit.block, BlockKind.ITEM) or not _ACTS.match(unit.text):
        return
    group = reading.list_around(unit.block)
    if group is None or group.lead is None:
        return
    lead = reading.blocks[group.lead].span
    found = _HOLDER.fullmatch(reading.text_of(group.lead).strip())
    if found is not None and not _is_word(found["who"]):
        yield Candidate(
            Span(lead.start, lead.start + found.end("who")),
            1.0,
            anchor=Span(unit.span.start, unit.span.start + 1),
        )


def _is_word(name: str) -> bool:
    """Tell whether a lead-in is one common word, such as "Doelgroep:"."""
    return " " not in name and name[1:].islower() and load_lexicon().knows_exactly(name.lower())


_LEADS_ASKED = re.compile(
    r"\bwie (?:heeft|had|hebben|voert|voerde|houdt|hield|neemt|nam|krijgt|kreeg|doet|deed|draagt)(?: (?:er|hier|hierbij|daarbij))? (?:(?:de|het) )?"
    r"(?P<what>regie|leiding|coordinatie|toezicht|voorzitterschap|begeleiding|aansturing|verantwoordelijkheid|beheer|redactie)\b"
)
_UNDER = re.compile(
    r"\bonder (?:(?:de|het) )?(?:[a-zà-ÿ]+e )?(?P<what>regie|leiding|co[oö]rdinatie|toezicht|voorzitterschap|begeleiding|aansturing|"
    r"verantwoordelijkheid|beheer|redactie) van (?=\w)",
    re.IGNORECASE,
)


def find_conductor(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give who does the action of a list, and behind "onder regie van" who leads it, where a question asks that."""
    yield from _find_task_holder(unit, matcher)
    asked = _LEADS_ASKED.search(fold(question.text))
    for found in _UNDER.finditer(unit.text) if asked else ():
        phrase = read_phrase(unit.text, found.end())
        if asked and phrase is not None and fold(found["what"]) == asked["what"]:
            yield Candidate(phrase.span.shift(unit.span.start), 1.0)
