"""The noun that is counted: "nieuwe woningen", "m²", "auto’s", "Brabantse mkb-bedrijven".

Without a parser, a noun behind a number is told by its form: behind two or more stands a plural or
a unit of measure, with nothing but adjectives (in -e, -en) in between. Forms of verbs are left out by
the word list; what stays doubtful is no noun.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.dutch.lexicon import load_lexicon
from assistant.dutch.verbs import find_infinitive, is_infinitive
from assistant.extract.amounts.numerals import NUMERALS
from assistant.extract.amounts.vocabulary import (
    DETERMINERS,
    MEASURES,
    NO_NOUNS,
    SHARES,
    STOPS,
    TIMES,
    TYPES,
)
from assistant.extract.source import Source

_JOINTS: Final = frozenset("-’'´&/")
_QUOTES: Final = frozenset("‘’'\"“”«»")
_BARE_ENDS: Final = ("aal", "eel", "isch", "lijk", "ief", "bruto", "netto")
"""How adjectives end that stand without -e before a neuter noun ("het nationaal inkomen")."""
_RARER: Final = 10
_UNKNOWN: Final = 6
"""Shortest word in -s outside the word list that is taken for a plural ("energiehubs")."""
_POSTS: Final = frozenset(("fte", "vte"))
_LONGEST: Final = 5
"""Most words from a number to its noun."""
_PARTICIPLE: Final = re.compile(r"(?:aan|af|in|uit|op|over|toe|mee|na|om|bij|door|voor|weg)?ge[a-zë]+en")
_PLURAL_ENDS: Final = ("ën", "’s", "'s", "´s")
_OTHER_PLURALS: Final = frozenset(
    "consortia aquaria symposia quota memoranda musea centra fora criteria media stadia laboratoria gymnasia academici politici technici musici "
    "medici critici historici data kmo’s mkb’ers man lui lieden fte vte".split()
)
_SINGULAR_ENDS: Final = (
    "er",
    "el",
    "em",
    "en",
    "ie",
    "eur",
    "or",
    "um",
    "ar",
    "aar",
    "ment",
    "lab",
    "up",
    "ion",
)
"""How nouns end that take -s, for those that the word list does not hold ("fieldlabs")."""


@dataclass(frozen=True, slots=True)
class Noun:
    """The head's words and those with its adjectives; `end` is an offset, `next` a place in the words."""

    head: str
    words: str
    end: int
    next: int
    measure: bool = False


def read_term(source: Source, index: int) -> tuple[str, int]:
    """Give a word with what is glued to it ("mkb-bedrijven", "auto’s") and the place behind it.

    Empty where no letter stands, and for "groot-" of "groot- en kleinbedrijf".
    """
    term = source.word(index)
    if not term or not term[0].isalpha() or term.startswith(("http", "www")):
        return "", index
    while source.glued(index) and source.words[index + 1][0] in _JOINTS:
        if not source.glued(index + 1) or not source.word(index + 2)[:1].isalnum():
            return ("", index) if source.word(index + 1) == "-" else (term, index + 1)
        term += source.word(index + 1) + source.word(index + 2)
        index += 2
        if len(term) > 60:
            return "", index
    return term, index + 1


def read_counted(source: Source, index: int) -> Noun | None:
    """Give the noun that a number in front of word `index` counts; None when there is none."""
    first, place = index, index
    for _ in range(_LONGEST):
        if source.word(place) in _QUOTES and source.word(place):
            place += 1
            continue
        term, following = read_term(source, place)
        kind = classify(term) if term else ""
        if kind == "plural" and _PARTICIPLE.fullmatch(term) and classify(source.word(following)) == "plural":
            kind = "adjective"  # "aangeboren aandoeningen"
        if term[:1].isupper() and place and source.words[place - 1].endswith("\n"):
            return None  # a line of its own
        if kind == "measure" and term.lower() in _POSTS and classify(source.word(following)) == "plural":
            kind = "adjective"  # "2 VTE lesgevers"
        if kind in ("plural", "measure"):
            return _make(source, first, place, following, measure=kind == "measure")
        if kind != "adjective":
            return None
        place = _skip_aside(source, following)
        if source.word(place) in (",", "en", "of") and classify(source.word(place + 1)) == "adjective":
            place += 1
    return None


def _skip_aside(source: Source, place: int) -> int:
    """Give the place behind one adjective in brackets ("extra (reguliere) plaatsen")."""
    aside = source.word(place) == "(" and source.word(place + 2) == ")"
    return place + 3 if aside and classify(source.word(place + 1)) == "adjective" else place


