"""What a sentence says of one of several, or of another: "de btw op logies" is not "de btw", nor "de btw op groente".

A sentence on another object of the same sort decides nothing of the one that is asked, and one on a part says no yes of all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.answer.cues import GENERIC_VERBS
from assistant.dutch import STOP_WORDS, fold

_RELATED = re.compile(
    r"\b(?P<noun>[a-zà-ÿ][a-zà-ÿ-]{2,40}) (?:op|voor) (?P<what>(?:(?:de|het|een|alle|onze|deze|die) )?"
    r"(?:[a-zà-ÿ-]{2,40}e )?[\w'’-]{3,40})",
    re.IGNORECASE,
)
_ROOT = 5
"""Letters by which two words are forms of one."""
_TIME_OF = re.compile(
    r"\b(?:voor|tot|na|vanaf|sinds|tijdens|rond|naast|behalve)(?: (?:de|het|een|hun|je|uw|zijn|haar|onze))? $",
    re.IGNORECASE,
)
_WAY = re.compile(
    r"\b(?:omhoog|omlaag|stijgt|stijgen|daalt|dalen|verhoogd|verlaagd|verhogen|verlagen|hoger|lager)\b"
)
_AGAINST = re.compile(r"(?:is|zijn|was|waren)\b[^?]*\btegen\b", re.IGNORECASE)
_FOR = re.compile(
    r"\b(?:voor|voorstander\w*|steun\w*|gesteund|eens|tegen|akkoord|blij|gunstig)\b", re.IGNORECASE
)


def is_of_another(asked: str, said: str) -> bool:
    """Tell whether both relate a noun ("belasting op") to a thing of its own, and the sentence does not name that of the question."""
    own = _read_related(asked)
    return any(
        noun == other and not _share(what, _words(said)) and not _share(what, theirs)
        for noun, what in own
        for other, theirs in _read_related(said)
    )


def is_of_part(asked: str, said: str) -> bool:
    """Tell whether a question asks of a thing as a whole, and a sentence speaks of it only as far as it is "op" or "voor" something."""
    words = _words(asked)
    own = {noun for noun, _ in _read_related(asked)}
    for noun, what in _read_related(said):
        if noun in own or not re.search(
            rf"\b(?:de|het) {re.escape(noun)}\b(?! (?:van|in|bij|uit)\b)", fold(asked)
        ):
            continue
        if re.search(rf"\b(?:de|het) {re.escape(noun)} op\b", fold(said)) and not _share(what, words):
            return True
    return False


def is_of_time_only(asked: str, said: str, places: Sequence[int]) -> bool:
    """Tell whether a question asks whether something goes up or down, and a sentence has it only as the time of something else."""
    held = [place for place in places if place >= 0 and not _is_light(said, place)]
    if not held or not _WAY.search(fold(asked)):
        return False
    return all(_TIME_OF.search(said, 0, place) for place in held)


def _is_light(said: str, place: int) -> bool:
    word = re.compile(r"\w+").match(said, place)
    return word is not None and (fold(word.group()) in GENERIC_VERBS or fold(word.group()) in _SMALL)


_SMALL = STOP_WORDS | frozenset("gaan gaat ging gingen".split())


def lacks_stand(asked: str, said: str) -> bool:
    """Tell whether a question asks who is against something, and a sentence takes no stand for it: that denies no "tegen"."""
    return bool(_AGAINST.match(asked)) and not _FOR.search(said)


@lru_cache(maxsize=1_000)
def _read_related(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Give the nouns of a text that are "op" or "voor" something, each with the words of that."""
    return tuple(
        (fold(found["noun"]), _words(found["what"]))
        for found in _RELATED.finditer(text)
        if fold(found["noun"]) not in STOP_WORDS and _words(found["what"])
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(
        fold(word) for word in re.findall(r"[^\W_][\w'’-]+", text) if fold(word) not in STOP_WORDS
    )


def _share(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two sets of words have a word in common, by its first letters."""
    roots = {word[:_ROOT] for word in other}
    return any(word[:_ROOT] in roots for word in one)
