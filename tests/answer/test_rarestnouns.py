"""Of a sum, the sentence or item that says the rarest noun of the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import parse_question
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
TRIPS = """# Vergoedingen voor uitstapjes van 2031

De vergoedingen voor uitstapjes van de dorpsraad van 2031 zijn:

- een kop koffie onderweg bij uitstapjes: € 3,10
- een lunch: € 14,20
- een hotel: € 96,00
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hoe hoog is de vergoeding voor een lunch bij uitstapjes van de dorpsraad in 2031?", "€ 14,20"),
        ("Hoe hoog is de vergoeding voor een hotel bij uitstapjes van de dorpsraad in 2031?", "€ 96,00"),
        ("Hoe hoog is de vergoeding voor koffie bij uitstapjes van de dorpsraad in 2031?", "€ 3,10"),
    ],
)
def test_the_item_with_the_noun_goes_before_its_neighbours(desk: Desk, question: str, said: str) -> None:
    readings = [desk.read(TRIPS)]
    answer = compose_answer(question, desk.hits(readings), desk.library(readings), ALL)
    assert answer.short == said


def test_what_one_may_get_is_a_sum() -> None:
    assert parse_question("Hoeveel mag een vrijwilliger per maand krijgen?").kind is QuestionKind.AMOUNT
