"""A list is a short answer only where its items can be what is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.evidence import Unit
from assistant.answer.listed import show_list
from assistant.answer.question import parse_question
from assistant.answer.wholeitems import tidy_list
from assistant.types import Span

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


@pytest.mark.parametrize(
    ("question", "joined", "shown"),
    [
        ("Wie doen mee aan de proef?", "Els Mol en Jan Bos", "Els Mol en Jan Bos"),
        ("Wie doen mee aan de proef?", "gemeenten, scholen en sport", "gemeenten, scholen en sport"),
        ("Wie doen mee aan de proef?", "slimme sluizen en klimaat", None),
        ("Welke stukken horen bij de aanvraag?", "Is het nieuw?, Is het nuttig?", None),
    ],
)
def test_items_must_be_what_is_asked_for(desk: Desk, question: str, joined: str, shown: str | None) -> None:
    reading = desk.read("Dit staat er niet toe.")
    unit = Unit(reading, 0, Span(0, 10), 1.0)
    assert show_list(parse_question(question), unit, joined) == shown


def test_an_item_that_leads_in_to_others_is_left_out_and_a_paragraph_is_none(desk: Desk) -> None:
    reading = desk.read("De eisen zijn:\n\n- een plan\n- nieuw zijn:\n- een kaart\n")
    group = next(filter(None, map(reading.list_around, range(len(reading.blocks)))))
    whole = Span(0, len(reading.document.text))
    unit = Unit(reading, 0, whole, 1.0, group.items)
    question = parse_question("Welke eisen gelden er?")
    assert show_list(question, unit, "") == "een plan en een kaart"
    reading = desk.read(f"De eisen zijn:\n\n- een plan\n- een kaart {'van het dorp ' * 40}\n")
    group = next(filter(None, map(reading.list_around, range(len(reading.blocks)))))
    unit = Unit(reading, 0, Span(0, len(reading.document.text)), 1.0, group.items)
    assert show_list(question, unit, "") is None


def test_the_end_of_an_aim_is_no_item_among_things() -> None:
    assert tidy_list("mens, dier te beperken en energie") is None
    assert tidy_list("licht te beperken en energie te sparen") == "licht te beperken en energie te sparen"


def test_a_sign_between_capitals_parts_no_name(desk: Desk) -> None:
    sentence = "Lier tekende de Code Kunst & Kracht en het Plan."
    reading = desk.read(sentence)
    start = reading.document.text.index(sentence)
    unit = Unit(reading, reading.block_at(start), Span(start, start + len(sentence)), 1.0)
    question = parse_question("Welke codes tekende Lier?")
    shown = show_list(question, unit, "Code Kunst, Kracht en het Plan")
    assert shown == "Code Kunst & Kracht en het Plan"
