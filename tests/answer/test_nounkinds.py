"""A noun asks a kind by itself, or by the last part of its compound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import QuestionKind, compose_answer
from assistant.answer.nounkinds import measured_kind, noun_kind
from assistant.answer.question import parse_question
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("leenbedrag", QuestionKind.AMOUNT),
        ("deal-bijdrage", QuestionKind.AMOUNT),
        ("huurprijs", QuestionKind.AMOUNT),
        ("waterprijzen", QuestionKind.AMOUNT),
        ("cultuurprijs", None),
        ("marktaandeel", QuestionKind.SHARE),
        ("bezoekersaantal", QuestionKind.COUNT),
        ("bedrag", None),
        ("een-aandeel", QuestionKind.SHARE),
        ("vijver", None),
    ],
)
def test_a_compound_of_a_measure_asks_a_value_and_the_measure_alone_is_no_compound(
    word: str, kind: QuestionKind | None
) -> None:
    assert measured_kind(word) is kind


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("bedrag", QuestionKind.AMOUNT),
        ("gemeente", QuestionKind.PLACE),
        ("randgemeente", QuestionKind.PLACE),
        ("schooljaar", QuestionKind.MOMENT),
        ("rapporten", QuestionKind.DOCUMENTS),
        ("deelrapporten", None),
        ("vijver", None),
    ],
)
def test_the_last_part_of_a_compound_tells_its_kind_but_for_documents(
    noun: str, kind: QuestionKind | None
) -> None:
    assert noun_kind(noun) is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Wat is de presentievergoeding van een dorpsraadslid?", QuestionKind.AMOUNT),
        ("Wat is de hoogste reistoelage?", QuestionKind.AMOUNT),
        ("Wat is de presentievergoeding?", QuestionKind.DEFINITION),
        ("Wat is huur op maat?", QuestionKind.DEFINITION),
        ("Wat krijgt de buurt in 2031?", QuestionKind.TOPIC),
        ("Wat is een reistoelage voor vrijwilligers?", QuestionKind.DEFINITION),
        ("Wat krijgt een lid van de dorpsraad in 2031?", QuestionKind.AMOUNT),
        ("Welke maximumsnelheid geldt op de dijk?", QuestionKind.COUNT),
        ("Wat is de doorvaarthoogte van de brug?", QuestionKind.COUNT),
        ("Welke nieuwe vergoeding wordt ingevoerd?", QuestionKind.AMOUNT),
    ],
)
def test_what_is_paid_or_measured_is_asked_as_a_value(text: str, kind: QuestionKind) -> None:
    assert parse_question(text).kind is kind


def test_a_penalty_may_be_a_share(desk: Desk) -> None:
    readings = [
        desk.read("# Regels\n\nWie fraudeert met de toeslag, krijgt van de dienst een boete van 40 procent.")
    ]
    everything = Completeness(documents=1, searched=1, failed=0, generation="proef")
    answer = compose_answer(
        "Hoeveel boete geeft de dienst aan wie fraudeert met de toeslag?",
        desk.hits(readings),
        desk.library(readings),
        everything,
    )
    assert answer.short == "40 procent"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Het verzoek om ontheffing wordt in drievoud ingediend bij het loket.", "in drievoud"),
        (
            "Het verzoek om ontheffing wordt ingediend bij het loket, met vier exemplaren van de tekening.",
            "4",
        ),
    ],
)
def test_copies_are_counted(desk: Desk, text: str, said: str) -> None:
    readings = [desk.read(f"# Ontheffing\n\n{text}")]
    everything = Completeness(documents=1, searched=1, failed=0, generation="proef")
    answer = compose_answer(
        "In hoeveel exemplaren moet het verzoek om ontheffing worden ingediend?",
        desk.hits(readings),
        desk.library(readings),
        everything,
    )
    assert answer.short in (said, "vier exemplaren", "vier")
