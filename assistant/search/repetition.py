"""Passages that say the same as one above them."""

from __future__ import annotations

import re

_SAME = 0.95  # share of words two passages must have in common (Jaccard)
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d[\d.,]*")


class Repetitions:
    """Remembers the passages shown so far and counts how often a new one has been said already.

    Only passages that are all but literally the same count: at a share of .8 decisions that
    differ in the body they name were lost on the dev sets. Two passages with other numbers in
    them are never the same: yearly reports repeat their sentences and change their figures.
    """

    def __init__(self) -> None:
        self._seen: list[tuple[frozenset[str], frozenset[str]]] = []
        self._counts: list[int] = []

    def count(self, text: str) -> int:
        """Give how many earlier passages said the same as `text`, and remember this one."""
        words = frozenset(_WORD.findall(text.lower()))
        numbers = frozenset(_NUMBER.findall(text))
        for place, (other, figures) in enumerate(self._seen):
            shortest, longest = sorted((len(words), len(other)))
            if figures != numbers or shortest < _SAME * longest:
                continue
            shared = len(words & other)
            if shared >= _SAME * (len(words) + len(other) - shared):
                self._counts[place] += 1
                return self._counts[place]
        self._seen.append((words, numbers))
        self._counts.append(0)
        return 0
