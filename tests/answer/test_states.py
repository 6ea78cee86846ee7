"""A short answer to how far something is tells a state, or there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.states import tells_state
from tests.answer.test_reply import reply

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


@pytest.mark.parametrize(
    "words",
    [
        *(
            "afgerond",
            "in uitvoering",
            "gestart",
            "vertraagd",
            "on hold",
            "goedgekeurd",
            "vergund",
            "herzien",
        ),
        *("medio 2021 voorbereid", "op het einde geëvalueerd", "klaar voor 80%", "omgevormd tot een raad"),
        *("nog niet begonnen", "De dijk wordt verhoogd", "in de ontwerpfase", "momenteel als proef"),
    ],
)
def test_a_predicate_or_a_phrase_of_state_stands_alone(words: str) -> None:
    assert tells_state(words)


@pytest.mark.parametrize(
    "words",
    [
        *("virtueel", "digitaal", "31 bedrijven", "1,8 kilometer", "de burgemeester", "GAV", "het bericht"),
        *("verschillende partijen in de regio", "een nieuwe brug", "rond waterbeheer in het dorp", "beleid"),
    ],
)
def test_a_thing_a_number_or_an_adjective_tells_no_state(words: str) -> None:
    assert not tells_state(words)


def test_what_stands_under_a_heading_for_the_state_tells_it() -> None:
    assert tells_state("groen", "Werk: dijk; Status: ")
    assert not tells_state("groen", "Werk: dijk; Kleur: ")


@pytest.mark.parametrize(("column", "short"), [("Vorm", None), ("Status", "virtueel")])
def test_a_cell_is_the_short_answer_where_it_tells_the_state(
    desk: Desk, column: str, short: str | None
) -> None:
    text = (
        f"# Overleg\n\n| Overleg | {column} |\n|---|---|\n| Dijkoverleg Lier | virtueel |\n"
        "| Havenoverleg Genk | fysiek |\n"
    )
    answer = reply(desk, "Hoe staat het met het Dijkoverleg Lier?", text)
    assert answer.answered
    assert answer.short == short
