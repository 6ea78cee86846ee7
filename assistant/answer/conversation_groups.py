"""Who "ze", "hen" and "hun" speak of when they are many: a list that was answered, a plural that was asked about, a body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.conversation_phrases import Phrase, find_things, gives_opinion, is_name
from assistant.answer.conversation_turns import Turn
from assistant.answer.cues import AMOUNT_NOUNS, PERIOD_NOUNS, SHARE_NOUNS, TIME_NOUNS, is_plural
from assistant.answer.kinds import QuestionKind
from assistant.dutch import fold

_BACK = 4
"""Turns that are looked back over: what many were spoken of before is out of mind."""
_SEVERAL = re.compile(r",|;|\ben\b")
_WHO = re.compile(r"(?:\w+ )?wie\b", re.IGNORECASE)
_COUNTED = re.compile(r"(?:hoeveel|welke) (?P<words>.+)", re.IGNORECASE)
_MEASURES = AMOUNT_NOUNS | PERIOD_NOUNS | SHARE_NOUNS | TIME_NOUNS
_SAYS = re.compile(
    r"wat (?:vindt|vond|vinden|vonden|zegt|zei|zeggen|wil|willen|wilde|wilden|vraagt|vroeg|vragen|doet|doen|deed|deden|is|was) ",
    re.IGNORECASE,
)
_PEOPLE = (
    "ers",
    "eren",
    "leden",
    "mensen",
    "aren",
    "anten",
    "enten",
    "isten",
    "bonden",
    "lingen",
    "wezen",
    "partijen",
    "partners",
)
_PUT = re.compile(r"\b(?P<questions>(?:kamer)?vragen over [^?!.,]+)", re.IGNORECASE)
"""Questions that were put, in parliament or elsewhere."""
_MOST = re.compile(r"\w+ste ")
_BODIES = (
    "groep", "raad", "college", "kabinet", "regering", "commissie", "bestuur", "bond", "delegatie", "coalitie", "team",
    "alliantie", "fractie", "netwerk", "bedrijf", "stichting", "vereniging", "cooperatie", "consortium", "gemeente",
    "provincie", "ministerie", "partij", "hogeschool", "universiteit", "maatschappij",
)  # fmt: skip


def find_many(turns: Sequence[Turn], *, doing: bool = False) -> str | None:
    """Give who or what was last spoken of as many; None when nothing was. `doing`: those who can do something."""
    return next((found for turn in reversed(turns[-_BACK:]) if (found := _many_of(turn, doing))), None)


def _many_of(turn: Turn, doing: bool) -> str | None:
    put = _PUT.search(turn.question)
    if put is not None and not doing:
        return f"de {put['questions']}"
    if answers_who(turn):
        return turn.short
    counted = _find_counted(turn.question)
    if counted is not None:
        doer = _find_doer(counted, turn.question) if doing else None
        return doer or f"de {counted}"
    if turn.short and (turn.kind == QuestionKind.ORGANISATION or _is_body_answered(turn)):
        return turn.short
    phrases = find_things(turn.question)
    said, counts = _SAYS.match(turn.question), _COUNTED.match(turn.question)
    for phrase in phrases:
        most = _MOST.search(turn.question, phrase.inner, phrase.end) is not None
        head = fold(phrase.head)
        body = (
            head.endswith(_BODIES)
            and not head.endswith("graad")
            and not (phrase.preposition or most or counts)
        )
        telling = (
            said is not None
            and phrase.start == said.end()
            and phrase.named
            and phrase.determiner in ("de", "")
        )
        if telling or body or (_is_many(phrase) and phrase.preposition in ("", "aan", "over", "tegen")):
            return _write_whole(phrase, phrases, turn.question)
    return None


def answers_who(turn: Turn) -> bool:
    """Tell whether several were the answer to "wie"."""
    several = turn.short is not None and _SEVERAL.search(turn.short) is not None
    return several and _WHO.match(turn.question) is not None


def _is_body_answered(turn: Turn) -> bool:
    """Tell whether who was answered is a body, no person by name: "de brandweer"."""
    return (
        turn.kind == QuestionKind.PERSON and turn.short is not None and turn.short.startswith(("de ", "het "))
    )


def _find_doer(counted: str, question: str) -> str | None:
    """Give who does it by name, where what is counted is no people: "het Havenfonds" of "Hoeveel boeien plaatste het Havenfonds?"."""
    if fold(counted.split()[-1]).endswith(_PEOPLE):
        return None
    words = question.rstrip(" ?.!").split()
    behind = len(" ".join(words[: 2 + len(counted.split())])) + 1
    phrases = find_things(question)
    doer = next((phrase for phrase in phrases if phrase.start == behind and not phrase.preposition), None)
    return question[doer.inner : doer.end] if doer and (doer.named or _is_many(doer)) else None


def _find_counted(question: str) -> str | None:
    """Give the plural noun that is counted or asked for: "Hoeveel woningen ...", "Welke regio's ..."."""
    found = _COUNTED.match(question)
    words = found["words"].split()[:3] if found else []
    for place, word in enumerate(words):
        noun = fold(word.rstrip(" ?.!,"))
        if is_name(word) or noun in _MEASURES:
            return None
        if is_plural(noun):
            return " ".join(words[: place + 1]).rstrip(" ?.!,")
        if not noun.endswith("e"):
            return None
    return None


def _is_many(phrase: Phrase) -> bool:
    return (
        phrase.determiner == "de"
        and not phrase.named
        and is_plural(phrase.head)
        and phrase.head not in _MEASURES
    )


def _write_whole(phrase: Phrase, phrases: Sequence[Phrase], question: str) -> str:
    """Give a phrase with the name behind it: "de oprichters van de Zandbank"."""
    after = next((other for other in phrases if other.start == phrase.end + 1), None)
    thought = gives_opinion(question[: phrase.start].split())
    end = (
        after.end if after is not None and after.preposition in ("van", "uit") and not thought else phrase.end
    )
    return question[phrase.inner : end]
