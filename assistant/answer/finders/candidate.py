"""What finders give and what several of them need."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.textwords import read_words
from assistant.dutch import fold
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


_PEOPLE = frozenset({stem_word("mensen"), stem_word("personen")})
_PERSONS = re.compile(r"\w{4}(?:ers|aars|isten|anten|enten|leden|genoten|lingen)$")
"""Plurals of persons, all of them people."""

Finder = Callable[[Question, Unit, Matcher], Iterator[Candidate]]


def find_pattern(unit: Unit, pattern: re.Pattern[str], group: str | int, fit: float) -> Iterator[Candidate]:
    """Give a candidate for every match of `pattern`, at its `group`."""
    for match in pattern.finditer(unit.text):
        yield Candidate(Span(match.start(group), match.end(group)).shift(unit.span.start), fit)


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


def same_noun(asked: str, word: str, matcher: Matcher) -> bool:
    """Tell whether a word names the asked thing (a stem): itself, a variant, or a compound that ends in it."""
    known = matcher.nouns.get((asked, word))
    if known is None:
        known = matcher.nouns[asked, word] = _names_same(asked, word, matcher)
    return known


def _names_same(asked: str, word: str, matcher: Matcher) -> bool:
    stem = stem_word(fold(word))
    if asked in _PEOPLE and _PERSONS.search(fold(word)):
        return True
    if stem == asked or (len(asked) > 3 and stem.endswith(asked)):
        return True
    places = [place for place, term in enumerate(matcher.terms) if term.stem == asked]
    found = dict(matcher.worth(word)) if places else {}
    return any(found.get(place, 0.0) >= 0.55 for place in places)
