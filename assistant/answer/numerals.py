"""Numbers in the words of a question: "vijf" and "5"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.cues import NUMBER_WORDS

_MOST_DIGITS = 3
"""A number of more digits is a year or a figure, not how many things a list has."""


def is_number(word: str) -> bool:
    """Tell whether a word is a number, in letters or digits."""
    return word in NUMBER_WORDS or word.isdecimal()


def read_number(word: str) -> int | None:
    """Give the number that a word says; None for any other word, and for a large one in digits."""
    digits = int(word) if word.isdecimal() and len(word) <= _MOST_DIGITS else None
    return NUMBER_WORDS.get(word, digits)


def first_number(words: Sequence[str]) -> int | None:
    """Give what the first number among these words says."""
    return next((read_number(word) for word in words if is_number(word)), None)
