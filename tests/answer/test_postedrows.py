"""Persons in a row with a post behind each, and things in a row with a value in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.finders.postedrows import scatters
from assistant.types import Completeness, Span

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
ROW = (
    "De jury koos drie projecten: Gent, Pakjesdienst: slim bezorgen in Gent (218.000 euro); Leuven, Ruimte voor winkels "
    "(102.000 euro); en Mechelen, Stadsgroen (500.000 euro)."
)
POSTS = (
    "De regering draagt Els Mol, hoofd van de dienst Natuur en Bos, en Jan Veld, directeur van Vlakwerk, voor als bestuurders van "
    "de nv Havenwerk."
)


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (ROW, "Welke stad kreeg 500.000 euro?", "Mechelen"),
        (ROW, "Welke stad kreeg 102.000 euro?", "Leuven"),
        (
            POSTS,
            "Wie draagt de regering voor als bestuurders van de nv Havenwerk?",
            "Els Mol, hoofd van de dienst Natuur en Bos, en Jan Veld",
        ),
        (POSTS, "Wie worden bestuurder van de nv Havenwerk?", "Els Mol en Jan Veld"),
    ],
)
def test_all_of_a_row_or_the_one_of_the_value_are_told(
    desk: Desk, text: str, question: str, told: str
) -> None:
    readings = [desk.read(f"# Besluit\n\n{text}")]
    assert compose_answer(question, desk.hits(readings), desk.library(readings), ALL).short == told


def test_a_sentence_on_a_subsidy_of_another_sum_does_not_tell_who_got_this_one(desk: Desk) -> None:
    other = "De regering kent een subsidie van 243.000 euro toe aan het project van de stad Leuven."
    readings = [desk.read(f"# Besluit\n\n{other} {ROW}")]
    told = compose_answer(
        "Welke stad kreeg 500.000 euro?", desk.hits(readings), desk.library(readings), ALL
    ).short
    assert told == "Mechelen"


@pytest.mark.parametrize(
    ("items", "persons", "expected"),
    [
        ([(0, 7), (9, 20), (22, 30)], [(0, 7), (22, 30)], True),
        ([(0, 7), (22, 30)], [(0, 7), (22, 30)], False),
        ([(0, 7), (9, 20)], [(0, 7)], False),
        ([(9, 20), (40, 50)], [(0, 7), (22, 30)], False),
    ],
)
def test_a_list_is_scattered_where_it_holds_pieces_of_posts(
    items: list[tuple[int, int]], persons: list[tuple[int, int]], expected: bool
) -> None:
    assert scatters([Span(*item) for item in items], [Span(*person) for person in persons]) is expected
