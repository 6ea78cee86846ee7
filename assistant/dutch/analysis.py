"""What a text is found by: weighted stems, compound parts and character n-grams.

Both sides of a search go through here, texts at ingest and questions later, so the index
remembers `ANALYSER_VERSION` and is refused when this has changed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

import Stemmer

from assistant.dutch.compounds import split_compound
from assistant.dutch.separable import join_separated, replaces
from assistant.dutch.stems import stem
from assistant.dutch.stopwords import STOP_WORDS
from assistant.dutch.tokens import cut_tokens, fold

ANALYSER_VERSION = f"nl-4-{Stemmer.version()}"
"""Raise the number with every change of words, stems, compounds, stop words or n-grams; the
stemmer's version is in it because its algorithms change with it."""

PART_WEIGHT = 0.5
"""Of a compound's part against the whole word (.3 to .5 were best on the dev sets, 1 was worst)."""
GRAM_CHARS = 4
"""Length of the character n-grams; 4 found a little more than 5 on the decisions of 2020-2022."""

_SIGNS = frozenset("€$£%‰")
_MAX_WORD = 60  # longer "words" are debris (base64, lines of dots): one term, no parts
_JOINTS = re.compile(r"[-+']")
_TAIL = re.compile(r"'(?:s|er|ers|je|jes|tje|tjes|en|t|n)$")
_GROUPED = re.compile(r"^\d{1,3}(?:\.\d{3})+(?=,|$)")


@dataclass(frozen=True, slots=True)
class WordTerms:
    """The terms of one word: its stem with its parts, weighted; and its n-grams."""

    stems: tuple[tuple[str, float], ...] = ()
    grams: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Features:
    """The terms of a text with their weights (counts, where nothing was weighted down)."""

    stems: dict[str, float] = field(default_factory=dict)
    grams: dict[str, float] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Tell whether the text has nothing to be found by."""
        return not self.stems


def list_tokens(text: str) -> list[str]:
    """Give the words of `text` in order, in lower case, as they stand; signs such as "€" are none."""
    tokens, _ = cut_tokens(text.lower())
    return [token for token in tokens if token not in _SIGNS]


def list_words(text: str) -> list[str]:
    """Give the words by which `text` is found, in order: as in `list_tokens`, and separated verbs joined.

    Of "vraagt subsidie aan" the words are vraagt, subsidie and aanvraagt.
    """
    tokens, gaps = cut_tokens(text.lower())
    joined = dict(join_separated(tokens, gaps))
    if not joined:
        return [token for token in tokens if token not in _SIGNS]
    words: list[str] = []
    for place, token in enumerate(tokens):
        verb = joined.get(place)
        if token not in _SIGNS and not (verb and replaces(token)):
            words.append(token)
        if verb:
            words.append(verb)
    return words


def count_words(text: str) -> Counter[str]:
    """Give how often each word (lower case, as it stands) occurs in `text`."""
    return Counter(list_tokens(text))


def analyse(text: str) -> Features:
    """Give the weighted terms of `text`; stop words and signs have none."""
    stems: dict[str, float] = {}
    grams: dict[str, float] = {}
    for word, count in Counter(list_words(text)).items():
        terms = analyse_word(word)
        for term, weight in terms.stems:
            stems[term] = stems.get(term, 0.0) + weight * count
        for gram in terms.grams:
            grams[gram] = grams.get(gram, 0.0) + count
    return Features(stems, grams)


@lru_cache(maxsize=30_000)
def analyse_word(word: str) -> WordTerms:
    """Give the terms of one word as `count_words` names it; none for a stop word."""
    folded = fold(word)
    if folded in STOP_WORDS or not folded:
        return WordTerms()
    if folded[0].isdigit() and not any(sign.isalpha() for sign in folded):
        number = normalise_number(folded)
        return WordTerms(((number, 1.0),), (f"_{number}_",))
    if len(folded) > _MAX_WORD:
        return WordTerms(((folded[:_MAX_WORD], 1.0),))
    pieces = _cut_pieces(folded)
    weights: dict[str, float] = {_reduce(piece): 1.0 for piece in pieces if piece not in STOP_WORDS}
    if len(pieces) > 1:
        weights.setdefault(stem("".join(pieces)), PART_WEIGHT)
    for part in _find_parts(word):
        weights.setdefault(stem(part), PART_WEIGHT)
    return WordTerms(tuple(weights.items()), tuple(_cut_grams(pieces)))


def normalise_number(text: str) -> str:
    """Give a number without the points between its thousands: "1.000,50" -> "1000,50"."""
    found = _GROUPED.match(text)
    return text if found is None else found.group().replace(".", "") + text[found.end() :]


@lru_cache(maxsize=30_000)
def find_stems(word: str) -> tuple[str, ...]:
    """Give the stems of a word as a whole: one, one a piece with hyphens, none for a stop word."""
    return tuple(term for term, weight in analyse_word(word.lower()).stems if weight == 1.0)


def content_stems(text: str) -> list[str]:
    """Give the stems of the content words of `text` in order, compounds whole, stop words dropped."""
    return [term for word in list_words(text) for term in find_stems(word)]


def _cut_pieces(word: str) -> list[str]:
    """Give what stands between the hyphens of a word, without an ending behind an apostrophe."""
    if word.isalpha():
        return [word]
    return [piece for piece in _JOINTS.split(_TAIL.sub("", word)) if piece]


def _reduce(piece: str) -> str:
    """Give the stem; short forms with a sign or digit in them (tu/e, o&i, 5g) have no endings."""
    return stem(piece) if piece.isalpha() else piece


def _find_parts(word: str) -> list[str]:
    # Accents matter to the word list, so the parts are sought in the word as it is written.
    parts: list[str] = []
    for piece in _cut_pieces(word.replace("’", "'")):
        parts.extend(part for part in split_compound(piece) if fold(part) not in STOP_WORDS)
    return parts


def _cut_grams(pieces: list[str]) -> list[str]:
    """Give the n-grams within each piece, its edges marked with "_"."""
    grams: list[str] = []
    for piece in pieces:
        if piece in STOP_WORDS and len(pieces) > 1:
            continue
        marked = f"_{piece}_"
        last = max(1, len(marked) - GRAM_CHARS + 1)
        grams.extend([marked[start : start + GRAM_CHARS] for start in range(last)])
    return grams
