"""What is left out of a rule, where that is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import parse_question
from assistant.answer.finders.exceptions import find_excepted

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (
            "Het bureau kiest voor alle diensten, met uitzondering van de musea en de havenscholen.",
            "Welke diensten vallen buiten het bureau?",
            ["de musea en de havenscholen"],
        ),
        (
            "De boete geldt voor alle winkels, behalve apotheken en bakkers.",
            "Voor welke winkels geldt de boete niet?",
            ["apotheken en bakkers"],
        ),
        ("De boete geldt voor alle winkels, behalve apotheken.", "Voor welke winkels geldt de boete?", []),
        ("De winkels zijn open, behalve op zondag.", "Welke winkels zijn uitgezonderd?", []),
        ("De winkels betalen, behalve als het regent.", "Welke winkels zijn vrijgesteld?", []),
        ("De winkels zijn vrijgesteld van de boete.", "Welke winkels zijn vrijgesteld?", []),
    ],
)
def test_what_is_left_out_is_given_only_where_it_is_asked(
    desk: Desk, text: str, question: str, told: list[str]
) -> None:
    unit = next(one for one in desk.weigh(question, f"# Nota\n\n{text}").units if one.text == text)
    assert [one.text for one in find_excepted(parse_question(question), unit)] == told
