"""Words of a question that no document holds, so that nothing found can be its answer.

A name that stands nowhere is enough. Another word may be said in other words; only where a question has no name or
number, and each noun that tells what it is about stands nowhere, is nothing said of it: "Hoeveel kost een skipiste?"
finds prices of other things. What documents are about must be said in one of them, whatever place or year is named with it;
and so must what money or a ticket is for: "een premie voor een regenton".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from assistant.answer.adjectives import is_adjective, may_be_noun
from assistant.answer.asking import find_slot
from assistant.answer.conversation_phrases import PREPOSITIONS, is_verbal
from assistant.answer.cues import GENERIC_VERBS, META_WORDS
from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.scoring import LIFE
from assistant.answer.subjects import texts_above, without_head
from assistant.answer.superlatives import is_superlative
from assistant.answer.terms import Term
from assistant.dutch import fold

_HELD, _SAID = 0.5, 0.3
"""The strength from which a name, and another word, is held by what was found."""
_WHOLE = 0.75
"""That of a compound by more than one of its parts (`kinship.py`)."""
_FIRST = 5
"""Best sentences near which the fore part of a compound may stand."""
_LIGHT = 0.3
"""The weight below which a word tells nothing of what a question is about."""
_MEANT = 0.6
"""The strength from which a word that stands nowhere is said by others, where there is much for it to be near to."""
_FOR = re.compile(
    r"(?<![\w-])(?:subsidies?|premies?|vergoeding(?:en)?|toelages?|tegemoetkoming(?:en)?|uitkering(?:en)?|toeslag(?:en)?|"
    r"boetes?|tarief|tarieven|korting(?:en)?|kaartjes?|tickets?|abonnement(?:en)?|vergunning(?:en)?|aanvraagperiode) voor "
    r"(?:(?:een|de|het|één|je|mijn|zijn|haar|hun|nieuwe) )?(?P<words>[a-zà-ÿ-]{3,}(?: [a-zà-ÿ-]{3,}){0,1})(?![\w-])"
)
"""Money, a ticket or a permit, and the words for what it is for."""


def find_absent(
    question: Question, matcher: Matcher, units: Sequence[Unit], present: Callable[[str], bool]
) -> tuple[str, ...]:
    """Give the words of a question that no document holds and without which there is no answer."""
    held = [max((unit.context[place] for unit in units), default=0.0) for place in range(len(matcher.terms))]
    names = tuple(
        term.text
        for term, strength in zip(matcher.terms, held, strict=True)
        if (term.kind == "name" or term.stem in LIFE)
        and len(term.text) > 1
        and not present(term.text)
        and strength < _HELD
    )
    return (
        names
        or _absent_nouns(question, matcher, units, held, present)
        or _absent_aim(question, matcher, held, present)
    )


def _absent_aim(
    question: Question, matcher: Matcher, held: Sequence[float], present: Callable[[str], bool]
) -> tuple[str, ...]:
    """Give what money, a ticket or a permit is for where that stands nowhere."""
    phrase = _FOR.search(question.text)
    if phrase is None:
        return ()
    words = {
        word
        for word in takewhile(lambda word: word not in PREPOSITIONS, phrase["words"].split())
        if not (is_adjective(fold(word)) or is_verbal(word))
    }
    aims = [
        (term.text, strength)
        for term, strength in zip(matcher.terms, held, strict=True)
        if term.text in words and _tells_subject(term)
    ]
    if any(strength >= _MEANT or present(word) for word, strength in aims):
        return ()  # "voor het veer vroeger": of two words one may tell something else
    return tuple(word for word, _ in aims)


def _absent_nouns(
    question: Question,
    matcher: Matcher,
    units: Sequence[Unit],
    held: Sequence[float],
    present: Callable[[str], bool],
) -> tuple[str, ...]:
    """Give the nouns that tell what a question is about when each of them stands nowhere, and nothing else is named.

    The noun behind "hoeveel" or "welke" tells what is asked and not of what. Where documents are asked for, a name beside
    the nouns does not make them be about those.
    """
    documents = question.kind is QuestionKind.DOCUMENTS
    if not documents and any(term.kind != "word" for term in matcher.terms):
        return ()
    asked = find_slot(question.text, question.asked).noun
    least = _MEANT if documents else _SAID
    nouns = [
        place
        for place, term in enumerate(matcher.terms)
        if term.kind == "word" and _tells_subject(term) and fold(term.text) != asked
    ]
    if any(
        present(matcher.terms[place].text) or _is_said(matcher.terms[place], held[place], units, least)
        for place in nouns
    ):
        return ()
    return tuple(matcher.terms[place].text for place in nouns)


def _tells_subject(term: Term) -> bool:
    """Tell whether a word is a noun that says what is asked about: neither the verb nor the noun asked for."""
    plain = fold(term.text)
    small = plain in META_WORDS or plain in GENERIC_VERBS or is_superlative(plain)
    quality = is_adjective(plain) and not may_be_noun(plain)
    return not term.part and term.weight >= _LIGHT and not small and not quality


def _is_said(term: Term, strength: float, units: Sequence[Unit], least: float) -> bool:
    """Tell whether a noun is said by other words; a compound not by its head alone, unless its fore part stands near the best."""
    if not term.parts:
        return strength >= least
    if strength >= _WHOLE:
        return True
    fore = Matcher((without_head(term),), None)
    return any(fore.strengths(text)[0] >= _SAID for unit in units[:_FIRST] for text in texts_above(unit))
