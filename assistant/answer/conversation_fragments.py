"""Follow-ups that are no whole question: what they say takes its place in the question before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answer.conversation_phrases import (
    DETERMINERS,
    PREPOSITIONS,
    VERBS,
    Phrase,
    find_phrases,
    find_things,
    is_name,
    is_verbal,
)
from assistant.answer.conversation_times import fill_time, find_times, tells_time, without_time
from assistant.answer.cues import PERIOD_NOUNS, SHARE_NOUNS, TIME_NOUNS
from assistant.dutch import fold
from assistant.dutch.verbs import find_infinitive, is_infinitive

_MOST_WORDS = 9
_ASKING = re.compile(
    r"^(?P<front>(?:(?:aan|bij|door|in|met|naar|onder|om|op|over|per|sinds|tegen|tot|tussen|uit|van|vanaf|via|volgens|voor|binnen|namens) )?"
    r"(?:wie|wiens|wat|waar(?:om|mee|door|voor|toe|in|aan|op|bij|uit|van|over|heen)?|wanneer|welke?"
    r"|hoe(?:veel|lang)?(?: (?:lang|vaak|groot|hoog|duur|snel|ver|oud|veel))?)(?P<noun>(?: [\wà-ÿ'’-]+){0,3}))$",
    re.IGNORECASE,
)
_ASKS = re.compile(r"(?:[a-z]+ )?(?:wie|wiens|wier|wat|waar\w*|wanneer|hoe\w*|welke?)\b", re.IGNORECASE)
_HOW_WAS_IT = re.compile(
    r"^(?:hoe|wat|wie|hoeveel|waar|welke) (?:is|was|zit|zat|zijn|waren|gaat|ging) "
    r"(?:het|dat|dit|die) (?:dan )?(?:met |voor )?(?P<rest>(?:in|op|voor|bij|van|met|sinds|tijdens|na) .+|(?:19|20)\d\d)$",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(
    r"^(?P<front>(?:met )?hoeveel [a-z]+(?= (?:is|was|zijn|waren) (?:het|dat|dit|die)\b)|"
    r"(?:wanneer|waar)(?= (?:was|gebeurde) dat\b)) \S+ \S+(?: in totaal| precies)?$",
    re.IGNORECASE,
)
"""The same event or number asked about otherwise: "hoeveel procent is dat", "wanneer was dat"."""
_BOUNDS = re.compile(
    r"^(?:(?:ten )?(?:hoogste|minste)|hoogstens|minstens|maximaal|minimaal|gemiddeld|totaal|in totaal)$",
    re.IGNORECASE,
)
_BOUND_IN = re.compile(
    r"\b(?:ten hoogste|ten minste|hoogstens|minstens|maximaal|minimaal|gemiddeld|in totaal)\b", re.IGNORECASE
)
_TAIL = re.compile(r"\s+(?:zelf|dan|ook|nu|precies|eigenlijk)$", re.IGNORECASE)
_WHY = re.compile(
    r"^(?:hoezo|(?:hoe|waardoor) (?:komt|kan|kwam|kon) (?:dat|het|dit)(?: zo)?|waarom (?:is|was) (?:dat|het|dit)(?: zo)?"
    r"|waarom (?:(?:juist|net) )?(?:die|dat|deze|dit|zij|hij|hem|haar)(?: [a-zà-ÿ-]+)?"
    r"|wat is (?:de|daar de|daarvan de) (?:reden|oorzaak|verklaring)(?: daarvan| ervan| hiervan)?)$",
    re.IGNORECASE,
)
_POINTING = re.compile(r"(?:er|daar|hier)(?:van|bij|uit|voor|over|in|aan|op|naar|mee|door|onder|tegen|toe)$")
_OF_THINGS = re.compile(r"\b(?:hoeveel|welke?)\b", re.IGNORECASE)
_MEASURES = PERIOD_NOUNS | TIME_NOUNS | SHARE_NOUNS | {"procent", "euro", "keer"}
_NO_NOUNS = frozenset("ze zij hij er daar dat het hen haar hem we wij je u men ik zich elkaar".split())
_PLACES = frozenset("in uit bij naar voor buiten binnen op van tot tegen met".split())


@dataclass(frozen=True, slots=True)
class Fragment:
    """A follow-up without a verb; `asking` when it is an interrogative ("Waarom?", "Op welke dagen?")."""

    text: str
    asking: bool


def read_fragment(bare: str, *, led: bool) -> Fragment | None:
    """Give a follow-up as a fragment; None for a whole question.

    `led` tells that it began with "en": only then, or when it is short, can a bare noun be one.
    """
    text = _TAIL.sub("", bare.rstrip(" ?.!"))
    if len(text.split()) > _MOST_WORDS:
        return None
    again = _HOW_WAS_IT.match(text)
    if again:
        return Fragment(again["rest"], asking=False)
    measured = _HOW_MUCH.match(text)
    if measured:
        return Fragment(measured["front"], asking=True)
    if _WHY.match(text):
        return Fragment("waarom", asking=True)
    asking = _ASKING.match(text)
    if asking:
        nouns = asking["noun"].split()
        whole = any(map(is_infinitive, map(fold, nouns[1:])))  # "welke documenten noemen X" has its verb
        return Fragment(text, asking=True) if all(map(_may_name, nouns)) and not whole else None
    if led or _opens_fragment(text):
        return None if _has_verb(text) else Fragment(text, asking=False)
    return None


def _opens_fragment(text: str) -> bool:
    first = text.split()[0].lower() if text else ""
    return first in PREPOSITIONS or bool(tells_time(text) or _BOUNDS.match(text))


def _may_name(word: str) -> bool:
    """Tell whether a word can stand in what is asked for: "op welke dagen"."""
    plain = word.lower()
    return not (
        is_verbal(plain)
        or _POINTING.match(plain)
        or plain in _NO_NOUNS
        or plain in PREPOSITIONS
        or plain in DETERMINERS
    )


def _is_verb(word: str) -> bool:
    plain = word.lower()
    return plain in VERBS or (
        plain.endswith(("t", "de", "te", "den", "ten")) and find_infinitive(plain) is not None
    )


def _has_verb(text: str) -> bool:
    words = text.split()
    if _ASKS.match(text):
        return True
    if (
        words
        and words[0].lower() in (*PREPOSITIONS, *DETERMINERS)
        and not re.match(r"(?:die|dat) ", text, re.IGNORECASE)
    ):
        return any(word.lower() in VERBS for word in words[1:])
    return any(map(_is_verb, words)) or bool(
        re.match(r"(?:wie|wat|waar|wanneer|hoe|welke?|hoeveel)\b", text, re.IGNORECASE)
    )


def fill_in(fragment: Fragment, before: str, answer: str | None) -> str | None:
    """Give the question before with the fragment in its place; None when there is no place for it.

    `answer` is what the question before was answered with, when that is a name.
    """
    question = before.rstrip(" ?.!")
    if fragment.asking:
        return _ask_otherwise(fragment.text, question, answer)
    text = fragment.text
    if not text:
        return None  # "Bedankt!"
    return fill_time(text, question) or _fill_bound(text, question) or _fill_phrase(text, question)


def _ask_otherwise(front: str, question: str, answer: str | None) -> str | None:
    """Put another interrogative before the verb of the question."""
    words = question.split()
    verb = find_verb(words)
    if verb is None:
        return None
    rest = words[verb:]
    if verb == 0:
        rest[0] = rest[0].lower()
    opening = words[0].lower()
    if front.lower() == "hoeveel" and len(rest) > 1 and rest[1].islower() and _may_name(rest[1]):
        front = f"{front} {rest.pop(1)}"  # "wie leverde pompen": "hoeveel pompen leverde"
    if opening == "wie" and front.lower() not in ("wie", "door wie"):
        many = rest[0].endswith("en") and not VERBS.intersection(rest[:1])
        rest[1:1] = [answer] if answer else ["zij"] if many else []
    elif opening in ("hoeveel", "welke", "welk") and verb > 1 and _is_subject(words, verb):
        rest[1:1] = (["de"] if opening != "welk" else ["het"]) + words[1:verb]
    elif not _OF_THINGS.search(front) or (answer and opening in PREPOSITIONS):
        rest = _put_object(rest, words[:verb], answer)
    return " ".join([front, *rest])


def _put_object(rest: list[str], asked: list[str], answer: str | None) -> list[str]:
    """Put what was asked for behind the subject: "waarom heeft de brug vertraging" of "hoeveel vertraging heeft de brug"."""
    preposition = [asked[0].lower()] if asked and asked[0].lower() in PREPOSITIONS else []
    opening, noun = asked[len(preposition) : len(preposition) + 1], asked[len(preposition) + 1 :]
    measured = bool(noun) and fold(noun[-1]) in _MEASURES
    if not opening or not noun or measured or opening[0].lower() not in ("hoeveel", "welke", "welk"):
        return rest
    article = {"hoeveel": [], "welke": ["de"], "welk": ["het"]}[opening[0].lower()]
    thing = [*preposition, *([answer] if answer and preposition else [*article, *noun])]
    whole = " ".join(rest)
    behind = len(rest[0]) + 1
    subject = next(
        (item for item in find_phrases(whole) if item.start == behind and not item.preposition), None
    )
    place = len(whole[: subject.end].split()) if subject else 1
    return [*rest[:place], *thing, *rest[place:]]


def _is_subject(words: list[str], verb: int) -> bool:
    """Tell whether what stands before the verb is its subject: no noun phrase follows it at once."""
    following = words[verb + 1].lower() if verb + 1 < len(words) else ""
    return following in PREPOSITIONS or not following


def find_verb(words: list[str]) -> int | None:
    """Give the place of the finite verb: the second word, or after the noun that is asked for."""
    if not words:
        return None
    first = words[0].lower()
    if _is_verb(first):
        return 0
    start = 2 if first in PREPOSITIONS else 1
    plain = first in ("wie", "wat", "waar", "waarom", "wanneer", "hoe")
    for place in range(start, min(len(words), start + 5)):
        word = words[place].lower()
        if plain and place == start and is_infinitive(fold(word)):
            return place
        if word in DETERMINERS and word != "zijn":
            return None
        if word in VERBS or find_infinitive(word) is not None:
            return place
    return None


def _fill_bound(text: str, question: str) -> str | None:
    if not _BOUNDS.match(text):
        return None
    if _BOUND_IN.search(question):
        return _BOUND_IN.sub(text, question, count=1)
    return f"{question} {text}"


def _fill_phrase(text: str, question: str) -> str | None:
    words = text.split()
    inside = _last([item for item in find_things(question) if item.preposition in ("in", "binnen")])
    if text.lower() == "daarbuiten" and inside is not None:
        return _replace(question, inside.start, inside.inner, "buiten ")
    preposition = words[0].lower() if words and words[0].lower() in PREPOSITIONS else ""
    if find_times(text):
        question = without_time(question)
    phrases = find_things(question)
    last = question.split()[-1:]
    if preposition and len(words) == 1 and last and last[0].lower() in PREPOSITIONS:
        return f"{question[: -len(last[0])]}{preposition}"  # "stemden voor", "en tegen?"
    inner = text[len(preposition) :].strip() if preposition else text
    named = any(is_name(word) for word in inner.split())
    if preposition:
        same = [item for item in phrases if item.preposition == preposition]
        placed = [item for item in phrases if named and item.named and item.preposition in _PLACES]
        slot = _last(same) or _last(placed)
        return _replace(question, slot.start, slot.end, text) if slot else f"{question} {text}"
    slot = _choose(phrases, question, words, named)
    if slot is None:
        return None
    end = slot.end
    if re.search(r"\b(?:van|voor|in|bij)\b", inner) and not slot.named:
        end = next((item.end for item in phrases if item.start == slot.end + 1), end)
    return _replace(question, slot.inner, end, inner)


def _choose(phrases: list[Phrase], question: str, words: list[str], named: bool) -> Phrase | None:
    """Give the phrase that a noun phrase takes the place of: a name for a name, a noun for a noun."""
    common = words[0].lower() in DETERMINERS and not is_name(words[1] if len(words) > 1 else "")
    determiner = words[0].lower() if words[0].lower() in ("de", "het", "een") else ""
    acronym = named and common and all(not is_name(word) for word in words[1:2])
    if common and (not named or acronym):
        plain = [item for item in phrases if not item.named]
        same = [item for item in plain if item.determiner == determiner]
        loose = [item for item in phrases if not item.preposition]
        return _last(same) or _last(plain) or _last(loose) or _last(phrases)
    loose = [item for item in phrases if item.named and not item.preposition]
    done = [item for item in phrases if item.named and item.preposition in ("met", "aan")]
    if done and _DOES.match(question):
        return done[-1]
    bound = [item for item in phrases if item.named]
    return _last(loose) or _last(bound) or _last(phrases)


_DOES = re.compile(r"wat (?:wil|willen|wilde|wilden|doet|doen|deed|deden) ", re.IGNORECASE)
"""A question of which the name behind "met" or "aan" is what it is about."""


def _last(phrases: list[Phrase]) -> Phrase | None:
    return phrases[-1] if phrases else None


def _replace(question: str, start: int, end: int, words: str) -> str:
    return f"{question[:start]}{words}{question[end:]}"
