"""The words that carry themes, looked up by the forms they take in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

from assistant.extract.source import LONGEST_WORD, Source

WEIGHTS = {"sure": 1.0, "likely": 0.5, "faint": 0.25}
"""How much a word says by the list it stands in."""
_EDGE = 3
"""By so many letters at the beginning the patterns are looked up that may take a word."""
_NO_FORMS: tuple[frozenset[str], tuple[str, ...]] = (frozenset(), ())
IGNORED = -1
"""The "theme" of names that only seem to carry one."""


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A word or phrase that carries a theme, with its weight; `rest` are the words behind the first.

    Each is itself alone, so that counting them costs no comparing.
    """

    theme: int
    weight: float
    text: str
    rest: tuple[str, ...] = ()


class Phrases(dict[str, tuple[Term, ...]]):
    """Second word of a text -> the phrases of one first word that it fits, the longest first.

    Remembers each form.
    """

    LIMIT = 10_000

    def __init__(self, terms: Iterable[Term]) -> None:
        super().__init__()
        self._terms = sorted(terms, key=lambda term: -len(term.rest))

    def __missing__(self, form: str) -> tuple[Term, ...]:
        if len(form) > LONGEST_WORD:
            return ()
        if len(self) >= self.LIMIT:
            self.clear()
        word = form.lower()
        fitting = self[form] = tuple(term for term in self._terms if _fits(word, term.rest[0]))
        return fitting


Carried = tuple[()] | tuple[tuple[Term, ...], Phrases | None]
"""What a word carries: the terms that it is, and the phrases that it begins; empty for most words."""


class Terms(dict[str, Carried]):
    """Word -> what it carries. Remembers each form.

    `never` lists, by theme, the forms that a pattern would wrongly take.
    """

    LIMIT = 100_000

    def __init__(self, terms: Iterable[Term], never: Mapping[int, tuple[str, ...]]) -> None:
        super().__init__()
        self._exact: dict[str, list[Term]] = {}
        self._prefixes: dict[str, list[tuple[str, Term]]] = {}
        self._suffixes: list[tuple[str, Term]] = []
        self._never = {
            number: (
                frozenset(text for text in texts if not text.endswith("*")),
                tuple(text[:-1] for text in texts if text.endswith("*")),
            )
            for number, texts in never.items()
        }
        for term in terms:
            self._add(term)
        for patterns in (*self._prefixes.values(), self._suffixes):
            patterns.sort(key=lambda pattern: -len(pattern[0]))
        self._begins = {edge: tuple(begin for begin, _ in found) for edge, found in self._prefixes.items()}
        self._ends = tuple(end for end, _ in self._suffixes)

    def _add(self, term: Term) -> None:
        words = split_term(term.text)
        head, rest = words[0], words[1:]
        if rest:
            self._exact.setdefault(head, []).append(Term(term.theme, term.weight, term.text, rest))
        elif head.startswith("*"):
            self._suffixes.append((head[1:], term))
        elif head.endswith("*"):
            self._prefixes.setdefault(head[:_EDGE].rstrip("*"), []).append((head[:-1], term))
        else:
            self._exact.setdefault(head, []).append(term)

    def __missing__(self, form: str) -> Carried:
        if len(form) > LONGEST_WORD:
            return ()
        if len(self) >= self.LIMIT:
            self.clear()
        word = form.lower()
        found = self._find(word) if self._may_carry(word) else []
        carried: Carried = ()
        if found:
            phrases = [term for term in found if term.rest]
            single = tuple(term for term in found if not term.rest) if phrases else tuple(found)
            carried = (single, Phrases(phrases) if phrases else None)
        self[form] = carried
        return carried

    def _may_carry(self, word: str) -> bool:
        begins = self._begins.get(word[:_EDGE])
        return (
            word in self._exact
            or (begins is not None and word.startswith(begins))
            or word[: _EDGE - 1] in self._begins
            or word.endswith(self._ends)
        )

    def _find(self, word: str) -> list[Term]:
        found = [*self._exact.get(word, ())]
        for edge in (word[:_EDGE], word[: _EDGE - 1]):
            if edge in self._prefixes:
                found += [term for begin, term in self._prefixes[edge] if word.startswith(begin)]
        if word.endswith(self._ends):
            found += [term for end, term in self._suffixes if len(end) < len(word) and word.endswith(end)]
        found = [term for term in found if not self._is_never(term, word)]
        return _choose(found) if len(found) > 1 or IGNORED in (term.theme for term in found) else found

    def _is_never(self, term: Term, word: str) -> bool:
        words, prefixes = self._never.get(term.theme, _NO_FORMS)
        return word in words or word.startswith(prefixes)


def _choose(found: Iterable[Term]) -> list[Term]:
    """Give the heaviest of the terms of each theme; a word that is itself `IGNORED` is none of them."""
    best: dict[tuple[int, tuple[str, ...]], Term] = {}
    for term in found:
        key = (term.theme, term.rest)
        if key not in best or best[key].weight < term.weight:
            best[key] = term
    return [term for term in best.values() if term.rest or (IGNORED, ()) not in best]


def split_term(text: str) -> tuple[str, ...]:
    """Give the words of a term as the source cuts them: signs are words of their own."""
    return tuple(re.findall(r"\*?\w+\*?|[^\w\s*]\*?", text))


def find_terms(source: Source, terms: Terms) -> Iterator[tuple[int, tuple[Term, ...]]]:
    """Yield the words at which terms begin, with those terms, phrases first.

    The words of a name that is `IGNORED` carry nothing.
    """
    words = source.plain
    free = 0
    for index in compress(range(len(words)), map(terms.__getitem__, words)):
        carried = terms[words[index]]
        if index < free or not carried:
            continue
        found, phrases = carried
        if phrases is not None and index + 1 < len(words) and (fitting := phrases[words[index + 1]]):
            matched = [term for term in fitting if _follows(words, index + 1, term.rest)]
            ignored = [len(term.rest) for term in matched if term.theme == IGNORED]
            if ignored:
                free = index + 1 + ignored[0]
                continue
            found = (*matched, *found)
        if found:
            yield index, found


def _follows(words: Sequence[str], index: int, rest: tuple[str, ...]) -> bool:
    """Tell whether the words from `index` on are those of a phrase."""
    return index + len(rest) <= len(words) and all(
        _fits(words[place].lower(), wanted) for place, wanted in enumerate(rest, start=index)
    )


def _fits(word: str, wanted: str) -> bool:
    return word == wanted or (wanted[-1] == "*" and len(wanted) > 1 and word.startswith(wanted[:-1]))
