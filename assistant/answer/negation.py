"""What in the words of a sentence denies: "niet", "geen", "zonder", and what only looks like it ("niet alleen", "wel of niet")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import pairwise

from assistant.dutch import STOP_WORDS, fold

NOT_ONLY = re.compile(
    r"\b(?:niet|geen)(?: (?:meer|langer|zozeer))? (?:alleen|enkel|uitsluitend|slechts|louter)\b|\bmeer dan alleen\b|\bzowel\b",
    re.IGNORECASE,
)
_FLAT = re.compile(
    r"\b(?:niet|geen|nooit|niemand|evenmin|noch|nergens|niets)\b(?!-)"
    r"(?! (?:alleen|enkel|slechts|uitsluitend|langer dan|meer dan|minder dan)\b)",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"\b(?:neemt niet weg|niet eerder|niets anders dan|niet in het minst|zonder (?:twijfel|meer)|niet te vergeten|waaronder niet|"
    r"niet voor niets|niet onbelangrijk\w*|wel of niet|al dan niet|of niet|niet per se|(?:doet|doen) er niet aan af|"
    r"(?:wie|die) niet|beperkt zich niet|(?:door|bij|van|voor|over|als gevolg van) het niet (?:[\w-]+ ){0,2}\w+en)\b",
    re.IGNORECASE,
)
"""Phrases with a negation that deny nothing, or only of others."""
_BOUND = re.compile(
    r"\b(?:niet|geen|nooit)(?= (?:vaker|hoger|langer|later|korter|groter|kleiner|sneller|ouder|jonger|zwaarder|verder|dieper|breder|"
    r"duurder|vroeger) dan (?:(?:de|het|om|op|na|€) ?){0,2}(?:\d|(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|"
    r"vijftien|twintig|dertig|honderd|duizend)\b))",
    re.IGNORECASE,
)
"""What sets a bound to a number and denies nothing: "niet vaker dan twee keer"."""
_NUMBERED = re.compile(
    r"\d|\b(?:één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|vijftien|twintig|dertig|honderd|duizend)\b|"
    r"\b(?:\w{3,}er|meer|minder)\b.*\bdan\b",
    re.IGNORECASE,
)
"""What asks for a number, or more or less than something: there such a bound may deny."""
_CONTRAST = re.compile(r"\b(?:maar|terwijl|hoewel|zonder dat|tenzij)\b[^,;.]*", re.IGNORECASE)
EXCEPTED = re.compile(r"\b(?:met uitzondering van|uitgezonderd|m\.u\.v\.|niet zijnde)[^,;.]*", re.IGNORECASE)
_THING = r"(?!te\b)(?:(?:een|het|eigen|\w+e) ){0,2}[\w'’-]+"
WITHOUT = re.compile(
    rf"\bzonder (?:dat\b[^,;.]*|{_THING}(?: (?:en|of|aan|van|voor|met|bij|in|op) {_THING})?)", re.IGNORECASE
)
"""What a sentence says to be without: "zonder ontslagen"; the verb behind it is no part of that ("zonder fiets mag ...")."""
CLAUSE = re.compile(
    r"[;:()–—]|, (?=die\b|dat\b|waar)|\b(?:maar|terwijl|omdat|doordat|zodat|waardoor|waarbij|hoewel|wanneer|als|indien|tenzij|dat|zodra|mits)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"(?:ook )?(?:wanneer|als|indien|zolang|zodra)\b[^,;.]*", re.IGNORECASE)


def is_denied(question: str, sentence: str, places: Sequence[int], lead: str = "") -> bool:
    """Tell whether a sentence (or what leads in to it) flatly denies, and the question does not, or the other way.

    `places` are the offsets in the sentence of the words that it shares with the question: what it makes an
    exception of is denied too.
    """
    outside = any(
        found.start() <= place < found.end()
        for pattern in (EXCEPTED, *(() if WITHOUT.search(question) else (WITHOUT,)))
        for found in pattern.finditer(sentence)
        for place in places
    )
    if not _NUMBERED.search(question):
        sentence = _BOUND.sub(_blank, sentence)
    plain = _CONTRAST.sub(" ", EXCEPTED.sub(" ", _leave_grounds(question, sentence, places)))
    denied = outside or has_negation(plain) or has_negation(lead) or _is_denied_behind(sentence, places)
    return denied != has_negation(question)


def _leave_grounds(question: str, sentence: str, places: Sequence[int]) -> str:
    """Give a sentence without the clauses beside the one with the places: a ground ("dit is geen doen en daarom ..."), a
    description ("een bank waar het niet duur is").

    A name in a ground is no such place: "De Tolweg is niet veilig en gaat daarom dicht" is about it in both clauses.
    """
    plain = [place for place in places if not sentence[place : place + 1].isupper()]
    asked = frozenset(_WORD.findall(_folded(question)))
    for pattern, own in ((_GROUND_BEFORE, plain), (_GROUND_BEHIND, plain), (_DESCRIBING, places)):
        if own:
            sentence = pattern.sub(partial(_blank_beside, places=own, asked=asked), sentence)
    return sentence


def _blank_beside(found: re.Match[str], places: Sequence[int], asked: frozenset[str]) -> str:
    """Blank a clause that holds none of the places, nor a word of the question that is no small one."""
    held = any(found.start() <= place < found.end() for place in places)
    held = held or any(
        word in asked and word not in STOP_WORDS for word in _WORD.findall(_folded(found.group()))
    )
    return found.group() if held else _blank(found)


_WORD = re.compile(r"[^\W\d_]{3,}")


_GROUND_BEFORE = re.compile(r"^[^;:]+(?=(?:,| en) (?:daarom|daardoor|dus|vandaar)\b)", re.IGNORECASE)
_GROUND_BEHIND = re.compile(r"\b(?:want|omdat|aangezien|doordat)\b[^;:]*$", re.IGNORECASE)
_DESCRIBING = re.compile(
    r"(?<=[a-zà-ÿ,] )(?:waar(?:in|bij|door|mee|voor|van|op|aan|over|onder|uit)?|die)\b[^,;:.]*"
)
"""A clause that gives a ground, before "daarom" or behind "want", and one that describes a thing."""


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def find_denying(sentence: str, places: Sequence[int]) -> float:
    """Give the share of the places that stand in a clause with a negation, in [0, 1]; 1 without any places."""
    if not places:
        return 1.0
    starts = [0, *(found.end() for found in CLAUSE.finditer(sentence)), len(sentence)]
    clauses = [(one, other) for one, other in pairwise(starts) if has_negation(sentence[one:other])]
    return sum(any(one <= place < other for one, other in clauses) for place in places) / len(places)


def is_doubly_denied(question: str, sentence: str) -> bool:
    """Tell whether a sentence denies what is without something: "niet zonder vergunning" asks for one."""
    found = None if WITHOUT.search(question) else WITHOUT.search(sentence)
    return found is not None and has_negation(sentence[: found.start()] + sentence[found.end() :])


def is_conditional(sentence: str) -> bool:
    """Tell whether a negation stands in the condition with which a sentence opens: "wanneer men niet kiest, betaalt men"."""
    found = _CONDITION.match(sentence)
    return found is not None and has_negation(found.group()) and not has_negation(sentence[found.end() :])


def _is_denied_behind(sentence: str, places: Sequence[int]) -> bool:
    """Tell whether a sentence denies something of one of the places behind "maar" and the like."""
    return any(
        has_negation(found.group()) and any(found.start() <= place < found.end() for place in places)
        for found in _CONTRAST.finditer(sentence)
    )


def has_negation(text: str) -> bool:
    """Tell whether a text flatly denies something, also with an accent: "géén"."""
    return bool(_FLAT.search(_HARMLESS.sub(" ", NOT_ONLY.sub(" ", _folded(text)))))


@lru_cache(maxsize=1_000)
def _folded(text: str) -> str:
    return fold(text)
