"""The place that a question leaves open: its interrogative, the preposition before it and the noun behind it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.adjectives import is_adjective
from assistant.answer.cues import is_plural
from assistant.answer.spans import (
    EITHER,
    NAME,
    NUMBER,
    PREPOSITION,
    SMALL,
    VERB,
    WORD,
    Cut,
    cut_words,
)

_WITH_NOUN = frozenset(("welk", "welke", "wat voor", "hoeveel", "wiens"))
_ASKING = frozenset(
    "wie wiens wat welk welke waar wanneer hoe hoeveel hoeveelste waarom hoelang vanwaar hoezo".split()
)
_PLURALS = frozenset(
    "zijn waren hebben hadden worden werden zouden zullen kunnen konden moeten mogen willen gaan".split()
)
_OTHERWISE = {"mee": "met", "toe": "tot", "heen": "naar", "naartoe": "naar", "vandaan": "uit"}


@dataclass(frozen=True, slots=True)
class Slot:
    """What is left open: `preposition` goes before it, `noun` (folded) names the sort of thing; `plural` tells
    that several are asked for."""

    preposition: str = ""
    noun: str = ""
    plural: bool = False


@lru_cache(maxsize=256)
def find_slot(text: str, asked: str | None = None) -> Slot:
    """Give the open place of a question, of which `asked` is the noun asked for, if it has one."""
    cut = cut_words(text)
    words = cut.words
    place = next((number for number, word in enumerate(words) if _asks(word)), None)
    if place is None:
        return Slot()
    word, preposition = words[place], ""
    if place and cut.parts[place - 1] == PREPOSITION:
        preposition = words[place - 1]
    if word.startswith("waar") and word not in ("waar", "waarom"):
        word, preposition = "waar", _OTHERWISE.get(word[4:], word[4:])
    elif word == "waar" and cut.parts[-1] == PREPOSITION and len(words) > place + 2:
        preposition = _OTHERWISE.get(words[-1], words[-1])
    behind = place + 1
    if word == "wat" and words[behind : behind + 1] == ("voor",):
        word, behind = "wat voor", behind + 1
    noun, behind = _noun_behind(cut, behind, asked) if word in _WITH_NOUN else ("", behind)
    following = words[behind] if behind < len(words) else ""
    plural = (
        is_plural(noun) if noun else following in _PLURALS or (word == "wie" and following.endswith("en"))
    )
    return Slot(preposition, noun, plural)


def _asks(word: str) -> bool:
    return word in _ASKING or (word.startswith("waar") and word[4:] in _BEHIND_WAAR)


_BEHIND_WAAR = frozenset(
    "aan achter bij binnen door heen in langs mee na naar naast naartoe om onder op over toe tegen tussen uit van vanaf vandaan voor".split()
)


def _noun_behind(cut: Cut, place: int, asked: str | None) -> tuple[str, int]:
    """Give the noun behind "welke" and where it ends: the first word that is no number and no adjective."""
    if asked in cut.words[place : place + 5]:
        return asked, cut.words.index(asked, place) + 1
    noun, end = "", place
    for number in range(place, min(len(cut.words), place + 5)):
        part, word = cut.parts[number], cut.words[number]
        if word not in _SORTS and part != NUMBER:
            if part not in _NOUNS or (noun and part != WORD):
                break
            noun = word
        end = number + 1
        if noun and not is_adjective(noun):
            break
    return noun, end


_SORTS = frozenset(("een", "soort", "soorten", "type"))
_NOUNS = frozenset((WORD, EITHER, NAME, VERB, SMALL))
"""Parts that the first word behind "welke" may seem to play."""