def _make(source: Source, first: int, head: int, following: int, *, measure: bool) -> Noun:
    words = source.phrase(first, following)
    end = source.end(following - 1)
    return Noun(source.phrase(head, following), words, end, following, measure)


@lru_cache(maxsize=50_000)
def classify(term: str) -> str:
    """Tell whether a term behind a number is "measure", "plural", "adjective", "time" or nothing ("")."""
    word = term.lower()
    if word in MEASURES and term not in ("Ha", "MAN"):
        return "measure"
    if word in TIMES:
        return "time"
    if (word in NO_NOUNS and word not in TYPES) or word in SHARES or len(word) < 2 or NUMERALS[word]:
        return ""
    if word in TYPES or (term.isupper() and 3 <= len(term) <= 5):
        return "adjective"
    if word.endswith("e"):
        return "adjective" if len(word) > 3 else ""
    if word in _OTHER_PLURALS or word.endswith(_PLURAL_ENDS):
        return "plural"
    if word.endswith("en"):
        return _classify_en(term, word)
    return "plural" if word.endswith("s") and _is_plural_s(word) else ""


def _classify_en(term: str, word: str) -> str:
    if len(word) < 5:
        return "plural" if load_lexicon().knows(word) else ""
    lexicon = load_lexicon()
    if word.endswith("eren") and is_infinitive(word):
        # "boer" is about as common as "boeren", "financier" far rarer than "financieren"
        return "plural" if _RARER * lexicon.frequency(word[:-2]) >= lexicon.frequency(word) > 0 else ""
    if find_infinitive(word) is not None and not term[0].isupper():
        return "adjective"
    if not lexicon.knows(word) and "-" not in word and len(word) < 8:
        return ""
    return "plural"


def _is_plural_s(word: str) -> bool:
    singular = word[:-1]
    if len(singular) < 3 or singular.endswith(("s", "i", "u")):
        return False
    lexicon = load_lexicon()
    if lexicon.knows(word) and lexicon.knows(singular):
        return True
    if word.islower() and not lexicon.knows(word) and not lexicon.knows(singular):
        return len(word) >= _UNKNOWN
    tails = range(3, len(singular) - 3)
    return singular.endswith(_SINGULAR_ENDS) or any(
        lexicon.knows_exactly(singular[tail:]) and lexicon.knows_exactly(word[tail:]) for tail in tails
    )


_NOT_MEASURED: Final = frozenset(
    "lang breed hoog diep groot ver verder verderop hoger lager dik zwaar hard snel per radius rond".split()
)


def read_measured(source: Source, index: int) -> str | None:
    """Give what a measure is of, when it follows at once: "bos" behind "4.000 hectare", "CO2" behind "ton"."""
    term, following = read_term(source, index)
    if term in ("CO2", "CO₂", "CO2-equivalent"):
        return term
    noun = read_counted(source, index)
    if noun and not noun.measure:
        return noun.words
    known = (
        term.islower()
        and not term.endswith("waarts")
        and load_lexicon().knows_exactly(term)
        and not term.endswith("e")
    )
    if not known or term in NO_NOUNS or term in _NOT_MEASURED or term in TIMES:
        return None
    behind = source.word(following)
    ends = not behind or not behind[0].isalnum() or behind in NO_NOUNS
    return term if ends and find_infinitive(term) is None and not is_infinitive(term) else None


def _goes_on(source: Source, term: str, place: int) -> bool:
    """Tell whether a word without -e is an adjective or part of a name, and the noun is still to come."""
    behind, _ = read_term(source, place)
    if not behind or behind.lower() in STOPS or not source.words[place - 1][-1].isspace():
        return False
    if term[0].isupper():
        return behind[0].isupper()
    return term.endswith(_BARE_ENDS) or (term.endswith("en") and find_infinitive(term) is not None)


def read_phrase(source: Source, index: int) -> tuple[str, int]:
    """Give a phrase of article, adjectives and noun from word `index` on, and the place behind it.

    "de Brabantse bedrijven", "vier projecten", "het onderwijs"; empty when none begins there.
    """
    place, last = index, index
    for _ in range(_LONGEST + 1):
        term, following = read_term(source, place)
        word = term.lower()
        if place == index and word in DETERMINERS:
            place = following
            continue
        if not term or word in STOPS:
            break
        place = last = following
        if not word.endswith("e") and not _goes_on(source, term, following):
            break
    if last == index:
        return "", index
    return source.phrase(index, last), last
