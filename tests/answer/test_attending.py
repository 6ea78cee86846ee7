"""Who was there for a body, by the list of those present."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer, parse_question
from assistant.answer.attending import find_body
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
REPORT = """# Verslag werkgroep fietspaden

## Aanwezigen

- Wegdienst
    - Els Mol
    - Jan Bos
- Lutterveen
    - Piet Veld
"""


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("Wie was er namens de Wegdienst aanwezig?", "Wegdienst"),
        ("Wie van de stad Lutterveen nam deel aan de werkgroep?", "Lutterveen"),
        ("Wie vertegenwoordigde Zonkracht op de werkgroep?", "Zonkracht"),
        ("Wie van Huis van de Wijk was erbij?", "Huis van de Wijk"),
        ("Wie van de raad stemde tegen?", None),
        ("Wie van de Wegdienst schreef het verslag?", None),
        ("Wie was aanwezig?", None),
        ("Hoeveel mensen van de Wegdienst waren aanwezig?", None),
    ],
)
def test_the_body_is_read_where_it_is_asked_who_was_there(question: str, body: str | None) -> None:
    assert find_body(parse_question(question)) == body


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Wie was er namens de Wegdienst aanwezig?", "Els Mol en Jan Bos"),
        ("Wie vertegenwoordigde de Wegdienst op de werkgroep?", "Els Mol en Jan Bos"),
        ("Wie van Zonkracht was aanwezig op de werkgroep?", None),
    ],
)
def test_all_of_the_body_are_given_and_nobody_else(desk: Desk, question: str, told: str | None) -> None:
    readings = [desk.read(REPORT)]
    assert compose_answer(question, desk.hits(readings), desk.library(readings), ALL).short == told


def test_a_sentence_that_tells_who_was_there_answers(desk: Desk) -> None:
    readings = [desk.read("# Verslag\n\nMevrouw Els Mol van de Wegdienst nam ook deel aan het overleg.")]
    question = "Wie van de Wegdienst nam deel aan het overleg?"
    assert compose_answer(question, desk.hits(readings), desk.library(readings), ALL).short == "Els Mol"
