"""Whether a sentence affirms or denies what a question states: negation, refusal, opposites, "alleen".

Only the clauses of the sentence that hold words of the question count: what another clause denies,
it denies of something else. Word lists stand in `data/polarity.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from assistant.answer.cues import NEGATION
from assistant.dutch import fold, tokenize

_LISTS = tomllib.loads((Path(__file__).parent / "data" / "polarity.toml").read_text(encoding="utf-8"))
_REFUSALS = frozenset(fold(word) for word in _LISTS["refusals"].split())
_OPPOSITES = tuple(
    tuple(frozenset(group.split()) for group in line.split("|"))
    for line in _LISTS["opposites"].splitlines()
    if line
)
_CLAUSE = re.compile(r"[,;:()]|\s[–—-]\s|\b(?:maar|terwijl|hoewel|waarbij|waardoor)\b")
_ONLY = re.compile(r"\b(?:alleen|enkel|uitsluitend|slechts|louter)\b", re.IGNORECASE)
_NOT_ONLY = re.compile(
    r"\b(?:niet|geen)(?: (?:meer|langer|zozeer))? (?:alleen|enkel|uitsluitend|slechts|louter)\b", re.I
)
_ALSO = re.compile(r"\b(?:ook|tevens|daarnaast|eveneens|zowel|naast|iedereen)\b", re.IGNORECASE)
_HARMLESS = re.compile(
    r"\b(?:neemt niet weg|niet eerder|niets anders dan|niet in het minst|zonder (?:twijfel|meer)|niet te vergeten|"
    r"waaronder niet|niet voor niets|niet onbelangrijk\w*)\b",
    re.IGNORECASE,
)
"""Phrases with a negation that deny nothing."""
_EXCEPTED = re.compile(r"\b(?:met uitzondering van|uitgezonderd|m\.u\.v\.|niet zijnde)[^,;.]*", re.IGNORECASE)
_ALL = re.compile(r"\b(?:alle|elk|elke|ieder|iedere|iedereen|altijd|overal|volledig|geheel)\b", re.IGNORECASE)
_SOME = re.compile(
    r"\b(?:sommige|enkele|een aantal|een deel|de meeste|een meerderheid|deels|gedeeltelijk|meestal|lang niet|niet alle|"
    r"niet elke?|niet iedere?)\b",
    re.IGNORECASE,
)


def denies(question: str, sentence: str, places: Sequence[int], lead: str = "") -> bool | None:
    """Tell whether `sentence` denies what `question` states; None when it may be either.

    `places` are the offsets in the sentence of the words that it shares with the question; `lead` is what
    leads in to it and may deny it too.
    """
    excepted = _EXCEPTED.search(sentence)
    if excepted and any(excepted.start() <= place < excepted.end() for place in places):
        return not NEGATION.search(question)
    asked_only, said = _ONLY.search(question), _near(_HARMLESS.sub(_blank, sentence), places)
    if _NOT_ONLY.search(said):
        if asked_only:
            return not NEGATION.search(question)
        said = _NOT_ONLY.sub(_blank, said)
    elif asked_only and not _ONLY.search(sentence):
        return True if _ALSO.search(sentence) else None
    if _ALL.search(question) and not _ALL.search(sentence):
        return True if _SOME.search(sentence) else None
    turns = [
        bool(NEGATION.search(said) or NEGATION.search(lead)),
        bool(NEGATION.search(question)),
        _refuses(said, question),
        _opposes(said, question),
    ]
    return sum(turns) % 2 == 1


def takes_up(word: str, sentence: str) -> bool:
    """Tell whether the sentence speaks of what a word of the question says with its opposite or another refusal."""
    plain, words = fold(word), _words(sentence)
    if plain in _REFUSALS:
        return bool(words & _REFUSALS)
    return any(
        plain in one and bool(words & other) for pair in _OPPOSITES for one, other in (pair, pair[::-1])
    )


def _near(sentence: str, places: Sequence[int]) -> str:
    """Give the clauses of the sentence that hold one of the offsets; all of it when none does."""
    cuts = [0, *(match.start() for match in _CLAUSE.finditer(sentence)), len(sentence)]
    held = [
        sentence[start:end] for start, end in pairwise(cuts) if any(start <= place < end for place in places)
    ]
    return " ".join(held) or sentence


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _refuses(said: str, question: str) -> bool:
    """Tell whether the sentence has a word of refusal that the question has not."""
    asked, words = _words(question), _words(said)
    return bool(words & _REFUSALS) and not asked & _REFUSALS


def _opposes(said: str, question: str) -> bool:
    """Tell whether the sentence has the opposite of a word of the question, and not the word itself."""
    asked, words = _words(question), _words(said)
    for one, other in _OPPOSITES:
        for mine, theirs in ((one, other), (other, one)):
            if asked & mine and words & theirs and not words & mine:
                return True
    return False


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(token.text) for token in tokenize(text))
