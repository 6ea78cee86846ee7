"""The noun phrases of a question: names, nouns with their article and preposition, moments and periods."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.cues import QUESTION_WORDS
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
_CONJUNCTIONS = frozenset("als dat doordat nadat of omdat sinds terwijl totdat voordat zodat zodra".split())
_ADJECTIVES = frozenset(
    "los nieuw groot klein extra gratis eigen heel eerste laatste enkel vast volledig".split()
)
_ROLES_OF = frozenset(("van",))
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
        if phrase is not None and not (found and text[: phrase.start].endswith("(")):
            found.append(phrase)  # in brackets stands another name for the one before
        place = stop
    return found


def _read_phrase(words: Sequence[re.Match[str]], place: int) -> tuple[int, Phrase | None]:
    first, preposition, determiner = place, "", ""
    if words[place].group().lower() in PREPOSITIONS:
        preposition = words[place].group().lower()
        place += 1
    if place + 1 < len(words) and _is_determiner(words, place, bound=bool(preposition)):
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


_POINTING = frozenset("het dit dat die deze".split())
_HELPING = frozenset("heeft hebben had hadden wordt worden werd werden".split())
_UNSTRESSED = re.compile(r"(?:be|ge|her|ont|ver|onder|over|mis)\w{3,}[dt]")
"""A participle without "ge", or a noun: "Wie heeft dat onderschat?"."""
_STATES = frozenset(
    "nodig bekend klaar mogelijk verplicht toegestaan haalbaar waar zo gelukt extra geweest".split()
)
"""Words behind "dat" or "het" that say how it is with something: no noun."""


def _is_determiner(words: Sequence[re.Match[str]], place: int, *, bound: bool) -> bool:
    """Tell whether a word that may be an article is one: no "zijn" that is the verb, no "dat" before "beslist"."""
    word = words[place].group().lower()
    if word not in DETERMINERS:
        return False
    if word == "zijn":
        return bound or any(is_verbal(before.group()) for before in words[:place])
    after = words[place + 1].group()
    if word not in _POINTING or not after.islower():
        return True
    last = place + 2 == len(words) or not _may_be_noun(words[place + 2].group())
    done = any(before.group().lower() in _HELPING for before in words[:place]) and _UNSTRESSED.fullmatch(
        fold(after)
    )
    return fold(after) not in _STATES and not (last and (done or is_verbal(after)))


def _read_nouns(words: Sequence[re.Match[str]], place: int, *, bound: bool) -> tuple[int, bool]:
    """Give the end of the nouns from `place` on, and whether there is a name among them."""
    stop, named, noun = place, False, False
    while stop < len(words):
        word = words[stop].group()
        if is_name(word, first=stop == 0 and not _opens_with_name(words)):
            named = named or not (_ADJECTIVE_OF_PLACE.search(word) or _tells_whence(words, stop, place))
        elif named and (run := _links(words, stop)):
            stop += run
            if stop >= len(words):
                break
        elif named or noun or not _may_be_noun(word) or not (bound or _before_of(words, stop)):
            break
        else:
            noun = not _is_modifier(word)
        stop += 1
        if stop < len(words) and _PARTING.search(
            words[stop - 1].string, words[stop - 1].end(), words[stop].start()
        ):
            break
    return stop, named


_PARTING = re.compile(r"[,()]")
"""What a phrase does not go on behind: its end could be lost ("de Zandbank (ZB")."""


def _tells_whence(words: Sequence[re.Match[str]], place: int, begin: int) -> bool:
    """Tell whether a first word is an adjective of a land or region: "het Vlaams akkoord"."""
    if place != begin or place == 0 or place + 1 == len(words):
        return False
    after = words[place + 1].group()
    article = words[place - 1].group().lower() in DETERMINERS
    return (
        article
        and words[place].group().endswith(("s", "sch"))
        and after.islower()
        and _may_be_noun(after)
        and not is_verbal(after)
    )


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
            and not (tied[0] == "van" and gives_opinion([word.group() for word in words[:place]]))
            and (
                tied[0] == "van"
                or (count == 1 and tied[0] in ("en", "&", "de", "den", "der", "ter", "ten", "el"))
            )
            and all(word in _NAME_LINKS for word in tied)
        ):
            return count
    return 0


_OPINIONS = frozenset("vindt vond vinden vonden denkt dacht denken dachten".split())


def gives_opinion(before: Sequence[str]) -> bool:
    """Tell whether "van" behind these words tells of what something is thought: "vindt Dens van het Zandpad"."""
    return any(word.lower() in _OPINIONS for word in before)


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
        and plain not in _CONJUNCTIONS
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


_TIME = re.compile(
    r"^(?:(?:het|de|dat|dit|vorig|volgend|eind|begin|medio) )*(?:(?:eerste|tweede|derde|vierde|laatste|afgelopen|vorige|volgende|komende) )?"
    r"(?:jaar|jaren|kwartaal|maand|week|helft|halfjaar|zomer|winter|voorjaar|najaar|januari|februari|maart|april|mei|juni|juli|"
    r"augustus|september|oktober|november|december|(?:19|20)\d\d|\d{1,2} \w+ (?:19|20)\d\d)(?: (?:19|20)\d\d)?$",
    re.IGNORECASE,
)


def is_time(words: str) -> bool:
    """Tell whether a phrase is a moment or a period: "2020", "het eerste jaar", "maart 2024"."""
    return bool(_TIME.match(words.strip(" ?.!")))
