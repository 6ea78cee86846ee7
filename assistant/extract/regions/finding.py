"""The regions of a text as codes: every mention read in the light of the others."""

from __future__ import annotations

from dataclasses import replace

from assistant.extract.regions.choosing import Choice
from assistant.extract.regions.gazetteer import load_heads
from assistant.extract.regions.matching import find_mentions
from assistant.extract.source import Source
from assistant.types import Extract, ExtractKind, Span

_APOSTROPHES = frozenset("'’‘`")


def find_regions(source: Source) -> list[Extract]:
    """Give the regions named in a text, in order, with code, name, level, country and NUTS 2024.

    Adjectives and inhabitants ("Franse", "Limburgers") count as the region. "Europa" and "Europees"
    do not: they have neither code nor country; the European Union does. Of several places of one
    name see `choosing`; a municipality is read on the day of the document.
    """
    heads = load_heads()
    text, ends = source.text, source.ends
    choice = Choice(source, find_mentions(source))
    extracts = []
    for index, mention in enumerate(choice.mentions):
        place, alternatives = choice.choose(index)
        start, end = _find_start(source, mention.first), ends[mention.last - 1]
        value = place.value if mention.direction is None else mention.value_of(place, heads)
        if alternatives and value.code == place.code:
            value = replace(value, alternatives=alternatives)
        extracts.append(Extract(ExtractKind.REGION, Span(start, end), text[start:end], value))
    return extracts


def _find_start(source: Source, first: int) -> int:
    """Give the offset of a name with the article that belongs to it ("'s-Hertogenbosch")."""
    plain = source.plain
    if (
        first >= 3
        and plain[first - 1] == "-"
        and plain[first - 2] in ("s", "S")
        and plain[first - 3] in _APOSTROPHES
        and source.glued(first - 2)
        and source.glued(first - 3)
    ):
        return source.starts[first - 3]
    return source.starts[first]
