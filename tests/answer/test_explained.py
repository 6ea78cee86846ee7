"""The thing that a question wants explained, and what is asked about a thing instead."""

from __future__ import annotations

import time

import pytest

from assistant.answer.explained import find_explained


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Wat is een wijkpunt?", "wijkpunt"),
        ("Wat zijn wijkpunten precies?", "wijkpunten"),
        ("Wat is volgens het besluit een wijkpunt?", "wijkpunt"),
        ("Wat is een wijkpunt volgens de gemeente Lier?", "wijkpunt"),
        ("Wat is volgens de overheid sociale warmte?", "sociale warmte"),
        ("Wat voor instelling is Zonveld?", "Zonveld"),
        ("Wat is Zonveld voor instelling?", "Zonveld"),
        ("Wat betekent de afkorting RWB in het verslag?", "RWB"),
        ("Waar staat RWB voor?", "RWB"),
        ("Waar is RWB de afkorting van?", "RWB"),
        ("RWB, wat is dat?", "RWB"),
        ("Wat houdt de buurttoets in?", "buurttoets"),
        ("Wat verstaat het decreet onder een groene long?", "groene long"),
        ("Wat wordt verstaan onder vlakke weg?", "vlakke weg"),
        ("Wat moet verstaan worden onder vlakke weg?", "vlakke weg"),
        ("Wat dient onder een wijkpunt te worden verstaan?", "wijkpunt"),
        ("Wat moet men onder een wijkpunt verstaan?", "wijkpunt"),
        ("Wat wordt er bij de provincie met een wijkpunt bedoeld?", "wijkpunt"),
        ("Wat bedoelt de raad met 'zacht land'?", "zacht land"),
        ("Hoe definieert de circulaire een erkend bureau?", "erkend bureau"),
        ("Hoe wordt de buurttoets van Lier omschreven?", "buurttoets"),
        ("Wat is de definitie van een wijkpunt?", "wijkpunt"),
        ("Wat is de Kroniek van Vlaanderen?", "Kroniek van Vlaanderen"),
        ("Kunt u uitleggen wat een wijkpunt is?", "wijkpunt"),
    ],
)
def test_a_question_for_what_something_is_names_that_thing(question: str, thing: str) -> None:
    assert find_explained(question) == thing


@pytest.mark.parametrize(
    "question",
    [
        "Wat is de taak van een wijkpunt?",
        "Wat is er nodig voor een wijkpunt?",
        "Wat kost een wijkpunt?",
        "Wat is het verschil tussen een wijkpunt en een buurthuis?",
        "Wat is Lier voor de bouwers uit Genk?",
        "Waar staan de cijfers voor de wijkpunten?",
        "Wat is het grote grijze gebouw achter het oude station daar?",
        "Waarom is er een wijkpunt?",
    ],
)
def test_what_is_asked_about_a_thing_wants_no_explanation(question: str) -> None:
    assert find_explained(question) is None


def test_a_question_without_end_is_read_at_once() -> None:
    started = time.perf_counter()
    for long in ("wat is " * 300, "wat wordt er in " + "de " * 500, "leg uit wat " * 150, "a, " * 600):
        find_explained(long)
    assert time.perf_counter() - started < 2
