"""Of a period the day that is asked for: when it begins or when it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
SHOW = "De tentoonstelling in het stadhuis loopt van 3 maart 2025 tot en met 14 juni 2025."
SHUT = "De Lutsbrug is van 4 april 2025 tot 20 mei 2025 afgesloten voor verkeer."
DESK = "Het subsidieloket opent op 2 februari 2026 en sluit op 30 april 2026 om 17 uur."


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (SHOW, "Tot wanneer loopt de tentoonstelling?", "14 juni 2025"),
        (SHOW, "Wanneer eindigt de tentoonstelling?", "14 juni 2025"),
        (SHOW, "Wanneer sluit de tentoonstelling?", "14 juni 2025"),
        (SHOW, "Wanneer begint de tentoonstelling?", "3 maart 2025"),
        (SHOW, "Vanaf wanneer is de tentoonstelling open?", "3 maart 2025"),
        (
            SHOW,
            "Van wanneer tot wanneer loopt de tentoonstelling?",
            "van 3 maart 2025 tot en met 14 juni 2025",
        ),
        (SHUT, "Wanneer sluit de Lutsbrug?", "4 april 2025"),
        (SHUT, "Wanneer gaat de Lutsbrug weer open?", "20 mei 2025"),
        (SHUT, "Tot wanneer is de Lutsbrug dicht?", "20 mei 2025"),
        (SHUT, "Wanneer is de Lutsbrug afgesloten?", "van 4 april 2025 tot 20 mei 2025"),
        (DESK, "Wanneer sluit het subsidieloket?", "30 april 2026"),
        (DESK, "Tot wanneer is het subsidieloket open?", "30 april 2026"),
        (DESK, "Wanneer opent het subsidieloket?", "2 februari 2026"),
        (DESK, "Vanaf wanneer is het subsidieloket open?", "2 februari 2026"),
        (
            "De kerstmarkt duurt van 12 tot en met 14 december 2025.",
            "Wanneer begint de kerstmarkt?",
            "12 december 2025 (‘12’)",
        ),
        (
            "De invoering van de heffing is uitgesteld van 1 juli 2024 tot 1 januari 2026.",
            "Tot wanneer is de invoering van de heffing uitgesteld?",
            "1 januari 2026",
        ),
        (
            "Het zwembad is vanaf 1 november 2024 gesloten.",
            "Wanneer sluit het zwembad?",
            "vanaf 1 november 2024",
        ),
        ("De winkel is sinds 3 mei 2023 dicht.", "Sinds wanneer is de winkel dicht?", "sinds 3 mei 2023"),
    ],
)
def test_the_asked_end_of_a_period_is_told(desk: Desk, text: str, question: str, told: str) -> None:
    readings = [desk.read(f"# Nota\n\n{text}")]
    answer = compose_answer(question, desk.hits(readings), desk.library(readings), ALL)
    assert answer.short == told


def test_the_end_of_a_period_is_not_when_it_begins(desk: Desk) -> None:
    readings = [desk.read("# Nota\n\nDe noodopvang in de sporthal blijft open tot 1 april 2026.")]
    answer = compose_answer(
        "Wanneer begint de noodopvang in de sporthal?", desk.hits(readings), desk.library(readings), ALL
    )
    assert answer.short is None
