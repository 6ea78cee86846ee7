"""Days of the week, hours, where something is handed in, the party of somebody, and what is required."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from assistant.answer import Answer
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
DAYS = (
    "Elke woensdag rijdt er een bus naar het zwembad. Het loket is open op dinsdag en donderdag. "
    "De markt is op zaterdag van 9 tot 16 uur. De raad kwam bijeen op dinsdag 4 mei 2031."
)
PEOPLE = (
    "Schepen van Jeugd is Leen Verstraete (Samen Vooruit). Gedeputeerde Piet Bos (CDA) sprak de raad toe."
)


def _answer(desk: Desk, text: str, question: str) -> Answer:
    readings = [desk.read(f"# Nota\n\n{text}")]
    return compose_answer(question, desk.hits(readings), desk.library(readings), ALL)


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (DAYS, "Op welke dag rijdt de bus?", "Elke woensdag"),
        (DAYS, "Wanneer rijdt de bus?", "Elke woensdag"),
        (DAYS, "Op welke dagen is het loket open?", "dinsdag en donderdag"),
        (DAYS, "Hoe laat begint de markt?", "9 uur"),
        (DAYS, "Hoe laat is de markt?", "van 9 tot 16 uur"),
        (DAYS, "Tot hoe laat duurt de markt?", "16 uur"),
        (DAYS, "Wanneer kwam de raad bijeen?", "dinsdag 4 mei 2031"),
        (PEOPLE, "Van welke partij is schepen Verstraete?", "Samen Vooruit"),
        (PEOPLE, "Bij welke partij hoort Piet Bos?", "CDA"),
        (
            "De bewoners vragen de subsidie aan bij het loket Wonen.",
            "Waar vraag ik subsidie aan?",
            "het loket Wonen",
        ),
        (
            "Formulieren levert u in bij de balie van het stadhuis.",
            "Waar moet ik de formulieren inleveren?",
            "de balie van het stadhuis",
        ),
    ],
)
def test_a_day_an_hour_a_desk_and_a_party_are_told(desk: Desk, text: str, question: str, told: str) -> None:
    assert _answer(desk, text, question).short == told


@pytest.mark.parametrize(
    "question",
    [
        "Aan welke voorwaarden moet een vereniging voldoen?",
        "Aan welke eisen moet een vereniging voldoen?",
    ],
)
def test_what_must_be_met_to_get_something_are_its_conditions(desk: Desk, question: str) -> None:
    text = (
        "Om in aanmerking te komen moet een vereniging minstens twintig leden tellen, haar zetel in Lutterveen hebben en "
        "een polis voor haar leden afsluiten. De premie wordt elk jaar betaald."
    )
    answer = _answer(desk, text, question)
    assert answer.answered
    assert answer.citations[0].quote.startswith("Om in aanmerking te komen")
