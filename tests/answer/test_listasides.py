"""Lists without what only says of a name that it is one of the things asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer, parse_question
from assistant.answer.finders import which
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (
            "De minister sloot een overeenkomst met Zonkracht, een bedrijf uit Marrum, en met de Dijkgroep.",
            "Met welke bedrijven sloot de minister een overeenkomst?",
            "Zonkracht en de Dijkgroep",
        ),
        (
            "De regering kent 2 miljoen euro toe aan het Waterpact, een fonds van de Water- en Landorganisatie.",
            "Aan welk fonds kent de regering geld toe?",
            "Waterpact",
        ),
    ],
)
def test_what_is_said_beside_a_name_is_no_item(desk: Desk, text: str, question: str, told: str) -> None:
    readings = [desk.read(f"# Nota\n\n{text}")]
    assert compose_answer(question, desk.hits(readings), desk.library(readings), ALL).short == told


@pytest.mark.parametrize(
    ("items", "question", "kept"),
    [
        (
            ["Zonkracht", "een jong bedrijf", "Vlakwerk"],
            "Welke bedrijven doen mee?",
            ["Zonkracht", "Vlakwerk"],
        ),
        (["een school met een tuin", "een school met een kas"], "Welke scholen komen er?", None),
        (["Zonkracht", "een school in Marrum"], "Welke bedrijven doen mee?", None),
        (["Antwerpen", "een school in Mol", "een fabriek"], "Welke scholen bezocht de raad?", None),
        (["de kade", "een bedrijf uit Marrum"], "Welke bedrijven doen mee?", None),
    ],
)
def test_an_item_that_is_another_thing_stays(
    desk: Desk, items: list[str], question: str, kept: list[str] | None
) -> None:
    unit = desk.weigh(question, f"# Nota\n\nDe raad bezocht {', '.join(items)}.").units[0]
    left = which._without_asides(parse_question(question), unit, items, desk.matcher(question))
    assert left == (kept or items)
