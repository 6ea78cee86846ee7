"""Passages that say the same as one above them."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

_SAME = 0.95  # share of words two passages must have in common (Jaccard)
_KEPT = 500
"""Passages of which the words are kept, some 5 MB: of few documents the same ones are found again and again."""
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d[\d.,]*")


class Repetitions:
    """Remembers the passages shown so far and counts how often a new one has been said already.

    Only passages that are all but literally the same count: at a share of .8 decisions that
    differ in the body they name were lost on the dev sets. Two passages with other numbers in
    them are never the same: yearly reports repeat their sentences and change their figures.
    """

    def __init__(self) -> None:
        self._seen: dict[frozenset[str], list[_Shown]] = {}
        """By the numbers that stand in them."""

    def count(self, text: str) -> int:
        """Give how many earlier passages said the same as `text`, and remember this one."""
        fresh = _Shown(text)
        alike = self._seen.setdefault(_find_numbers(text), [])
        for shown in alike:
            if _are_same(shown.words, fresh.words):
                shown.repeated += 1
                return shown.repeated
        alike.append(fresh)
        return 0


class _Shown:
    """A passage and how often it has been said again."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.repeated = 0

    @cached_property
    def words(self) -> frozenset[str]:
        """The different words of the passage, cut only where there is something to compare with."""
        return _find_words(self._text)


@lru_cache(maxsize=_KEPT)
def _find_numbers(text: str) -> frozenset[str]:
    return frozenset(_NUMBER.findall(text))


@lru_cache(maxsize=_KEPT)
def _find_words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _are_same(words: frozenset[str], others: frozenset[str]) -> bool:
    shortest, longest = sorted((len(words), len(others)))
    if shortest < _SAME * longest:
        return False
    shared = len(words & others)
    return shared >= _SAME * (len(words) + len(others) - shared)
