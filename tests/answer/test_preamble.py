"""A message with more than a question is read as the question in it."""

from __future__ import annotations

import pytest

from assistant.answer import QuestionKind, parse_question
from assistant.answer.preamble import strip_preamble


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("Ik zou graag weten of de tunnel al open is.", "Of de tunnel al open is?"),
        (
            "Goedendag, ik maak een nota en wil weten of de hal dicht is. Kunt u dat nakijken?",
            "Of de hal dicht is?",
        ),
        ("Mijn collega vroeg wie de opening deed; weet u dat?", "Wie de opening deed?"),
        ("Kunt u mij zeggen in welke gemeente de hub staat?", "In welke gemeente de hub staat?"),
        ("Hallo, hoeveel kost de brug? Alvast bedankt!", "Hoeveel kost de brug?"),
        ("Een vraag: in welk jaar werd de brug geopend?", "In welk jaar werd de brug geopend?"),
        ("Is bekend hoeveel de brug kost?", "Hoeveel de brug kost?"),
        ("Leg uit wat een energiehub is.", "Wat een energiehub is?"),
        ("Kunt u de partners van het fonds noemen?", "Geef de partners van het fonds?"),
    ],
)
def test_greeting_lead_in_and_thanks_are_left_out(message: str, asked: str) -> None:
    assert strip_preamble(message) == asked


@pytest.mark.parametrize(
    "question",
    [
        "Welke minister wil weten hoeveel het kost?",
        "Wie vroeg de wethouder naar de brug?",
        "Moet de gemeente weten wie er woont?",
        "De raad vroeg het college wie de brug betaalt.",
        "Wat is het verschil tussen weten wat en weten hoe?",
        "Noem de partners, graag met bron.",
        "En in 2021?",
    ],
)
def test_a_question_that_asks_outright_stays_as_it_is(question: str) -> None:
    assert strip_preamble(question) == question


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("Ik zou graag weten of de tunnel al open is.", QuestionKind.YESNO),
        ("Leg uit wat een energiehub is.", QuestionKind.DEFINITION),
        ("Weet u wanneer de brug opengaat?", QuestionKind.MOMENT),
    ],
)
def test_the_question_left_has_its_kind(message: str, kind: QuestionKind) -> None:
    assert parse_question(strip_preamble(message)).kind is kind
