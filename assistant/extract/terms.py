"""The words that carry themes, looked up by the forms they take in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.extract.source import LONGEST_WORD, Source

WEIGHTS = {"sure": 1.0, "likely": 0.5, "faint": 0.25}
"""How much a word says by the list it stands in."""
_EDGE = 2
"""So many letters at either end tell of most words that no pattern takes them."""
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


class Terms(dict[str, tuple[Term, ...]]):
    """Word -> the terms that it is, or that begin with it, the longest first.

    Remembers each form. `never` lists, by theme, the forms that a pattern would wrongly take.
    """

    LIMIT = 100_000

    def __init__(self, terms: Iterable[Term], never: Mapping[int, tuple[str, ...]]) -> None:
        super().__init__()
        self._exact: dict[str, list[Term]] = {}
        self._prefixes: dict[str, list[Term]] = {}
        self._suffixes: dict[str, list[Term]] = {}
        self._never = {
            number: (
                frozenset(text for text in texts if not text.endswith("*")),
                tuple(text[:-1] for text in texts if text.endswith("*")),
            )
            for number, texts in {IGNORED: (), **never}.items()
        }
        for term in terms:
            self._add(term)
        self._begins = {text[:_EDGE] for text in self._prefixes}
        self._ends = {text[-_EDGE:] for text in self._suffixes}

    def _add(self, term: Term) -> None:
        words = split_term(term.text)
        head, rest = words[0], words[1:]
        if rest:
            self._exact.setdefault(head, []).append(Term(term.theme, term.weight, term.text, rest))
        elif head.startswith("*"):
            self._suffixes.setdefault(head[1:], []).append(term)
        elif head.endswith("*"):
            self._prefixes.setdefault(head[:-1], []).append(term)
        else:
            self._exact.setdefault(head, []).append(term)

    def __missing__(self, form: str) -> tuple[Term, ...]:
        if not 0 < len(form) <= LONGEST_WORD:
            return ()
        if len(self) >= self.LIMIT:
            self.clear()
        terms = self[form] = self._find(form.lower())
        return terms

    def _find(self, word: str) -> tuple[Term, ...]:
        found = list(self._exact.get(word, ()))
        if word[:_EDGE] in self._begins:
            for end in range(len(word), 1, -1):
                found += self._prefixes.get(word[:end], ())
        if word[-_EDGE:] in self._ends:
            for begin in range(1, len(word)):
                found += self._suffixes.get(word[begin:], ())
        best: dict[tuple[int, tuple[str, ...]], Term] = {}
        for term in found:
            words, prefixes = self._never[term.theme]
            if word in words or (prefixes and word.startswith(prefixes)):
                continue
            key = (term.theme, term.rest)
            if key not in best or best[key].weight < term.weight:
                best[key] = term
        return tuple(sorted(best.values(), key=lambda term: -len(term.rest)))


def split_term(text: str) -> tuple[str, ...]:
    """Give the words of a term as the source cuts them: signs are words of their own."""
    return tuple(re.findall(r"\*?\w+\*?|[^\w\s*]\*?", text))


def match_rest(source: Source, index: int, term: Term) -> int | None:
    """Give the last word of a term that begins at `index`; None when the rest does not follow."""
    words = source.plain
    if index + len(term.rest) >= len(words):
        return None
    for offset, wanted in enumerate(term.rest, start=index + 1):
        word = words[offset].lower()
        if word != wanted and not (wanted[-1] == "*" and len(wanted) > 1 and word.startswith(wanted[:-1])):
            return None
    return index + len(term.rest)
