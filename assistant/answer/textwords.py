"""The words of a text as they are compared with a question: stems, parts of compounds, roots of verbs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice
from threading import Lock
from typing import NamedTuple

from assistant.answer.verbs import guess_roots
from assistant.dutch import fold, split_compound
from assistant.dutch import stem as stem_word
from assistant.dutch.separable import find_separated, join_separated
from assistant.dutch.tokens import cut_parts

_SHORT = 3
"""Letters of words that are not compared by meaning."""
ALIKE = 5
"""Letters at least that the stems of kin begin with."""


class Form(NamedTuple):
    """A word without its place: its text, its stem and the stems of its compound parts."""

    text: str
    stem: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: offsets in that text and its stem."""

    start: int
    end: int
    text: str
    stem: str


@dataclass(frozen=True, slots=True)
class ReadText:
    """The keys of the words of a text in order with their offsets, and where each key stands first."""

    keys: tuple[str, ...]
    starts: tuple[int, ...]
    firsts: dict[str, int]


@lru_cache(maxsize=12_000)
def read_text(text: str) -> ReadText:
    """Give the words of a text; hyphenated words also count by their parts.

    The particle of a separated verb stands for the whole verb: "goed" of "keurde ... goed" for goedkeuren.
    """
    parts = cut_parts(text)
    tokens, starts = parts[1::2], tuple(accumulate(map(len, parts)))[:-1:2]
    for place, verb in join_separated(list(map(str.lower, tokens)), parts[2:-1:2], behind=True):
        tokens[place] = f"{tokens[place]} {verb}"
    return ReadText(tuple(tokens), starts, dict(zip(reversed(tokens), reversed(starts), strict=True)))


@lru_cache(maxsize=2_000)
def find_apart(text: str) -> tuple[tuple[int, int, int, str], ...]:
    """Give for each verb apart from its particle where the particle begins, where the verb begins and ends, and the two as one."""
    parts = cut_parts(text)
    tokens, starts = parts[1::2], tuple(accumulate(map(len, parts)))[:-1:2]
    words = list(map(str.lower, tokens))
    return tuple(
        (starts[particle], starts[verb], starts[verb] + len(words[verb]), joined)
        for particle, verb, joined in find_separated(words, parts[2::2])
    )


def read_words(text: str) -> tuple[Word, ...]:
    """Give the words of a text, in order."""
    read = read_text(text)
    forms = map(read_form, read.keys)
    return tuple(
        Word(start, start + len(form.text), form.text, form.stem)
        for start, form in zip(read.starts, forms, strict=True)
    )


def text_of(key: str) -> str:
    """Give the text of the word that a key stands for: a part of a separated verb has the whole verb behind it."""
    return key.partition(" ")[0]


@lru_cache(maxsize=50_000)
def find_spoken(key: str) -> str:
    """Give the word of a key as its meaning is looked for; empty for one too short to have any."""
    text = text_of(key)
    return fold(text) if len(text) > _SHORT else ""


def read_form(key: str) -> Form:
    """Give the word that a key stands for."""
    text, _, verb = key.partition(" ")
    return Form(text, *analyse(verb or text))


_ASPECTS: dict[str, tuple[str, ...]] = {}
_KNOWN = 60_000
"""Keys whose aspects are kept; then the first ones are let go."""
_LOCK = Lock()


def peek_aspects(keys: Iterable[str]) -> list[tuple[str, ...] | None]:
    """Give for each key what `find_aspects` gives, if it is known."""
    return list(map(_ASPECTS.get, keys))


def find_aspects(key: str) -> tuple[str, ...]:
    """Give what a word of a question may share with the word of a key, its stem first; capitals make no difference.

    Nothing in common means nothing to do with one another; roots are only guessed, so that the reverse does not hold.
    """
    found = _ASPECTS.get(key)
    if found is None:
        found = _find_aspects(fold(key))
        with _LOCK:
            if len(_ASPECTS) >= _KNOWN:
                for old in list(islice(_ASPECTS, _KNOWN // 8)):
                    del _ASPECTS[old]
            _ASPECTS[key] = found
    return found


@lru_cache(maxsize=20_000)
def _find_aspects(key: str) -> tuple[str, ...]:
    # Plain tuples of text the garbage collector leaves alone: going through tens of thousands of objects
    # took a tenth of a second each time.
    form = read_form(key)
    stem, roots = form.stem, guess_roots(form.text)
    return (stem, *form.parts, alike(stem), outline(stem, 0), *map(rooted, roots), counted(form.text))


def alike(stem: str) -> str:
    """Give the mark of stems with the same beginning."""
    return f"{stem[:ALIKE]}*"


def outline(stem: str, more: int) -> str:
    """Give the mark of stems with the same first letter and `more` letters."""
    return f"{stem[:1]} {len(stem) + more}"


def rooted(root: str) -> str:
    """Give the mark of words with the same root."""
    return f"{root}/"


def counted(text: str) -> str:
    """Give the mark of a number in words."""
    return f"{fold(text)}="


_NAMED_BY_NUMBER = re.compile(r"\d\w*-[a-z]{3}")
"""A compound such as "5g-netwerk", which is no number."""
_SHORT_STEMS = {"uren": "uur"}
"""Plurals too short for the rules of stems."""
_TAIL = re.compile(r"(?<=\w\w)'(?:s|er|ers|tje|tjes|je|jes)$")


@lru_cache(maxsize=100_000)
def analyse(text: str) -> tuple[str, tuple[str, ...]]:
    """Give the stem of a word, and the stems of its parts; a number in one spelling."""
    plain = fold(text)
    if plain[:1].isdecimal() and not _NAMED_BY_NUMBER.match(plain):
        return normalise_number(plain), ()
    plain = _TAIL.sub("", plain)
    stem = _SHORT_STEMS.get(plain) or stem_word(plain)
    pieces = (
        [piece for piece in plain.replace("'", "-").split("-") if len(piece) > 1] if "-" in plain else [plain]
    )
    parts: list[str] = []
    for piece in pieces:
        split = split_compound(piece)
        if "-" in plain:
            parts.append(stem_word(piece))
        if len(split) > 1:
            parts.extend(stem_word(part) for part in split)
    return stem, tuple(dict.fromkeys(part for part in parts if part != stem))


def normalise_number(text: str) -> str:
    """Give one spelling for "10.000", "10000" and "10,0"."""
    head = text
    tail = ""
    for place, sign in enumerate(text):
        if sign.isalpha():
            head, tail = text[:place], text[place:]
            break
    pieces = head.split(".")
    if len(pieces) > 1 and all(len(piece) == 3 for piece in pieces[1:]):
        head = "".join(pieces)
    if tail in ("e", "ste", "de"):
        tail = ""
    return head + tail
