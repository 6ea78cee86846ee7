"""What circulars that nobody had looked at brought to light, each in own words, with what must stay as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.adjectives import is_adjective, may_be_noun
from assistant.answer.quantities import find_quantities
from assistant.types import Completeness

if TYPE_CHECKING:
    from assistant.types import Answer
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")


def _ask(desk: Desk, text: str, question: str) -> Answer:
    reading = desk.read(f"# Circulaire over de proef\n\n{text}")
    return compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (
            "3.De jury plaatst de kandidaten op de voordracht voor de molenprijs.",
            "Hoeveel kandidaten staan er op de voordracht?",
            None,
        ),
        (
            "De voordracht voor de molenprijs bevat twee kandidaten.\n\n"
            "3.De jury schrijft aan alle kandidaten van de voordracht.",
            "Hoeveel kandidaten staan er op de voordracht?",
            "twee kandidaten",
        ),
        (
            "3 kandidaten staan op de voordracht voor de molenprijs.",
            "Hoeveel kandidaten staan er op de voordracht?",
            "3 kandidaten",
        ),
        (
            "3.500 leden telt de molenclub van Lutterveen.",
            "Hoeveel leden telt de molenclub?",
            "3.500 leden",
        ),
    ],
)
def test_the_number_of_an_item_counts_nothing(
    desk: Desk, text: str, question: str, short: str | None
) -> None:
    assert _ask(desk, text, question).short == short


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("onderdeel c, 2°: een pas", []),
        ("onderdeel c, 2°. een pas", []),
        ("het water is 12°C", ["12"]),
        ("het water is 12 °C warm", ["12"]),
        ("er zijn 12 passen", ["12"]),
        ("neemt de termijn in acht.", []),
        ("de in acht te nemen termijn", []),
        ("in acht gemeenten", ["acht"]),
        ("nam er acht", ["acht"]),
    ],
)
def test_a_number_with_a_ring_is_that_of_a_part(text: str, numbers: list[str]) -> None:
    assert [quantity.number.of(text) for quantity in find_quantities(text)] == numbers


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (
            "Wie lid wordt, geeft een pasfoto van hoogstens een half jaar oud.",
            "Hoe oud mag de pasfoto zijn?",
            "hoogstens een half jaar",
        ),
        (
            "De pasfoto mag hoogstens drie maanden oud zijn.",
            "Hoe oud mag de pasfoto zijn?",
            "hoogstens drie maanden",
        ),
        (
            "Wie wil stemmen over het veer, is minstens 16 jaar. De brief ligt er drie maanden.",
            "Hoe oud moet je zijn om te stemmen over het veer?",
            "minstens 16 jaar",
        ),
        (
            "De pasfoto mag niet ouder zijn dan een half jaar. De minimumleeftijd is 16 jaar.",
            "Hoe oud moet je zijn?",
            "16 jaar",
        ),
    ],
)
def test_how_old_may_be_less_than_a_year(desk: Desk, text: str, question: str, short: str) -> None:
    assert _ask(desk, text, question).short == short


def test_nouns_that_end_as_adjectives_do() -> None:
    nouns = (
        "brief sollicitatiebrief archief initiatief burgerinitiatief motief kanaal signaal verhaal materiaal perspectief "
        "schandaal stagiair personeel rijkspersoneel treinmaterieel kapitaal"
    )
    assert [word for word in nouns.split() if is_adjective(word)] == []
    both = "militair lokaal collectief getuige keuze ruimte klasse".split()
    assert [word for word in both if not may_be_noun(word)] == []
    qualities = (
        "actief relatief financieel commercieel nationaal formeel budgetneutraal natuurinclusief suboptimaal materieel "
        "collectief lokaal subsidiair grote eerste"
    )
    assert [word for word in qualities.split() if not is_adjective(word)] == []
    plain = "actief financieel nationaal grote lokale eerste voldoende religieuze deze centrale".split()
    assert [word for word in plain if may_be_noun(word)] == []


@pytest.mark.parametrize(
    ("text", "question", "answered"),
    [
        (
            "De wervingsbrief wordt gericht aan de molenmeester van Lutterveen.",
            "Aan wie wordt de wervingsbrief voor het molenaarschap gericht?",
            True,
        ),
        (
            "De getuige krijgt een vergoeding van 40 euro.",
            "Hoeveel krijgt een getuige bij de dolfijnenrechtbank?",
            True,
        ),
        ("De brug kost 40 euro.", "Hoeveel kost een actieve skipiste?", False),
        ("De brug kost 40 euro.", "Hoeveel kost een lokale skipiste?", False),
        ("De eerste brug kost 40 euro.", "Hoeveel kost de eerste skipiste?", False),
    ],
)
def test_a_noun_that_is_there_keeps_a_question_open(
    desk: Desk, text: str, question: str, answered: bool
) -> None:
    assert ("komt in geen" in _ask(desk, text, question).text) is not answered


def test_one_everyday_word_that_is_nowhere_is_told_carefully(desk: Desk) -> None:
    told = _ask(desk, "De brug kost 40 euro.", "Hoeveel kost een skipiste?").text
    assert told.startswith("Een duidelijk antwoord is niet gevonden in de documenten.")
    assert "‘skipiste’ komt in geen van de doorzochte documenten voor." in told
    told = _ask(desk, "De brug kost 40 euro.", "Hoeveel kost een brug in Zwolle?").text
    assert told.startswith("Het antwoord staat niet in de documenten.")
