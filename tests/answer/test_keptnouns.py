"""What is quoted of a document that a question names speaks of the rarest noun that is asked."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from tests.answer.conftest import OpenTexts

PLAN = """# Samen verder

## Jeugd

Omdat jongeren tot 24 jaar kwetsbaar zijn voor gokspelletjes, verhogen we de leeftijdsgrens voor gokken.

## Wonen

We bouwen 4.000 huurhuizen in de Vliet.

## Energie

We trekken 12 miljoen euro uit voor waterstof.
"""
OTHER = """# Vooruit met de streek

Jongeren tot 19 jaar krijgen gratis fietshelmen.

De belasting op honden wordt 80 euro.
"""


@pytest.fixture(scope="module")
def assistant(open_texts: OpenTexts) -> Assistant:
    return open_texts({"DLO_2031.md": PLAN, "VVZ_2031.md": OTHER})


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Tot welke leeftijd krijgen jongeren van VVZ gratis fietshelmen?", "tot 19 jaar"),
        ("Hoeveel huurhuizen wil DLO bouwen?", "4.000 huurhuizen"),
        ("Hoeveel geld trekt DLO uit voor waterstof?", "12 miljoen euro"),
    ],
)
def test_a_value_of_what_is_asked_is_told(assistant: Assistant, question: str, short: str) -> None:
    assert assistant.ask(question).short == short


@pytest.mark.parametrize(
    "question",
    [
        "Tot welke leeftijd krijgen jongeren van DLO gratis fietshelmen?",
        "Hoeveel geld trekt DLO uit voor zwembaden?",
        "Wat wil DLO met zeehonden?",
        "Hoeveel huurhuizen wil VVZ bouwen?",
    ],
)
def test_a_value_of_something_else_is_not_told(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question).answered
