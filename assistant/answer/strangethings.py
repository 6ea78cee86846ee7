"""The thing that the verb of a question is about: a sentence that shares only the verb and the names with the question says
nothing of it.

"Wie bouwt de sporthal in Lier?" is not answered by who builds a net in Lier, where nothing near says a word of a sporthal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from assistant.answer.conversation_phrases import PREPOSITIONS, is_verbal
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
from assistant.answer.terms import Term
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
        QuestionKind.LIST,
        QuestionKind.REASON,
        QuestionKind.MANNER,
        QuestionKind.PURPOSE,
        QuestionKind.STATUS,
    }
)
"""Kinds that any value, name or sentence may seem to answer."""
_OPEN = frozenset(
    {
        QuestionKind.LIST,
        QuestionKind.REASON,
        QuestionKind.MANNER,
        QuestionKind.PURPOSE,
        QuestionKind.STATUS,
    }
)
"""Those of them that are answered in more words, so that the thing is more often told of in others."""
_PHRASE = r"(?:de|het|een|deze|dit|die|dat) (?P<words>[a-zà-ÿ-]{3,}(?: [a-zà-ÿ-]{3,}){0,2})(?![\w-])"
_BEHIND_VERB = re.compile(rf"(?<![\w-])(?P<verb>[a-zà-ÿ]+) {_PHRASE}")
_OF = re.compile(rf"(?<![\w-])(?P<part>[a-zà-ÿ-]{{3,}}) van (?!een ){_PHRASE}")
_DONE = re.compile(
    r"(?<![\w-])(?P<word>(?:[^\W\d_]{0,6}ge|be|ver|her|ont)[^\W\d_]{3,20}(?:d|t|en))[\s?.!]{0,5}$",
    re.IGNORECASE,
)
"""A participle at the end of a question."""
_ENDS = re.compile(r" van (?:de|het) [a-zà-ÿ-]+[ ?.!]{0,5}$|[ ?.!]{0,5}$")
_HELPING = frozenset(
    "is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen kon konden zal zullen zou zouden mag mogen "
    "moet moeten moest moesten wil willen wilde wilden".split()
)
"""Verbs that tell of a thing only with another one ("Wanneer is de sporthal gebouwd?")."""
_WHEN = re.compile(
    r"(?:en |maar )?(?:vanaf |sinds |tot )?wanneer (?:is|was|zijn|waren|komt|komen) ", re.IGNORECASE
)
"""What asks for the day of a thing itself: "Wanneer is het bezoek aan Lier?"."""
_MEASURED = re.compile(r"\bhoe (?P<word>[a-zà-ÿ]+)", re.IGNORECASE)
"""What is measured ("hoe lang"): it tells nothing of the thing."""
_LIGHT, _SAID, _HELD = 0.7, 0.5, 0.5
"""The weight from which a noun tells what a question is about, the strength from which something is said of it, and that
from which another word of the question is held in the sentence itself."""
_OTHERS = frozenset().union(
    ABSTRACT_NOUNS, GENERIC_NOUNS, META_WORDS, PERIOD_NOUNS, PERSON_NOUNS, ROLE_WORDS, TIME_NOUNS
)
"""Nouns that are often not said: who does it and when, and words for anything."""
_HOW_IT_IS = frozenset(("stand", "zaken", "status", "voortgang"))
"""What is asked of a thing where a question asks how it is going."""
_PARTS = frozenset(
    "schema tabel figuur kaart grafiek diagram bijlage voetnoot kader rapport verslag nota brief tekst hoofdstuk paragraaf artikel".split()
)
"""Parts of a document: they hold the answer, and name themselves otherwise or not at all."""
_PEOPLE = (
    "nemers",
    "gevers",
    "houders",
    "bezoekers",
    "leden",
    "mensen",
    "aanvragers",
    "ontvangers",
    "inwoners",
)
"""Those who take part, who are often not said either."""
_BODIES = ORGANISATION_NOUNS | PLACE_NOUNS
_RARE = 0.85
"""The weight of a noun that stands in hardly any passage: a body or place of which that is so is the thing itself."""


def find_things(question: Question, matcher: Matcher) -> dict[int, str]:
    """Give the places of the terms for the things a question is about, each with the noun for what is asked of it:

    the one right behind its verb ("wanneer zijn de verkiezingen" too, where nothing is named), and one that something else
    is "of" and that hardly any passage names.
    """
    if question.kind not in _KINDS:
        return {}
    found: dict[int, str] = {}
    least = _RARE if question.kind in _OPEN else _LIGHT
    done = _DONE.search(question.text) is not None
    unnamed = all(term.kind == "word" for term in matcher.terms)
    for phrase in _BEHIND_VERB.finditer(question.text):
        last = (unnamed and _ENDS.match(question.text, phrase.end())) or _WHEN.match(question.text)
        if (phrase["verb"] not in _HELPING or done or last) and is_verbal(phrase["verb"]):
            place = _find_noun(phrase["words"], question, matcher, least)
            found |= {} if place is None else {place: ""}
    for phrase in _OF.finditer(question.text):
        if stands_as_noun(phrase["part"], question.text):
            place = _find_noun(phrase["words"], question, matcher, _RARE)
            found |= {} if place is None else {place: phrase["part"]}
    return found


def _find_noun(words: str, question: Question, matcher: Matcher, least: float) -> int | None:
    """Give the place of the term for the noun of a phrase, where it is telling enough."""
    phrase = takewhile(lambda word: word not in PREPOSITIONS, words.split())
    noun = next((word for word in reversed(list(phrase)) if stands_as_noun(word, question.text)), None)
    plain = fold(noun or "")
    if noun is None or plain in _OTHERS or plain in _PARTS or plain.endswith(_PEOPLE):
        return None
    for place, term in enumerate(matcher.terms):
        if term.text == noun and term.kind == "word" and term.part not in (VERB, ASKED):
            body = plain in _BODIES and term.weight < _RARE
            return None if body or term.weight < least else place
    return None


def mark_strange(question: Question, units: Sequence[Unit], matcher: Matcher) -> None:
    """Add to `lacks` of each unit a thing that is asked about, where nothing near tells of it and the unit itself holds
    nothing else of the question but its verb, its names and what is asked."""
    things = find_things(question, matcher)
    aside = {
        found["word"] for pattern in (_MEASURED, _DONE) if things and (found := pattern.search(question.text))
    }
    for thing, part in things.items():
        term = matcher.terms[thing]
        words = [
            place
            for place, other in enumerate(matcher.terms)
            if place not in things and _tells(other) and other.text not in {part, *aside}
        ]
        for unit in units:
            near = max(unit.local[thing], unit.close[thing], unit.context[thing], unit.wide[thing])
            if near < _SAID and all(unit.local[place] < _HELD for place in words):
                unit.lacks = tuple(dict.fromkeys((*unit.lacks, term.text)))


def _tells(term: Term) -> bool:
    """Tell whether a word besides the thing tells what a question is about."""
    plain = fold(term.text)
    return term.kind == "word" and not term.part and plain not in _HOW_IT_IS
