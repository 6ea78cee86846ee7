"""What finders give and what several of them need."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.cues import COUNTED_GROUPS
from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.textwords import read_words
from assistant.dutch import fold, load_lexicon
from assistant.dutch import stem as stem_word
from assistant.types import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible short answer: where it stands (document offsets), how well it fits the kind in [0, 1].

    `text` is given when the answer is more than the words at the span, such as the items of a list,
    `anchor` when the words around it that belong to it are wider (a name with its role).
    """

    span: Span
    fit: float
    text: str | None = None
    anchor: Span | None = None


_PEOPLE = frozenset(map(stem_word, ("mensen", "personen", "man", "publiek")))
_PERSONS = re.compile(r"\w{4}(?:aars|isten|anten|enten|lingen)$|(?:leden|genoten|burgers|igers)$")
"""Plurals of persons, all of them people."""
_THINGS = re.compile(r"(?:met|lett|kam|wat)ers$")
"""Plurals that look like those who do what a verb says."""

Finder = Callable[[Question, Unit, Matcher], Iterator[Candidate]]


def find_pattern(unit: Unit, pattern: re.Pattern[str], group: str | int, fit: float) -> Iterator[Candidate]:
    """Give a candidate for every match of `pattern`, at its `group`."""
    for match in pattern.finditer(unit.text):
        yield Candidate(Span(match.start(group), match.end(group)).shift(unit.span.start), fit)


@lru_cache(maxsize=256)
def asked_words(question: Question) -> frozenset[str]:
    """Give the words of the question as they are."""
    return frozenset(fold(token.text) for token in question.words)


@lru_cache(maxsize=256)
def words_of(question: Question) -> frozenset[str]:
    """Give the words of the question, also the parts of those with a hyphen ("AI" in "AI-strategie")."""
    words = [fold(token.text) for token in question.words]
    return frozenset(words).union(*(word.split("-") for word in words))


def find_labelled(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give the name behind a label that ends in the noun asked for: "Thuishaven: Zandwijk" for "welke haven"."""
    if question.asked is not None and ":" in unit.text:
        label = re.compile(
            rf"(?:^|[;•|–-]\s*|\s)(?i:[\w-]*{re.escape(question.asked)}): (?P<what>[A-ZÀ-Þ][^;:\n]{{1,80}}?)(?=;|\.?$|\. )"
        )
        yield from find_pattern(unit, label, "what", 1.0)


@lru_cache(maxsize=2_000)
def stem_of(noun: str) -> str:
    """Give the stem of an asked noun as the terms of the question have it ("firma's" is "firma")."""
    words = read_words(noun)
    return words[0].stem if words else stem_word(noun)


def asked_is_held(asked: str | None, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether the thing that is asked for is spoken of in the unit's block at all."""
    if asked is None:
        return True
    stem = stem_of(asked)
    held = [strength for term, strength in zip(matcher.terms, unit.wide, strict=True) if term.stem == stem]
    return not held or max(held) >= 0.2


@lru_cache(maxsize=10_000)
def is_persons(word: str) -> bool:
    """Tell whether a plural is of persons: by its ending, or as those who do what a verb says ("kijkers", "vouchers" not)."""
    if _PERSONS.search(word):
        return True
    if _THINGS.search(word):
        return False
    root = word.removesuffix("ers")
    knows = load_lexicon().knows_exactly
    return root != word and any(knows(root[start:] + "en") for start in range(max(1, len(root) - 2)))


def same_noun(asked: str, word: str, matcher: Matcher) -> bool:
    """Tell whether a word names the asked thing (a stem): itself, a variant, or a compound that ends in it."""
    known = matcher.nouns.get((asked, word))
    if known is None:
        known = matcher.nouns[asked, word] = _names_same(asked, word, matcher)
    return known


def same_counted(asked: str, word: str) -> bool:
    """Tell whether a word is another everyday name of the counted thing (a stem): "plaatsen" for "plekken", "ha".

    So are compounds of those: "parkeerplaatsen" for "parkeerplekken", "stakeholdergroepen" for "soorten".
    """
    stem = stem_of(word)
    return any(stem == other or (len(other) > 3 and stem.endswith(other)) for other in _others_of(asked))


def first_part(asked: str, word: str) -> str:
    """Give what stands before the last part of a counted thing (a stem) of which a word is another name, or nothing.

    "fiets" for "fietsplek" and "plaatsen".
    """
    stem = stem_of(word)
    heads = (head for head, others in _counted_groups().items() if stem in others and asked.endswith(head))
    return asked.removesuffix(max(heads, key=len, default=asked))


@lru_cache(maxsize=1)
def _counted_groups() -> dict[str, frozenset[str]]:
    """Give for the stem of a counted noun those of the other everyday nouns for the same thing."""
    found: dict[str, frozenset[str]] = {}
    for group in COUNTED_GROUPS:
        stems = frozenset(map(stem_of, group))
        found.update((stem, found.get(stem, frozenset()) | stems - {stem}) for stem in stems)
    return found


@lru_cache(maxsize=1_000)
def _others_of(asked: str) -> frozenset[str]:
    """Give the stems of the other names of a counted thing; of a compound those with the same first part."""
    groups = _counted_groups()
    found = groups.get(asked, frozenset())
    for head, others in groups.items():
        if len(head) > 3 and asked != head and asked.endswith(head):
            found |= {asked.removesuffix(head) + other for other in others}
    return found


def _names_same(asked: str, word: str, matcher: Matcher) -> bool:
    stem = stem_word(fold(word))
    if asked in _PEOPLE and is_persons(fold(word)):
        return True
    if stem == asked or (len(asked) > 3 and stem.endswith(asked)):
        return True
    places = [place for place, term in enumerate(matcher.terms) if term.stem == asked]
    found = dict(matcher.worth(word)) if places else {}
    return any(found.get(place, 0.0) >= 0.55 for place in places)
