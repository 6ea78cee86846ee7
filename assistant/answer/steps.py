"""What one thing came to step by step: "bij de start 50.000 euro; in 2031 verhoogd tot 60.000 en in 2033 tot 75.000 euro".

Of the steps the last one holds, and in a year that is asked the last one up to then. Stock prose tells them in one sentence
or in the next: "Het budget was 24 miljoen. Het werd in 2031 verhoogd tot 28 miljoen".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.finders.timedvalues import EARLIER, FIRST, FORMER, YEAR
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import BlockKind, Span

_KINDS = frozenset({QuestionKind.AMOUNT, QuestionKind.COUNT, QuestionKind.SHARE})
_CHANGED = re.compile(
    r"\b(?:verhoogd|verlaagd|opgetrokken|uitgebreid|bijgesteld|aangepast|gewijzigd|gestegen|gedaald|gegroeid|teruggebracht|"
    r"steeg|daalde|groeide|verhoogden?|verlaagden?)\b"
)
"""Verbs of a change that has come about."""
_TO = re.compile(r"\b(?:tot|naar|op)(?: (?:ruim|circa|ongeveer|bijna|ten hoogste|maximaal|€))? ?$")
"""What stands right before what something was changed to."""
_FROM = re.compile(r"\bvan(?: (?:ruim|circa|ongeveer|bijna|€))? ?$")
_REST = re.compile(r"\b(?:tot|naar) (?:het|de|zijn|haar) (?:huidige|tegenwoordige|nieuwe)\b")
"""A last step that names no value."""
_OPEN = re.compile(
    rf"{EARLIER}|{FIRST}|{FORMER}|\b(?:bij (?:aanvang|start|oprichting|invoering)|eerst|eerste|begon|startte|"
    r"met hoeveel|van hoeveel|verschil|vóór|voordat)\b"
)
"""A question for what was before, or for how much something changed."""
_IT = re.compile(
    r"(?:het|dit|dat|die|deze)(?: (?:bedrag|budget|aantal|percentage|aandeel|tarief|plafond|maximum|vergoeding|subsidie|bijdrage))? "
    r"(?:werd|is|steeg|daalde|groeide|zijn|werden)\b"
)
"""How a sentence begins that goes on with what the one before it told."""
_AHEAD = re.compile(r"\b(?:wordt|worden|zal|zullen|gaat|gaan|moet|moeten|kan|kunnen|mag|mogen)\b")
"""Words of a change that is still to come, or may."""
_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_OF_ONE = re.compile(
    rf" ?(?:euro |procent |% ?)?(?:voor|in|bij|van|per) (?!(?:de |het )?(?:19|20)\d\d|(?:{_MONTH})\b|jaar\b|totaal\b)[a-zà-ÿ]"
)
"""What stands behind a value that is of one of several: "400 euro voor alleenstaanden"."""
_OTHERS = re.compile(
    rf"\b(?:dat|die) van\b|\b(?:is|zijn|werd|werden) (?:voor|bij) (?!(?:19|20)\d\d|(?:{_MONTH})\b)[a-zà-ÿ]"
)
"""Words of a sentence that tells of another thing beside, or of another than the sentence before."""
_NOT = re.compile(r"\b(?:niet|nooit)(?: (?:meer|langer|verder))? $")
"""What stands right before a change that did not come about."""
_THEN = re.compile(r"\b(?:daarna|later|vervolgens|nu|uiteindelijk|inmiddels|opnieuw|nogmaals)\b")
_FIT = 0.4


@dataclass(frozen=True, slots=True)
class Step:
    """A value that something was changed to, in the offsets of its candidate, and the year of that; None where none is told."""

    value: Candidate
    year: int | None


def keep_step(question: Question, unit: Unit, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the candidates without the steps of a sentence, and what was before them, that do not hold when it is asked."""
    found = list(candidates)
    if question.kind not in _KINDS or len(found) < 2 or not _asks_state(question):
        return found
    values = sorted((one for one in found if unit.span.covers(one.span)), key=lambda one: one.span)
    steps = _read_steps(unit.text, unit.span.start, values)
    origin = [one for one in values if steps and one.span.end <= steps[0].value.span.start]
    chosen = _choose_step(question, unit, steps)
    if chosen is None or len(steps) + len(origin) < 2:
        return found
    passed = [step.value for step in steps if step is not chosen] + origin[-1:]
    return [one for one in found if one not in passed]


def carry_step(question: Question, units: Sequence[Unit], candidates: Sequence[Candidate]) -> None:
    """Give the first unit the step that holds, of those that the next sentence tells of its value.

    `candidates` are the values of that sentence.
    """
    if not units or not candidates:
        return
    top, following = units[0], find_following(units[0])
    if following is None:
        return
    text = top.reading.document.text
    values = sorted(candidates, key=lambda one: one.span)
    chosen = _choose_step(question, top, _read_steps(following.of(text), following.start, values))
    if chosen is not None:
        top.short = chosen.value.span
        top.short_text = chosen.value.text or chosen.value.span.of(text)


def find_carrying(question: Question, units: Sequence[Unit]) -> Unit | None:
    """Give the sentence that goes on with the value of the first unit and tells what it was changed to; None without one."""
    if question.kind not in _KINDS or not units or not _asks_state(question):
        return None
    top = units[0]
    if top.short is None or top.items or top.fit < _FIT or not top.span.covers(top.short):
        return None
    following = find_following(top)
    told = None if following is None else fold(following.of(top.reading.document.text))
    if following is None or told is None or not (_IT.match(told) and _CHANGED.search(told)):
        return None
    other = Unit(top.reading, top.block, following, top.hit, local=top.local, wide=top.wide)
    other.places = [-1] * len(top.local)
    return other


def find_following(unit: Unit) -> Span | None:
    """Give the sentence right behind a unit in its block."""
    return next((span for span in unit.reading.sentences(unit.block) if span.start >= unit.span.end), None)


def _asks_state(question: Question) -> bool:
    """Tell whether a question asks what something is or was, and not what it was at first or how much it changed."""
    return _OPEN.search(fold(question.text)) is None


def _read_steps(text: str, start: int, values: Sequence[Candidate]) -> list[Step]:
    """Give the steps of a sentence that begins at `start` of its document, in order; none where nothing was changed."""
    plain = fold(text)
    changed = _CHANGED.search(plain)
    if changed is None or len(plain) != len(text) or _REST.search(plain) or _AHEAD.search(plain):
        return []
    if (
        _NOT.search(plain, 0, changed.start())
        or _OTHERS.search(plain)
        or len(set(_CHANGED.findall(plain))) > 1
    ):
        return []
    steps: list[Step] = []
    before = 0
    for value in values:
        first = value.span.start - start
        if _TO.search(plain, before, first) and not _FROM.search(plain, before, first):
            years = YEAR.findall(plain[before:first])
            apart = steps and not years and not _THEN.search(plain, before, first)
            if apart or _OF_ONE.match(plain, value.span.end - start):
                return []
            steps.append(Step(value, int(years[-1]) if years else None))
        before = value.span.end - start
    return steps


def _choose_step(question: Question, unit: Unit, steps: Sequence[Step]) -> Step | None:
    """Give the step that holds in the year that is asked, or else the last one."""
    if not steps or unit.reading.blocks.is_kind(unit.block, BlockKind.ROW):
        return None
    asked = {int(year) for year in YEAR.findall(question.text)}
    if len(asked) > 1:
        return None
    if asked:
        year = asked.pop()
        until = [step for step in steps if step.year is not None and step.year <= year]
        return until[-1] if until and all(step.year is not None for step in steps) else None
    return steps[-1]
