"""Who did it, gets it or gives it, where a sentence tells of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import parse_question
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
LIBRARY = (
    "Burgemeester Els Bos opende op 4 mei de nieuwe bibliotheek, die door architect Piet Wiersma is ontworpen en door "
    "bouwbedrijf Jansma is gebouwd."
)
BRIDGE = "De brug is ontworpen door bureau Vlakwerk en gebouwd door aannemer Jansma."
BOARD = "De aanvragen worden gewogen door commissies met experts, samengesteld door de Raad voor Kunst."
ROAD = "De weg wordt door de gemeente Lutterveen aangelegd en onderhouden."
FUND = "Het fonds geeft 25.000 euro aan de stichting Oude Kade en 10.000 euro aan de vereniging Lutters."
SHARED = "Lutterveen betaalt 3 miljoen euro, Ooststelle 5 miljoen euro en het Rijk 12 miljoen euro."
KADE = "De gemeente Lutterveen ontvangt van de provincie 407.000 euro. De stichting Oude Kade krijgt 12.000 euro."


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (LIBRARY, "Wie bouwde de nieuwe bibliotheek?", "bouwbedrijf Jansma"),
        (LIBRARY, "Wie ontwierp de nieuwe bibliotheek?", "Piet Wiersma"),
        (LIBRARY, "Wie opende de nieuwe bibliotheek?", "Els Bos"),
        (BRIDGE, "Wie bouwde de brug?", "aannemer Jansma"),
        (BRIDGE, "Wie ontwierp de brug?", "bureau Vlakwerk"),
        (BOARD, "Wie stelt de commissies met experts samen?", "de Raad voor Kunst"),
        (BOARD, "Wie stelt de commissies samen die de aanvragen wegen?", "de Raad voor Kunst"),
        (ROAD, "Wie onderhoudt de weg?", "de gemeente Lutterveen"),
        (ROAD, "Wie legt de weg aan?", "de gemeente Lutterveen"),
        (FUND, "Wie krijgt 10.000 euro?", "de vereniging Lutters"),
        (FUND, "Wie krijgt 25.000 euro?", "de stichting Oude Kade"),
        (SHARED, "Wie betaalt 5 miljoen euro?", "Ooststelle"),
        (SHARED, "Wie betaalt 3 miljoen euro?", "Lutterveen"),
        (SHARED, "Wie betaalt 12 miljoen euro?", "het Rijk"),
        (KADE, "Wie krijgt 407.000 euro?", "de gemeente Lutterveen"),
        (KADE, "Wie krijgt 12.000 euro?", "de stichting Oude Kade"),
        (
            "Aan de Stichting Waddenkust is een subsidie van 75.000 euro verleend door de provincie.",
            "Wie krijgt een subsidie van 75.000 euro?",
            "de Stichting Waddenkust",
        ),
        (
            "De gemeenten kregen voor de opvang geld van het Rijk.",
            "Van wie kregen de gemeenten geld voor de opvang?",
            "het Rijk",
        ),
    ],
)
def test_who_did_or_gets_just_that(desk: Desk, text: str, question: str, told: str) -> None:
    readings = [desk.read(f"# Nota\n\n{text}")]
    answer = compose_answer(question, desk.hits(readings), desk.library(readings), ALL)
    assert answer.short == told


def test_another_sum_is_no_answer(desk: Desk) -> None:
    readings = [desk.read(f"# Nota\n\n{FUND}")]
    answer = compose_answer(
        "Wie krijgt 8.000 euro van het fonds?", desk.hits(readings), desk.library(readings), ALL
    )
    assert not answer.answered


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Van wie krijgen de gemeenten geld?", QuestionKind.PERSON),
        ("Wie krijgen er geld van de gemeenten?", QuestionKind.LIST),
        ("Met wie werken de gemeenten samen?", QuestionKind.LIST),
    ],
)
def test_from_whom_asks_one(question: str, kind: QuestionKind) -> None:
    assert parse_question(question).kind is kind
