"""A denied opposite is no denial, and what is said of another object decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.affirming import lacks_done
from assistant.answer.cancelling import cancels_out, says_by_denial
from assistant.answer.otherobjects import is_of_another, is_of_part, is_of_time_only, lacks_stand
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        ("De brug in Lier is niet gesloten.", "Is de brug in Lier open?", "Ja"),
        ("De brug in Lier is gesloten.", "Is de brug in Lier open?", "Nee"),
        ("De brug in Lier blijft niet dicht.", "Blijft de brug in Lier open?", "Ja"),
        ("Roken is in het park van Lier niet verboden.", "Mag je in het park van Lier roken?", "Ja"),
        ("De tarieven in Lier gaan niet omlaag.", "Gaan de tarieven in Lier omhoog?", None),
        ("De school in Lier is niet tegen het plan.", "Is de school in Lier voor het plan?", None),
        ("We verhogen de btw op logies.", "Gaat de btw omhoog?", None),
        ("We verhogen de btw op logies.", "Gaat de btw op logies omhoog?", "Ja"),
        (
            "We verhogen de belasting op de auto daarbij niet.",
            "Wordt de belasting op vermogen verhoogd?",
            None,
        ),
        (
            "Met dit recht kun je vijf jaar voor de pensioenleeftijd minder gaan werken.",
            "Gaat de pensioenleeftijd omhoog?",
            None,
        ),
        ("Drugs vrijgeven lost de overlast in Lier niet op.", "Is Lier tegen drugs?", None),
        ("Met de aanleg van de Mollijn versterken we het noorden.", "Is de Mollijn al aangelegd?", None),
        ("Voer een kilometerheffing in voor vrachtverkeer.", "Is de kilometerheffing al ingevoerd?", None),
        ("Het loket is alleen op maandag niet open.", "Is het loket open?", None),
        ("De kilometerheffing is in 2031 ingevoerd.", "Is de kilometerheffing al ingevoerd?", "Ja"),
    ],
)
def test_the_verdict_is_of_what_is_asked(desk: Desk, text: str, question: str, said: str | None) -> None:
    reading = desk.read(f"# Nota\n\n{text}")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == said


def test_an_opposite_cancels_a_denial_out_only_where_it_is_denied_itself() -> None:
    assert cancels_out("Is de brug open?", "De brug is niet gesloten.")
    assert not cancels_out("Is de brug open?", "De brug is niet klaar en gesloten.")
    assert not cancels_out("Is de brug niet open?", "De brug is niet gesloten.")
    assert not says_by_denial("Is de brug altijd open?", "De brug is niet gesloten.")
    assert not says_by_denial("Is het loket open?", "Het loket is alleen op maandag niet gesloten.")


def test_another_object_is_told_by_its_own_words() -> None:
    assert is_of_another("Gaat de btw op groente omhoog?", "We verhogen de btw op logies.")
    assert not is_of_another("Gaat de btw op groente omhoog?", "We verhogen de btw op fruit en groente.")
    assert is_of_part("Gaat de btw omhoog?", "We verhogen de btw op logies.")
    assert not is_of_part("Gaat de btw in de hotels omhoog?", "We verhogen de btw op hotels.")
    assert not is_of_part("Komt er een heffing?", "Er komt een heffing op water.")


def test_a_time_a_stand_and_a_deed_are_told_apart() -> None:
    said = "Vijf jaar voor de pensioenleeftijd mag je minder werken."
    assert is_of_time_only("Gaat de pensioenleeftijd omhoog?", said, [said.index("pensioen")])
    assert not is_of_time_only("Gaat het loon omhoog?", "Het loon wordt minder.", [4])
    assert lacks_stand("Is Lier tegen drugs?", "Drugs vrijgeven lost niets op.")
    assert not lacks_stand("Is Lier tegen drugs?", "Lier is voor legalisering.")
    assert lacks_done("Is de lijn al aangelegd?", "We gaan voor bereikbaarheid met de aanleg van de lijn.")
    assert not lacks_done("Is de lijn al aangelegd?", "De lijn werd in 2031 geopend.")
