"""A number that a question takes for granted must stand near the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.presumed import find_presumed
from assistant.answer.question import parse_question
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
BRIDGES = """# Bruggen in Lutterveen

Lutterveen bouwt twee nieuwe bruggen over de Mol, omdat de oude te smal zijn voor bussen.

De bruggen worden gebouwd door hout van de oude kade te hergebruiken.
"""


@pytest.mark.parametrize(
    ("question", "presumed"),
    [
        ("Waarom bouwt Lutterveen vier nieuwe bruggen?", "vier nieuwe bruggen"),
        ("Hoe plant Lutterveen drie miljoen bomen?", "drie miljoen bomen"),
        ("Wanneer komen de 12 scholen?", "12 scholen"),
        ("Waarom kiest men voor zeven regio's?", "zeven regio's"),
        ("Waarom zeven archeologen het zand?", None),
        ("Waarom is een van de drie bruggen dicht?", None),
        ("Waarom kostte de brug vier miljoen euro?", None),
        ("Waarom werd er in de jaren zestig gebouwd?", None),
        ("Hoeveel kosten de vier bruggen?", None),
    ],
)
def test_a_number_before_a_plural_is_taken_for_granted(question: str, presumed: str | None) -> None:
    found = find_presumed(parse_question(question))
    assert (None if found is None else found.shown) == presumed


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("Waarom bouwt Lutterveen twee nieuwe bruggen?", True),
        ("Waarom bouwt Lutterveen 2 nieuwe bruggen?", True),
        ("Waarom bouwt Lutterveen nieuwe bruggen?", True),
        ("Waarom bouwt Lutterveen vier nieuwe bruggen?", False),
        ("Hoe worden de drie bruggen gebouwd?", False),
    ],
)
def test_another_number_of_the_same_things_is_no_answer(desk: Desk, question: str, answered: bool) -> None:
    reading = desk.read(BRIDGES)
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.answered is answered
    if not answered:
        assert "nieuwe bruggen" in answer.text or "drie bruggen" in answer.text


def test_a_pair_that_is_named_needs_no_number(desk: Desk) -> None:
    reading = desk.read(
        "# Raad\n\nDe raadsleden Jan Mol en Els Bos waren afwezig, omdat zij ziek waren. Aanwezig waren de anderen."
    )
    answer = compose_answer(
        "Waarom waren twee raadsleden afwezig?", desk.hits([reading]), desk.library([reading]), ALL
    )
    assert answer.answered
