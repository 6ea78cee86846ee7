"""Whose seat a place is, and telephone numbers in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
_OTHER = "De stichting werkt samen met de te Zwolle gevestigde Vereniging van Mandenmakers."


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (
            f"{_OTHER} De Stichting Rietfonds heeft haar zetel in de gemeente Deventer.",
            "Waar is de Stichting Rietfonds gevestigd?",
            "Deventer",
        ),
        (_OTHER, "Waar is de Vereniging van Mandenmakers gevestigd?", "Zwolle"),
        (
            "De Stichting Rietfonds, gevestigd te Deventer, vlecht.",
            "Waar is de Stichting Rietfonds gevestigd?",
            "Deventer",
        ),
    ],
)
def test_the_seat_of_another_body_is_not_told(desk: Desk, text: str, question: str, said: str) -> None:
    reading = desk.read(f"# Statuten\n\n{text}")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert said in (answer.short or "")


@pytest.mark.parametrize("number", ["055-31 45 678", "0900-8844", "06 1234 5678", "+31 55 123 45 67"])
def test_a_telephone_number_that_closes_a_sentence_is_told_whole(desk: Desk, number: str) -> None:
    reading = desk.read(f"# Loket\n\nHet loket is bereikbaar op telefoonnummer {number}.")
    question = "Op welk telefoonnummer is het loket te bereiken?"
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == number
