"""Reasons that a sentence announces: "er zijn drie oorzaken", with the sentences or the list behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.finders.which import first_clause, join_items
from assistant.types import BlockKind, Span

_CAUSES = r"(?:oorzaken|redenen|factoren|verklaringen|aanleidingen)"
_SEVERAL = re.compile(rf"\b{_CAUSES}\b", re.IGNORECASE)
_ANNOUNCED = re.compile(
    rf"\b(?:meerdere|meer|verschillende|diverse|enkele|volgende|twee|drie|vier|vijf|aantal|belangrijkste|voornaamste) (?:\w+ )?{_CAUSES}\b|"
    rf"(?<!\b[Oo]m )\b(?:oorzaken|redenen)\b[^.]{{0,60}}[.:]$|\b(?:een|de|belangrijkste) (?:oorzaak|reden)\b[^.]{{0,60}}[.:]$|"
    r"\b(?:komt|kwam|kwamen|komen|ligt|lag|heeft te maken|hangt samen) (?:\w+ ){0,3}(?:door|aan|met):$"
)
_COUNTS = {"twee": 2, "drie": 3, "vier": 4, "vijf": 5}
_COUNTED = re.compile(rf"\b(?P<number>twee|drie|vier|vijf) (?:\w+ )?{_CAUSES}\b", re.IGNORECASE)
_BARE = 9
"""Words of the longest sentence that does no more than announce."""
_FIT, _LONGEST = 0.8, 600
"""The fit of reasons that are announced, and the characters that they may take together."""
_RUNNING = (BlockKind.PARAGRAPH, BlockKind.QUOTE)


def find_announced(unit: Unit) -> Iterator[Candidate]:
    """Give the reasons that a unit announces, or that a bare sentence right behind it does."""
    spans = unit.reading.sentences(unit.block)
    place = next((number for number, span in enumerate(spans) if span == unit.span), None)
    if place is None:
        return
    text = unit.reading.document.text
    if _ANNOUNCED.search(unit.text):
        yield from _find_behind(unit, unit.text, place)
    elif place + 1 < len(spans) and is_bare_announcement(spans[place + 1].of(text)):
        yield from _find_behind(unit, spans[place + 1].of(text), place + 1)


def announces(sentence: str) -> bool:
    """Tell whether a sentence says that reasons follow."""
    return _ANNOUNCED.search(sentence) is not None


def is_bare_announcement(sentence: str) -> bool:
    """Tell whether a sentence only says that reasons follow: "Daar zijn twee redenen voor."."""
    return announces(sentence) and len(sentence.split()) <= _BARE


def _find_behind(unit: Unit, announcing: str, place: int) -> Iterator[Candidate]:
    """Give the sentences behind one, as many as it counts, or the items of the list below it."""
    reading = unit.reading
    behind = reading.sentences(unit.block)[place + 1 :]
    if not behind:
        yield from _find_below(unit, announcing)
        return
    counted = _COUNTED.search(announcing)
    most = _COUNTS[counted["number"].lower()] if counted else 2 if _SEVERAL.search(announcing) else 1
    told = [span for span in behind[:most] if span.end - behind[0].start <= _LONGEST] or behind[:1]
    yield Candidate(Span(told[0].start, told[-1].end), _FIT)


def _find_below(unit: Unit, announcing: str) -> Iterator[Candidate]:
    """Give the items of the list below a block, or the first sentences of the paragraph below it."""
    reading, below = unit.reading, unit.block + 1
    if below >= len(reading.blocks):
        return
    group = reading.list_around(unit.block) if reading.blocks[below].kind is BlockKind.ITEM else None
    if group is not None and below in group.items:
        spans = [reading.blocks[item].span for item in group.items if item >= below]
        told = [span for span in spans if span.end - spans[0].start <= _LONGEST] or spans[:1]
        items = [first_clause(span.of(reading.document.text)) for span in told]
        yield Candidate(Span(told[0].start, told[-1].end), _FIT, join_items(items))
    elif reading.blocks[below].kind in _RUNNING and announcing.rstrip().endswith((":", ".")):
        found = reading.sentences(below)[: 2 if _SEVERAL.search(announcing) else 1]
        if found and found[-1].end - found[0].start <= _LONGEST:
            yield Candidate(Span(found[0].start, found[-1].end), _FIT)
