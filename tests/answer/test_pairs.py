"""Of several values in a sentence the one that goes with what is asked: rows of pairs, and "respectievelijk"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.matching import Matcher
from assistant.answer.respective import keep_respective
from assistant.types import Completeness, Span

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")


def _ask(desk: Desk, text: str, question: str) -> str | None:
    readings = [desk.read(f"# Nota\n\n{text}")]
    return compose_answer(question, desk.hits(readings), desk.library(readings), ALL).short


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (
            "Van de inwoners kiest 40 procent voor de fiets, 25 procent voor de bus en 12 procent voor de auto.",
            "Hoeveel procent van de inwoners kiest voor de bus?",
            "25 procent",
        ),
        (
            "De provincie betaalt 40 procent, de gemeente Lutterveen 25 procent en het waterschap 35 procent van de kosten.",
            "Hoeveel procent van de kosten betaalt het waterschap?",
            "35 procent",
        ),
        (
            "Lutterveen telt 12.000 inwoners en Ooststelle 8.000.",
            "Hoeveel inwoners telt Ooststelle?",
            "8.000 inwoners",
        ),
        (
            "De kermis trok 9.000 bezoekers en de ijsbaan 2.000, samen 11.000.",
            "Hoeveel bezoekers trok de ijsbaan?",
            "2.000 bezoekers",
        ),
        (
            "De kermis trok 9.000 bezoekers en de ijsbaan 2.000, in totaal 11.000.",
            "Hoeveel bezoekers trok de kermis?",
            "9.000 bezoekers",
        ),
        (
            "De toegang tot het museum kost 12 euro en tot de tuin 4 euro.",
            "Wat kost de toegang tot de tuin?",
            "4 euro",
        ),
        (
            "De toegang tot het museum kost 12 euro en tot de tuin 4 euro.",
            "Wat kost de toegang tot het museum?",
            "12 euro",
        ),
        (
            "De kade in Lutterveen is klaar in 2026, die in Ooststelle in 2028.",
            "Wanneer is de kade in Ooststelle klaar?",
            "2028",
        ),
        (
            "Jongeren betalen 3 euro, volwassenen 7 euro en ouderen 5 euro.",
            "Hoeveel betalen volwassenen?",
            "7 euro",
        ),
        (
            "Voor fietspaden is 4 miljoen euro beschikbaar, voor wegen 9 miljoen euro en voor bruggen 2 miljoen euro.",
            "Hoeveel is er beschikbaar voor wegen?",
            "9 miljoen euro",
        ),
        (
            "Daarvan is 30 miljoen euro voor het Havenkantoor (HAK), 50 miljoen euro voor het Bureau Werk & Leven (BWL) en "
            "3 miljoen euro voor het Kantoor voor Zee- en Riviervis (KZR).",
            "Hoeveel krijgt het BWL?",
            "50 miljoen euro",
        ),
        (
            "Daarvan is 30 miljoen euro voor het Havenkantoor (HAK), 50 miljoen euro voor het Bureau Werk & Leven (BWL) en "
            "3 miljoen euro voor het Kantoor voor Zee- en Riviervis (KZR).",
            "Hoeveel krijgt het KZR?",
            "3 miljoen euro",
        ),
        (
            "De provincie geeft 12.000 euro aan de Molenaars (MOL), 8.000 euro aan de Wielerbond (WB) en 500 euro aan de harmonie.",
            "Hoeveel krijgt de Wielerbond?",
            "8.000 euro",
        ),
    ],
)
def test_a_later_pair_that_the_question_names_gives_its_value(
    desk: Desk, text: str, question: str, told: str
) -> None:
    assert _ask(desk, text, question) == told


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (
            "Lutterveen betaalt voor de brug in Marrum 4 miljoen euro en Ooststelle 2 miljoen euro.",
            "Hoeveel betaalt Lutterveen voor de brug in Marrum?",
            "4 miljoen euro",
        ),
        (
            "In het park staan 120 bomen en 14 banken van de gemeente Marrum.",
            "Hoeveel bomen staan er in het park in Marrum?",
            "120 bomen",
        ),
        (
            "De brug kost 3 miljoen euro, waarvan Ooststelle 1 miljoen euro betaalt.",
            "Hoeveel kost de brug?",
            "3 miljoen euro",
        ),
        (
            "Het college telt 900 leerlingen en 70 leraren.",
            "Hoeveel leerlingen telt het college?",
            "900 leerlingen",
        ),
        (
            "De aanleg van de weg kost 3 miljoen euro en het onderhoud van de weg 200.000 euro.",
            "Hoeveel kost de aanleg van de weg?",
            "3 miljoen euro",
        ),
    ],
)
def test_a_value_that_is_no_pair_of_another_thing_is_kept(
    desk: Desk, text: str, question: str, told: str
) -> None:
    assert _ask(desk, text, question) == told


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (
            "De tarieven voor volwassenen respectievelijk kinderen zijn € 8 en € 4.",
            "Wat is het tarief voor kinderen?",
            "€ 4",
        ),
        (
            "De tarieven voor volwassenen respectievelijk kinderen zijn € 8 en € 4.",
            "Wat is het tarief voor volwassenen?",
            "€ 8",
        ),
        (
            "De stad respectievelijk de bode besluit binnen 6 weken en verlengt dit met 4 weken.",
            "Binnen hoeveel weken besluit de bode?",
            "6 weken",
        ),
        (
            "Lutterveen en Ooststelle kregen respectievelijk 3 en 5 miljoen euro voor bruggen.",
            "Hoeveel kreeg Lutterveen voor bruggen?",
            "3 miljoen euro",
        ),
        (
            "Lutterveen en Ooststelle kregen respectievelijk 3 en 5 miljoen euro voor bruggen.",
            "Hoeveel kreeg Ooststelle voor bruggen?",
            "5 miljoen euro",
        ),
        (
            "De gemeenten Lutterveen, Ooststelle en Marrum bouwen respectievelijk 120, 340 en 85 woningen.",
            "Hoeveel woningen bouwt Ooststelle?",
            "340 woningen",
        ),
        (
            "In 2021 en 2022 werden respectievelijk 14 en 19 bruggen hersteld.",
            "Hoeveel bruggen werden in 2021 hersteld?",
            "14 bruggen",
        ),
        (
            "De scholen in Lutterveen en Ooststelle openen respectievelijk op 3 maart 2025 en 10 april 2025.",
            "Wanneer opent de school in Ooststelle?",
            "10 april 2025",
        ),
        (
            "Er gaat 3 en 5 miljoen euro naar respectievelijk Lutterveen en Ooststelle.",
            "Hoeveel gaat er naar Lutterveen?",
            "3 miljoen euro",
        ),
        (
            "De wethouders van Lutterveen en Ooststelle heten respectievelijk Jan Mol en Els Bos.",
            "Wie is de wethouder van Ooststelle?",
            "Els Bos",
        ),
        (
            "Het Rijk en de provincie dragen respectievelijk 60% en 40% van de kosten van de sluis en de kade.",
            "Welk deel van de kosten van de kade draagt het Rijk?",
            "60%",
        ),
    ],
)
def test_respectievelijk_gives_each_thing_its_own_value(
    desk: Desk, text: str, question: str, told: str
) -> None:
    assert _ask(desk, text, question) == told


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (
            "In Lutterveen en omgeving kregen de scholen en de winkels respectievelijk 3 en 5 miljoen euro.",
            "Hoeveel kregen de winkels in Lutterveen?",
            "5 miljoen euro",
        ),
        (
            "Lutterveen en Ooststelle herstelden respectievelijk 3 en 5 bruggen, samen goed voor 12 kilometer weg.",
            "Hoeveel kilometer weg werd er in Lutterveen hersteld?",
            "12 kilometer",
        ),
        (
            "De aanvraag wordt binnen zes weken, respectievelijk acht weken als advies nodig is, behandeld.",
            "Binnen hoeveel weken wordt de aanvraag behandeld?",
            "zes weken",
        ),
    ],
)
def test_respectievelijk_leaves_what_is_of_no_row(desk: Desk, text: str, question: str, told: str) -> None:
    assert _ask(desk, text, question) == told


def test_values_in_a_sentence_beside_are_left_alone(desk: Desk) -> None:
    reading = desk.read(
        "# Nota\n\nVoor de bus was er 3 miljoen euro en voor de tram 5 miljoen euro. Dat geld gaat naar de bus respectievelijk de tram."
    )
    one, other = reading.sentences(1)
    unit = Unit(reading, 1, other, 1.0)
    text = reading.document.text
    values = [text.index("3 miljoen euro"), text.index("5 miljoen euro")]
    found = [Candidate(Span(place, place + len("3 miljoen euro")), 1.0) for place in values]
    assert one.covers(found[0].span)
    matcher = Matcher((), None)
    assert keep_respective(unit, found, matcher) == found
