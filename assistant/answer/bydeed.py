"""Who did it where several did something: "ontworpen door Vlakwerk en gebouwd door Jansma", "door Vlakwerk is ontworpen en ...".

Each "door" has a participle of its own, right before it or behind; the one with the verb of the question tells who.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.answer.deeds import is_parted
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.nounphrases import read_phrase
from assistant.answer.predicates import VERB, find_main_clause
from assistant.answer.question import Question
from assistant.types import Span

_KINDS = frozenset({QuestionKind.PERSON, QuestionKind.ORGANISATION})
_DOOR, _FIT = "door ", 0.95
"""What stands before one who does something, and how well such a one answers."""
_BY = re.compile(rf"\b{_DOOR}")
_CLAUSE_END = re.compile(r"[;:]|\. |, (?=(?:maar|terwijl|waarna|waarbij)\b)")
_RIGHT_BEFORE = re.compile(r" (?:(?:is|zijn|was|waren|wordt|worden|werd|werden) )?$")
_WORD = re.compile(r"[a-zà-ÿ]{7,}")
_HELD = 0.55
"""How well a word must hold the verb of the question to be what is done."""


def keep_by_deed(
    question: Question, unit: Unit, candidates: Sequence[Candidate], matcher: Matcher
) -> list[Candidate]:
    """Give the candidates without those behind a "door" of another deed, where the asked deed has one of its own."""
    found = list(candidates)
    if question.kind not in _KINDS or not found or unit.text.count(_DOOR) < 2:
        return found
    if len(find_main_clause(question).rstrip(" ,?")) < len(question.text.rstrip(" ?")):
        return found  # of two clauses the verb of the other may be the one that is held
    areas = _find_areas(unit.text)
    deeds = [*_find_deeds(unit, matcher), *_find_parted(question, unit.text)]
    deeds = deeds or _find_said(question, unit.text)
    own = {place for deed in deeds if (place := _place_of(unit.text, deed, areas)) is not None}
    if len(own) != 1:
        return found
    area = areas[own.pop()]
    kept = [one for one in found if area.shift(unit.span.start).covers(one.span)]
    phrase = None if kept else read_phrase(unit.text, area.start + len(_DOOR))
    return kept if phrase is None else [Candidate(phrase.span.shift(unit.span.start), _FIT)]


def _find_areas(text: str) -> list[Span]:
    """Give the stretches that begin with "door", each up to the next one or the end of its clause."""
    starts = [found.start() for found in _BY.finditer(text)]
    areas = []
    for start, stop in pairwise((*starts, len(text))):
        end = _CLAUSE_END.search(text, start, stop)
        areas.append(Span(start, end.start() if end else stop))
    return areas


def _find_deeds(unit: Unit, matcher: Matcher) -> list[Span]:
    """Give the words of a unit that hold the verb of the question."""
    asked = {place for place, term in enumerate(matcher.terms) if term.part == VERB}
    return [
        Span(start, end)
        for start, end, worth in matcher.held_words(unit.text)
        if any(place in asked and strength >= _HELD for place, strength in worth)
    ]


def _find_parted(question: Question, text: str) -> list[Span]:
    """Give the participles whose first part stands apart in the question: "samengesteld" for "stelt ... samen"."""
    words = (Span(*found.span()) for found in _WORD.finditer(text))
    return [word for word in words if is_parted(question, word.of(text))]


def _find_said(question: Question, text: str) -> list[Span]:
    """Give the participle with which the question ends, as the text has it: a common verb is no word that is looked for."""
    last = question.text.rstrip(" ?").rpartition(" ")[2]
    return [word for word in (Span(*found.span()) for found in _WORD.finditer(text)) if word.of(text) == last]


def _place_of(text: str, deed: Span, areas: Sequence[Span]) -> int | None:
    """Give which "door" a deed belongs to: the one right behind it, else the last one before it."""
    for place, area in enumerate(areas):
        if deed.end <= area.start and _RIGHT_BEFORE.fullmatch(text, deed.end, area.start):
            return place
    return next((place for place, area in enumerate(areas) if area.covers(deed)), None)
