"""The dates of a text, with their exact words and values."""

from __future__ import annotations

from dataclasses import replace

from assistant.extract.dates.anchors import read_anchor
from assistant.extract.dates.phrases import find_phrases
from assistant.extract.dates.points import Phrase, Point
from assistant.extract.dates.reader import Reader
from assistant.extract.dates.resolution import Resolver, fill_shared
from assistant.extract.dates.roles import find_role
from assistant.extract.source import Source
from assistant.types import Extract, ExtractKind, Span

_GENERIC_BEFORE = frozenset(("van", "er", "wereld", "naar", "dan"))
"""Before "morgen" and "vandaag": "de wereld van morgen", "hoe ziet het er vandaag uit"."""

_CONTRASTED = frozenset(("vandaag", "morgen", "overmorgen"))
_GAP = 8
"""Blanks and line ends below a heading, at most."""
_CONTRAST = 12
"""Words to each side in which such a word has its counterpart."""


def find_dates(source: Source) -> list[Extract]:
    """Give the date expressions of a text in order; they do not overlap.

    Relative expressions are resolved against `source.document_date` only; without it they keep their
    words and have an empty value, as does a day that no calendar has (31 februari). Words are exactly
    those of the expression: "begin", "eind" and weekdays belong to it, and so do "van ... tot",
    "tussen", "sinds", "na", "vóór" and "binnen", which change the days meant; "in", "op" and "per" do not.
    """
    reader = Reader(source)
    resolver = Resolver(source.text, read_anchor(source.document_date))
    phrases = list(find_phrases(reader))
    places = [(source.starts[phrase.first], source.end(phrase.last - 1)) for phrase in phrases]
    for phrase, place in zip(phrases, places, strict=True):
        for point in fill_shared(phrase.points):
            if point.year is not None and not point.years:
                resolver.known.add(place[0], point)
        if _is_heading(source.text, phrase, *place):
            resolver.known.add_heading(place[0], phrase.points[0].year or 0)
    extracts = []
    for phrase, (start, end) in zip(phrases, places, strict=True):
        if _is_generic(reader, phrase, resolver):
            continue
        value = replace(resolver.resolve(phrase, start, end), role=find_role(reader, phrase))
        extracts.append(Extract(ExtractKind.DATE, Span(start, end), source.text[start:end], value))
    return extracts


def _is_heading(text: str, phrase: Phrase, start: int, end: int) -> bool:
    """Tell whether a year stands alone between two empty lines, above a line that begins with a letter."""
    point = phrase.points[0]
    if point.year is None or phrase.last != phrase.first + 1 or point != Point(year=point.year):
        return False
    alone = text.startswith("\n\n", end) and (start == 0 or text.endswith("\n\n", 0, start))
    return alone and text[end : end + _GAP].lstrip()[:1].isalpha()


def _is_generic(reader: Reader, phrase: Phrase, resolver: Resolver) -> bool:
    """Tell whether "vandaag" or "morgen" means the present or the future at large."""
    if phrase.last != phrase.first + 1 or reader.at(phrase.first) != "A":
        return False
    if "A" in (reader.at(phrase.first - 2), reader.at(phrase.last + 1)) and "en" in (
        reader.low(phrase.first - 1),
        reader.low(phrase.last),
    ):
        return True
    if reader.low(phrase.first - 1) in _GENERIC_BEFORE or reader.low(phrase.last) in ("de",):
        return True
    if _is_contrasted(reader, phrase.first):
        return True
    return resolver.anchor is not None and resolver.anchor.date is None


def _is_contrasted(reader: Reader, index: int) -> bool:
    """Tell whether days stand side by side in a sentence ("vandaag de fiets, morgen de bus"), or one is a name."""
    word, plain = reader.low(index), reader.source.plain
    if word == "morgen" and plain[index][0].isupper() and reader.source.word(index - 1)[:1].islower():
        return True
    codes = reader.codes[max(0, index - _CONTRAST) : index + _CONTRAST + 1]
    if codes.count("A") < 2:
        return False
    others = []
    for step in (-1, 1):
        for k in range(index + step, index + step * (_CONTRAST + 1), step):
            if reader.at(k) in ".|":
                break
            others.append(reader.low(k))
    return word in _CONTRASTED and not _CONTRASTED.isdisjoint(set(others) - {word})
