"""What is quoted is whole: what a colon announces goes along, and an item has its list with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.evidence import Unit
from assistant.answer.question import parse_question
from assistant.answer.quoting import cite

if TYPE_CHECKING:
    from assistant.answer.reading import Reading
    from tests.answer.conftest import Desk

TEXT = """# Inloopavonden

De gemeente Lier houdt drie inloopavonden:

- 4 mei, Lier, dorpshuis De Linde
- 6 mei, Emblem, school De Brug
- 9 mei, Koningshooikt, zaal Rust

Iedereen is welkom.
"""
QUESTION = parse_question("Waar worden inloopavonden gehouden?")


def make_unit(reading: Reading, words: str) -> Unit:
    """Give the sentence with these words as a unit."""
    for block in range(len(reading.blocks)):
        for span in reading.sentences(block):
            if words in span.of(reading.document.text):
                return Unit(reading, block, span, 1.0)
    raise LookupError(words)


@pytest.mark.parametrize(
    "words",
    [
        ("drie inloopavonden",),
        ("Emblem", "drie inloopavonden"),
        ("drie inloopavonden", "Emblem"),
        ("Koningshooikt", "Emblem", "drie inloopavonden"),
    ],
)
def test_what_a_colon_announces_is_quoted_with_it_once(desk: Desk, words: tuple[str, ...]) -> None:
    reading = desk.read(TEXT)
    cited = cite([make_unit(reading, word) for word in words], QUESTION)
    assert [item.number for item in cited] == [1]
    assert cited[0].quote.startswith("De gemeente Lier")
    assert cited[0].quote.endswith("zaal Rust")
    assert cited[0].heading == ("Inloopavonden",)


def test_what_stands_behind_items_that_became_one_list_is_numbered_on(desk: Desk) -> None:
    reading = desk.read(TEXT)
    words = ("Koningshooikt", "Emblem", "welkom", "drie inloopavonden")
    cited = cite([make_unit(reading, word) for word in words], QUESTION)
    assert [item.number for item in cited] == [1, 2]
    assert cited[1].quote == "Iedereen is welkom."


def test_an_item_by_itself_stays_one(desk: Desk) -> None:
    reading = desk.read(TEXT)
    cited = cite([make_unit(reading, "Emblem"), make_unit(reading, "welkom")], QUESTION)
    assert [item.quote for item in cited] == ["6 mei, Emblem, school De Brug", "Iedereen is welkom."]


def test_a_list_of_many_pages_is_not_quoted_whole(desk: Desk) -> None:
    items = "\n".join(
        f"- avond {number} in zaal {number} van het dorpshuis aan de lange straat" for number in range(40)
    )
    reading = desk.read(f"# Avonden\n\nDe gemeente houdt veertig avonden:\n\n{items}\n")
    cited = cite([make_unit(reading, "veertig avonden")], QUESTION)
    assert [item.quote for item in cited] == ["De gemeente houdt veertig avonden:"]
