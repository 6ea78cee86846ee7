"""What a question wants the most or the least of: "welke gemeente krijgt het meeste geld", "de langste brug"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.cues import NUMBER_WORDS, QUESTION_WORDS, ROLE_WORDS, is_plural
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.dutch import STOP_WORDS, fold

_MONEY = r"kost|prijs|prijz|bedrag|budget|raming|tarief|tariev|uitgave|subsidie|bijdrage|begroting|euro|€"
_WORDS = {
    # the most, the least: what a column of it is called, where the question does not name it
    ("meest", "minst"): "",
    ("hoogst", "laagst"): r"hoogte",
    ("grootst", "kleinst"): r"grootte|oppervlak|omvang|hectare|\bha\b|m²|m2\b|km²|inwoner",
    ("langst", "kortst"): r"lengte|kilometer|\bkm\b|\bmeter\b|afstand|duur\b|looptijd|termijn",
    ("duurst", "goedkoopst"): _MONEY,
    ("breedst", "smalst"): r"breedte",
    ("diepst", "ondiepst"): r"diepte",
    ("zwaarst", "lichtst"): r"gewicht|\bton\b|\bkg\b",
}
_MEASURES = {stem: names for stems, names in _WORDS.items() for stem in stems}
_LEAST = frozenset(stems[1] for stems in _WORDS)
_STEMS = "|".join(_MEASURES)
_SUPERLATIVE = re.compile(
    rf"(?<!\bten )(?<!\bop zijn )(?<!\bop z'n )\b(?P<stem>{_STEMS})(?P<inflected>e)?\b"
    r"(?! (?:deel|gedeelte|stuk|helft)\b)"
)
_BARE = re.compile(r"\bhet $|\b(?:is|zijn|was|waren) $")
"""What stands before a superlative without -e that is no adverb before an adjective ("het meest innovatief")."""
_ENDS_PHRASE = re.compile(
    r"(?:$| (?:aan|bij|door|en|in|is|kost\w*|krijgt|naar|op|over|sinds|tegen|toe|tot|uit|van|vast\w*|volgens|voor|[\w-]*ge\w+[dtn])\b)"
)
_COUNTED = re.compile(rf"\b(?:{'|'.join(NUMBER_WORDS)}|\d+) $")
_OF_CLASS = re.compile(r"\b(?:van|voor|in|bij|onder|aan|door|op|uit) de $")
"""Words before a superlative that makes a class of things: "bij de grootste bedrijven"."""
_AMOUNT_OF = frozenset(("aantal", "hoeveelheid", "totale", "totaal", "gemiddelde"))
"""Nouns that say that the one behind them is counted."""
_SAYS = {
    False: re.compile(
        r"\b(?:meeste?|(?<!ten )hoogste?|grootste?|langste?|duurste?|breedste?|diepste?|zwaarste?|belangrijkste?|voornaamste|sterkste|"
        r"koploper\w*|record\w*|bovenaan|top|vooral|hoofdzakelijk|voornamelijk|eerste plaats)\b",
        re.IGNORECASE,
    ),
    True: re.compile(
        r"\b(?:(?<!ten )minste?|laagste?|kleinste?|kortste?|goedkoopste?|smalste?|ondiepste?|lichtste?|zwakste|"
        r"onderaan|hekkensluiter\w*|amper|nauwelijks)\b",
        re.IGNORECASE,
    ),
}
"""Words of a text that say the most and the least themselves."""
_BOUND = {
    False: re.compile(r"\b(?:maxim\w+|ten hoogste|hoogstens|hooguit)\b", re.IGNORECASE),
    True: re.compile(r"\b(?:minim\w+|ten minste|minstens)\b", re.IGNORECASE),
}
"""Words for the highest and the lowest value that is allowed: they tell the value, not what has it."""
_VALUES = frozenset({QuestionKind.AMOUNT, QuestionKind.COUNT, QuestionKind.SHARE, QuestionKind.PERIOD})


@dataclass(frozen=True, slots=True)
class Superlative:
    """What is asked for: `least` or most; `noun` is the word behind it ("budget", or "brug" in "de langste brug").

    `columns` is a pattern for the names of what it measures by itself, empty where it does not say; `value` tells that the
    value is asked for and not what has it.
    """

    least: bool
    noun: str | None
    columns: str
    value: bool


@lru_cache(maxsize=256)
def read_superlative(question: Question) -> Superlative | None:
    """Give the superlative of a question; None without one, or with one that compares nothing ("ten minste")."""
    if question.kind in (QuestionKind.YESNO, QuestionKind.DOCUMENTS, QuestionKind.COMPARISON):
        return None
    plain = fold(question.text).rstrip(" ?!.")
    for found in _SUPERLATIVE.finditer(plain):
        before = plain[: found.start()]
        if _COUNTED.search(before) or before.endswith(("een van de ", "één van de ")):
            continue
        noun = _noun_behind(plain[found.end() :])
        if noun in ROLE_WORDS or (_OF_CLASS.search(before) and noun is not None and is_plural(noun)):
            continue  # "de hoogste ambtenaar", "van de kleinste bedrijven"
        if not found["inflected"] and not (_BARE.search(before) and _ENDS_PHRASE.match(plain, found.end())):
            continue
        return Superlative(
            least=found["stem"] in _LEAST,
            noun=noun,
            columns=_MEASURES[found["stem"]],
            value=question.kind in _VALUES,
        )
    return None


def _noun_behind(text: str) -> str | None:
    """Give the first word with a meaning right behind a superlative, without "aantal" and "totale"; None without one."""
    for word in re.findall(r"[^\W_][\w'-]*", text):
        if word not in _AMOUNT_OF:
            return None if word in STOP_WORDS or word in QUESTION_WORDS or word[0].isdigit() else word
    return None


def is_superlative(word: str) -> bool:
    """Tell whether a word is one of the superlatives that compare."""
    return fold(word).removesuffix("e") in _MEASURES


def says_superlative(wanted: Superlative, text: str) -> bool:
    """Tell whether a text says of something that it is the most or the least, as is asked."""
    return bool(_SAYS[wanted.least].search(text) or (wanted.value and _BOUND[wanted.least].search(text)))
