"""Words that have nothing to do with those of a question, told by their letters: they need not be analysed.

A stem keeps the first letters of its word, and so does that of a part of a compound; only strong verbs ("koos") and
some plurals ("leden") do not. A word in which the beginning of no stem is found can share none. Of the words that are
new, three in four need no more than this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from assistant.answer.verbs import list_strong_forms
from assistant.dutch import fold
from assistant.dutch.stems import list_irregular_forms

_LETTERS = 3
"""Letters with which a stem begins that its words keep; the last one of a stem may be a softer one in them."""
_SOFT = {"f": "v", "s": "z"}
_LEAST = 5
"""Letters of a word that is told to be foreign: the stems of shorter ones may differ in their second letter."""
_DOUBLED = re.compile(r"(.)\1+")
_MARKS = "*/="
"""What stands behind an aspect that is no stem; an outline has a blank in it."""


class Letters:
    """Tells of a word whether it may share something with the words of one question."""

    def __init__(self, aspects: Iterable[str]) -> None:
        known = frozenset(aspects)
        # The root of an adjective is its superlative, of which the first part alone is in its other forms.
        bare = (aspect.removesuffix("ste/").rstrip(_MARKS) for aspect in known if " " not in aspect)
        stems = {_single(fold(stem)) for stem in bare if stem}
        self._starts = frozenset(start for stem in stems for start in _find_starts(stem))
        self._short = tuple({stem for stem in stems if len(stem) < _LETTERS})
        self._initials = tuple({aspect[:1] for aspect in known if " " in aspect})

    def may_share(self, key: str) -> bool:
        """Tell whether the word of a key may have a stem, a part, a root or a beginning in common with the question."""
        plain = fold(key)
        if len(plain) < _LEAST or not plain.isalpha():
            return True
        if plain.startswith(self._initials) or (self._initials and plain.startswith("ge")):
            return True
        letters = _single(plain)
        participles = letters.count("ge", 1)
        if participles > 1 or self._begins_in(letters) or _holds_irregular(plain):
            return True
        # "aangelegd" is of aanleggen.
        return participles == 1 and self._begins_in(letters[0] + letters[1:].replace("ge", ""))

    def _begins_in(self, letters: str) -> bool:
        """Tell whether a stem may begin somewhere in these letters."""
        starts = [letters[place : place + _LETTERS] for place in range(len(letters) - _LETTERS + 1)]
        return not self._starts.isdisjoint(starts) or any([short in letters for short in self._short])


def _find_starts(stem: str) -> tuple[str, ...]:
    """Give the letters with which a stem of enough letters may begin in a word."""
    start = stem[:_LETTERS]
    if len(stem) == _LETTERS and start[-1] in _SOFT:
        return start, start[:-1] + _SOFT[start[-1]]
    return (start,) if len(stem) >= _LETTERS else ()


@lru_cache(maxsize=30_000)
def _single(text: str) -> str:
    """Give a text with each letter once where it is doubled: "maken" and "maak" then begin alike."""
    return _DOUBLED.sub(r"\1", text)


@lru_cache(maxsize=30_000)
def _holds_irregular(plain: str) -> bool:
    """Tell whether a form of which the stem begins otherwise stands somewhere in a word."""
    forms = _irregular_forms()
    for place in range(len(plain) - _LETTERS + 1):
        for form in forms.get(plain[place : place + _LETTERS], ()):
            if plain.startswith(form, place):
                return True
    return False


@cache
def _irregular_forms() -> dict[str, tuple[str, ...]]:
    """Give the forms that do not begin as their stems do, by their first letters; no form of which another is a beginning."""
    forms = {
        form
        for form, stem in (*list_irregular_forms(), *list_strong_forms())
        if _single(form)[:_LETTERS] != _single(stem)[:_LETTERS] and len(form) >= _LETTERS
    }
    found: dict[str, tuple[str, ...]] = {}
    for form in sorted(forms):
        known = found.get(form[:_LETTERS], ())
        if not form.startswith(known):
            found[form[:_LETTERS]] = (*known, form)
    return found
