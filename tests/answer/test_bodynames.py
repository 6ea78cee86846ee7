"""A body of another land does not answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.bodynames import find_body
from assistant.answer.question import parse_question
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
CANAL = """# Kanaal

Het Vlaams Parlement besloot in 2031 het kanaal bij Lier te verbreden. De Waalse scheepvaart wacht af.
"""


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("Wanneer besloot het Vlaams Parlement het kanaal bij Lier te verbreden?", True),
        ("Wanneer besloot het Waals Parlement het kanaal bij Lier te verbreden?", False),
        ("Wanneer besloot de Duitse regering het kanaal bij Lier te verbreden?", False),
    ],
)
def test_what_a_body_of_another_land_decided_is_no_answer(
    desk: Desk, question: str, *, answered: bool
) -> None:
    reading = desk.read(CANAL)
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.answered is answered


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Wat besloot het Waals Parlement?", "Waals Parlement"),
        ("Wat doet de Belgische federale politie?", "Belgische federale politie"),
        ("Wat doet de Europese overheid?", None),
        ("Hoeveel Waalse bedrijven zijn er?", None),
        ("Wat zei het kabinet?", None),
    ],
)
def test_an_adjective_of_a_land_before_a_body_is_one_name(question: str, named: str | None) -> None:
    found = find_body(parse_question(question))
    assert (found.group() if found else None) == named
