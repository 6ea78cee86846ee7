"""Which of several counted things with one noun a question asks for: "28 erkende normen, 21 kandidaat-normen"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.finders.candidate import stem_of
from assistant.answer.matching import Matcher
from assistant.answer.quantities import Quantity
from assistant.answer.question import Question
from assistant.dutch import fold

_STOP = re.compile(r"[,;:.(](?!\d)|\b(?:en|maar|terwijl|waarvan|plus)\b")
"""What ends the words that belong to one number."""
_HELD = 0.8
_LEAST_FORE = 3
OTHER = 0.3
"""The share of its fit that is left to a number of the other ones."""


def weigh_modifiers(
    question: Question, text: str, quantities: Sequence[Quantity], counted: Sequence[bool], matcher: Matcher
) -> list[float]:
    """Give for each number the share of its fit that is left to it.

    Of those that count the asked noun (`counted`), one whose own words hold less of the question than those of another
    one is of other things.
    """
    held = [
        _find_held(question, _own_words(text, quantities, place), matcher) if counts else None
        for place, counts in enumerate(counted)
    ]
    told = [words for words in held if words is not None]
    return [OTHER if words is not None and any(words < other for other in told) else 1.0 for words in held]


def _own_words(text: str, quantities: Sequence[Quantity], place: int) -> str:
    """Give the words behind a number, up to the next one or the next clause."""
    start = quantities[place].span.end
    end = quantities[place + 1].span.start if place + 1 < len(quantities) else len(text)
    stop = _STOP.search(text, start, end)
    return text[start : stop.start() if stop else end]


def _find_held(question: Question, words: str, matcher: Matcher) -> frozenset[str]:
    """Give what the words of a number hold of the question besides the counted noun, also the first part of that."""
    asked = stem_of(question.asked) if question.asked else ""
    held = {
        term.stem
        for term, strength in zip(matcher.terms, matcher.strengths(words), strict=True)
        if strength >= _HELD and term.stem != asked
    }
    fore = fold(question.asked or "").rpartition("-")[0]
    if len(fore) >= _LEAST_FORE and fore in fold(words):
        held.add(f"{fore}-")
    return frozenset(held)
