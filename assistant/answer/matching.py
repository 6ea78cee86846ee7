"""How well a stretch of text holds the words of a question.

Every content word of the question is a `Term` with a weight; a text holds it wholly (same stem,
same number), by another name (variant, part of a compound, abbreviation) or in meaning (close
word vectors). The strength of a match is in [0, 1].
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import mul

import numpy as np
from numpy.typing import NDArray

from assistant.answer.cues import (
    GENERIC_NOUNS,
    GENERIC_VERBS,
    META_WORDS,
    NUMBER_WORDS,
    PEOPLE_GROUPS,
    WORD_GROUPS,
)
from assistant.answer.initials import find_initials, spell_out
from assistant.answer.loosewords import VARIANT, LooseWords
from assistant.answer.predicates import find_part
from assistant.answer.question import Question
from assistant.answer.textwords import (
    ALIKE,
    Form,
    alike,
    analyse,
    counted,
    find_aspects,
    outline,
    read_form,
    read_text,
    rooted,
    text_of,
)
from assistant.answer.verbs import find_roots
from assistant.dutch import Token, find_variants, fold, load_lexicon, tokenize
from assistant.dutch import stem as stem_word

Vectors = Callable[[Sequence[str]], NDArray[np.float32]]

SAME, INFLECTED, PART, KIN, CLOSE = 1.0, 0.8, 0.72, 0.8, 0.62
"""Strengths: same stem, other form of a verb, shared part, shared beginning, and the ceiling for words that are
only close in meaning; `loosewords.py` has two more. Set on the development questions."""
PIECE = 0.43
"""What a name inside a compound counts for ("UWV" for "UWV-besluit"): too little to hold the compound."""
FORE_SHARE = 0.8
"""What a part that is not the head of the compound counts for, against the head."""
_YEAR = re.compile(r"(?:19|20)\d\d")


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


def weigh_terms(question: Question, rarity: Callable[[str], float]) -> tuple[Term, ...]:
    """Give the terms of a question; `rarity(stem)` in [0, 1] is 1 for what the corpus never holds."""
    terms: dict[str, Term] = {}
    variants = _variants_of(question.text)
    initials = find_initials(question.text)
    sizes = _name_sizes(question)
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
            part = find_part(token, question)
            others = (*variants.get(plain, ()), *_group_of(plain), *initials.get(token.span.start, ()))
            terms[stem] = Term(token.text, stem, parts, others, weight, kind, part)
    return tuple(terms.values())


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


@lru_cache(maxsize=1_000)
def _group_of(word: str) -> tuple[tuple[str, ...], ...]:
    """Give the stems of the other words of its group: the country of an adjective or inhabitant, a synonym."""
    groups = (*PEOPLE_GROUPS, *WORD_GROUPS)
    stems = {stem_word(other) for group in groups if word in group for other in group}
    return tuple((stem,) for stem in sorted(stems - {stem_word(word)}))


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


class Matcher:
    """Matches the terms of one question against texts; remembers what each word is worth."""

    def __init__(self, terms: tuple[Term, ...], vectors: Vectors | None) -> None:
        self.terms = terms
        self.total = sum(term.weight for term in terms) or 1.0
        self.weights = [term.weight for term in terms]
        self._groups: dict[Callable[[Term], bool], list[tuple[int, float]]] = {}
        self._vectors = vectors
        self._soft = [place for place, term in enumerate(terms) if term.kind == "word"]
        self._loose = LooseWords(terms)
        self._short = [
            (place, spelled)
            for place, term in enumerate(terms)
            if (spelled := spell_out(term.text)) is not None
        ]
        self._lookup = _Lookup(terms)
        self._learned: set[str] = set()
        self._seen: set[str] = set()
        self._worth: dict[str, tuple[tuple[int, float], ...]] = {}
        self.nouns: dict[tuple[str, str], bool] = {}
        """Whether a word names an asked thing, for the pairs of the two that were compared."""
        self._strengths: dict[str, list[float]] = {}
        self._matches: dict[str, list[tuple[float, int]]] = {}
        self._term_vectors: NDArray[np.float32] | None = None
        if vectors is not None and self._soft:
            self._term_vectors = vectors([fold(terms[place].text) for place in self._soft])

    def learn(self, texts: Iterable[str]) -> None:
        """Work out what every word of `texts` is worth to each term, in one batch of vectors."""
        fresh: set[str] = set()
        for text in texts:
            if text not in self._learned:
                self._learned.add(text)
                fresh.update(read_text(text).firsts)
        keys = sorted(fresh - self._seen)
        self._seen |= fresh
        known = list(map(find_aspects, keys))
        self._loose.learn((key, aspects[0]) for key, aspects in zip(keys, known, strict=True))
        foreign = self._lookup.aspects.isdisjoint
        worths = {
            key: self._lookup.strengths(read_form(key))
            for key, aspects in zip(keys, known, strict=True)
            if not foreign(aspects)
        }
        if self._vectors is not None and self._term_vectors is not None:
            words = [(key, fold(text)) for key in keys if len(text := text_of(key)) > 3]
            rows = self._vectors([word for _, word in words]) @ self._term_vectors.T
            close = CLOSE * np.clip((rows - 0.35) / 0.45, 0.0, 1.0)
            for row, column in zip(*map(np.ndarray.tolist, np.nonzero(close)), strict=True):
                worth = worths.setdefault(words[row][0], {})
                place = self._soft[column]
                worth[place] = max(float(close[row, column]), worth.get(place, 0.0))
        self._worth.update((key, tuple(worth.items())) for key, worth in worths.items() if worth)

    def match(self, text: str) -> list[tuple[float, int]]:
        """Give for each term its best strength in `text` and the offset of the word (or -1)."""
        known = self._matches.get(text)
        if known is None:
            known = self._matches[text] = self._match(text)
        return known

    def strengths(self, text: str) -> list[float]:
        """Give for each term its best strength in `text`; not to be changed."""
        known = self._strengths.get(text)
        if known is None:
            known = self._strengths[text] = [strength for strength, _ in self.match(text)]
        return known

    def _match(self, text: str) -> list[tuple[float, int]]:
        if text not in self._learned:
            self.learn((text,))
        firsts = read_text(text).firsts
        best: list[tuple[float, int]] = [(0.0, -1)] * len(self.terms)
        for key in firsts.keys() & self._worth.keys():
            start = firsts[key]
            for place, value in self._worth[key]:
                held, first = best[place]
                if value > held or (value == held and start < first):
                    best[place] = (value, start)
        self._loose.raise_matches(best, firsts)
        for place, spelled in self._short:
            if best[place][0] < VARIANT and (name := spelled.search(text)):
                best[place] = (VARIANT, name.start())
        return best

    def held_words(self, text: str) -> list[tuple[int, int, tuple[tuple[int, float], ...]]]:
        """Give start and end of the words of `text` that hold something, and pairs of a term's place and a strength."""
        if text not in self._learned:
            self.learn((text,))
        read = read_text(text)
        if self._worth.keys().isdisjoint(read.firsts):
            return []
        return [
            (start, start + len(text_of(key)), self._worth[key])
            for key, start in zip(read.keys, read.starts, strict=True)
            if key in self._worth
        ]

    def worth(self, word: str) -> tuple[tuple[int, float], ...]:
        """Give what one word is worth: pairs of a term's place and a strength."""
        if word not in self._seen:
            self.learn((word,))
        return self._worth.get(word, ())

    def coverage(self, strengths: Sequence[float]) -> float:
        """Give the weighted share of the question that is held, in [0, 1]."""
        return float(sum(map(mul, self.weights, strengths))) / self.total

    def pick(self, choose: Callable[[Term], bool]) -> list[tuple[int, float]]:
        """Give place and weight of the terms that a function chooses; what it chose is remembered."""
        found = self._groups.get(choose)
        if found is None:
            found = [(place, term.weight) for place, term in enumerate(self.terms) if choose(term)]
            self._groups[choose] = found
        return found

    @cached_property
    def weightiest(self) -> list[int]:
        """The places of the terms by falling weight."""
        return sorted(range(len(self.terms)), key=lambda place: (-self.weights[place], place))

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that the question names."""
        numbers = (term.stem for term in self.terms if term.kind == "number")
        return frozenset(int(stem) for stem in numbers if _YEAR.fullmatch(stem))


def _name_pieces(word: str) -> list[str]:
    """Give the stems of the names before the last hyphen of a compound: "uwv" of "UWV-besluit"."""
    return [
        stem_word(fold(piece)) for piece in word.split("-")[:-1] if len(piece) > 1 and not piece.islower()
    ]


class _Lookup:
    """The terms by stem, by variant and by part, so that a word costs a few lookups."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self._terms = terms
        self._same: dict[str, list[int]] = {}
        self._variants: dict[str, list[int]] = {}
        self._parts: dict[str, list[int]] = {}
        self._numbers: dict[int, list[int]] = {}
        self._roots: dict[str, list[int]] = {}
        self._pieces: dict[str, list[int]] = {}
        for place, term in enumerate(terms):
            self._same.setdefault(term.stem, []).append(place)
            for root in find_roots(term.text) if term.kind == "word" else ():
                self._roots.setdefault(root, []).append(place)
            count = NUMBER_WORDS.get(fold(term.text), 0)
            if count > 1:
                self._same.setdefault(str(count), []).append(place)
            if term.kind == "number":
                if term.stem.isdecimal():
                    self._numbers.setdefault(int(term.stem), []).append(place)
                continue
            for variant in term.variants:
                if len(variant) == 1:
                    self._variants.setdefault(variant[0], []).append(place)
            self._index_parts(place, term)
        self.aspects = frozenset(self._find_aspects())

    def _index_parts(self, place: int, term: Term) -> None:
        """Note the parts of a term, and the names in a compound with a hyphen."""
        for piece in _name_pieces(term.text):
            self._pieces.setdefault(piece, []).append(place)
        for part in term.parts:
            # "festival" alone is not the STRP-festival: common parts of a name do not stand for it.
            if len(part) > 3 and not (term.kind == "name" and load_lexicon().knows_exactly(part)):
                self._parts.setdefault(part, []).append(place)

    def _find_aspects(self) -> Iterator[str]:
        """Yield what a word must share at least one of to have a strength."""
        yield from self._same
        yield from self._variants
        yield from self._parts
        yield from self._pieces
        yield from map(rooted, self._roots)
        for term in self._terms:
            if term.kind != "number":
                yield alike(term.stem)
            if term.kind == "name":
                yield from (outline(term.stem, more) for more in (-1, 0, 1))
        if self._numbers:
            yield from map(counted, NUMBER_WORDS)

    def strengths(self, word: Form) -> dict[int, float]:
        """Give the strength of one word for each term that it has to do with."""
        found: dict[int, float] = {}
        self._add(found, self._same.get(word.stem), SAME)
        self._add(found, self._variants.get(word.stem), VARIANT)
        for piece in (word.stem, *word.parts):
            self._add(found, self._pieces.get(piece), PIECE)
        if len(word.stem) > 3:
            # The head of a compound says what it is; its first part alone ("land" of "landbouwers") does not.
            for place in self._parts.get(word.stem, ()):
                head = self._terms[place].stem.endswith(word.stem)
                self._add(found, [place], PART if head else PART * FORE_SHARE)
        self._add_parts(found, word)
        number = NUMBER_WORDS.get(fold(word.text)) if self._numbers else None
        if number is not None:
            self._add(found, self._numbers.get(number), SAME)
        for root in find_roots(word.text):
            self._add(found, self._roots.get(root), INFLECTED)
        for place, term in enumerate(self._terms):
            if term.kind != "number" and term.stem[:1] == word.stem[:1] and found.get(place, 0.0) < KIN:
                kin = _kinship(term, word)
                if kin > found.get(place, 0.0):
                    found[place] = kin
        return found

    def _add_parts(self, found: dict[int, float], word: Form) -> None:
        """Add what the parts of a word have to do with the terms; its head also by another name."""
        for part in word.parts:
            if len(part) > 3:
                head = word.stem.endswith(part)
                self._add(found, self._same.get(part), PART if head else PART * FORE_SHARE)
                self._add(found, self._parts.get(part), PART * 0.6)
                if head:
                    self._add(found, self._variants.get(part), PART * 0.9)

    def _add(self, found: dict[int, float], places: list[int] | None, strength: float) -> None:
        for place in places or ():
            if strength > found.get(place, 0.0):
                found[place] = strength


def _kinship(term: Term, word: Form) -> float:
    """Give the strength of two words with a long common beginning, or one slip of the pen in a name."""
    one, other = term.stem, word.stem
    short, long = sorted((len(one), len(other)))
    if short < ALIKE:
        return 0.0
    same = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        same += 1
    # "grens" is only the first part of "Grensloket": what is left of the longer word must be an ending.
    rest = 3 if term.kind == "name" else 4
    if same >= ALIKE and same >= 0.72 * short and long - same <= rest:
        return KIN * same / max(short, same)
    if term.kind == "name" and short >= 6 and _one_edit(one, other):
        return KIN
    return 0.0


def _one_edit(one: str, other: str) -> bool:
    """Tell whether one letter more, less or other turns one word into the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    place = next((at for at, sign in enumerate(one) if sign != other[at]), len(one))
    return one[place + (len(one) == len(other)) :] == other[place + 1 :]


def rarity_of(frequency: int, size: int) -> float:
    """Give the inverse document frequency scaled to [0, 1] (Robertson's, without negatives)."""
    if size < 1:
        return 1.0
    return min(1.0, math.log(1.0 + (size - frequency + 0.5) / (frequency + 0.5)) / math.log(2.0 * size + 2.0))
