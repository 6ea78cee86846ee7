"""Who was there for a body: "Wie was er namens de Wegdienst aanwezig?" asks all persons below its name in the list of those present.

One of them alone is half the answer, and those of another body, or a line without a person, are none.
"""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.finders.which import join_items
from assistant.answer.itemising import strip_mark
from assistant.answer.kinds import QuestionKind
from assistant.answer.names import find_names
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import BlockKind

_NAME = r"(?P<body>[A-ZÀ-Þ][\w&.'’-]*(?: (?:(?:van|voor|de|het|en) )*[A-ZÀ-Þ][\w&.'’-]*)*)"
_OTHER_NAME = _NAME.replace("body", "other")
_ASKED = re.compile(
    rf"\b[Ww]ie\b(?: (?:er|allemaal|allen|was|waren|nam|namen|kwam|kwamen|zat|zaten|zijn|is))* (?:van|namens|uit|voor) "
    rf"(?:de |het )?(?:stad |gemeente |provincie )?{_NAME}|"
    rf"\b[Ww]ie vertegenwoordigden? (?:de |het )?(?:stad |gemeente |provincie )?{_OTHER_NAME}"
)
_THERE = re.compile(
    r"\b(?:aanwezig|present|erbij|deelgenomen|deelnam\w*|bijgewoond|vertegenwoordig\w+|(?:nam|namen)\b.*\bdeel|"
    r"(?:was|waren)(?: er)?\b.* (?:er )?(?:bij|op) |(?:was|waren) er bij)\b"
)
_PERSON = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]*(?: (?:van|de|den|der|ter|ten|te|'t|’t|el|di|[A-ZÀ-Þ][\w.'’-]*))* ?[A-ZÀ-Þ][\w'’-]+"
)
_KINDS = frozenset({QuestionKind.PERSON, QuestionKind.LIST})
_MOST = 25
"""Persons in a row at most."""
_LOOK, _NEAR_BEST = 30, 2.5
"""Units in which somebody of the body is looked for, and how far below the first one they may score."""


def find_body(question: Question) -> str | None:
    """Give the body of which it is asked who was there; None where that is not asked."""
    if question.kind not in _KINDS or not _THERE.search(question.text):
        return None
    found = _ASKED.search(question.text)
    return None if found is None else found["body"] or found["other"]


def find_present(question: Question, unit: Unit) -> str | None:
    """Give all persons that a list names below the body that is asked for, where a sentence is one of them."""
    body = find_body(question)
    group = unit.reading.list_around(unit.block) if body else None
    if body is None or group is None or group.lead is None or unit.block not in group.items:
        return None
    if not _says(unit.reading.text_of(group.lead), body) or len(group.items) > _MOST:
        return None
    names = [strip_mark(unit.reading.text_of(item)).strip() for item in group.items]
    return join_items(names) if all(map(_PERSON.fullmatch, names)) else None


def is_absent(question: Question, unit: Unit) -> bool:
    """Tell whether a sentence tells of no person of the body of which it is asked who was there."""
    body = find_body(question)
    if body is None:
        return False
    if not any(name.kind == "person" for name in find_names(unit.reading, unit.span)):
        return not any(map(_PERSON.fullmatch, (strip_mark(unit.text).strip(),)))
    if unit.reading.blocks[unit.block].kind is not BlockKind.ITEM or _says(unit.text, body):
        return False
    group = unit.reading.list_around(unit.block)
    if group is None or group.lead is None or unit.block not in group.items:
        return False
    return not _says_above(unit, group.lead, body)


def prefer_present(question: Question, units: list[Unit]) -> None:
    """Put first somebody of the body that is asked for, where the first sentence is of another one or of nobody."""
    if not units or not is_absent(question, units[0]):
        return
    top = units[0]
    for unit in units[1:_LOOK]:
        if unit.score < top.score - _NEAR_BEST:
            return
        if unit.short is not None and not unit.lacks and find_present(question, unit) is not None:
            unit.score = top.score
            units.remove(unit)
            units.insert(0, unit)
            return


def _says_above(unit: Unit, lead: int, body: str) -> bool:
    above = (lead, *unit.reading.parents[unit.block])
    return any(_says(unit.reading.text_of(block), body) for block in above)


def _says(text: str, body: str) -> bool:
    """Tell whether a line holds the words of a name."""
    plain = set(re.findall(r"[\w’'-]+", fold(text)))
    return all(word in plain for word in re.findall(r"[\w’'-]+", fold(body)))
