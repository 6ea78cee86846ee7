"""A document tells nothing of what a year after it came to, only what was planned or expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Answer, Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
HEAD = "# Verslag van het veer\n\nDatum: 12 maart 2021\n\n"
CARRIED = HEAD + "Het veer van Mol vervoerde 4.300 reizigers. In 2023 komt er een nieuwe steiger."
EXPECTED = HEAD + "Het veer van Mol vervoert naar verwachting 6.000 reizigers in 2023."


def reply(desk: Desk, question: str, text: str) -> Answer:
    reading = desk.read(text)
    assert (reading.document.date or "").startswith("2021")
    return compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel reizigers vervoerde het veer van Mol in 2023?",
        "Hoeveel reizigers van het veer van Mol waren er in 2023?",
        "Hoeveel reizigers in 2023 op het veer van Mol?",
    ],
)
def test_a_figure_of_a_later_year_is_not_found(desk: Desk, question: str) -> None:
    assert not reply(desk, question, CARRIED).answered


def test_a_figure_of_the_year_of_the_document_is(desk: Desk) -> None:
    answer = reply(desk, "Hoeveel reizigers vervoerde het veer van Mol in 2021?", CARRIED)
    assert answer.short == "4.300 reizigers"


def test_what_was_expected_is_told_to_be_that(desk: Desk) -> None:
    answer = reply(desk, "Hoeveel reizigers vervoerde het veer van Mol in 2023?", EXPECTED)
    assert answer.answered
    assert answer.short is None
    assert "Een uitkomst over 2023 staat er niet." in answer.text
    assert "6.000 reizigers in 2023" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel reizigers verwacht het veer van Mol in 2023?",
        "Hoeveel reizigers zal het veer van Mol in 2023 vervoeren?",
        "Hoeveel reizigers vervoert het veer van Mol in 2023?",
    ],
)
def test_who_asks_what_is_expected_gets_it(desk: Desk, question: str) -> None:
    answer = reply(desk, question, EXPECTED)
    assert answer.short == "6.000 reizigers"
    assert "uitkomst" not in answer.text


def test_a_year_in_the_heading_or_the_head_of_a_table_is_named(desk: Desk) -> None:
    table = "# Raming\n\nDatum: 12 maart 2021\n\n| Lijn | 2021 | 2023 |\n|---|---|---|\n| Veer van Mol | 4.300 reizigers | 6.000 reizigers |\n"
    assert reply(desk, "Hoeveel reizigers heeft het veer van Mol in 2023?", table).answered
    headed = HEAD + "## Vooruitblik 2023\n\nHet veer van Mol vervoert dan 6.000 reizigers."
    assert reply(desk, "Hoeveel reizigers heeft het veer van Mol in 2023?", headed).answered


def test_a_ceiling_that_is_set_ahead_is_told_as_it_was_decided(desk: Desk) -> None:
    text = (
        HEAD + "Het subsidieplafond voor veren bedraagt voor het jaar 2022 € 400 en voor het jaar 2023 € 600."
    )
    answer = reply(desk, "Hoeveel bedroeg het subsidieplafond voor veren in 2023?", text)
    assert answer.short == "€ 600"
    assert "verwachting" not in answer.text
