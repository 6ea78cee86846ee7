"""Counts: a bare number with the noun that it counts, and the numbers that only name something."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from assistant.extract.amounts.figures import Figure, glued_before, lower
from assistant.extract.amounts.joining import Quantity
from assistant.extract.amounts.nouns import Noun, read_counted
from assistant.extract.amounts.vocabulary import AFTER, LABELS, LEGAL, MODIFIERS, TRIVIAL
from assistant.extract.source import Source

_FEW: Final = 20
"""Up to so many parts of a text ("vijf punten") are no count."""
_LISTED: Final = 16
"""Most words of a list of numbers behind one label."""
_UNLABELLED: Final = 1000
"""Articles, pages and phases do not come so far."""
_FIRST_YEAR: Final = 1900
"""Before a plural a smaller number is seldom a year."""
_SINGLE: Final = 10
"""Up to so much a number behind a name belongs to the name ("Radicaal 2 projecten")."""
_YEAR_BEFORE: Final = frozenset(
    "ruim circa ca. ca dan bijna minstens maximaal minimaal ongeveer zo'n zo’n zeker totaal alle extra "
    "nog maar liefst".split()
)
"""Words that are seldom right before a year that a plural follows."""


def read_count(source: Source, quantity: Quantity) -> Noun | None:
    """Give the noun that a bare number counts; None when it names, dates or orders something."""
    figure = quantity.last
    if quantity.noun:
        known = replace(quantity.noun, end=quantity.end, next=quantity.next)
        return known if known.measure or _is_count(source, quantity, figure, known) else None
    if figure.suffix:
        return Noun(figure.suffix, figure.suffix, figure.end, figure.next, measure=True)
    if glued_before(source, quantity.next) or not source.word(quantity.next):
        return None
    noun = read_counted(source, skip_more(source, quantity.next))
    if noun is None or (noun.measure and quantity.value == 0):
        return None
    if noun.measure:
        speed = lower(source, noun.next) == "per" and lower(source, noun.next + 1) in ("uur", "u")
        if speed or source.word(noun.next) == "/":
            return None
        return None if _is_label(source, quantity) else noun
    return noun if _is_count(source, quantity, figure, noun) else None


def skip_more(source: Source, place: int) -> int:
    """Give the place behind the "of meer" of "10 of meer deelnemers"."""
    return place + 2 if lower(source, place) == "of" and lower(source, place + 1) in AFTER else place


def _is_count(source: Source, quantity: Quantity, figure: Figure, noun: Noun) -> bool:
    low = min(quantity.value, quantity.upper or quantity.value)
    if low < 2 or (figure.numeral.dotted and figure.factor == 1.0):
        return False
    if noun.head.lower() in TRIVIAL and max(quantity.value, quantity.upper or 0) <= _FEW:
        return False
    if (
        figure.numeral.year
        and figure.factor == 1.0
        and figure.raw >= _FIRST_YEAR
        and lower(source, quantity.first - 1) not in _YEAR_BEFORE
    ):
        return False
    return not (_is_label(source, quantity) or _is_numbering(source, quantity))


def _is_label(source: Source, quantity: Quantity) -> bool:
    """Tell whether a noun stands before the number that makes it a name ("artikel 5", "art. 5")."""
    index = _skip_numbers(source, quantity.first)
    if index == 0:
        return False
    if quantity.value >= _UNLABELLED and lower(source, index - 1) not in LEGAL:
        return False
    before = source.word(index - 1)
    if before == "." and glued_before(source, index - 1):
        return lower(source, index - 2) + "." in LABELS
    return before.lower() in LABELS


def _skip_numbers(source: Source, index: int) -> int:
    """Give where a list of numbers begins that ends at word `index` ("paragraaf 8, 9 of 10")."""
    begin = index
    for _ in range(_LISTED):
        joined = lower(source, index - 1) in ("en", ",", "of", "tot", "met", "m", "/", "t", "-")
        if not joined and not (index < begin and source.word(index - 1)[:1].isdecimal()):
            break
        index -= 1
    return index if source.word(index)[:1].isdecimal() else begin


def _is_numbering(source: Source, quantity: Quantity) -> bool:
    """Tell whether the number numbers a heading or a note, or belongs to the name before it."""
    index = quantity.first
    if not quantity.last.numeral.digits or quantity.bounded or quantity.last.factor != 1.0:
        return False
    before = source.words[index - 1] if index else "\n"
    behind = source.word(quantity.next)
    capital = behind[:1].isupper() and not behind.isupper()
    if before.endswith("\n"):
        return capital
    name = source.word(index - 1)
    named = name[:1].isupper() and name.lower() not in MODIFIERS and not _begins_sentence(source, index - 1)
    code = name.isupper() and quantity.value >= _UNLABELLED and "." not in source.word(index)
    return named and (capital or code or quantity.value <= _SINGLE)


def _begins_sentence(source: Source, index: int) -> bool:
    if index == 0:
        return True
    before = source.words[index - 1]
    return before.strip() in ("", ".", "!", "?", ":", "•", "-", "–", "*", "“", "‘", '"') or before.endswith(
        "\n"
    )
