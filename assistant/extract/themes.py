"""Themes of a passage, by the weighted words of `data/themes.toml`.

Per paragraph and theme the weights of the different terms are added (a repeated term adds a little),
thinned for long paragraphs, strengthened for headings, and turned into a score by 1 - exp(-x):
in a paragraph of usual length one sure word gives .50, a sure and a likely one .65, two sure ones
.75, three .88; in a heading one sure word gives .65. From `THRESHOLD` on the theme is assigned; its
extract marks the strongest term's first occurrence. Names of ministries carry no theme.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import exp, log
from pathlib import Path

from assistant.extract.source import LONGEST_WORD, Source, mend
from assistant.types import Extract, ExtractKind, Span, ThemeValue

THEME_FILE = Path(__file__).resolve().parent / "data" / "themes.toml"
THRESHOLD = 0.6
"""Lowest score of an assigned theme: a sure and a likely word in a paragraph of usual length."""
WEIGHTS = {"sure": 1.0, "likely": 0.5, "faint": 0.25}
USUAL_CHARS = 700
"""Length up to which a paragraph's evidence counts in full; beyond it the evidence is thinned."""
SPREAD = 0.5
"""Exponent of the thinning: twice the length needs 1.4 times the evidence."""
STEEPNESS = 0.7
HEADING_CHARS = 150
HEADING_STRENGTH = 1.5
"""What a word weighs in a paragraph of at most `HEADING_CHARS`: there is no room for a second one."""
IGNORED = -1
"""The "theme" of names that only seem to carry one."""
_REPEAT = 0.5
_LONG_LINE = 200
_BLANK = re.compile(r"\n[^\S\n]*(?:\n\s*)+")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the vocabulary; `uri` is the concept of the government's top list, where one fits."""

    code: str
    name: str
    uri: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that carries a theme, with its weight; `rest` are the words behind the first."""

    theme: int
    weight: float
    text: str
    rest: tuple[str, ...] = ()


def _read_table(name: str) -> list[dict[str, object]]:
    with THEME_FILE.open("rb") as file:
        rows: list[dict[str, object]] = tomllib.load(file)[name]
    return rows


@cache
def load_themes() -> tuple[Theme, ...]:
    """Give the vocabulary of themes, in the order of the file."""
    return tuple(
        Theme(str(row["code"]), str(row["name"]), str(row["uri"]) if "uri" in row else None)
        for row in _read_table("theme")
    )


class Terms(dict[str, tuple[Term, ...]]):
    """Word with its white space -> the terms that it is, or that begin with it; remembers each form."""

    LIMIT = 100_000

    def __init__(self) -> None:
        super().__init__()
        self._exact: dict[str, list[Term]] = {}
        self._prefixes: dict[str, list[Term]] = {}
        self._suffixes: dict[str, list[Term]] = {}
        self._never: dict[int, tuple[set[str], tuple[str, ...]]] = {}
        self._never[IGNORED] = (set(), ())
        for row in _read_table("ignored"):
            for text in _strings(row["names"]):
                self._add(Term(IGNORED, 0.0, text))
        for number, row in enumerate(_read_table("theme")):
            for strength, weight in WEIGHTS.items():
                for text in _strings(row.get(strength)):
                    self._add(Term(number, weight, text))
            never = _strings(row.get("never"))
            self._never[number] = (
                {text for text in never if not text.endswith("*")},
                tuple(text[:-1] for text in never if text.endswith("*")),
            )

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
        word = mend(form).lower()
        terms = self._find(word) if 0 < len(word) <= LONGEST_WORD else ()
        if len(form) <= LONGEST_WORD:
            if len(self) >= self.LIMIT:
                self.clear()
            self[form] = terms
        return terms

    def _find(self, word: str) -> tuple[Term, ...]:
        found = list(self._exact.get(word, ()))
        for end in range(len(word), 1, -1):
            found += self._prefixes.get(word[:end], ())
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
        return tuple(best.values())


def _strings(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def split_term(text: str) -> tuple[str, ...]:
    """Give the words of a term as the source cuts them: signs are words of their own."""
    return tuple(re.findall(r"\*?\w+\*?|[^\w\s*]\*?", text))


@cache
def load_terms() -> Terms:
    """Give the terms, shared by all texts."""
    return Terms()


def find_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the paragraphs: parted by blank lines, or by lines where lines are long."""
    edges = [0, *(match.end() for match in _BLANK.finditer(text)), len(text)]
    for start, end in pairwise(edges):
        lines = text[start:end].splitlines(keepends=True)
        if len(lines) > 1 and max(map(len, lines)) > _LONG_LINE:
            for line in lines:
                yield start, start + len(line)
                start += len(line)
        elif end > start:
            yield start, end


