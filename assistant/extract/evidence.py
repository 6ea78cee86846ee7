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
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import exp, log, log1p
from operator import mul
from pathlib import Path

from assistant.extract.source import Source
from assistant.extract.terms import Term, Terms, find_terms

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
_REPEAT = 0.5
_LINE_CHARS = 60
_LINE_STRENGTH = 2
_NOTHING = (0.0, 0)

Row = tuple[float, ...]


@dataclass(slots=True)
class Paragraph:
    """A paragraph that holds terms: its bounds in the text and, by term, the word where it first begins.

    `counts` has the terms that stand there more than once, `strengths` by theme the sum of its terms'
    weights, `sure` how many of them say the theme by themselves, two at most.
    """

    start: int
    end: int
    places: dict[Term, int]
    counts: dict[Term, int]
    strengths: dict[int, float]
    sure: dict[int, int]

    def weigh(self, lines: Container[Term]) -> None:
        """Set `strengths` and `sure`; `lines` are the terms that stand in a short line."""
        strengths, sure, counts = self.strengths, self.sure, self.counts
        for term in self.places:
            theme, weight = term.theme, term.weight
            if weight >= 1:
                sure[theme] = 2 if theme in sure else 1
            if term in counts:
                weight *= 1 + _REPEAT * log(counts[term])
            if term in lines:
                weight *= _LINE_STRENGTH
            strengths[theme] = strengths.get(theme, 0.0) + weight

    def strongest(self, theme: int) -> tuple[int, int]:
        """Give the first and last word of the term that weighs most for a theme, where it first stands."""
        counts, most, first, more = self.counts, 0.0, 0, 0
        for term, index in self.places.items():
            if term.theme == theme:
                weight = term.weight * counts[term] ** 0.5 if term in counts else term.weight
                if weight > most or (weight == most and (index, len(term.rest)) < (first, more)):
                    most, first, more = weight, index, len(term.rest)
        return first, first + more


def gather_evidence(source: Source, terms: Terms, bounds: Iterable[tuple[int, int]]) -> list[Paragraph]:
    """Give the paragraphs that hold terms, in order; `bounds` cover the text."""
    gathered: list[Paragraph] = []
    paragraph = Paragraph(0, 0, {}, {}, {}, {})
    places, counts = paragraph.places, paragraph.counts
    lines: set[Term] = set()
    edges = iter(bounds)
    end = line_end = 0
    short = False
    for index, found in find_terms(source, terms):
        place = source.starts[index]
        if place >= end:
            paragraph.weigh(lines)
            while place >= end:
                begin, end = next(edges)
            gathered.append(paragraph := Paragraph(begin, end, {}, {}, {}, {}))
            places, counts = paragraph.places, paragraph.counts
            lines.clear()
        if place >= line_end:
            line_end, short = _measure_line(source.text, place)
        for term in found:
            if term in places:
                counts[term] = counts.get(term, 1) + 1
            else:
                places[term] = index
        if short:
            lines.update(found)
    paragraph.weigh(lines)
    return gathered


def _measure_line(text: str, place: int) -> tuple[int, bool]:
    """Give the end of the line around `place`, and whether the line is short."""
    begin = text.rfind("\n", max(0, place - _LINE_CHARS), place)
    end = text.find("\n", place)
    end = len(text) if end < 0 else end
    return end, (begin >= 0 or place <= _LINE_CHARS) and end - begin - 1 <= _LINE_CHARS


def describe(paragraphs: Sequence[Paragraph]) -> Iterator[dict[int, Row]]:
    """Yield per paragraph the figures of each of its themes, in the order of `FEATURES`.

    After a constant: the strength of the evidence in the paragraph, that of the paragraphs around
    it, the theme's part of all evidence there, and whether none, one or more terms are sure.
    """
    before, behind = Passed(), Passed()
    after = [behind.come(-item.end, -item.start, item.strengths) for item in reversed(paragraphs)]
    for item in paragraphs:
        one, two = before.come(item.start, item.end, item.strengths), after.pop()
        total = sum(item.strengths.values()) + one[-1] + two[-1]
        thinning = max(1.0, (item.end - item.start) / USUAL_CHARS) ** SPREAD
        rows: dict[int, Row] = {}
        for (theme, strength), first, second in zip(item.strengths.items(), one, two, strict=False):
            around = first + second
            rows[theme] = (
                1.0,
                log1p(strength / thinning),
                log1p(around),
                (strength + around) / total,
                item.sure.get(theme, 0) / 2,
            )
        yield rows


@dataclass(slots=True)
class Passed:
    """What the paragraphs that were passed say, by theme, and in all.

    That fades with the characters in between. A theme is faded only where it stands again, so that
    the time is linear however short the paragraphs are and however many themes there are.
    """

    themes: dict[int, tuple[float, int]] = field(default_factory=dict)
    """What is said of a theme, and the place where it was as strong as that."""
    total: float = 0.0
    place: int = 0

    def come(self, enter: int, leave: int, strengths: Mapping[int, float]) -> list[float]:
        """Give what is said of each theme of the next paragraph, and last of all themes; pass it.

        `enter` and `leave` are where the paragraph begins and ends, in the direction of reading.
        """
        across = exp((enter - leave) / REACH)
        themes, said = self.themes, []
        for theme, strength in strengths.items():
            value, place = themes.get(theme, _NOTHING)
            if value:
                value *= exp((place - enter) / REACH)
            said.append(value)
            themes[theme] = value * across + NEARBY * strength, leave
        total = self.total and self.total * exp((self.place - enter) / REACH)
        self.total, self.place = total * across + NEARBY * sum(strengths.values()), leave
        said.append(total)
        return said


@cache
def load_coefficients() -> Row:
    """Read the coefficients of the score, in the order of `FEATURES`."""
    with SCORE_FILE.open("rb") as file:
        table = tomllib.load(file)
    return tuple(float(table[name]) for name in FEATURES)


def score(row: Row, coefficients: Row) -> float:
    """Give the chance, in [0, 1], that goes with the figures of a theme."""
    return round(1 / (1 + exp(-sum(map(mul, row, coefficients)))), 3)
