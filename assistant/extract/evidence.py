"""What speaks for a theme in a paragraph and around it, and the score that follows.

Per paragraph and theme the weights of the different terms are added; a repeated term adds a little,
a term in a short line (a heading, an item of a list) counts double. The paragraphs around add what
they hold, fading with the distance. From four figures of that (`describe`) a
logistic curve makes the score; its coefficients, in `data/themes-score.toml`, are fitted on passages
that were marked by hand (`benchmarks/fit_themes.py`), so that a score is the chance that a reader
would give the passage that theme.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import exp, log, log1p
from pathlib import Path

from assistant.extract.source import Source
from assistant.extract.terms import IGNORED, Term, match_rest
from assistant.types import Span

SCORE_FILE = Path(__file__).resolve().parent / "data" / "themes-score.toml"
FEATURES = ("bias", "local", "around", "share", "sure")
"""The coefficients of the score, in the order of `describe`."""
USUAL_CHARS = 700
"""Length up to which a paragraph's evidence counts in full; beyond it the evidence is thinned."""
SPREAD = 0.5
"""Exponent of the thinning: twice the length needs 1.4 times the evidence."""
REACH = 350
"""So many characters further away what another paragraph says has faded to a third (1/e)."""
NEARBY = 0.7
"""What the paragraphs around say against what stands in the paragraph itself."""
_LEAST = 0.01
_REPEAT = 0.5
_LINE_CHARS = 60
_LINE_STRENGTH = 2

Row = tuple[float, ...]


@dataclass(slots=True)
class Evidence:
    """What speaks for one theme in one paragraph."""

    counts: dict[Term, int] = field(default_factory=dict)
    places: dict[Term, Span] = field(default_factory=dict)
    lines: set[Term] = field(default_factory=set)
    """The terms that stand in a short line."""

    def add(self, term: Term, span: Span, *, short: bool) -> None:
        """Count one occurrence."""
        self.counts[term] = self.counts.get(term, 0) + 1
        self.places.setdefault(term, span)
        if short:
            self.lines.add(term)

    def weigh(self) -> float:
        """Give the sum of the terms' weights."""
        return sum(
            term.weight * (1 + _REPEAT * log(count)) * (_LINE_STRENGTH if term in self.lines else 1)
            for term, count in self.counts.items()
        )

    def count_sure(self) -> int:
        """Give how many different terms say the theme by themselves, two at most."""
        return min(2, sum(1 for term in self.counts if term.weight >= 1))

    def strongest(self) -> Span:
        """Give the first place of the term that weighs most."""
        return min(
            self.places.items(), key=lambda item: (-item[0].weight * self.counts[item[0]] ** 0.5, item[1])
        )[1]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph that holds terms: its bounds in the text, and the evidence by theme."""

    start: int
    end: int
    themes: Mapping[int, Evidence]


def gather_evidence(
    source: Source, terms: Mapping[str, tuple[Term, ...]], paragraphs: Iterator[tuple[int, int]]
) -> list[Paragraph]:
    """Give the paragraphs that hold terms, in order."""
    hits = [(index, found) for index, found in enumerate(map(terms.__getitem__, source.plain)) if found]
    gathered = []
    position = free = 0
    for start, end in paragraphs:
        themes: dict[int, Evidence] = {}
        while position < len(hits) and source.starts[hits[position][0]] < end:
            index, found = hits[position]
            position += 1
            if index >= free:
                free = _gather(source, index, found, themes)
        if themes:
            gathered.append(Paragraph(start, end, themes))
    return gathered


def _gather(source: Source, index: int, found: tuple[Term, ...], themes: dict[int, Evidence]) -> int:
    """Add the terms at word `index` to the evidence; give the word from which to go on."""
    matched: list[tuple[Term, int]] = []
    for term in found:
        last = match_rest(source, index, term) if term.rest else index
        if last is not None:
            if term.theme == IGNORED:
                return last + 1
            matched.append((term, last))
    if matched:
        start = source.starts[index]
        short = _is_short_line(source.text, start)
        for term, last in matched:
            evidence = themes.get(term.theme)
            if evidence is None:
                evidence = themes[term.theme] = Evidence()
            if term in evidence.counts and not short:
                evidence.counts[term] += 1
            else:
                evidence.add(term, Span(start, source.end(last)), short=short)
    return index + 1


def _is_short_line(text: str, place: int) -> bool:
    begin = text.rfind("\n", max(0, place - _LINE_CHARS), place)
    if begin < 0 and place > _LINE_CHARS:
        return False
    end = text.find("\n", place, begin + 1 + _LINE_CHARS + 1)
    return end >= 0 or len(text) <= begin + 1 + _LINE_CHARS


def describe(paragraphs: Sequence[Paragraph]) -> Iterator[dict[int, Row]]:
    """Yield per paragraph the figures of each of its themes, in the order of `FEATURES`.

    After a constant: the strength of the evidence in the paragraph, that of the paragraphs around
    it, the theme's part of all evidence there, and whether none, one or more terms are sure.
    """
    strengths = [{theme: found.weigh() for theme, found in item.themes.items()} for item in paragraphs]
    before = _carry(paragraphs, strengths, range(len(paragraphs)))
    behind = _carry(paragraphs, strengths, range(len(paragraphs) - 1, -1, -1))
    for item, here, one, two in zip(paragraphs, strengths, before, reversed(behind), strict=True):
        total = sum(here.values()) + sum(one.values()) + sum(two.values())
        thinning = max(1.0, (item.end - item.start) / USUAL_CHARS) ** SPREAD
        rows: dict[int, Row] = {}
        for theme, found in item.themes.items():
            around = one.get(theme, 0.0) + two.get(theme, 0.0)
            rows[theme] = (
                1.0,
                log1p(here[theme] / thinning),
                log1p(around),
                (here[theme] + around) / total,
                found.count_sure() / 2,
            )
        yield rows


def _carry(
    paragraphs: Sequence[Paragraph], strengths: Sequence[Mapping[int, float]], order: Iterable[int]
) -> list[dict[int, float]]:
    """Give, for each paragraph in that order, what the ones before it in the order say, by theme.

    What a paragraph says fades with the characters in between; each step takes over what there was,
    so that the time is linear however short the paragraphs are.
    """
    carried: list[dict[int, float]] = []
    last: int | None = None
    for number in order:
        if last is None:
            carried.append({})
        else:
            here, there = paragraphs[number], paragraphs[last]
            gap = max(here.start - there.end, there.start - here.end)
            near, far = exp(-gap / REACH), exp(-(gap + there.end - there.start) / REACH)
            found = {theme: part * far for theme, part in carried[-1].items() if part * far > _LEAST}
            for theme, strength in strengths[last].items():
                found[theme] = found.get(theme, 0.0) + NEARBY * strength * near
            carried.append(found)
        last = number
    return carried


@cache
def load_coefficients() -> Row:
    """Read the coefficients of the score, in the order of `FEATURES`."""
    with SCORE_FILE.open("rb") as file:
        table = tomllib.load(file)
    return tuple(float(table[name]) for name in FEATURES)


def score(row: Row, coefficients: Row) -> float:
    """Give the chance, in [0, 1], that goes with the figures of a theme."""
    return round(1 / (1 + exp(-sum(one * two for one, two in zip(row, coefficients, strict=True)))), 3)
