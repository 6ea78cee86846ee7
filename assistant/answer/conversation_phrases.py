"""The phrases of a question: what it is about, and what a later word points back to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

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
    QUESTION_WORDS,
    ROLE_WORDS,
    SHARE_NOUNS,
    TIME_NOUNS,
    is_plural,
)
from assistant.dutch import fold
from assistant.dutch.verbs import find_infinitive

DETERMINERS = frozenset(
    "de het een dit deze die dat 't onze ons hun haar zijn elke ieder iedere alle twee drie vier vijf zes zeven acht".split()
)
PREPOSITIONS = frozenset(
    "in op van voor bij uit met door naar tot over aan tegen onder tussen sinds vanaf per volgens binnen "
    "buiten na om rond namens via richting tijdens vóór".split()
)
VERBS = frozenset(
    "is zijn was waren ben wordt worden werd werden heeft hebben had hadden kan kunnen kon konden mag mogen moet "
    "moeten moest zal zullen zou zouden wil willen wilde doet doen deed gaat gaan ging staat stond zit zitten zat "
    "zaten gold geldt gelden komt komen kwam kwamen krijgt krijgen kreeg kregen kost kostte ligt liggen lag lagen "
    "blijft blijven bleef bleven".split()
)
_ADVERBS = frozenset(
    "nu toen al ook nog niet geen wel er daar hier dan maar te zich elkaar erbij samen jaarlijks momenteel "
    "straks later eerder hoogstens minstens maximaal minimaal totaal precies eerst binnenkort weer zelf".split()
)
_ADJECTIVES = frozenset(
    "los nieuw groot klein extra gratis eigen heel eerste laatste enkel vast volledig".split()
)
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
_ROLES_OF = frozenset(("van",))
_BESIDE = frozenset("in namens volgens aan met tegen na".split())
MONTHS = frozenset(
    "januari februari maart april mei juni juli augustus september oktober november december".split()
)
_NAME_LINKS = frozenset("van en & de den der het ter ten el".split())
_ADJECTIVE_OF_PLACE = re.compile(r"(?:se|sche)$")
_WORD = re.compile(r"[^\s?!,;:()]+")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase of a question by its offsets there: with its preposition and without.

    `named` tells whether it holds a name; `head` is the last lower-case noun, folded, or the name.
    """

    start: int
    inner: int
    end: int
    preposition: str
    determiner: str
    head: str
    named: bool


def find_phrases(text: str) -> list[Phrase]:
    """Give the noun phrases of a question, in order."""
    words = list(_WORD.finditer(text))
    found: list[Phrase] = []
    place = 0
    while place < len(words):
        stop, phrase = _read_phrase(words, place)
        if phrase is not None:
            found.append(phrase)
        place = stop
    return found


def _read_phrase(words: Sequence[re.Match[str]], place: int) -> tuple[int, Phrase | None]:
    first, preposition, determiner = place, "", ""
    if words[place].group().lower() in PREPOSITIONS:
        preposition = words[place].group().lower()
        place += 1
    if place < len(words) and words[place].group().lower() in DETERMINERS and place + 1 < len(words):
        determiner = words[place].group().lower()
        place += 1
    begin = place - (1 if determiner else 0)
    stop, named = _read_nouns(words, place, bound=bool(determiner or preposition))
    if stop == place:
        return max(first + 1, place), None
    last = fold(words[stop - 1].group())
    phrase = Phrase(
        words[first].start(),
        words[begin].start(),
        words[stop - 1].end(),
        preposition,
        determiner,
        last,
        named,
    )
    return stop, phrase


