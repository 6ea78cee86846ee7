"""A document prepared for answering: headings, sentences, lists and facts at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import Reading
from assistant.extract import find_extracts
from assistant.types import BlockKind, Extract, ExtractKind, Span

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

NOTE = """# Nota Zandpad

De gemeente Lier legt het Zandpad aan. Het pad is op 4 maart 2021 begonnen.

## Kosten

Het pad kost 40.000 euro.

### Wat niet meetelt

Deze kosten tellen niet mee:

- reizen
- drank
    - ook bier
- bloemen

## Planning

1. Graven. Dat duurt een week.

Tussendoor rust het werk.

2. Storten. Dat duurt een dag.
"""


def test_every_block_knows_the_headings_above_it(desk: Desk) -> None:
    reading = desk.read(NOTE)
    paths = {reading.text_of(index): reading.headings_of(index) for index in range(len(reading.blocks))}
    assert paths["Nota Zandpad"] == ()
    assert paths["Kosten"] == ("Nota Zandpad",)
    assert paths["Het pad kost 40.000 euro."] == ("Nota Zandpad", "Kosten")
    assert paths["Deze kosten tellen niet mee:"] == ("Nota Zandpad", "Kosten", "Wat niet meetelt")
    assert paths["Planning"] == ("Nota Zandpad",)
    for index, block in enumerate(reading.blocks):
        path = reading.document.heading_path(block.span.start)
        own = path[:-1] if block.kind is BlockKind.HEADING else path
        assert reading.headings_of(index) == own


def test_children_are_the_headings_one_level_down(desk: Desk) -> None:
    reading = desk.read(NOTE)
    titles = {reading.text_of(index): index for index in range(len(reading.blocks))}

    def children(title: str) -> list[str]:
        return [reading.text_of(index) for index in reading.children_of(titles[title])]

    assert children("Nota Zandpad") == ["Kosten", "Planning"]
    assert children("Kosten") == ["Wat niet meetelt"]
    assert children("Planning") == []


def test_sentences_of_a_block_have_offsets_in_the_document(desk: Desk) -> None:
    reading = desk.read(NOTE)
    sentences = [span.of(reading.document.text) for span in reading.sentences(1)]
    assert sentences == ["De gemeente Lier legt het Zandpad aan.", "Het pad is op 4 maart 2021 begonnen."]
    assert [span.of(reading.document.text) for span in reading.sentences(0)] == ["Nota Zandpad"]


def test_every_offset_lies_in_one_block_and_a_span_in_those_it_touches(desk: Desk) -> None:
    reading = desk.read(NOTE)
    for index, block in enumerate(reading.blocks):
        assert reading.block_at(block.span.start) == index
        assert reading.block_at(block.span.end - 1) == index
        assert list(reading.blocks_in(block.span)) == [index]
    whole = Span(0, len(reading.document.text))
    assert list(reading.blocks_in(whole)) == list(range(len(reading.blocks)))


def test_a_list_is_its_items_of_one_level_with_the_line_above(desk: Desk) -> None:
    reading = desk.read(NOTE)
    lead = next(
        index for index in range(len(reading.blocks)) if reading.text_of(index).startswith("Deze kosten")
    )
    for place in (lead, lead + 1, lead + 4):
        group = reading.list_around(place)
        assert group is not None
        assert group.lead == lead
        items = [reading.text_of(item).lstrip("-• ") for item in group.items]
        assert items == ["reizen", "drank", "bloemen"]
    assert reading.list_around(0) is None


def test_a_numbered_list_runs_on_over_a_paragraph(desk: Desk) -> None:
    reading = desk.read(NOTE)
    assert [[reading.text_of(item) for item in run] for run in reading.numbered_runs] == [
        ["1. Graven. Dat duurt een week.", "2. Storten. Dat duurt een dag."]
    ]


def test_facts_are_given_that_lie_wholly_inside(desk: Desk) -> None:
    reading = desk.read(NOTE)
    text = reading.document.text
    start = text.index("4 maart 2021")
    span = Span(start, start + len("4 maart 2021"))
    assert [fact.text for fact in reading.facts_in(span, ExtractKind.DATE)] == ["4 maart 2021"]
    assert reading.facts_in(Span(start, start + 5), ExtractKind.DATE) == []
    assert reading.facts_in(span, ExtractKind.AMOUNT) == []
    whole = Span(0, len(text))
    assert [fact.text for fact in reading.facts_in(whole, ExtractKind.AMOUNT)] == ["40.000 euro"]
    spans = [fact.span for fact in reading.facts_in(whole)]
    assert spans == sorted(spans)
    assert [fact.text for fact in reading.facts_in(whole)].count("4 maart 2021") == 1


def test_facts_are_fetched_only_around_what_is_asked(desk: Desk) -> None:
    document = desk.read(
        "Het pad kost 40.000 euro. " + "Het regent hier vaak. " * 200 + "Er is 5 euro."
    ).document
    facts = find_extracts(document.text)
    asked: list[tuple[int, int]] = []

    def fetch(first: int, last: int) -> list[Extract]:
        asked.append((first, last))
        return [fact for fact in facts if first <= fact.span.start < last]

    reading = Reading(document, fetch)
    assert [fact.text for fact in reading.facts_in(Span(0, 100), ExtractKind.AMOUNT)] == ["40.000 euro"]
    assert reading.facts_in(Span(0, 100), ExtractKind.AMOUNT)
    assert len(asked) == 1
    assert asked[0][1] < len(document.text) / 2
    whole = Span(0, len(document.text))
    assert reading.facts_in(whole) == Reading(document, facts).facts_in(whole)


@pytest.mark.parametrize("text", ["Eén zin zonder kop.", "# Alleen een kop"])
def test_the_smallest_documents_are_prepared(desk: Desk, text: str) -> None:
    reading = desk.read(text)
    assert list(reading.parents) == [()]
    assert reading.numbered_runs == ()
    assert reading.list_around(0) is None
    assert reading.children_of(0) == ()
