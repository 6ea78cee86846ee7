"""The rest of a name that was cut: "het Milieu-" of "het Milieu- en Natuurplanbureau", "Beatrix" of "koningin Beatrix"."""

from __future__ import annotations

import re

from assistant.answer.adjectives import is_adjective
from assistant.answer.cues import is_plural
from assistant.answer.reading import Reading
from assistant.dutch import fold
from assistant.types import Span

_HALF = re.compile(r"- (?:en|of) (?:[A-ZÀ-Þ]?[a-zà-ÿ][\w-]*)")
"""The other half of a compound behind its hyphen."""
_TITLE = re.compile(
    r"\b(?:[Kk]oning(?:in)?|[Pp]rins(?:es)?|[Mm]inister|[Pp]rofessor|[Pp]aus|[Kk]ardinaal|[Gg]eneraal) $"
)
"""A title right before a name of one word."""
_BODY_OF = re.compile(
    r"\b(?:(?:[Dd]e|[Hh]et) )?(?:Raad|Dienst|Bureau|Centrum|Commissie|Stichting|Vereniging|Instituut|Agentschap|Bond) (?:voor|van) $"
)
"""What a body is for, before a name that is only its field: "Raad voor de Kinderbescherming"."""
_QUALITY = re.compile(r"(?<![\w-])(?P<word>[a-zà-ÿ]{3,}e) $")
_FAR = 40


def widen_name(reading: Reading, span: Span) -> Span:
    """Give a name with what belongs to it on either side in its block."""
    text = reading.document.text
    block = reading.blocks[reading.block_at(span.start)].span
    told = span.of(text)
    end = span.end
    half = _HALF.match(text, end - 1 if told.endswith("-") else end, block.end)
    if half is not None:
        end = half.end()
    before = text[max(block.start, span.start - _FAR) : span.start]
    start = span.start
    found = _TITLE.search(before) if " " not in told and told[:1].isupper() else None
    found = found or (_BODY_OF.search(before) if told[:3] in ("de ", "het") and told[-1:].isalpha() else None)
    if found is None and " " not in told and told.islower() and is_plural(fold(told)):
        quality = _QUALITY.search(before)
        found = quality if quality is not None and is_adjective(quality["word"]) else None
    if found is not None:
        start -= len(before) - found.start()
    return Span(start, end)


def cut_aside(told: str) -> str:
    """Give a name without what stands between dashes behind it: "Zonkracht – maker van boten – als eerste"."""
    found = _ASIDE.match(told)
    return found["name"] if found is not None else told


_ASIDE = re.compile(r"(?P<name>[A-ZÀ-Þ][^–—]{1,60}?) ?[–—] [a-zà-ÿ]")
