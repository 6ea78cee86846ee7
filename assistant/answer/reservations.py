"""Words that turn or limit what stands before them: a quotation without "niet", "tenzij", "mits" or "behalve" would lie.

Row 54 of the faults: a quotation is widened until it holds them, also where the document puts them in a
sentence or a block of their own.
"""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.fragments import with_prohibition
from assistant.answer.leads import find_lead
from assistant.answer.reading import Reading
from assistant.dutch import fold
from assistant.types import BlockKind, Span

_LONGEST, _MOST_SEQUELS = 1_500, 2
"""Characters of a widened quotation, and reservations that may follow each other."""
_LEAD = re.compile(
    r"\b(?:niet|geen|noch|nooit|niemand|nergens|niets|zonder|evenmin|tenzij|mits|behalve|behoudens|uitgezonderd|"
    r"uitzondering(?:en)?|uitsluitend|slechts|alleen|enkel|verboden|weiger\w*|geweigerd|vervalt|vervallen)\b",
    re.IGNORECASE,
)
"""In the lead-in of a list: its items mean something else without it."""
_THAT = r"(?:dit|dat|deze\s+\w+|die\s+\w+|het\s+voorgaande|het\s+bovenstaande)"
_SEQUEL = re.compile(
    rf"""(?:[–(-]\s*)?(?:
    (?:tenzij|behoudens|uitgezonderd|met\s+uitzondering\s+van)\b |
    (?:mits|behalve|niet|alleen|enkel|slechts|maar\s+niet|wel)\s+(?:als|wanneer|indien|voor\s+zover)\b |
    {_THAT}\s+(?:geldt|gelden|gold|is|was|mag|kan)\s+(?:echter\s+|evenwel\s+)?
        (?:niet|alleen|slechts|enkel|uitsluitend|anders|pas)\b(?!\s+alleen) |
    (?:een\s+|de\s+(?:enige\s+)?)?uitzondering(?:en)?\s+(?:hier|daar|op|is|zijn|betref|vorm|geldt|gelden) |
    (?:hier|daar)van\s+(?:kan|kunnen|mag|mogen)\s+(?:alleen|slechts|enkel|worden\s+afgeweken) |
    in\s+afwijking\s+(?:hier|daar)van\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""The beginning of a sentence that limits the one before it."""
_BEGUN = re.compile(r"(?:tenzij|mits|behalve|behoudens|uitgezonderd|met uitzondering van)\b|[a-zà-ÿ]")
_ENDED = re.compile(r"[.!?:;…][\"'”’»)\]*]*\s*$")
_DENIAL = re.compile(
    r"\b(?:niet|geen|nooit|noch|evenmin|zonder|behalve|tenzij|uitgezonderd|met uitzondering van)\s+"
    r"(?:(?:meer|minder|langer|korter|eerder|later|verder|hoger|lager|groter|kleiner|ouder|jonger)\s+dan\s+|"
    r"(?:alleen|in|op|om|door|de|het|een|aan|bij|van|voor|na|vóór|vanaf|tot|per|met|naar|te|uit|ook)\s+){0,3}$",
    re.IGNORECASE,
)
_WHY = re.compile(r"(?:vanwege|wegens|omdat|doordat|dankzij|als gevolg van|ten gevolge van)\b", re.IGNORECASE)
_PARTICLE = re.compile(r" (?:door|in|op|om|aan|uit|na|te)\s+$", re.IGNORECASE)
_BEFORE = 60
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE})


def with_lead(unit: Unit, span: Span) -> Span:
    """Give the span with the lead-in of its list, where that denies or limits what the items say."""
    lead = find_lead(unit.reading, unit.block)
    if lead is None or not _LEAD.search(fold(lead.of(unit.reading.document.text))):
        return with_prohibition(unit, span)
    return Span(lead.start, span.end) if span.end - lead.start < 2 * _LONGEST else span


def with_whole_sentence(unit: Unit, span: Span) -> Span:
    """Give the span with the parts of its sentence that stand in the block before or after it."""
    reading, text = unit.reading, unit.reading.document.text
    if reading.blocks[unit.block].kind not in _RUNNING:
        return span
    above, below = unit.block - 1, unit.block + 1
    if (
        above >= 0
        and span.start == reading.blocks[unit.block].span.start
        and reading.blocks[above].kind in _RUNNING
        and _BEGUN.match(span.of(text))
        and not _ENDED.search(reading.text_of(above))
        and reading.sentences(above)
    ):
        span = Span(reading.sentences(above)[-1].start, span.end)
    if (
        below < len(reading.blocks)
        and span.end == reading.blocks[unit.block].span.end
        and reading.blocks[below].kind in _RUNNING
        and not _ENDED.search(span.of(text))
        and _BEGUN.match(reading.text_of(below))
        and reading.sentences(below)
    ):
        span = Span(span.start, reading.sentences(below)[0].end)
    return span


def with_sequel(reading: Reading, span: Span) -> Span:
    """Give the span with the sentences right after it that limit what it says."""
    text = reading.document.text
    for _ in range(_MOST_SEQUELS):
        sequel = _sentence_after(reading, span)
        if sequel is None or sequel.end - span.start > _LONGEST or not _SEQUEL.match(sequel.of(text)):
            break
        span = Span(span.start, sequel.end)
    return span


def _sentence_after(reading: Reading, span: Span) -> Span | None:
    """Give the sentence after the span in its block, or the first of the running block after it or after its list."""
    block = reading.block_at(max(span.start, span.end - 1))
    after = next((other for other in reading.sentences(block) if other.start >= span.end), None)
    if after is not None:
        return after
    if reading.blocks[block].kind is BlockKind.ITEM:
        group = reading.list_around(block)
        block = block if group is None else max(block, group.items[-1])
    if block + 1 >= len(reading.blocks) or reading.blocks[block + 1].kind not in _RUNNING:
        return None
    spans = reading.sentences(block + 1)
    return spans[0] if spans else None


def with_denial(reading: Reading, short: Span) -> Span:
    """Give a short answer with the "niet", "geen" or "behalve" right before it, which turns what it says.

    It is sought in the sentence that the answer begins in: that is quoted whole.
    """
    sentences = reading.sentences(reading.block_at(short.start))
    begun = max((one.start for one in sentences if one.start <= short.start), default=short.start)
    start = max(begun, short.start - _BEFORE)
    text = reading.document.text
    found = _DENIAL.search(text[start : short.start])
    if found and _WHY.match(short.of(text)) and _PARTICLE.search(found.group()):
        return short  # "gaat niet door vanwege ...": what is denied is what stands before the reason
    return Span(start + found.start(), short.end) if found else short
