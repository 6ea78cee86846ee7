"""Compounds that a question takes apart: "woningbouw opgave", "beleids regels", "bouw van woningen".

The joined word is another name for the words: it is looked for where the documents use it. Words
with a preposition between them are joined only into a compound that the word list holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from assistant.dutch.lexicon import load_lexicon
from assistant.dutch.stopwords import STOP_WORDS
from assistant.dutch.tokens import cut_tokens
from assistant.dutch.variants import Synonym
from assistant.dutch.verbs import find_infinitive, is_infinitive

_PREPOSITIONS = frozenset("aan bij binnen door in met naar op over rond tegen tot uit van voor".split())
_ARTICLES = frozenset("de het een onze hun alle".split())
_LINKS = ("", "s", "e", "en")
_ENDINGS = ("en", "s", "e", "n")
_MIN_CHARS = 3


def find_joined(text: str) -> list[Synonym]:
    """Give the compounds that words of `text` make together, in order of appearance."""
    lowered = text.lower()
    tokens, gaps = cut_tokens(lowered)
    found: dict[Synonym, None] = {}
    for place, first in enumerate(tokens[:-1]):
        if not _can_join(first):
            continue
        second = tokens[place + 1]
        if gaps[place] == " " and _can_join(second):
            for joined in _join_neighbours(first, second):
                found.setdefault(Synonym(f"{first} {second}", joined))
        elif second in _PREPOSITIONS:
            behind = _skip_articles(tokens, place + 2)
            if behind is not None and _can_join(behind):
                for joined in _join_turned(behind, first):
                    found.setdefault(Synonym(f"{first} {behind}", joined))
    return list(found)


@lru_cache(maxsize=20_000)
def _can_join(word: str) -> bool:
    if len(word) < _MIN_CHARS or not word.isalpha() or word in STOP_WORDS:
        return False
    return not (is_infinitive(word) or find_infinitive(word))


def _skip_articles(tokens: list[str], place: int) -> str | None:
    while place < len(tokens) and tokens[place] in _ARTICLES:
        place += 1
    return tokens[place] if place < len(tokens) else None


def _join_neighbours(first: str, second: str) -> Iterator[str]:
    """Give "woningbouwopgave" for its halves; with a linking sound only what the word list holds."""
    lexicon = load_lexicon()
    if lexicon.knows_exactly(first) and lexicon.knows_exactly(second):
        yield first + second
    else:
        yield from (joined for joined in (first + second,) if lexicon.knows_exactly(joined))
    yield from (first + link + second for link in _LINKS[1:] if lexicon.knows_exactly(first + link + second))


def _join_turned(fore: str, head: str) -> Iterator[str]:
    """Give "woningbouw" for "bouw van woningen", when the word list holds it."""
    lexicon = load_lexicon()
    roots = {fore: None} | {fore.removesuffix(end): None for end in _ENDINGS if len(fore) > len(end) + 2}
    for root in roots:
        for link in _LINKS:
            joined = root + link + head
            if lexicon.frequency(joined) or lexicon.knows_exactly(joined):
                yield joined