def _read_nouns(words: Sequence[re.Match[str]], place: int, *, bound: bool) -> tuple[int, bool]:
    """Give the end of the nouns from `place` on, and whether there is a name among them."""
    stop, named, noun = place, False, False
    while stop < len(words):
        word = words[stop].group()
        if is_name(word, first=stop == 0 and not _opens_with_name(words)):
            named = named or not _ADJECTIVE_OF_PLACE.search(word)
        elif named and (run := _links(words, stop)):
            stop += run
            if stop >= len(words):
                break
        elif named or noun or not _may_be_noun(word) or not (bound or _before_of(words, stop)):
            break
        else:
            noun = not _is_modifier(word)
        stop += 1
        if stop < len(words) and "," in words[stop - 1].string[words[stop - 1].end() : words[stop].start()]:
            break
    return stop, named


def _opens_with_name(words: Sequence[re.Match[str]]) -> bool:
    """Tell whether a question begins with a name of two words or more, or an abbreviation."""
    first = words[0].group()
    return fold(first) not in QUESTION_WORDS and (
        first.isupper()
        or (
            len(words) > 1
            and is_name(first)
            and words[1].group()[:1].isupper()
            and not is_verbal(first)  # "Loopt ICADI uit?"
        )
    )


def _links(words: Sequence[re.Match[str]], place: int) -> int:
    """Give how many small words tie a name to the rest of it: "Fabriek van de Toekomst", "Zaken en Klimaat"."""
    if words[place - 1].group().isdecimal() and words[place].group().lower() in MONTHS:
        return 1
    for count in (1, 2):
        tied = [word.group() for word in words[place : place + count]]
        after = words[place + count].group() if place + count < len(words) else ""
        if (
            tied
            and is_name(after)
            and not is_time(after)
            and (
                tied[0] == "van"
                or (count == 1 and tied[0] in ("en", "&", "de", "den", "der", "ter", "ten", "el"))
            )
            and all(word in _NAME_LINKS for word in tied)
        ):
            return count
    return 0


def _before_of(words: Sequence[re.Match[str]], place: int) -> bool:
    """Tell whether a bare noun is followed by "van": "voorzitter van de stichting"."""
    return (
        place > 0
        and place + 1 < len(words)
        and words[place + 1].group().lower() in _ROLES_OF
        and (find_infinitive(words[place].group()) is None)
    )


def _is_modifier(word: str) -> bool:
    plain = word.lower()
    return plain in _ADJECTIVES or (
        len(plain) > 4 and plain.endswith("e") and not plain.endswith(("ie", "tie", "ade", "ente"))
    )


def is_name(word: str, *, first: bool = False) -> bool:
    """Tell whether a word is (part of) a name or a number; the first word of a question is not."""
    return not first and (
        word[:1].isupper() or word[:1].isdecimal() or sum(sign.isupper() for sign in word) > 1
    )


def _may_be_noun(word: str) -> bool:
    plain = word.lower()
    return (
        plain not in VERBS
        and plain not in _ADVERBS
        and plain not in PREPOSITIONS
        and plain not in DETERMINERS
        and fold(plain) not in QUESTION_WORDS
        and plain[:1].isalpha()
    )


def is_verbal(word: str) -> bool:
    """Tell whether a word is a form of a verb, a participle included."""
    plain = fold(word)
    if plain in VERBS or re.fullmatch(r"ge\w{3,}(?:d|t)", plain):
        return True
    infinitive = find_infinitive(plain)
    # "warmtenet" beside "warmtenetten" is a noun and its plural.
    return infinitive is not None and not (len(plain) > 5 and infinitive == f"{plain}{plain[-1]}en")


def find_things(question: str) -> list[Phrase]:
    """Give the noun phrases of a question that tell no time, in order."""
    return [phrase for phrase in find_phrases(question) if not is_time(question[phrase.inner : phrase.end])]


