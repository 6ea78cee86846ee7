"""Stems of Dutch words: the infinitive of a verb's form, then Snowball's `dutch_porter` with its gaps closed.

`dutch_porter` keeps "bedrijf" and "bedrijven", "brief" and "brieven", "subsidie" and "subsidies",
"kreeg" and "krijgen" apart and brings "taak" and "tak", "plaats" and "plat" together. Snowball's
newer `dutch` algorithm (Kraaij and Pohlmann) cuts "ge" anywhere ("gemeenten" -> "meen"), and a
lemma of simplemma leaves verbs and their nouns apart.

Measured on `tests/dutch/pairs.tsv` (352 pairs that must meet, 200 that must not) and by nDCG@10 of
BM25 (k1 .6, b .75) on the decisions of 2022, by title / by short title; plain words .839 / .798:

    this module                 1.000 and .980   .842 / .801
    dutch_porter                .318 and .850    .841 / .802
    dutch                       .460 and .835    .850 / .793
    simplemma                   .801 and .985    .842 / .794
    simplemma, then porter      .903 and .820    .841 / .801
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from threading import Lock

import Stemmer

from assistant.dutch.lexicon import load_lexicon
from assistant.dutch.tokens import fold
from assistant.dutch.verbs import find_infinitive, list_irregular

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
    "schepenen": "schepen",
    "stadia": "stadium",
    "steden": "stad",
    "stedelijk": "stad",
    "stedelijke": "stad",
    "technici": "technicus",
    "volkeren": "volk",
}
# Rules over folded words, the first that fits is applied, before the stemmer. What a word must end
# in for a rule stands before it: that is told ten times sooner than whether the rule fits.
_RULES = (
    ("ieen", re.compile(r"^(.{2,}i)een$"), r"\1e"),  # technologieën -> technologie
    ("ies", re.compile(r"^(.{2,}ie)s$"), r"\1"),  # subsidies -> subsidie
    # gemeentes -> gemeente
    (
        ("ntes", "ios", "ges", "das"),
        re.compile(r"^(.{3,}[eio]nte|.{2,}io|.{2,}[aeo]ge|.{2,}da)s$"),
        r"\1",
    ),
    ("le", re.compile(r"^(.{2,}i)([ae])le$"), r"\1\2\2l"),  # financiële -> financieel, sociale -> sociaal
    # gefinancierd -> financier
    (("rd", "rde", "rden"), re.compile(r"^ge(.{3,}(?:eer|ier))d(?:en?)?$"), r"\1"),
    # investeert -> investeer
    (("rt", "rde", "rden"), re.compile(r"^(.{3,}(?:eer|ier))(?:t|de|den)$"), r"\1"),
)
_HARDEN = {"v": "f", "z": "s"}
_LOAN_VERB = re.compile(r"(?<=[aeiou])eer$")
_DOUBLE = re.compile(r"(?<=[aeiou])([bdfgklmnprst])\1$")
_VOWEL = re.compile(r"(?:^|[^aeiou])([aeou])([^aeiouwx])$")
_OPENED = (
    "dag",
    "weg",
    "slag",
    "drag",
    "dak",
    "vat",
    "gat",
    "pad",
    "glas",
    "hof",
    "bod",
    "lot",
    "slot",
    "spel",
    "blad",
)
"""Nouns that are short in the singular and long in the plural: dagen is of dag."""


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Give the stem of one word (in any case, with or without accents), folded."""
    folded = fold(word)
    folded = _apply_rules(find_infinitive(folded) or folded)
    found = _strip_endings(folded)
    if folded.endswith("s") and not found.endswith("s") and _ends_in_s(folded):
        found = _strip_endings(folded + "en")
    if found[-1:] == found[-2:-1]:
        found = _DOUBLE.sub(r"\1", found)
    found = _keep_length(found, folded)
    if found.endswith("eer"):
        found = _LOAN_VERB.sub("er", found)
    if len(found) > 2 and found[-1] in _HARDEN:
        found = found[:-1] + _HARDEN[found[-1]]
    return found


def list_irregular_forms() -> Iterator[tuple[str, str]]:
    """Yield the forms whose stem need not begin as they do, each with that of which it is a form."""
    yield from _IRREGULAR.items()
    yield from list_irregular()


def _strip_endings(word: str) -> str:
    with _LOCK:
        return str(_STEMMER.stemWord(word))


def _ends_in_s(word: str) -> bool:
    """Tell whether the s is of the word itself, or of its last part: kans has kansen, plaats plaatsen."""
    lexicon = load_lexicon()
    starts = (0, *range(3, len(word) - 4))
    return any(
        lexicon.knows_exactly(word[start:])
        and (lexicon.knows_exactly(word[start:] + "en") or lexicon.knows_exactly(word[start:-1] + "zen"))
        for start in starts
    )


def _keep_length(found: str, word: str) -> str:
    """Keep apart what the stemmer spells alike: taak and taken get "taak", tak and takken "tak".

    Only where both are words; elsewhere ("digitaal") there is nothing to mix up.
    """
    vowel = _VOWEL.search(found)
    if vowel is None or found.endswith(_OPENED):
        return found
    place = vowel.start(1)
    long = found[:place] + found[place] + found[place:]
    lexicon = load_lexicon()
    if not (lexicon.knows_exactly(_soften(found)) and lexicon.knows_exactly(_soften(long))):
        return found
    following = word[place + 1 : place + 3]
    is_long = following[:1] == found[place] or (len(following) == 2 and following[1] in "aeiou")
    return long if is_long else found


def _soften(stem: str) -> str:
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])


def _apply_rules(folded: str) -> str:
    if folded in _IRREGULAR:
        return _IRREGULAR[folded]
    for endings, pattern, replacement in _RULES:
        if folded.endswith(endings):
            changed, count = pattern.subn(replacement, folded)
            if count:
                return changed
    if folded.endswith("es") and load_lexicon().knows_exactly(folded[:-1]):
        return folded[:-1]  # keuzes -> keuze
    return folded
