"""The kind of question that a noun asks by itself: "gemeente" a place, "leenbedrag" money."""

from __future__ import annotations

import re

from assistant.answer.cues import (
    AMOUNT_NOUNS,
    COUNT_NOUNS,
    DOCUMENT_NOUNS,
    MEASURE_HEADS,
    ORGANISATION_NOUNS,
    PERIOD_NOUNS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    PRICE_PARTS,
    SHARE_NOUNS,
    TIME_NOUNS,
)
from assistant.answer.kinds import QuestionKind

_NOUNS = {
    QuestionKind.AMOUNT: AMOUNT_NOUNS,
    QuestionKind.SHARE: SHARE_NOUNS,
    QuestionKind.COUNT: COUNT_NOUNS,
    QuestionKind.PERIOD: PERIOD_NOUNS,
    QuestionKind.MOMENT: TIME_NOUNS,
    QuestionKind.PERSON: PERSON_NOUNS,
    QuestionKind.PLACE: PLACE_NOUNS,
    QuestionKind.ORGANISATION: ORGANISATION_NOUNS,
    QuestionKind.DOCUMENTS: DOCUMENT_NOUNS,
}
NAMED = frozenset({QuestionKind.PERSON, QuestionKind.PLACE, QuestionKind.ORGANISATION})
"""Kinds that ask for a name: in the plural for a list of them."""
_HEADS = {head: QuestionKind(kind) for kind, heads in MEASURE_HEADS.items() for head in heads}
_PRICE = re.compile(rf"(?:{'|'.join(sorted(PRICE_PARTS))})prij(?:s|zen)")
_WORTH = re.compile(
    r"(?:project|markt|boek|verkoop|aanschaf|aankoop|contract|opdracht|export|import|woz|huur|grond|taxatie|"
    r"schenkings|nalatenschaps|handels|onroerende?|restitutie|vervangings|verzekerings?|economische|toegevoegde)-?"
    r"waarde"
)
"""What something is worth in money; a "voorwaarde" or "grenswaarde" is no sum."""
_LEAST_BEFORE = 3
"""Letters that a compound has before its last part."""
_LEAST_PART, _LEAST_MOMENT = 6, 7
"""Letters of a noun that may be the last part of a compound, and of a compound of "jaar" or "datum"."""


def is_listed(noun: str) -> bool:
    """Tell whether a noun itself is known to ask for a kind."""
    return any(noun in nouns for nouns in _NOUNS.values())


def listed_kind(noun: str) -> QuestionKind | None:
    """Give the kind that a noun itself is known to ask for."""
    return next((kind for kind, nouns in _NOUNS.items() if noun in nouns), None)


def measured_kind(word: str) -> QuestionKind | None:
    """Give the kind that a compound asks for by a last part that is a measure; None for any other word."""
    if _PRICE.fullmatch(word):
        return QuestionKind.AMOUNT
    return next((kind for head, kind in _HEADS.items() if is_compound(word, head)), None)


def noun_kind(noun: str) -> QuestionKind | None:
    """Give the kind that a noun, or the last part of a compound, asks for."""
    known = listed_kind(noun) or measured_kind(noun)
    return known or next((kind for kind in _NOUNS if _asks(noun, kind)), None)


def is_compound(word: str, head: str) -> bool:
    """Tell whether a word is a compound of which this is the last part ("eu-hulp", "fietsinvesteringen")."""
    return word.endswith(head) and len(word) >= len(head) + _LEAST_BEFORE


def _asks(noun: str, kind: QuestionKind) -> bool:
    if noun in _NOUNS[kind]:
        return True
    if kind is QuestionKind.DOCUMENTS:
        return False
    if kind is QuestionKind.MOMENT and len(noun) >= _LEAST_MOMENT and noun.endswith(("jaar", "datum")):
        return True
    if kind is QuestionKind.AMOUNT and noun.endswith("waarde"):
        return bool(_WORTH.fullmatch(noun))
    return any(noun.endswith(part) for part in _NOUNS[kind] if len(part) >= _LEAST_PART)
