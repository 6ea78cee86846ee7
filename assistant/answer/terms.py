"""The words of a question that a text must hold: what each one counts for, its parts and its other names."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.cues import GENERIC_NOUNS, GENERIC_VERBS, META_WORDS, PEOPLE_GROUPS, WORD_GROUPS
from assistant.answer.initials import find_initials
from assistant.answer.predicates import find_part
from assistant.answer.question import Question
from assistant.answer.textwords import analyse, find_apart
from assistant.answer.townadjectives import find_towns
from assistant.dutch import Token, find_variants, find_ways, fold, load_lexicon, tokenize
from assistant.dutch import stem as stem_word


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question; `kind` is "name", "number" or "word", `part` as `predicates.py` has it."""

    text: str
    stem: str
    parts: tuple[str, ...]
    variants: tuple[tuple[str, ...], ...]
    weight: float
    kind: str
    part: str = ""
    ways: tuple[tuple[str, ...], ...] = ()
    """The stems of other words with which a text may tell what this one asks."""


def weigh_terms(question: Question, rarity: Callable[[str], float]) -> tuple[Term, ...]:
    """Give the terms of a question; `rarity(stem)` in [0, 1] is 1 for what the corpus never holds."""
    terms: dict[str, Term] = {}
    variants = _variants_of(question.text)
    ways = _ways_of(question.text)
    initials = find_initials(question.text)
    sizes = _name_sizes(question)
    joined = _join_verbs(question.text)
    for token in question.words:
        plain = fold(token.text)
        stem, parts = analyse(token.text)
        kind = _term_kind(token, question)
        weight = 0.35 + 0.65 * rarity(stem)
        if kind == "word":
            if plain in META_WORDS:
                weight *= 0.25
            elif plain in GENERIC_VERBS or stem in _generic_stems():
                weight *= 0.5
            if plain == question.asked and plain in GENERIC_NOUNS:
                weight *= 0.5
        else:
            weight *= 1.4 * sizes.get(token.span.start, 1) ** -0.5 if kind == "name" else 1.2
        known = terms.get(stem)
        if known is None or known.weight < weight:
            whole = joined.get(token.span.start, "")
            part = find_part(token, question)
            others = (*variants.get(plain, ()), *_group_of(plain), *initials.get(token.span.start, ()))
            others += find_towns(token.text) if kind == "name" else ()
            others = (*others, (stem_word(whole),)) if whole else others
            loose = ways.get(plain, ()) if kind == "word" else ()
            terms[stem] = Term(token.text, stem, parts, others, weight, kind, part, loose)
    return tuple(terms.values())


def _join_verbs(text: str) -> dict[int, str]:
    """Give for the start of a verb that stands apart from its particle, and for that of the particle, the two as one."""
    found: dict[int, str] = {}
    for particle, verb, _, joined in find_apart(text):
        found |= {verb: joined, particle: joined}
    return found


def _name_sizes(question: Question) -> dict[int, int]:
    """Give for the start of each name word how many words its name has: words of names side by side."""
    runs: list[list[Token]] = []
    for token in question.words:
        if _term_kind(token, question) != "name":
            continue
        if runs and not question.text[runs[-1][-1].span.end : token.span.start].strip(" -"):
            runs[-1].append(token)
        else:
            runs.append([token])
    return {token.span.start: len(run) for run in runs for token in run}


def find_singulars(word: str) -> tuple[str, ...]:
    """Give the words that a plural may be of, as far as the word list has them: "wagens" of "wagen"."""
    bases = {word.removesuffix("’s").removesuffix("'s"), word.removesuffix("s")}
    if word.endswith("en"):
        bare = word[:-2]
        bases |= {bare, bare[:-1] if bare[-2:-1] == bare[-1:] else bare, _HARDENED.sub(_harden, bare)}
        bases |= {_OPENED.sub(r"\1\1\2", base) for base in tuple(bases)}
    known = load_lexicon().knows_exactly
    return tuple(sorted(base for base in bases - {word} if len(base) > _LEAST_SINGULAR and known(base)))


_LEAST_SINGULAR = 2
_HARDENED, _OPENED = re.compile(r"[vz]$"), re.compile(r"(?<![aeiou])([aeou])([b-df-hj-np-tv-z])$")


def _harden(found: re.Match[str]) -> str:
    return {"v": "f", "z": "s"}[found.group()]


def _variants_of(text: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Give for each word of the question the stems of its other names; a name of more words counts for each."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for synonym in find_variants(text):
        stems = tuple(stem_word(token.text) for token in tokenize(synonym.text))
        for token in tokenize(synonym.words):
            if stems:
                found.setdefault(fold(token.text), []).append(stems)
    for word in {fold(token.text) for token in tokenize(text)} - found.keys():
        for single in find_singulars(word):
            others = [tuple(map(stem_word, synonym.text.split())) for synonym in find_variants(single)]
            found.setdefault(word, []).extend(others)
    return {word: tuple(dict.fromkeys(others)) for word, others in found.items() if others}


def _ways_of(text: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Give for each word of the question the stems of the other words that may tell the same."""
    found: dict[str, dict[tuple[str, ...], None]] = {}
    for way in find_ways(text):
        stems = tuple(stem_word(token.text) for token in tokenize(way.text))
        for token in tokenize(way.words):
            if stems:
                found.setdefault(fold(token.text), {}).setdefault(stems)
    return {word: tuple(others) for word, others in found.items()}


@lru_cache(maxsize=1_000)
def _group_of(word: str) -> tuple[tuple[str, ...], ...]:
    """Give the stems of the other words of its group: the country of an adjective or inhabitant, a synonym."""
    stems = {stem_word(other) for group in _groups_by_word().get(word, ()) for other in group}
    return tuple((stem,) for stem in sorted(stems - {stem_word(word)}))


@lru_cache(maxsize=1)
def _groups_by_word() -> dict[str, list[frozenset[str]]]:
    found: dict[str, list[frozenset[str]]] = {}
    for group in (*PEOPLE_GROUPS, *WORD_GROUPS):
        for word in group:
            found.setdefault(word, []).append(group)
    return found


@lru_cache(maxsize=1)
def _generic_stems() -> frozenset[str]:
    return frozenset(stem_word(word) for word in GENERIC_VERBS)


def _term_kind(token: Token, question: Question) -> str:
    text = token.text
    if text[0].isdecimal():
        return "number" if text[-1].isdecimal() else "name"
    if fold(text) in META_WORDS:
        return "word"
    first = token.span.start == 0 or question.text[: token.span.start].rstrip().endswith((".", "?", "!"))
    if any(sign.isupper() for sign in text[1:]):
        return "name"
    if text[0].isupper():
        return "word" if first and load_lexicon().knows_exactly(text.lower()) else "name"
    return "word"


def rarity_of(frequency: int, size: int) -> float:
    """Give the inverse document frequency scaled to [0, 1] (Robertson's, without negatives)."""
    if size < 1:
        return 1.0
    return min(1.0, math.log(1.0 + (size - frequency + 0.5) / (frequency + 0.5)) / math.log(2.0 * size + 2.0))
