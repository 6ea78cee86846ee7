"""The thing that the verb of a question is about: a sentence that shares only the verb and the names with the question says
nothing of it.

"Wie bouwt de sporthal in Lier?" is not answered by who builds a net in Lier, where nothing near says a word of a sporthal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.conversation_phrases import is_verbal
from assistant.answer.cues import (
    ABSTRACT_NOUNS,
    GENERIC_NOUNS,
    META_WORDS,
    ORGANISATION_NOUNS,
    PERIOD_NOUNS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    ROLE_WORDS,
    TIME_NOUNS,
)
from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.predicates import ASKED, VERB, stands_as_noun
from assistant.answer.question import Question
from assistant.dutch import fold

_KINDS = frozenset(
    {
        QuestionKind.AMOUNT,
        QuestionKind.COUNT,
        QuestionKind.SHARE,
        QuestionKind.PERSON,
        QuestionKind.ORGANISATION,
        QuestionKind.PLACE,
        QuestionKind.MOMENT,
        QuestionKind.PERIOD,
    }
)
"""Kinds that any value or name of the sort may seem to answer."""
_HELPING = frozenset(
    "is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen kon konden zal zullen zou zouden mag mogen "
    "moet moeten moest moesten wil willen wilde wilden".split()
)
"""Verbs behind which the thing stands that another verb at the end is about: that one may be said otherwise."""
_BEHIND_VERB = re.compile(
    r"(?<![\w-])(?P<verb>[a-zà-ÿ]+) (?:de|het|een|deze|dit|die|dat) (?P<words>[a-zà-ÿ-]{3,}(?: [a-zà-ÿ-]{3,}){0,2})(?![\w-])"
)
_LIGHT, _NOTHING, _HELD = 0.7, 0.5, 0.5
"""The weight from which a noun tells what a question is about, the strength from which something is said of it, and that
from which another word of the question is held in the sentence itself."""
_OTHERS = frozenset().union(
    ABSTRACT_NOUNS, GENERIC_NOUNS, META_WORDS, PERIOD_NOUNS, PERSON_NOUNS, ROLE_WORDS, TIME_NOUNS
)
"""Nouns that are often not said: who does it and when, and words for anything."""
_BODIES = ORGANISATION_NOUNS | PLACE_NOUNS
_RARE = 0.95
"""The weight of a noun that stands in hardly any passage: a body or place of which that is so is the thing itself."""


def find_thing(question: Question, matcher: Matcher) -> int | None:
    """Give the place of the term for the thing right behind the verb of a question; None where there is none."""
    if question.kind not in _KINDS:
        return None
    for found in _BEHIND_VERB.finditer(question.text):
        if found["verb"] in _HELPING or not is_verbal(found["verb"]):
            continue
        words = found["words"].split()
        for place, term in enumerate(matcher.terms):
            if (
                term.kind == "word"
                and term.weight >= _LIGHT
                and term.part not in (VERB, ASKED)
                and term.text in words
                and fold(term.text) not in _OTHERS
                and (term.weight >= _RARE or fold(term.text) not in _BODIES)
                and stands_as_noun(term.text, question.text)
            ):
                return place
    return None


def mark_strange(question: Question, units: Sequence[Unit], matcher: Matcher) -> None:
    """Add to `lacks` of each unit the thing that is asked about, where nothing near tells of it and the unit itself holds
    nothing else of the question but its verb, its names and the noun asked for."""
    thing = find_thing(question, matcher)
    if thing is None:
        return
    words = [
        place
        for place, term in enumerate(matcher.terms)
        if place != thing and term.kind == "word" and not term.part
    ]
    for unit in units:
        near = max(unit.local[thing], unit.close[thing], unit.context[thing], unit.wide[thing])
        if near < _NOTHING and all(unit.local[place] < _HELD for place in words):
            unit.lacks = tuple(dict.fromkeys((*unit.lacks, matcher.terms[thing].text)))
