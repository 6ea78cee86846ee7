"""A noun behind "die" or "dat": "die regeling", "dat bedrag". What it is of, or is said about."""

from __future__ import annotations

import re

from assistant.answer.adjectives import is_adjective
from assistant.answer.conversation_binding import is_bound
from assistant.answer.conversation_phrases import PREPOSITIONS, VERBS, find_things, is_time, is_verbal
from assistant.answer.conversation_turns import Antecedents
from assistant.answer.cues import (
    AMOUNT_NOUNS,
    DOCUMENT_NOUNS,
    GENERIC_NOUNS,
    ORGANISATION_NOUNS,
    PERIOD_NOUNS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    POINTING_NOUNS,
    ROLE_WORDS,
    TIME_NOUNS,
    is_plural,
)
from assistant.dutch import fold, load_lexicon
from assistant.dutch.verbs import is_infinitive

WITH_GIST = "\ue00f"
"""Marks a noun that goes on about all that was asked before."""


_THAT_NOUN = re.compile(r"(?<![\w-])(?:die|dat|deze|dit) (?P<noun>[a-zà-ÿ-]{3,})(?![\w-])", re.IGNORECASE)
AFTER_PRONOUN = frozenset(
    "al nu toen ook nog niet wel er daar dan weer precies zelf allemaal samen jaarlijks momenteel straks later "
    "eerder open klaar af aan uit op in minder meer zich elkaar hoogstens minstens ongeveer ervan echt dit het de een "
    "voor tot te goed vandaan eigenlijk precies extra bekend toegestaan haalbaar nodig mogelijk verplicht waar duur geld belangrijk anders".split()
)
_MEASURED = frozenset(
    "cijfer cijfers getal getallen bedrag bedragen percentage percentages aantal aantallen vragen vraag antwoord antwoorden "
    "brief uitspraak uitspraken conclusie conclusies oproep idee voorstel voorstellen advies kritiek klacht klachten".split()
)
"""Nouns for what is said or counted about the topic, and that are not the topic itself."""


TAKES_PLACE = re.compile(r"\bv(?:indt|ond|inden|onden) ", re.IGNORECASE)
"""The verb of which "plaats" may be a part."""


_TIMES = (*TIME_NOUNS, *PERIOD_NOUNS)
_ASKS_PLACE = re.compile(r"(?:waar|(?:in|uit|bij|naar) welke?|welke?)\b", re.IGNORECASE)


def replace_pointed(text: str, known: Antecedents) -> str:
    """Replace "die organisatie", "dat land": by what is of that kind, or the topic."""

    def give(match: re.Match[str]) -> str:
        noun = match["noun"].lower()
        if (
            is_bound(text, match)
            or noun in AFTER_PRONOUN
            or noun in PREPOSITIONS
            or is_verbal(noun)
            or is_time(noun)
            or (noun == "plaats" and TAKES_PLACE.search(text[: match.start()]))
            or (
                is_infinitive(noun)
                and match.end() == len(text)
                and VERBS.intersection(text[: match.start()].lower().split()[-1:])
            )
            or noun.endswith(_TIMES)
        ):
            return match.group()
        article = "het" if match.group().lower().startswith(("dat", "dit")) else "de"
        if noun in _MEASURED:
            return f"{article} {match['noun']} over {known.topic}"
        if noun in PERSON_NOUNS:
            return (known.many if is_plural(noun) else known.person) or known.topic
        if noun in PLACE_NOUNS:
            asked = _ASKS_PLACE.match(known.asked) is not None
            return (
                (known.place if asked else None) or _find_bare_name(known.asked) or known.place or known.topic
            )
        if _stands_for(noun, known.heard):
            return known.topic
        named = any(phrase.named for phrase in find_things(text))
        return f"{match.group()}{WITH_GIST}" if not named and _is_noun(noun, known.said) else match.group()

    return _THAT_NOUN.sub(give, text, count=1)


_TAIL = 5
"""Letters by which a longer word is known again."""
_KINDS = (
    PLACE_NOUNS | ORGANISATION_NOUNS | GENERIC_NOUNS | POINTING_NOUNS | DOCUMENT_NOUNS | ROLE_WORDS
) - AMOUNT_NOUNS
"""Nouns of which what is spoken of may be one: "die regeling"."""


def _stands_for(noun: str, topic: str) -> bool:
    """Tell whether a noun behind "die" or "dat" is what the conversation is about: of a kind, or the same word."""
    plain = fold(noun)
    return (plain in _KINDS and not is_plural(plain)) or _echoes(plain, topic)


def _echoes(noun: str, said: str) -> bool:
    return any(
        word.endswith(noun) or (len(word) >= _TAIL and noun.startswith(word)) for word in fold(said).split()
    )


def _is_noun(noun: str, said: str) -> bool:
    """Tell whether a word behind "die" or "dat" is a noun, not "dat verwacht" or "die nieuwe"."""
    plain = fold(noun)
    known = plain in _KINDS or plain in AMOUNT_NOUNS or _echoes(plain, said)
    return known or (len(plain) > 3 and load_lexicon().knows(plain) and not is_adjective(plain))


def _find_bare_name(question: str) -> str | None:
    """Give the name without an article of a question: a place has none ("Lutterveen", not "het Zandpad")."""
    return next(
        (
            question[phrase.inner : phrase.end]
            for phrase in find_things(question)
            if phrase.named and not phrase.determiner
        ),
        None,
    )
