"""A value of then that the next sentence carries on: "Bij de start waren er 21 leden. Dit aantal is gegroeid naar 30"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.evidence import Unit
from assistant.answer.finders.timedvalues import EARLIER, FIRST, FORMER, NOW, THEN, read_values
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.quantities import Quantity, find_quantities
from assistant.answer.question import Question
from assistant.answer.shorts import FINDERS
from assistant.answer.steps import carry_step, find_carrying
from assistant.dutch import fold
from assistant.types import Span

_KINDS = frozenset({QuestionKind.COUNT, QuestionKind.AMOUNT, QuestionKind.SHARE})
_CARRIES_ON = re.compile(
    r"(?:dit|dat) (?:aantal|bedrag|percentage|aandeel|budget|getal|tarief|cijfer)\b|(?:inmiddels|intussen|ondertussen|nu|"
    r"tegenwoordig|momenteel|thans) (?:zijn|is|heeft|hebben|telt|tellen|bedraagt|gaat het om)\b",
    re.IGNORECASE,
)
"""How a sentence begins that tells what became of the value before it."""
_CHANGED = re.compile(
    r"\b(?:gegroeid|gestegen|toegenomen|opgelopen|uitgebreid|verhoogd|gedaald|afgenomen|teruggelopen|verlaagd|geslonken|"
    r"groeide|steeg|daalde|liep op|nam toe|nam af) (?:naar|tot) (?:(?:ruim|circa|ongeveer|bijna|zo'n|meer dan) )?$",
    re.IGNORECASE,
)
_OF_THEN = re.compile(
    rf"{EARLIER}|{FIRST}|{FORMER}|\b(?:waren|was|had|hadden|werd|werden|telde|telden|deed|deden|kwam|kwamen|nam|namen|kreeg|kregen|"
    r"begon\w*|startte\w*|eerst|mikte\w*|wilde\w*|streef\w*|doel\w*|beoogd\w*|gepland\w*|verwacht\w*)\b",
    re.IGNORECASE,
)
"""A question for what was, not for what is."""
_ALIKE = 5
"""Letters of the asked noun with which the word behind a value must begin."""
_NOW_OPENS = re.compile(
    r"(?:inmiddels|intussen|ondertussen|nu|tegenwoordig|momenteel|thans)\b", re.IGNORECASE
)


def carry_on(question: Question, units: Sequence[Unit], matcher: Matcher) -> None:
    """Give the first unit the value that the next sentence says became of its own, where what is now is asked."""
    _carry_step(question, units, matcher)
    if not units or question.kind not in _KINDS or matcher.years:
        return
    top = units[0]
    if top.short is None or _OF_THEN.search(question.text) or not _is_of_then(top):
        return
    following = _find_next(top)
    text = top.reading.document.text
    value = _find_carried(following.of(text), question) if following is not None else None
    if following is not None and value is not None:
        top.short = value.span.shift(following.start)
        top.short_text = top.short.of(text)


def _carry_step(question: Question, units: Sequence[Unit], matcher: Matcher) -> None:
    """Give the first unit what the next sentence says that its value was changed to."""
    carrying = find_carrying(question, units)
    if carrying is not None:
        carry_step(question, units, list(FINDERS[question.kind](question, carrying, matcher)))


def _is_of_then(unit: Unit) -> bool:
    short = unit.short
    if short is None or not unit.span.covers(short):
        return False
    own = [value for value in read_values(unit.text) if value.span.shift(unit.span.start).overlaps(short)]
    return bool(own) and all(THEN in value.eras and NOW not in value.eras for value in own)


def _find_next(unit: Unit) -> Span | None:
    """Give the sentence behind a unit in its block."""
    spans: Sequence[Span] = unit.reading.sentences(unit.block)
    return next((span for span in spans if span.start >= unit.span.end), None)


def _find_carried(text: str, question: Question) -> Quantity | None:
    """Give the value of now in a sentence that carries on from the one before it; of another thing it is none."""
    if not _CARRIES_ON.match(text):
        return None
    quantities = find_quantities(text)
    changed = next((one for one in quantities if _CHANGED.search(text, 0, one.span.start)), None)
    if changed is not None or not quantities or not _NOW_OPENS.match(text):
        return changed
    behind = text[quantities[0].span.end :].strip(" .!")
    asked = fold(question.asked or "")
    same = not behind or behind[0] in ",;(" or (asked and fold(behind).startswith(asked[:_ALIKE]))
    return quantities[0] if same else None
