"""Who says it, where the sentence is a later part of a quotation: "'Een stap', zegt Els Mol. 'Dit is pas het begin.'"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.names import find_names
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import Span

_SAYING = (
    r"(?:zegt|zei|zeggen|zeiden|aldus|volgens|vertelt|vertelde|stelt|stelde|vindt|vond|meent|meende|verklaart|verklaarde|reageert|"
    r"reageerde|benadrukt|benadrukte|waarschuwt|waarschuwde|denkt|dacht|hoopt|hoopte|noemt|noemde|verwacht|verwachtte|beweert|beweerde|"
    r"wijst|wees|besluit|vervolgt)"
)
_ASKED = re.compile(rf"\bwie (?:\w+ )?{_SAYING}\b|\b(?:uitspraak|citaat)\b")
_OPENS = re.compile(r"\s*[\"“‘'„«](?=[A-ZÀ-Þ0-9])")
_CLOSES = re.compile(r"[\"”’'»][.,!?]?$|[.!?][\"”’'»]$")
_ASCRIBES = re.compile(rf"[\"”’'»],? (?P<by>{_SAYING}\b[^\"“‘„«]{{2,120}})$")
"""What stands behind a quotation, up to the end of its sentence."""
_ANNOUNCES = re.compile(r"^(?P<by>[^\"“‘„«:]{4,160}):\s+[\"“‘'„«]")
"""What stands before a quotation that a colon opens."""
_UNNAMED = re.compile(
    rf"[\"”’'»],? {_SAYING} (?:hij|zij|ze|de [a-zà-ÿ-]+)(?: (?!(?:van|uit|bij)\b)[^\"“‘„«]{{0,80}})?\.?$"
)
"""A quotation of somebody who was named before: "zegt zij", "aldus de voorzitter"."""
_BACK = 4
"""Sentences before it in which a quotation may have been opened."""


def find_continued(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give the person to whom the quotation is ascribed of which the unit is a later sentence."""
    if not _ASKED.search(fold(question.text)):
        return
    if _UNNAMED.search(unit.text):
        yield from _find_before(unit)
        return
    if not (_OPENS.match(unit.text) or _CLOSES.search(unit.text)):
        return
    if _ASCRIBES.search(unit.text) or _ANNOUNCES.match(unit.text):
        return
    text = unit.reading.document.text
    before = [span for span in unit.reading.sentences(unit.block) if span.end <= unit.span.start]
    for span in reversed(before[-_BACK:]):
        told = span.of(text).strip()
        found = _ASCRIBES.search(told) or _ANNOUNCES.match(told)
        if found is not None:
            by = Span(*found.span("by")).shift(span.start + len(span.of(text)) - len(span.of(text).lstrip()))
            persons = [name for name in find_names(unit.reading, by) if name.kind == "person"]
            if len(persons) == 1:
                yield Candidate(persons[0].span.shift(by.start), 0.9, anchor=unit.span)
            return
        if _OPENS.match(unit.text) and not _OPENS.match(told):
            return


def _find_before(unit: Unit) -> Iterator[Candidate]:
    """Give the one person of the nearest sentence before the unit that names any, where the unit itself names nobody."""
    if any(name.kind == "person" for name in find_names(unit.reading, unit.span)):
        return
    before = [span for span in unit.reading.sentences(unit.block) if span.end <= unit.span.start]
    for span in reversed(before[-_BACK:]):
        persons = [name for name in find_names(unit.reading, span) if name.kind == "person" or name.post]
        if len(persons) == 1:
            yield Candidate(persons[0].span.shift(span.start), 0.9, anchor=unit.span)
        if persons:
            return
