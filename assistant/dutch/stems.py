"""Stems of Dutch words: Snowball's `dutch_porter` with its gaps for nouns and loan verbs closed.

`dutch_porter` keeps "bedrijf" and "bedrijven", "brief" and "brieven", "subsidie" and "subsidies",
"grens" and "grenzen" apart; the rules here bring them together. Snowball's newer `dutch`
algorithm (Kraaij and Pohlmann) does so too, but also cuts "ge" anywhere ("gemeenten" -> "meen",
"voorzieningenniveau" -> "voorzieninnniveau"), so that words of different meaning meet.
"""

from __future__ import annotations

import re
from functools import lru_cache
from threading import Lock

import Stemmer

from assistant.dutch.tokens import fold

_STEMMER = Stemmer.Stemmer("dutch_porter", 0)
_LOCK = Lock()  # a PyStemmer object keeps a buffer and may not be entered twice at once

_IRREGULAR = {
    "academici": "academicus",
    "analyses": "analyse",
    "bases": "basis",
    "centra": "centrum",
    "crises": "crisis",
    "criteria": "criterium",
    "critici": "criticus",
    "eieren": "ei",
    "fora": "forum",
    "gymnasia": "gymnasium",
    "historici": "historicus",
    "kalver": "kalf",
    "kalveren": "kalf",
    "kinder": "kind",
    "kinderen": "kind",
    "laboratoria": "laboratorium",
    "leden": "lid",
    "medici": "medicus",
    "musea": "museum",
    "politici": "politicus",
    "runderen": "rund",
    "stadia": "stadium",
    "steden": "stad",
    "stedelijk": "stad",
    "stedelijke": "stad",
    "technici": "technicus",
    "volkeren": "volk",
}
# Rules over folded words, the first that fits is applied, before the stemmer.
_RULES = (
    (re.compile(r"^(.{2,}i)een$"), r"\1e"),  # technologieën -> technologie
    (re.compile(r"^(.{2,}ie)s$"), r"\1"),  # subsidies -> subsidie
    (re.compile(r"^(.{3,}[eio]nte|.{2,}io|.{2,}[aeo]ge|.{2,}da)s$"), r"\1"),  # gemeentes -> gemeente
    (re.compile(r"^(.{2,}i)ele$"), r"\1eel"),  # financiële -> financieel
    (re.compile(r"^ge(.{3,}(?:eer|ier))d(?:en?)?$"), r"\1"),  # gefinancierd -> financier
    (re.compile(r"^(.{3,}(?:eer|ier))(?:t|de|den)$"), r"\1"),  # investeert -> investeer
)
_HARDEN = {"v": "f", "z": "s"}
_SHORT = 5


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Give the stem of one word (in any case, with or without accents), folded."""
    folded = _apply_rules(fold(word))
    with _LOCK:
        found = str(_STEMMER.stemWord(folded))
    if len(folded) <= _SHORT and found == folded[:-1] and folded.endswith("s"):
        found = folded  # kans, grens, mens: the s is no ending
    if len(found) > 2 and found[-1] in _HARDEN:
        found = found[:-1] + _HARDEN[found[-1]]
    return found


def _apply_rules(folded: str) -> str:
    if folded in _IRREGULAR:
        return _IRREGULAR[folded]
    for pattern, replacement in _RULES:
        changed, count = pattern.subn(replacement, folded)
        if count:
            return changed
    return folded
