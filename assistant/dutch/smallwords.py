"""The small words of a phrase: they have no stem of their own, yet "bestaan uit" is not "bestaan".

A question may hold them in another form: "waaruit bestaat", "waar bestaat het uit", "wie heeft recht op".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from assistant.dutch.stopwords import STOP_WORDS
from assistant.dutch.tokens import cut_tokens, fold

_VERBS = (
    "hebben heb hebt heeft had hadden gehad",
    "worden word wordt werd werden geworden",
    "doen doe doet deed deden gedaan",
    "kunnen kan kun kunt kon konden",
    "moeten moet moest moesten",
    "mogen mag mocht mochten",
)
_FORMS = {form: line.split()[0] for line in _VERBS for form in line.split()}
_APART = {"mee": "met", "toe": "tot", "heen": "naar", "naartoe": "naar", "vandaan": "uit"}
"""Prepositions that have another form where they follow what they belong to."""
_PRONOMINAL = re.compile(r"(?:waar|daar|hier|er)(?P<with>[a-z]{2,})")
_ARTICLES = frozenset("de het een den der 't".split())
_COPULAS = frozenset("zijn worden".split())
"""Verbs that a text may leave out: "bevoegd zijn" is also told of "de bevoegde dienst"."""


@lru_cache(maxsize=20_000)
def list_small_words(phrase: str, *, loosely: bool) -> frozenset[str]:
    """Give the small words that make a phrase what it is, each in one form; loosely without copulas too."""
    unsaid = _ARTICLES | _COPULAS if loosely else _ARTICLES
    words = {word for word in map(fold, cut_tokens(phrase)[0]) if word in STOP_WORDS}
    return frozenset(map(reduce_small_word, words - unsaid))


def reduce_small_words(tokens: Iterable[str]) -> frozenset[str]:
    """Give the words of a text, small ones in one form."""
    return frozenset(reduce_small_word(fold(token)) for token in tokens)


def reduce_small_word(word: str) -> str:
    """Give the form that stands for all forms of a small word: "heeft" is "hebben", "waarmee" is "met"."""
    found = _PRONOMINAL.fullmatch(word)
    plain = found["with"] if found is not None else word
    plain = _APART.get(plain, plain)
    return _FORMS.get(plain, plain) if plain in STOP_WORDS else word
