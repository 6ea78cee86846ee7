"""What stands in a part of a document: the text of an article, the headings of a chapter with their first sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from assistant.answer.evidence import Readings
from assistant.answer.kinds import QuestionKind
from assistant.answer.quoting import find_cited_facts, verify
from assistant.answer.reading import Reading
from assistant.answer.reply import identify
from assistant.answer.templates import Templates
from assistant.answer.wording import CONTENTS, flatten, write_text
from assistant.index import Index
from assistant.index.clipping import find_span
from assistant.types import Answer, BlockKind, Citation, Completeness, Section, SectionKind, Span

_MOST_POINTS = 12
"""Places that are quoted."""
_LONGEST_WHOLE = 1_500
"""Characters of a part that is quoted whole."""
_TOLD = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE, BlockKind.CAPTION, BlockKind.ROW)
"""Blocks that tell something of themselves: no headings and no footnotes."""


@dataclass(frozen=True, slots=True)
class _Point:
    """A stretch that is quoted, of the block at a place."""

    reading: Reading
    block: int
    span: Span


def tell_contents(
    text: str,
    sections: Sequence[Section],
    index: Index,
    readings: Readings,
    templates: Templates,
    completeness: Completeness,
) -> Answer | None:
    """Give what stands in the sections, quoted: of one whole where it is short; None where no text is."""
    listed = (list(_list_points(section, index, readings)) for section in sections)
    points = list(islice(filter(None, listed), _MOST_POINTS))  # no more documents are read than can be quoted
    if not points:
        return None
    chosen = _choose(points)
    citations = tuple(_cite(number, point) for number, point in enumerate(chosen, 1))
    verify(citations, readings)
    answer = Answer(
        id=identify(completeness.generation, text),
        question=text,
        kind=QuestionKind.TOPIC.value,
        answered=True,
        text="",
        completeness=completeness,
        citations=citations,
        extracts=tuple(find_cited_facts(citations, readings)),
        confidence=1.0,
    )
    incomplete = len(chosen) < sum(map(len, points)) or any(listed)
    return write_text(answer, templates, incomplete=incomplete, name=CONTENTS)


def _choose(points: Sequence[Sequence[_Point]]) -> list[_Point]:
    """Give the first points of every section in turn, in the order of the sections."""
    turns = [point for row in zip_longest(*points) for point in row if point is not None][:_MOST_POINTS]
    kept = set(map(id, turns))
    return [point for of_section in points for point in of_section if id(point) in kept]


def _list_points(section: Section, index: Index, readings: Readings) -> Iterator[_Point]:
    """Yield what is quoted of one section: all of it, the sentence below each heading, or the first of each paragraph."""
    span = find_span(index, section)
    reading = readings(index.passage(section.first).document_id)
    blocks = [place for place in reading.blocks_in(span) if reading.blocks[place].span.overlaps(span)]
    told = [place for place in blocks if reading.blocks[place].kind in _TOLD]
    own = [place for place in told if section.heading in map(flatten, reading.headings_of(place))]
    told = own or told  # not what stands before the heading of a foreword
    headings = [place for place in blocks if reading.blocks[place].kind is BlockKind.HEADING]
    if section.kind is not SectionKind.PAGE and not headings and len(span) <= _LONGEST_WHOLE:
        for place in told:
            yield _Point(reading, place, reading.blocks[place].span)
        return
    for place in _choose_blocks(reading, told, headings):
        sentences = [one for one in reading.sentences(place) if one.overlaps(span)]
        if sentences:
            yield _Point(reading, place, sentences[0])


def _choose_blocks(reading: Reading, told: Sequence[int], headings: Sequence[int]) -> Iterator[int]:
    """Yield the first block, and the first below each heading of the highest level; without headings every paragraph."""
    if not headings:
        yield from [place for place in told if not reading.blocks.is_kind(place, BlockKind.ROW)] or told
        return
    highest = min(reading.blocks[place].level for place in headings)
    tops = [place for place in headings if reading.blocks[place].level == highest]
    bounds = [-1, *tops]
    for first, after in zip_longest(bounds, bounds[1:], fillvalue=len(reading.blocks)):
        yield from islice((place for place in told if first < place < after), 1)


def _cite(number: int, point: _Point) -> Citation:
    document = point.reading.document
    return Citation(
        number=number,
        document_id=document.id,
        path=document.path,
        sha256=document.sha256,
        title=document.title,
        span=point.span,
        quote=point.span.of(document.text),
        score=1.0,
        date=document.date,
        page=document.page_of(point.span.start),
        heading=point.reading.headings_of(point.block),
    )
