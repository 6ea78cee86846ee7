"""Questions for a size are answered in the unit that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import parse_question
from assistant.answer.sizewords import read_size
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
BRIDGE = "De brug over de Luts is 14 meter breed en 220 meter lang. Zij weegt 900 ton. De brug is sinds mei 2024 dicht."
TRAIN = "De trein naar Lutterveen rijdt 160 km/u en vervoert 300 reizigers. Het geluid van de trein is 70 dB."
POOL = "Het water in de plas is 4 meter diep en 21 graden warm. De plas is 30 hectare groot."
TURBINES = (
    "De turbines in het park krijgen een tiphoogte van 180 meter en staan op 600 meter van de woningen."
)
DIKE = "De dijk bij Marrum is 6 kilometer lang en wordt verhoogd tot 8,5 meter. De werken aan de dijk duren twee jaar."


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (BRIDGE, "Hoe breed is de brug over de Luts?", "14 meter"),
        (BRIDGE, "Hoe lang is de brug over de Luts?", "220 meter"),
        (BRIDGE, "Hoe zwaar is de brug over de Luts?", "900 ton"),
        (TRAIN, "Hoe snel rijdt de trein naar Lutterveen?", "160 km/u"),
        (TRAIN, "Hoe luid is de trein?", "70 dB"),
        (POOL, "Hoe diep is de plas?", "4 meter"),
        (POOL, "Hoe warm is het water in de plas?", "21 graden"),
        (POOL, "Hoe groot is de plas?", "30 hectare"),
        (TURBINES, "Hoe hoog worden de turbines?", "180 meter"),
        (DIKE, "Hoe hoog wordt de dijk bij Marrum?", "8,5 meter"),
        (DIKE, "Hoe lang is de dijk bij Marrum?", "6 kilometer"),
        (DIKE, "Hoe lang duren de werken aan de dijk?", "twee jaar"),
        (
            "De N355 wordt over een lengte van 4,5 kilometer verbreed tot 9 meter.",
            "Hoe breed wordt de N355?",
            "9 meter",
        ),
        (
            "De afstand tussen Lutterveen en Ooststelle is 12 kilometer.",
            "Hoe ver is het van Lutterveen naar Ooststelle?",
            "12 kilometer",
        ),
        (
            "De gemeente Lutterveen heeft een oppervlakte van 84 km² en telt 12.000 inwoners.",
            "Hoe groot is de gemeente Lutterveen?",
            "84 km²",
        ),
        ("De wijk Noord telt 4.000 inwoners.", "Hoe groot is de wijk Noord?", "4.000"),
    ],
)
def test_a_size_is_told_in_its_own_unit(desk: Desk, text: str, question: str, told: str) -> None:
    readings = [desk.read(f"# Nota\n\n{text}")]
    answer = compose_answer(question, desk.hits(readings), desk.library(readings), ALL)
    assert answer.short == told


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (BRIDGE, "Hoe hoog is de brug over de Luts?"),
        (BRIDGE, "Hoe warm is de brug over de Luts?"),
        (TRAIN, "Hoe zwaar is de trein naar Lutterveen?"),
        (POOL, "Hoe breed is de plas?"),
        (TURBINES, "Hoe breed zijn de turbines?"),
    ],
)
def test_another_size_is_no_answer(desk: Desk, text: str, question: str) -> None:
    readings = [desk.read(f"# Nota\n\n{text}")]
    answer = compose_answer(question, desk.hits(readings), desk.library(readings), ALL)
    assert not answer.answered


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Hoe zwaar is de straf voor vernieling?", QuestionKind.MANNER),
        ("Hoe snel wordt de vergunning verleend?", QuestionKind.PERIOD),
        ("Hoe lang is de brug al dicht?", QuestionKind.PERIOD),
        ("Hoe lang zijn de zalen gratis?", QuestionKind.PERIOD),
        ("Hoe ver is het project van de gemeente?", QuestionKind.STATUS),
        ("Hoe hoog is de premie voor een windmolen?", QuestionKind.AMOUNT),
        ("Hoe hoog is de werkloosheid in Lutterveen?", QuestionKind.SHARE),
        ("Hoe breed zijn de wegen in Lutterveen?", QuestionKind.COUNT),
        ("Hoe snel mag je op de Dijkweg rijden?", QuestionKind.COUNT),
    ],
)
def test_only_a_size_is_asked_as_one(question: str, kind: QuestionKind) -> None:
    assert parse_question(question).kind is kind


@pytest.mark.parametrize(
    "question",
    [
        "hoe hoog is het ziekteverzuim",
        "hoe groot is de achterstand",
        "hoe hoog wordt het gebouw in verdiepingen",
    ],
)
def test_no_unit_of_size_is_needed_for_another_height(question: str) -> None:
    assert read_size(question) is None
