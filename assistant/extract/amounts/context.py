"""What the words around a quantity make of it: more or less, of what, for what."""

from __future__ import annotations

import re
from typing import Final

from assistant.extract.amounts.figures import lower
from assistant.extract.amounts.joining import Quantity
from assistant.extract.amounts.nouns import read_counted, read_phrase
from assistant.extract.amounts.numerals import NUMERALS
from assistant.extract.amounts.vocabulary import AFTER, LEAST, MODIFIERS, PAID, PAID_ENDS, PLACES, SHARE_UNITS
from assistant.extract.source import Source

_BEFORE_CHARS: Final = 40
"""Longer than the longest modifier."""
_SPANS: Final = ("jaar", "jaren", "periode", "termijn", "maanden", "legislatuur")
"""How phrases end that tell for how long money is, not for what."""
_ROUND: Final = 20
"""Smaller counts are not rounded."""
_STRIPPED: Final = "([{“‘\"'«,;:–—*|"


def find_modifier(source: Source, quantity: Quantity, *, counted: bool = False) -> str | None:
    """Give "about", "more" or "less" when the words next to the quantity say so."""
    start = quantity.start
    begin = max(0, start - _BEFORE_CHARS)
    words = source.text[begin:start].lower().split()
    if begin and words:
        words = words[1:]
    if words and words[-1] in ("de", "het") and " ".join(words[-2:]) not in MODIFIERS:
        words.pop()
    for length in (3, 2, 1):
        phrase = " ".join(words[-length:]).lstrip(_STRIPPED)
        if len(words) >= length and phrase in MODIFIERS and not (counted and _is_place(quantity, phrase)):
            told = quantity.upper is not None and (phrase.rstrip(".") in LEAST or phrase == "ten minste")
            return None if told else MODIFIERS[phrase]
    if lower(source, quantity.next) == "of":
        return AFTER.get(lower(source, quantity.next + 1))
    return None


def _is_place(quantity: Quantity, phrase: str) -> bool:
    """Tell whether "boven" or "rond" is said of a place among what is counted ("rond drie pijlers")."""
    return phrase in PLACES or (phrase.startswith("rond") and quantity.value < _ROUND)


def find_whole(source: Source, quantity: Quantity) -> str | None:
    """Give what a share is of: "de Brabantse bedrijven" behind "59% van"."""
    if quantity.unit not in SHARE_UNITS or lower(source, quantity.next) != "van":
        return None
    return _read_whole(source, quantity.next + 1)


def _read_whole(source: Source, place: int) -> str | None:
    words, following = _read_things(source, place)
    if words and lower(source, following) == "van" and source.word(following - 1)[-1:].isalpha():
        more, end = read_phrase(source, following + 1)
        if more:
            return source.phrase(place, end)
    return words or None


def find_paid(source: Source, quantity: Quantity) -> str | None:
    """Give what a sum is for: "vier projecten" behind "€ 10,7 miljoen voor", "subsidie" before "van €"."""
    place = quantity.next
    word = lower(source, place)
    if word == "voor":
        words, _ = _read_things(source, place + 1)
        return None if not words or words.endswith(_SPANS) else words
    if word == "aan":
        noun = read_counted(source, place + 1)
        if noun and is_paid(noun.head.lower()):
            return noun.words
    if word == "extra":
        word, place = lower(source, place + 1), place + 1
    return source.word(place) if is_paid(word) else _find_paid_before(source, quantity)


def is_paid(word: str) -> bool:
    """Tell whether a word (lower case) is what money is given as, or for."""
    return word in PAID or word.endswith(PAID_ENDS)


def _find_paid_before(source: Source, quantity: Quantity) -> str | None:
    """Give the noun of "een subsidie van ruim € 5 miljoen"."""
    begin = max(0, quantity.start - _BEFORE_CHARS)
    words: list[str] = re.findall(r"[^\W\d_]+", source.text[begin : quantity.start])
    for back in range(1, min(4, len(words))):
        if words[-back].lower() == "van":
            noun = words[-back - 1]
            between = " ".join(words[len(words) - back + 1 :]).lower()
            if is_paid(noun.lower()) and (not between or between == "een" or between in MODIFIERS):
                return noun
            return None
    return None


def _read_things(source: Source, place: int) -> tuple[str, int]:
    """Give "vier projecten" or "de uitvoering" from `place` on, and the place behind it."""
    at = place + 1 if lower(source, place) in ("de", "deze", "die") else place
    numeral = NUMERALS[source.plain[at]] if at < len(source.words) else None
    if numeral is not None and not numeral.year and not numeral.part:
        noun = read_counted(source, at + 1)
        return (source.phrase(place, noun.next), noun.next) if noun else ("", place)
    return read_phrase(source, place)
