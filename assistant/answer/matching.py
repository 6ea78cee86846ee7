"""How well a stretch of text holds the words of a question.

Every content word of the question is a `Term` with a weight; a text holds it wholly (same stem,
same number), by another name (variant, part of a compound, abbreviation) or in meaning (close
word vectors). The strength of a match is in [0, 1].
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import compress
from operator import mul, not_

import numpy as np
from numpy.typing import NDArray

from assistant.answer.foreign import Letters
from assistant.answer.initials import spell_out
from assistant.answer.kinship import Kinship
from assistant.answer.loosewords import VARIANT, LooseWords
from assistant.answer.terms import Term
from assistant.answer.textwords import find_aspects, find_spoken, peek_aspects, read_form, read_text, text_of
from assistant.dutch import fold
from assistant.types import RegionValue

Vectors = Callable[[Sequence[str]], NDArray[np.float32]]

CLOSE = 0.62
"""The ceiling for words that are only close in meaning; `kinship.py` and `loosewords.py` have the other strengths."""
_NEAR, _CLOSER = 0.35, 0.45
"""The likeness of vectors from which words are close in meaning, and how much more makes them as close as can be."""
_YEAR = re.compile(r"(?:19|20)\d\d")


class Matcher:
    """Matches the terms of one question against texts; remembers what each word is worth."""

    def __init__(self, terms: tuple[Term, ...], vectors: Vectors | None) -> None:
        self.terms = terms
        self.total = sum(term.weight for term in terms) or 1.0
        self.weights = [term.weight for term in terms]
        self._groups: dict[Callable[[Term], bool], tuple[list[tuple[int, float]], float]] = {}
        self._vectors = vectors
        self._soft = [place for place, term in enumerate(terms) if term.kind == "word"]
        self._loose = LooseWords(terms)
        self._short = [
            (place, spelled)
            for place, term in enumerate(terms)
            if (spelled := spell_out(term.text)) is not None
        ]
        self._kinship = Kinship(terms)
        self._marks = None if vectors is not None else self._kinship.find_marks()
        self._learned: set[str] = set()
        self._seen: set[str] = set()
        self._worth: dict[str, tuple[tuple[int, float], ...]] = {}
        self.nouns: dict[tuple[str, str], bool] = {}
        """Whether a word names an asked thing, for the pairs of the two that were compared."""
        self.others: dict[str, set[str]] = {}
        """Keys of words that do not name an asked thing."""
        self.bound: Callable[[RegionValue], bool] | None = None
        """Whether a place lies in the region that the answer is part of, as `bounds.py` finds it."""
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
        fresh -= self._seen
        keys = sorted(fresh if self._marks is None else filter(self._may_count, fresh))
        self._seen |= fresh
        if not keys:
            return
        akin = self._find_akin(keys)
        self._loose.learn(akin)
        foreign = self._kinship.aspects.isdisjoint
        worths = {
            key: self._kinship.strengths(read_form(key)) for key, aspects in akin if not foreign(aspects)
        }
        if self._vectors is not None and self._term_vectors is not None:
            # Loops of the interpreter itself would take most of the time here: a question has hundreds of new words.
            spoken = list(map(find_spoken, keys))
            words = list(compress(keys, spoken))
            rows = self._vectors(list(filter(None, spoken))) @ self._term_vectors.T
            near = (rows > _NEAR).nonzero()
            close = CLOSE * ((rows[near] - _NEAR) / _CLOSER).clip(0.0, 1.0)
            for row, column, strength in zip(*map(np.ndarray.tolist, (*near, close)), strict=True):
                worth = worths.setdefault(words[row], {})
                place = self._soft[column]
                worth[place] = max(strength, worth.get(place, 0.0))
        self._worth.update((key, tuple(worth.items())) for key, worth in worths.items() if worth)

    def _find_akin(self, keys: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
        """Give the keys of the words that share an aspect with the question, with their aspects.

        Of new ones those are not looked at that the letters tell to be foreign.
        """
        known = [
            (find_aspects(key) if self._letters.may_share(key) else ()) if aspects is None else aspects
            for key, aspects in zip(keys, peek_aspects(keys), strict=True)
        ]
        akin = map(not_, map(self._sought.isdisjoint, known))
        return list(compress(zip(keys, known, strict=True), akin))

    @cached_property
    def _sought(self) -> frozenset[str]:
        """What a word must share one of to be worth something by its letters."""
        return self._kinship.aspects | self._loose.wanted

    @cached_property
    def _letters(self) -> Letters:
        """What tells by their letters which words are foreign; made where a word is new."""
        return Letters(self._sought)

    def _may_count(self, key: str) -> bool:
        """Tell whether a word may be worth something, as far as is told without its stem."""
        starts, held = self._marks or (("",), ())
        plain = fold(key)
        return plain.startswith(starts) or any(map(plain.__contains__, held))

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
        return self.pick_weighed(choose)[0]

    def pick_weighed(self, choose: Callable[[Term], bool]) -> tuple[list[tuple[int, float]], float]:
        """Give what `pick` gives, and the weights of those terms added up."""
        found = self._groups.get(choose)
        if found is None:
            pairs = [(place, term.weight) for place, term in enumerate(self.terms) if choose(term)]
            found = self._groups[choose] = pairs, sum([weight for _, weight in pairs])
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
