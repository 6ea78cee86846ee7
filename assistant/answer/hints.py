"""Hints that a sentence speaks of the right thing and does not tell what is asked: `judging.py` weighs them.

A short answer that only says the question again ("nieuwe partners" for which new partners), one without a name or a
number, a plan where the question takes for granted that it was carried out.
"""

from __future__ import annotations

import re

from assistant.answer.asking import find_slot
from assistant.answer.choosing import find_sentence
from assistant.answer.cues import PLANNING_WORDS, VAGUE_WORDS
from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.spanfeatures import read_span, view_sentence

OF_SPAN = (
    "repeats",
    "repeats all",
    "head repeats",
    "bare noun",
    "adds to noun",
    "near",
    "left",
    "alone",
)
"""What is taken over of `spanfeatures.read_span` for the short answer that a finder gave."""
HINTS = (
    "planned",
    "asks plan",
    "asks past",
    "past planned",
    "noun",
    "plural",
    "vague",
    "vague first",
    "capital",
    "digit",
    "long",
    "one word",
    *OF_SPAN,
)
_PLANNING = re.compile(rf"\b(?:{'|'.join(sorted(PLANNING_WORDS))})\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:is|zijn|werd|werden|heeft|hebben|was|waren|kwam|kwamen|ging|gingen|kreeg|kregen|had|hadden)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_][\w'’-]*")
_LONG = 15
"""Words of a short answer that is as long as any."""


def read_hints(question: Question, unit: Unit, matcher: Matcher) -> tuple[float, ...]:
    """Give the hints of a unit in the order of `HINTS`, each in [0, 1].

    `planned` and `asks plan`: the sentence, the question has a word of plans or wishes; `asks past`: the question
    takes it as done, `past planned`: while the sentence has it as a plan. `noun`, `plural`: the question leaves a
    noun open, several things. The rest is of the short answer, 0 without one: it has a word such as "enkele", as its
    first, a capital, a digit; its length; what `OF_SPAN` tells of it beside the words of the question.
    """
    slot = find_slot(question.text, question.asked)
    planned, asks_plan = bool(_PLANNING.search(unit.text)), bool(_PLANNING.search(question.text))
    past = not asks_plan and bool(_PAST.search(question.text))
    told = (planned, asks_plan, past, past and planned, bool(slot.noun), slot.plural)
    return (*map(float, told), *_of_words(unit.short_text or ""), *_of_span(question, unit, matcher))


def _of_words(short: str) -> tuple[float, ...]:
    words = _WORD.findall(short)
    if not words:
        return (0.0,) * 6
    vague = [word.lower() in VAGUE_WORDS for word in words]
    capital = any(word[:1].isupper() for word in words)
    digit = any(word[:1].isdigit() for word in words)
    long = min(1.0, len(words) / _LONG)
    return (*map(float, (any(vague), vague[0], capital, digit)), long, float(len(words) == 1))


def _of_span(question: Question, unit: Unit, matcher: Matcher) -> tuple[float, ...]:
    """Give what stands in `OF_SPAN` for the short answer where it lies in the sentence."""
    if unit.short is None:
        return (0.0,) * len(OF_SPAN)
    slot = find_slot(question.text, question.asked)
    view = view_sentence(slot, unit, matcher, find_sentence(unit, matcher))
    if view.found is None or view.found[0] >= view.found[1]:
        return (0.0,) * len(OF_SPAN)
    found = dict(read_span(slot, view, *view.found))
    return tuple(found.get(name, 0.0) for name in OF_SPAN)