def find_topic(question: str) -> str | None:
    """Give what a question is about: its last name, with the noun before it; else its last noun phrase."""
    phrases = find_things(question)
    named = [phrase for phrase in phrases if phrase.named]
    if not named:
        bound = [phrase for phrase in phrases if phrase.determiner and phrase.determiner != "zijn"]
        subject = next((phrase for phrase in bound if not phrase.preposition), bound[-1] if bound else None)
        return question[subject.inner : subject.end] if subject else None
    topic = _about(named) or named[-1]
    thing = _thing_there(phrases, topic)
    if thing is not None:
        return f"{question[thing.inner : thing.end]} in {question[topic.inner : topic.end]}"
    before = next((phrase for phrase in phrases if phrase.end + 1 == topic.start), None)
    if (
        before is not None
        and before.determiner in ("de", "het")
        and (before.named == (topic.preposition == "van") or _is_whole(before, topic))
    ):
        topic = replace(topic, inner=before.inner)
    return question[topic.inner : topic.end]


_LEAST_SPECIFIC = 8
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
"""Endings of what is done and of who somebody is: what is said about a thing."""


def is_specific(topic: str) -> bool:
    """Tell whether a bare noun says by itself what is spoken of: "de energiehub", not "de muur" or "de gemeente"."""
    head = fold(topic.split()[-1])
    general = head in _ATTRIBUTES or head in PLACE_NOUNS or head in ORGANISATION_NOUNS or head in PERSON_NOUNS
    vague = is_plural(head) or head.endswith(_VAGUE_ENDINGS)
    return topic.islower() and len(head) >= _LEAST_SPECIFIC and not (general or vague)


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
    """Give the last named phrase that does not tell where, or to whom ("in België", "aan Gelderland")."""
    return next((phrase for phrase in reversed(named) if phrase.preposition not in _BESIDE), None)


_TIME = re.compile(
    r"^(?:(?:het|de|dat|dit|vorig|volgend|eind|begin|medio) )*(?:(?:eerste|tweede|derde|vierde|laatste|afgelopen|vorige|volgende|komende) )?"
    r"(?:jaar|jaren|kwartaal|maand|week|helft|halfjaar|zomer|winter|voorjaar|najaar|januari|februari|maart|april|mei|juni|juli|"
    r"augustus|september|oktober|november|december|(?:19|20)\d\d|\d{1,2} \w+ (?:19|20)\d\d)(?: (?:19|20)\d\d)?$",
    re.IGNORECASE,
)


def is_time(words: str) -> bool:
    """Tell whether a phrase is a moment or a period: "2020", "het eerste jaar", "maart 2024"."""
    return bool(_TIME.match(words.strip(" ?.!")))


def has_own_subject(question: str) -> bool:
    """Tell whether a question names what it is about: a name, or a number that is no year."""
    return any(phrase.named for phrase in find_things(question))


def recall_phrase(question: str, earlier: Iterable[str]) -> str:
    """Give the question with "het fieldlab" written out as an earlier question has it ("het fieldlab in de Peel")."""
    known = [(asked, phrase) for asked in earlier for phrase in reversed(find_phrases(asked))]
    for phrase in reversed(find_phrases(question)):
        if (
            phrase.named
            or phrase.determiner not in ("de", "het", "die", "dat", "deze", "dit")
            or len(phrase.head) < 4
        ):
            continue
        whole = next((found for asked, other in known if (found := _fuller(asked, other, phrase))), None)
        if whole is not None:
            question = question[: phrase.inner] + whole + question[phrase.end :]
    return question


def _fuller(asked: str, known: Phrase, phrase: Phrase) -> str | None:
    """Give the earlier phrase when it holds the noun of the later one, and a name besides."""
    words = [fold(word) for word in asked[known.inner : known.end].split()]
    if is_time(asked[known.inner : known.end]) or not any(
        word == phrase.head or (len(phrase.head) > 4 and word.endswith(phrase.head)) for word in words
    ):
        return None
    after = [other for other in find_phrases(asked) if other.start == known.end + 1 and other.named]
    if known.named:
        return asked[known.inner : known.end]
    return asked[known.inner : after[0].end] if after and after[0].preposition else None
