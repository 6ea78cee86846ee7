"""What an item, a row or a heading says of a question, that says nothing whole by itself: what stands above it decides.

"Emoties herkennen op school" is no leave to do so, least of all below "Verboden AI".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answer.evidence import Unit
from assistant.answer.leads import find_lead
from assistant.answer.negation import has_negation
from assistant.answer.polarity import EXCLUDING, find_refusals
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import BlockKind, Span

_FRAGMENTS = frozenset({BlockKind.ITEM, BlockKind.ROW, BlockKind.HEADING})
_FORBIDDEN = re.compile(
    r"\b(?:verboden|verbied\w*|verbod|niet (?:\w+ )?(?:toegestaan|toegelaten|geoorloofd|subsidiabel|vergoed)|mag niet|mogen niet|"
    r"niet in aanmerking|uitgesloten)\b"
)
_FORBIDS_BELOW = re.compile(
    r"\b(?:verboden(?! (?:te|om|voor)\b)|verbied\w*(?=[\W]*(?:;|$))|verbod(?=[\W]*(?:;|$))|niet (?:\w+ )?(?:toegestaan|toegelaten|geoorloofd|"
    r"subsidiabel|vergoed)|mag niet|mogen niet|niet in aanmerking|uitgesloten)\b"
)
"""The same where it is of what stands below: a "verbod op alcohol" is of alcohol."""
_FREED = re.compile(
    r"\b(?:vrijgesteld|vrijstelling\w*|uitgezonderd|uitzondering\w*|geen verbod|niet verboden|tenzij|behalve)\b"
)
_MAY_ASKED = re.compile(
    r"(?:mag|mogen)\b|(?:is|zijn|wordt|worden|komt|komen) .*\b(?:toegestaan|toegelaten|geoorloofd|subsidiabel|vergoed|in aanmerking)\b"
)
_MUST_ASKED = re.compile(r"(?:moet|moeten|dient|dienen)\b")
_MAY = re.compile(
    r"\b(?:mag|mogen|mocht|mochten|kan|kunnen|kunt|toegestaan|toegelaten|geoorloofd|vrij om|vrijgesteld|recht (?:op|om)|subsidiabel|in aanmerking|"
    r"vergoed)\b"
)
_MUST = re.compile(
    r"\b(?:moet|moeten|moest|moesten|dient|dienen|verplicht\w*|vereist\w*|vereisten?|eis|eisen|nodig|noodzakelijk|voorwaarden?|"
    r"ten minste|minimaal|uiterlijk|zorg|zorgt|zorgen)\b"
)
_SENTENCE = re.compile(r"\W{0,20}[A-ZÀ-Þ][^ ]* .*[.!]\W{0,20}$", re.DOTALL)
_FARTHEST = 1_500
"""Characters from a heading that forbids to the end of the item that is quoted with it, at most."""


@dataclass(frozen=True, slots=True)
class Above:
    """The texts above an item or a row: the sentence that announces it, the one before that, and the nearest heading."""

    lead: str
    before: str
    heading: str

    @property
    def refuses(self) -> bool:
        """Tell whether any of it denies, refuses or leaves out."""
        told = (self.lead, self.heading)
        denied = any(has_negation(text) or find_refusals(text) for text in told)
        whole = fold(" ; ".join((*told, self.before)))
        return denied or any(pattern.search(whole) for pattern in (EXCLUDING, _FORBIDDEN, _FREED))

    @property
    def forbids(self) -> bool:
        """Tell whether it plainly says that what stands below is not allowed, with no exception."""
        whole = fold(" ; ".join((self.lead, self.before, self.heading)))
        return bool(_FORBIDS_BELOW.search(whole)) and not _FREED.search(whole)


def is_fragment(unit: Unit) -> bool:
    """Tell whether a sentence is an item, a row or a heading."""
    return unit.reading.blocks[unit.block].kind in _FRAGMENTS


def _is_sentence(unit: Unit) -> bool:
    """Tell whether an item reads as a sentence of its own."""
    return _SENTENCE.match(unit.text.rstrip()) is not None


def look_above(unit: Unit) -> Above:
    """Give what stands above an item or a row."""
    reading = unit.reading
    heading = (reading.headings_of(unit.block) or ("",))[-1]
    lead = find_lead(reading, unit.block)
    if lead is None:
        return Above("", "", heading)
    text = reading.document.text
    block = reading.block_at(lead.start)
    before = [span for span in reading.sentences(block) if span.end <= lead.start]
    if not before and block > 0 and reading.blocks[block - 1].kind is BlockKind.PARAGRAPH:
        before = list(reading.sentences(block - 1))
    return Above(lead.of(text), before[-1].of(text) if before else "", heading)


def is_forbidden_above(question: Question, unit: Unit) -> bool:
    """Tell whether what is asked to be allowed stands below words that plainly forbid it."""
    asked = fold(question.text)
    plain = _MAY_ASKED.match(asked) and not has_negation(asked) and not find_refusals(asked)
    return bool(plain) and is_fragment(unit) and not has_negation(unit.text) and look_above(unit).forbids


def withholds_fragment(question: Question, unit: Unit) -> bool:
    """Tell whether a fragment says no yes: what stands above it refuses, or nothing in it allows or demands what is asked."""
    if not is_fragment(unit):
        return False
    above, asked = look_above(unit), fold(question.text)
    if _is_sentence(unit) and not above.lead:
        return False
    if above.refuses and not has_negation(asked) and not find_refusals(asked):
        return True
    if _is_sentence(unit):
        return False
    told = fold(f"{above.lead} ; {unit.text}")
    may = _MAY_ASKED.match(asked) and not _MAY.search(told)
    return bool(may or (_MUST_ASKED.match(asked) and not _MUST.search(told)))


def with_prohibition(unit: Unit, span: Span) -> Span:
    """Give the span of an item with the heading or sentence near above it that forbids what it says."""
    reading = unit.reading
    if reading.blocks[unit.block].kind is not BlockKind.ITEM or not look_above(unit).forbids:
        return span
    lead, headings = find_lead(reading, unit.block), reading.parents[unit.block]
    if lead is None:
        return span
    text = reading.document.text
    starts = [lead.start, *(reading.blocks[heading].span.start for heading in headings[-1:])]
    block = reading.block_at(lead.start)
    starts.extend(one.start for place in (block - 1, block) if place >= 0 for one in reading.sentences(place))
    told = [
        start
        for start in sorted(starts, reverse=True)
        if start <= lead.start and _FORBIDDEN.search(fold(text[start : lead.end]))
    ]
    return Span(told[0], span.end) if told and span.end - told[0] < _FARTHEST else span
