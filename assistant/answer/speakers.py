"""Who says it: "volgens de wethouder" asks for words of the alderman, who may be named below or above what is said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cues import ROLE_WORDS
from assistant.answer.evidence import Presence, Unit
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import Span

_NAME = r"[A-ZÀ-Þ][\w’'&.-]*(?: (?:van |de |der |den )*[A-ZÀ-Þ][\w’'&.-]*)*"
_WITHIN = re.compile(
    rf"\b[Vv]olgens (?:(?:de|het|een|den) )?(?:[A-Za-zà-ÿ-]+e (?=[a-z]))?(?:{_NAME}|[a-zà-ÿ-]+(?: {_NAME})?)"
    rf"(?: (?:van|in|bij|uit) (?:de |het )?{_NAME})?"
)
"""Who says it, anywhere in a question: an article, an adjective, a noun or name, and what he is of."""
_BEHIND = re.compile(r"(?:, (?:volgens|aldus) [^,?]{2,90}|\b(?:volgens|aldus) \S+(?: \S+){0,4}?)\s*\?*$")
"""Who says it, at the end of a question."""
_NEXT_PHRASE = re.compile(r" (?:de|het|een) ")
"""What follows who says it where the question goes on: "volgens minister Vos | de nieuwe brug"."""
_AROUND = 4
"""Blocks before and behind in which the name of a speaker counts: a quotation of some paragraphs with his post below it.
With 2, 4 and 6 the development questions are answered about alike."""
_ASCRIBED = re.compile(
    r"\b(?:[Vv]olgens|aldus|zegt|zei|vertelt|vertelde|stelt|stelde|benadrukt|benadrukte) "
    r"(?:(?:de|het|een) )?(?:[A-Za-zà-ÿ-]+e )?(?:[a-zà-ÿ-]+ )?(?=[A-ZÀ-Þ])"
)
"""Words that name somebody as the one who says it: "volgens gedeputeerde Dorst", "zegt Mia Verhulst"."""
_NAMED = 0.3
"""The strength from which a word for the speaker is said at all."""
_HELD, _SAID_NEAR = 0.5, 0.9
"""How well a block must hold every word for the speaker to name him, and how much of that holds for what is said."""


def find_speaker(text: str) -> Span | None:
    """Give the stretch of a question that tells who says it; None without one."""
    within = _WITHIN.search(text)
    goes_on = within and _NEXT_PHRASE.match(text, within.end())
    found = within if goes_on else _BEHIND.search(text) or within
    return Span(*found.span()) if found else None


def raise_spoken(question: Question, units: Sequence[Unit], matcher: Matcher) -> None:
    """Raise how far the words for the speaker are held around a unit by what holds them in the blocks near it.

    Not in the unit itself: a line with his name and post is no answer. What a unit ascribes to somebody else is not his,
    whoever is named beside it.
    """
    terms = _find_terms(question, matcher)
    for unit in units if terms else ():
        if _is_of_other(unit, terms):
            for place in terms:
                for strengths in (unit.close, unit.context, unit.wide):
                    strengths[place] = unit.local[place]
            continue
        last = min(len(unit.reading.blocks), unit.block + _AROUND + 1)
        blocks = (unit.reading.text_of(block) for block in range(max(0, unit.block - _AROUND), last))
        named = [
            held for held in map(matcher.strengths, blocks) if min(held[place] for place in terms) >= _HELD
        ]
        for place in terms if named else ():
            said = _SAID_NEAR * max(held[place] for held in named)
            for strengths in (unit.close, unit.context, unit.wide):
                strengths[place] = max(strengths[place], said)


def mark_unspoken(question: Question, units: Sequence[Unit], matcher: Matcher, presence: Presence) -> None:
    """Add to `lacks` of each unit the post of the speaker, where it is said nowhere in its document or another speaks."""
    for place in _find_terms(question, matcher):
        term = matcher.terms[place]
        if fold(term.text) not in ROLE_WORDS:
            continue
        for unit in units:
            absent = unit.wide[place] < _NAMED and presence(unit.reading.document.id, term.stem) == 0.0
            if absent or _is_of_other(unit, (place,)):
                unit.lacks = tuple(dict.fromkeys((*unit.lacks, term.text)))


def _find_terms(question: Question, matcher: Matcher) -> tuple[int, ...]:
    """Give the places of the words for the speaker, those that the rest of the question has too left out."""
    speaker = find_speaker(question.text)
    if speaker is None:
        return ()
    words = {fold(token.text) for token in question.words if speaker.covers(token.span)}
    words -= {fold(token.text) for token in question.words if not speaker.covers(token.span)}
    return tuple(place for place, term in enumerate(matcher.terms) if fold(term.text) in words)


def _is_of_other(unit: Unit, terms: Sequence[int]) -> bool:
    """Tell whether a unit names who says it, and it is not the one asked about."""
    return bool(_ASCRIBED.search(unit.text)) and max(unit.local[place] for place in terms) < _NAMED
