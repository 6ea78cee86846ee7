"""Themes of passages and of documents, by the weighted words of a vocabulary.

A theme is assigned to a paragraph when its score (`evidence.py`) reaches `THRESHOLD`; its extract
marks the strongest term's first occurrence. Names of ministries carry no theme.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from assistant.extract.evidence import describe, gather_evidence, load_coefficients, score
from assistant.extract.source import Source
from assistant.extract.vocabulary import load_vocabulary
from assistant.types import Extract, ExtractKind, Span, ThemeValue

THRESHOLD = 0.35
"""Lowest score of an assigned theme: the best F1 on the marked passages that were kept out of the
fit in turn, where themes on which readers differ count neither way."""
_LOWEST_SHARE = 0.2
_LONG_LINE = 200
_BLANK = re.compile(r"\n[^\S\n]*(?:\n\s*)+")


def find_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the paragraphs: parted by blank lines, or by lines where lines are long."""
    edges = [0, *(match.end() for match in _BLANK.finditer(text)), len(text)]
    for start, end in pairwise(edges):
        lines = text[start:end].splitlines(keepends=True) if end - start > _LONG_LINE else ()
        if len(lines) > 1 and max(map(len, lines)) > _LONG_LINE:
            for line in lines:
                yield start, start + len(line)
                start += len(line)
        elif end > start:
            yield start, end


def find_themes(source: Source) -> list[Extract]:
    """Give the themes of each paragraph, in order of the words that carry them."""
    vocabulary, coefficients = load_vocabulary(source.themes), load_coefficients()
    paragraphs = gather_evidence(source, vocabulary.terms, find_paragraphs(source.text))
    values: dict[tuple[int, float], ThemeValue] = {}
    extracts: list[Extract] = []
    for paragraph, rows in zip(paragraphs, describe(paragraphs), strict=True):
        found = []
        for number, row in rows.items():
            reached = score(row, coefficients)
            if reached >= THRESHOLD:
                value = values.get((number, reached))
                if value is None:
                    theme = vocabulary.themes[number]
                    value = values[number, reached] = ThemeValue(theme.code, theme.name, reached, theme.uri)
                first, last = paragraph.strongest(number)
                found.append((source.starts[first], source.ends[last], value))
        if len(found) > 1:
            found.sort(key=_order)
        extracts += (
            Extract(ExtractKind.THEME, Span(start, end), source.text[start:end], value)
            for start, end, value in found
        )
    return extracts


def _order(found: tuple[int, int, ThemeValue]) -> tuple[int, int, str]:
    """Give what the themes of a paragraph are put in order by."""
    return found[0], found[1], found[2].code


def document_themes(extracts: Iterable[Extract]) -> list[ThemeValue]:
    """Give the themes of a document from those of its paragraphs, the strongest first.

    A theme's score is that of its best paragraph, times its part of the document set against the
    leading theme's: the sum of its paragraphs' scores, divided by that of the theme with the most.
    Themes whose part is below a fifth are left out.
    """
    totals: dict[str, float] = {}
    best: dict[str, ThemeValue] = {}
    for value in (extract.value for extract in extracts):
        if isinstance(value, ThemeValue):
            totals[value.code] = totals.get(value.code, 0.0) + value.score
            best[value.code] = max(best.get(value.code, value), value, key=lambda item: item.score)
    most = max(totals.values(), default=0.0)
    found = [
        ThemeValue(code, best[code].name, round(best[code].score * total / most, 3), best[code].uri)
        for code, total in totals.items()
        if total / most >= _LOWEST_SHARE
    ]
    return sorted(found, key=lambda value: (-value.score, value.code))