@dataclass(slots=True)
class _Evidence:
    """What speaks for one theme in one paragraph."""

    counts: dict[str, int]
    weights: dict[str, float]
    places: dict[str, Span]

    def add(self, term: Term, span: Span) -> None:
        """Count one occurrence."""
        self.counts[term.text] = self.counts.get(term.text, 0) + 1
        self.weights[term.text] = term.weight
        self.places.setdefault(term.text, span)

    def score(self, chars: int) -> float:
        """Give the score in [0, 1) for a paragraph of so many characters."""
        total = sum(self.weights[term] * (1 + _REPEAT * log(count)) for term, count in self.counts.items())
        thinned = total / max(1.0, (chars / USUAL_CHARS) ** SPREAD)
        strength = HEADING_STRENGTH if chars <= HEADING_CHARS else 1.0
        return round(1 - exp(-STEEPNESS * strength * thinned), 3)

    def strongest(self) -> Span:
        """Give the first place of the term that weighs most."""
        return min(
            self.places.items(),
            key=lambda item: (-self.weights[item[0]] * self.counts[item[0]] ** 0.5, item[1]),
        )[1]


def find_themes(source: Source) -> list[Extract]:
    """Give the themes of each paragraph, in order of the words that carry them."""
    terms = load_terms()
    hits = [(index, found) for index, found in enumerate(map(terms.__getitem__, source.words)) if found]
    themes = load_themes()
    extracts: list[Extract] = []
    position = free = 0
    for start, end in find_paragraphs(source.text):
        evidence: dict[int, _Evidence] = {}
        while position < len(hits) and source.starts[hits[position][0]] < end:
            index, found = hits[position]
            position += 1
            if index >= free:
                free = _gather(source, index, found, evidence)
        for number, gathered in evidence.items():
            score = gathered.score(end - start)
            if score >= THRESHOLD:
                theme, span = themes[number], gathered.strongest()
                value = ThemeValue(theme.code, theme.name, score, theme.uri)
                extracts.append(Extract(ExtractKind.THEME, span, span.of(source.text), value))
    return sorted(extracts, key=lambda extract: (extract.span, str(extract.value)))


def _gather(source: Source, index: int, found: tuple[Term, ...], evidence: dict[int, _Evidence]) -> int:
    """Add the terms at word `index` to the evidence; give the word from which to go on."""
    matched = [
        (term, last)
        for term in found
        if (last := _match_rest(source, index, term) if term.rest else index) is not None
    ]
    ignored = [last for term, last in matched if term.theme == IGNORED]
    if ignored:
        return max(ignored) + 1
    for term, last in matched:
        span = Span(source.starts[index], source.end(last))
        evidence.setdefault(term.theme, _Evidence({}, {}, {})).add(term, span)
    return index + 1


def _match_rest(source: Source, index: int, term: Term) -> int | None:
    """Give the last word of a term that begins at `index`; None when the rest does not follow."""
    for offset, wanted in enumerate(term.rest, start=1):
        word = source.word(index + offset).lower()
        if word != wanted and not (wanted.endswith("*") and len(wanted) > 1 and word.startswith(wanted[:-1])):
            return None
    return index + len(term.rest)


def document_themes(extracts: Iterable[Extract]) -> list[ThemeValue]:
    """Give the themes of a document from those of its paragraphs, the strongest first.

    A theme's score is its share of all evidence, set against the leading theme's: the sum of its
    paragraphs' scores, divided by that of the theme with the most. Themes below a fifth are left out.
    """
    totals: dict[str, float] = {}
    values: dict[str, ThemeValue] = {}
    for extract in extracts:
        if isinstance(extract.value, ThemeValue):
            totals[extract.value.code] = totals.get(extract.value.code, 0.0) + extract.value.score
            values[extract.value.code] = extract.value
    most = max(totals.values(), default=0.0)
    found = [
        ThemeValue(code, values[code].name, round(total / most, 3), values[code].uri)
        for code, total in totals.items()
        if total / most >= _LOWEST_SHARE
    ]
    return sorted(found, key=lambda value: (-value.score, value.code))


_LOWEST_SHARE = 0.2
