"""Values that are denied for another one, later sentences of a quotation, and values of rows with the verb said once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from assistant.answer import Answer
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
PLAN = (
    "# Nota\n\nDe kosten van de inventarisatie waren niet € 31.000 maar € 13.000. "
    "De sluis wordt niet in mei 2023 maar in augustus 2023 opgeleverd. "
    "De kwartiermaker is benoemd voor twee jaar en niet voor vier."
)
RELEASE = (
    "# Nieuw laboratorium\n\n'Dit is een mooie stap', zegt gedeputeerde Els Mol. 'Bedrijven hoeven straks niet meer naar Aken.' "
    "Rector Jan Bos wijst op de opleidingen: 'Wij zoeken veertig docenten. Die moeten er snel komen.'"
)
MINUTES = (
    "# Overleg\n\nVerontschuldigd: Dirk Aerts (gemeente Mol), Linda Peeters (provincie)\n\n"
    "De brug zou in november 2023 opengaan. Door een ontwerpfout schuift de opening op naar mei 2024.\n\n"
    "De dorpstafels trokken 412 inwoners: 188 in Mol, 131 in Hooiland en 93 in Geel.\n\n"
    "Het plan telt acht zones; in drie daarvan, Mol-Centrum, Geel-Station en Lier-Zuid, is een warmtenet het goedkoopst.\n\n"
    "De studiedag is in cultuurcentrum De Wik aan de Kerkweg. Het verzoek om meer geld wees het college af.\n\n"
    'Ineke Vos temperde de hoop. "Er zijn vier wiedrobots te koop", aldus de voorzitter.'
)
SUMS = (
    "# Fonds\n\nHet Fonds Waterkracht (FWK) draagt 6,2 miljoen bij, de hogeschool 3,1 miljoen. "
    "Een vergunning kost € 64 per jaar, een tweede vergunning € 128. "
    "Tot nu toe is drie keer een boete opgelegd. De provincie droeg 1,5 miljoen bij, de gemeente Lindhoven 400.000 euro. "
    "De installatie is ontworpen door bureau Delphan en geleverd door het Zwitserse Ozonair. "
    "De algenfabriek komt in Herenthout te staan."
)


def _answer(desk: Desk, text: str, question: str) -> Answer:
    readings = [desk.read(text)]
    return compose_answer(question, desk.hits(readings), desk.library(readings), ALL)


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (PLAN, "Hoeveel kostte de inventarisatie?", "€ 13.000"),
        (PLAN, "Wanneer wordt de sluis opgeleverd?", "augustus 2023"),
        (PLAN, "Voor hoelang is de kwartiermaker benoemd?", "twee jaar"),
        (RELEASE, "Wie zei dat bedrijven niet meer naar Aken hoeven?", "Els Mol"),
        (RELEASE, "Wie zei dat er snel docenten moeten komen?", "Jan Bos"),
        (MINUTES, "Wie was er verontschuldigd?", "Dirk Aerts (gemeente Mol), Linda Peeters (provincie)"),
        (MINUTES, "Wanneer gaat de brug open?", "mei 2024"),
        (MINUTES, "Hoeveel inwoners trokken de dorpstafels in Hooiland?", "131"),
        (MINUTES, "Hoeveel inwoners trokken de dorpstafels?", "412 inwoners"),
        (
            MINUTES,
            "In welke zones is een warmtenet het goedkoopst?",
            "Mol-Centrum, Geel-Station en Lier-Zuid",
        ),
        (MINUTES, "Waar is de studiedag?", "cultuurcentrum De Wik aan de Kerkweg"),
        (MINUTES, "Is het verzoek om meer geld ingewilligd?", "Nee"),
        (MINUTES, "Wie zei dat er vier wiedrobots te koop zijn?", "Ineke Vos"),
        (SUMS, "Hoeveel draagt het FWK bij?", "6,2 miljoen"),
        (SUMS, "Hoeveel draagt de hogeschool bij?", "3,1 miljoen"),
        (SUMS, "Hoeveel kost een tweede vergunning per jaar?", "€ 128"),
        (SUMS, "Hoeveel droeg de gemeente Lindhoven bij?", "400.000 euro"),
        (SUMS, "Wie heeft de installatie geleverd?", "het Zwitserse Ozonair"),
        (SUMS, "Waar komt de fabriek voor algenteelt?", "Herenthout"),
        (SUMS, "Hoeveel boetes zijn er opgelegd?", "drie keer een boete"),
    ],
)
def test_the_value_or_person_that_holds_is_told(desk: Desk, text: str, question: str, told: str) -> None:
    answer = _answer(desk, text, question)
    assert answer.short == told
