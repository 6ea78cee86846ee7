"""The value of a year that the text tells in other words, and values of another year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from assistant.answer import Answer
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
LIBRARY = (
    "# Bibliotheek Duinrand\n\nDe bibliotheek telde in 2023 4.300 leden. Twee jaar eerder waren het er 3.900.\n\n"
    "In het eerste halfjaar van 2024 zijn 214 kaarten verkocht, waarvan 78 gezinskaarten. In heel 2023 waren dat er 371, waarvan 102 voor gezinnen."
)
NETWORK = "# Netwerk\n\nHet netwerk telt nu 53 leden, van wie 38 bedrijven. Een jaar geleden waren het er 47."


def _answer(desk: Desk, text: str, question: str) -> Answer:
    readings = [desk.read(text)]
    return compose_answer(question, desk.hits(readings), desk.library(readings), ALL)


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (LIBRARY, "Hoeveel leden telde de bibliotheek in 2023?", "4.300 leden"),
        (LIBRARY, "Hoeveel leden telde de bibliotheek in 2021?", "3.900"),
        (LIBRARY, "Hoeveel kaarten zijn er in 2023 verkocht?", "371"),
        (LIBRARY, "Hoeveel gezinskaarten zijn er in 2023 verkocht?", "102 voor gezinnen"),
        (NETWORK, "Hoeveel leden had het netwerk een jaar geleden?", "47"),
    ],
)
def test_the_value_of_the_asked_year_is_told(desk: Desk, text: str, question: str, told: str) -> None:
    assert _answer(desk, text, question).short == told


def test_a_value_of_another_year_is_no_answer(desk: Desk) -> None:
    text = "# Zwembad Duinrand\n\nHet zwembad trok in 2022 51.000 bezoekers, in 2023 56.000."
    assert not _answer(desk, text, "Hoeveel bezoekers trok het zwembad in 2020?").answered


def test_the_sentence_before_is_quoted_with_what_tells_the_same_of_another_year(desk: Desk) -> None:
    answer = _answer(desk, LIBRARY, "Hoeveel leden telde de bibliotheek in 2021?")
    assert "4.300 leden" in answer.citations[0].quote
