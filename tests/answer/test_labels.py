"""What is said of one thing of a series tells nothing of another one."""

from __future__ import annotations

import pytest

from assistant.answer.labels import find_label
from assistant.assistant import Assistant
from tests.answer.conftest import OpenTexts


@pytest.mark.parametrize(
    ("question", "noun", "labels"),
    [
        ("Hoeveel leden telt de commissie voor Actie C?", "actie", "C"),
        ("Wanneer sluit aanvraagronde 3 van het fonds?", "ronde", "3"),
        ("Wat kost fase II van de brug?", "fase", "II 2"),
        ("Wie betaalt actie A t/m C?", "actie", "A B C"),
        ("Welke toelage hoort bij klasse 5 of 6?", "klasse", "5 6"),
        ("Wat geldt voor maatregel 2 t/m 4?", "maatregel", "2 3 4"),
        ("Hoeveel projecten 5 jaar geleden?", None, ""),
        ("Wat is het doel 2 miljoen euro?", None, ""),
        ("Wat is het verschil tussen Actie A en Actie B?", None, ""),
        ("Wat kost de actie Amsterdam?", None, ""),
    ],
)
def test_the_letter_or_number_of_a_thing_is_read(question: str, noun: str | None, labels: str) -> None:
    label = find_label(question)
    assert (label and label.noun, label.labels if label else frozenset()) == (noun, frozenset(labels.split()))


@pytest.fixture(scope="module")
def assistant(open_texts: OpenTexts) -> Assistant:
    return open_texts(
        {
            "een.md": "# Besluit commissie Molenfonds, Actie A\n\nDe commissie bestaat uit zeven leden.",
            "twee.md": "# Besluit commissie Molenfonds, Actie C\n\nDe commissie bestaat uit vijf leden.",
            "drie.md": "# Molenfonds\n\n- In ronde 1 is er 30.000 euro beschikbaar voor molens.\n"
            "- In ronde 2 is er 45.000 euro beschikbaar voor molens.",
        }
    )


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Uit hoeveel leden bestaat de commissie van het Molenfonds voor Actie A?", "zeven leden"),
        ("Uit hoeveel leden bestaat de commissie van het Molenfonds voor Actie C?", "vijf leden"),
        ("Uit hoeveel leden bestaat de commissie van het Molenfonds voor Actie D?", None),
        ("Hoeveel euro is er in ronde 2 beschikbaar voor molens?", "45.000 euro"),
        ("Hoeveel euro is er in ronde 3 beschikbaar voor molens?", None),
    ],
)
def test_another_one_of_the_series_answers_nothing(
    assistant: Assistant, question: str, short: str | None
) -> None:
    assert assistant.ask(question).short == short
