"""Persons are no towns, and towns no persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
TRIP = """# Reis

Naar de beurs reisden Els Mol, Jan Bos en Piet Vink mee.

De bussen reden naar Lier, Genk en Mechelen.
"""


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Welke gemeenten reisden mee naar de beurs?", None),
        ("Welke bedrijven reisden mee naar de beurs?", None),
        ("Wie reisden mee naar de beurs?", "Els Mol, Jan Bos en Piet Vink"),
        ("Welke wethouders reden met de bussen mee?", None),
        ("Naar welke gemeenten reden de bussen?", "Lier, Genk en Mechelen"),
    ],
)
def test_a_list_is_of_the_sort_that_is_asked(desk: Desk, question: str, short: str | None) -> None:
    reading = desk.read(TRIP)
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == short


def test_a_year_that_no_document_holds_is_named(desk: Desk) -> None:
    reading = desk.read("# Veer\n\nHet veer van Lier vervoerde in 2031 samen 4.100 reizigers.")
    answer = compose_answer(
        "Hoeveel reizigers vervoerde het veer van Lier in 1987?",
        desk.hits([reading]),
        desk.library([reading]),
        ALL,
    )
    assert not answer.answered
    assert "1987 komt in geen van de doorzochte documenten voor." in answer.text
