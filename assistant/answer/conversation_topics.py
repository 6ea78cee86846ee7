"""What a question is about, and whether it says so itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.adjectives import is_adjective
from assistant.answer.conversation_phrases import (
    DETERMINERS,
    PREPOSITIONS,
    Phrase,
    find_things,
    gives_opinion,
    is_verbal,
)
from assistant.answer.cues import (
    ABSTRACT_NOUNS,
    AMOUNT_NOUNS,
    CONTACT_NOUNS,
    COUNT_NOUNS,
    GENERIC_NOUNS,
    ORGANISATION_NOUNS,
    PERIOD_NOUNS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    ROLE_WORDS,
    SHARE_NOUNS,
    TIME_NOUNS,
    is_plural,
)
from assistant.dutch import fold

_ATTRIBUTES = ROLE_WORDS.union(
    AMOUNT_NOUNS,
    SHARE_NOUNS,
    COUNT_NOUNS,
    TIME_NOUNS,
    PERIOD_NOUNS,
    CONTACT_NOUNS,
    ABSTRACT_NOUNS,
    GENERIC_NOUNS,
)
"""Nouns for what somebody or something has, and that are not spoken about further by themselves."""
_BESIDE = frozenset("in namens volgens aan met tegen na".split())


_ASKED_OF = re.compile(
    r"(?:(?P<who>wie)|wat|hoe\w*) (?:is|zijn|was|waren|wordt|werd|worden|werden) ", re.IGNORECASE
)
_PARTS = frozenset(
    "doel doelstelling doelen reden redenen oorzaak oorzaken gevolgen voordelen nadelen einddatum looptijd".split()
)
_OF = frozenset(("van", "bij", "in", "achter"))
_TELLS = re.compile(
    r"\bwat (?:zegt|zei|zeggen|staat|schrijft|schrijven|meldt|vermeldt|bepaalt|wil|willen|vraagt|vroeg|vroegen) ",
    re.IGNORECASE,
)
_DOES = re.compile(r"\bwat (?:wil|willen|wilde|wilden|doet|doen|deed|deden|gebeurt|gebeurde) ", re.IGNORECASE)
_GIVES = re.compile(
    r"\b(?:geeft|geven|gaf|gaven|betaalt|betalen|betaalde|betaalden|investeert|investeren|investeerde|investeerden|"
    r"steekt|steken|stak|staken|besteedt|besteden|besteedde|besteedden) ",
    re.IGNORECASE,
)
_TO = frozenset(("aan", "voor", "in", "naar"))
_POINTING = frozenset("die dat deze dit zijn hun haar".split())
_DEFINED = re.compile(
    r"wat (?:is|zijn|was|waren|betekent|betekenen) "
    r"(?P<what>(?!(?:er|het|dat|dit|die|ze|zij|daar\w*|hier\w*|nu|ook|de|een|hun|haar|zijn|onze|jullie|uw)\b)"
    r"[a-zà-ÿ-]{4,}(?: [a-zà-ÿ-]+){0,2})[ ?.!]*$",
    re.IGNORECASE,
)
_SAID_OF = re.compile(r"(?:is|was|zijn|waren) (?:dat|dit|het|die|hij|zij|ze) $", re.IGNORECASE)


def find_topic(question: str) -> str | None:
    """Give what a question is about: its last name, with the noun before it; else its last noun phrase."""
    phrases = _leave_out_asked(find_things(question), question)
    told = _find_told(phrases, question)
    if told is not None:
        return told
    named = [phrase for phrase in phrases if phrase.named]
    if len(phrases) == 1 and named and _names_giver(phrases[0], question):
        return None
    if not named:
        bound = [phrase for phrase in phrases if phrase.determiner and _may_be_topic(phrase, question)]
        subject = next((phrase for phrase in bound if not phrase.preposition), bound[-1] if bound else None)
        defined = _DEFINED.match(question)
        if subject is None and defined is not None and asks_what_is(question):
            return defined["what"]
        return question[subject.inner : subject.end] if subject else None
    topic = _about(named) or named[-1]
    thing = _thing_there(phrases, topic)
    if thing is not None:
        return f"{question[thing.inner : thing.end]} in {question[topic.inner : topic.end]}"
    before = next((phrase for phrase in phrases if phrase.end + 1 == topic.start), None)
    if (
        before is not None
        and before.determiner in ("de", "het")
        and not (topic.preposition == "van" and gives_opinion(question[: before.start].split()))
        and (before.named == (topic.preposition == "van") or _is_whole(before, topic))
    ):
        topic = replace(topic, inner=before.inner)
    return question[topic.inner : topic.end]


def _leave_out_asked(phrases: list[Phrase], question: str) -> list[Phrase]:
    """Leave out what is asked for: "Wie is de voorzitter van de raad?" is about de raad, "wat is het doel van X" about X."""
    asked = _ASKED_OF.match(question)
    if asked is None or len(phrases) < 2 or phrases[0].start != asked.end() or phrases[0].named:
        return phrases
    first, of = phrases[:2]
    part = asked["who"] or first.head in _ATTRIBUTES or first.head in _PARTS
    return phrases[1:] if part and of.start == first.end + 1 and of.preposition in _OF else phrases


def _find_told(phrases: list[Phrase], question: str) -> str | None:
    """Give what something is told of, or given to: not who tells or gives ("wat zegt de raad over het net")."""
    for verb, prepositions in (
        (_TELLS, frozenset(("over",))),
        (_DOES, frozenset(("met", "aan"))),
        (_GIVES, _TO),
    ):
        found = verb.search(question)
        given = [
            phrase
            for phrase in phrases
            if found and phrase.preposition in prepositions and phrase.start > found.end()
        ]
        giver = found is not None and any(phrase.start == found.end() for phrase in phrases)
        if not given or (verb is _GIVES and (not giver or question[:3].lower() == "wie")):
            continue
        first = given[0]
        further = [
            phrase
            for phrase in phrases
            if phrase.start == first.end + 1 and phrase.preposition and phrase.named
        ]
        return question[first.inner : (further or [first])[0].end]
    return None


def _names_giver(phrase: Phrase, question: str) -> bool:
    """Tell whether only who gives or pays is named: "Hoeveel betaalt Dens?" is about what is paid for."""
    found = _GIVES.search(question)
    return found is not None and phrase.start == found.end() and question[:3].lower() != "wie"


def find_teller(question: str) -> str | None:
    """Give who or what tells something: "het akkoord" of "Wat zegt het akkoord over vlonders?"."""
    found = _TELLS.search(question)
    said = (phrase for phrase in find_things(question) if found and phrase.start == found.end())
    return next((question[phrase.inner : phrase.end] for phrase in said), None)


def tells_topic(question: str) -> bool:
    """Tell whether a question says of what something is told or to what it is given, by a noun that tells enough."""
    told = _find_told(_leave_out_asked(find_things(question), question), question)
    return told is not None and (not told.islower() or is_telling(told))


def _may_be_topic(phrase: Phrase, question: str) -> bool:
    """Tell whether a phrase without a name can be what is spoken of: not "die taken", nor what "is dat een" asks."""
    before = question[: phrase.start].lower()
    asked = before.endswith(("welke ", "welk "))
    return not asked and phrase.determiner not in _POINTING and _SAID_OF.search(before) is None


_LEAST_SPECIFIC = 8
_VAGUE_ACTORS = (
    "groep",
    "raad",
    "college",
    "kabinet",
    "regering",
    "minister",
    "commissie",
    "bestuur",
    "bond",
    "gemeente",
    "provincie",
)
_VAGUE_ENDINGS = (
    "ing",
    "heid",
    "atie",
    "iteit",
    "nemer",
    "gever",
    "houder",
    "voerder",
    "bewoner",
    "leider",
    "aar",
    "ster",
)
"""Endings of what is done, of who somebody is and of who does it: what is said about a thing."""


def is_specific(topic: str) -> bool:
    """Tell whether a bare noun says by itself what is spoken of: "de energiehub", not "de muur" or "de gemeente"."""
    head = fold(topic.split()[-1])
    general = head in _ATTRIBUTES or head in PLACE_NOUNS or head in ORGANISATION_NOUNS or head in PERSON_NOUNS
    vague = is_plural(head) or (head.endswith(_VAGUE_ENDINGS) or _is_actor(head))
    return topic.islower() and len(head) >= _LEAST_SPECIFIC and not (general or vague)


_SMALL = PREPOSITIONS | DETERMINERS


def _is_actor(head: str) -> bool:
    return head.endswith(_VAGUE_ACTORS) and not head.endswith("graad")


def asks_what_is(question: str) -> bool:
    """Tell whether a question asks what something is: it is about that from then on."""
    found = _DEFINED.match(question)
    words = found["what"].lower().split() if found else []
    alone = len(words) == 1 and is_adjective(fold(words[0]))
    return bool(words) and not alone and not any(is_verbal(word) or word in _SMALL for word in words)


def is_telling(topic: str) -> bool:
    """Tell whether a bare noun, in the plural too, is what is spoken of: "de grensvouchers", not "de gemeente"."""
    head = fold(topic.split()[-1])
    general = head in _ATTRIBUTES or head in PLACE_NOUNS or head in ORGANISATION_NOUNS or head in PERSON_NOUNS
    return (
        len(head) >= _LEAST_SPECIFIC
        and not general
        and not (head.endswith(_VAGUE_ENDINGS) or _is_actor(head))
    )


_DOERS = ROLE_WORDS | ORGANISATION_NOUNS | PERSON_NOUNS
_AFTER = frozenset(("naar", "om", "over", "tot"))
_ARTICLES = {"de": "de", "het": "het", "een": "een", "die": "de", "deze": "de", "dat": "het", "dit": "het"}


def find_local(question: str) -> str | None:
    """Give the thing without a name that a question speaks of last: "de bouw" of "Wanneer begint de bouw?".

    Of "Komt er een aftakking?" it is what is new, with its "een".
    """
    asked = question.partition(",")[0]
    if _find_told(find_things(asked), asked) is not None:
        return None
    for phrase in reversed(_leave_out_asked(find_things(asked), asked)):
        told = fold(phrase.head) not in _DOERS and not _is_actor(fold(phrase.head))
        near = not phrase.preposition or (phrase.determiner == "een" and phrase.preposition in _AFTER)
        if phrase.named or phrase.determiner not in _ARTICLES or not (told and near):
            continue
        many = phrase.determiner in ("de", "die", "deze") and is_plural(phrase.head)
        if _SAID_OF.search(asked[: phrase.start]) is None and not many:
            noun = asked[phrase.inner : phrase.end].partition(" ")[2]
            return f"{_ARTICLES[phrase.determiner]} {noun}"
    return None


def _thing_there(phrases: Sequence[Phrase], topic: Phrase) -> Phrase | None:
    """Give the thing that is spoken of where the only name tells where: "het stroomnet" of "in Brielstede tegen het stroomnet"."""
    if topic.preposition != "in":
        return None
    return next(
        (
            phrase
            for phrase in reversed(phrases)
            if phrase.determiner in ("de", "het")
            and not phrase.named
            and phrase.head not in _ATTRIBUTES
            and phrase.end + 1 != topic.start
        ),
        None,
    )


def _is_whole(before: Phrase, topic: Phrase) -> bool:
    """Tell whether "het programma van het Rijk" is about the programme; "de directeur van het fonds" is not."""
    return topic.preposition == "van" and not before.named and before.head not in _ATTRIBUTES


def names_topic(question: str) -> bool:
    """Tell whether a question names what it is about, not just where or to whom."""
    return _about([phrase for phrase in find_things(question) if phrase.named]) is not None


def _about(named: Sequence[Phrase]) -> Phrase | None:
    """Give the last named phrase that does not tell where, whence or to whom ("in België", "aan Gelderland")."""
    return next(
        (
            phrase
            for phrase in reversed(named)
            if phrase.preposition not in _BESIDE
            and not (phrase.preposition == "uit" and not phrase.determiner)
        ),
        None,
    )


def has_own_subject(question: str) -> bool:
    """Tell whether a question names what it is about: a name, or a number that is no year."""
    return any(phrase.named for phrase in find_things(question))
