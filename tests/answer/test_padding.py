"""Beside the best quotation none is shown that says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.padding import is_padding

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


def read_last(desk: Desk, text: str) -> Unit:
    reading = desk.read(text)
    block = len(reading.blocks) - 1
    spans = reading.sentences(block)
    return Unit(reading, block, spans[0] if spans else reading.blocks[block].span, 1.0)


@pytest.mark.parametrize(
    "text",
    [
        "Geschreven door Buurtkrant Lier",
        "Tekst en foto: Anke de Wit",
        "2 https://www.voorbeeldgemeente.nl/wat-is-een-wijkpunt",
        "(Gemeentebestuur)",
        "Artikel 7.",
    ],
)
def test_a_byline_an_address_and_a_bare_heading_pad(desk: Desk, text: str) -> None:
    assert is_padding(QuestionKind.REASON, read_last(desk, f"De raad kiest een brug.\n\n{text}"))


@pytest.mark.parametrize(
    "text",
    [
        "De brug wordt rood.",
        "Kosten: 3 miljoen euro voor de brug",
        "Opening van de brug in Lier op 3 mei 2021",
        "- een brug van hout",
        "Een overzicht van de plannen voor het dorp",
    ],
)
def test_what_has_words_of_its_own_tells_something(desk: Desk, text: str) -> None:
    assert not is_padding(QuestionKind.REASON, read_last(desk, f"De raad kiest:\n\n{text}"))


def test_items_of_a_list_are_no_padding(desk: Desk) -> None:
    unit = read_last(desk, "De raad kiest:\n\nhout en steen")
    unit.items = (0, 1)
    assert not is_padding(QuestionKind.REASON, unit)


def test_a_bare_number_may_be_the_value_that_is_asked_for(desk: Desk) -> None:
    assert not is_padding(QuestionKind.COUNT, read_last(desk, "De raad kiest een brug.\n\nArtikel 7."))
