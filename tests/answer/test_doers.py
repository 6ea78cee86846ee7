"""Who does it, also without a name, and two who do it together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.finders.doers import find_doers
from assistant.answer.question import parse_question
from assistant.answer.roles import asks_role

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

SHORTS = [
    # a subject without a name, before and behind its verb
    (
        "Wie organiseert de Maasdagen?",
        "De provincie organiseert Limburgse Riviertagen, bekend als de Maasdagen.",
        "De provincie",
    ),
    (
        "Wie begon met het meten van de stroming?",
        "In mei begon het waterschap met het meten van de stroming.",
        "het waterschap",
    ),
    # behind "door", of what is done
    (
        "Wie moet de oevervisie vaststellen?",
        "De oevervisie wordt in het najaar door de gemeenteraad vastgesteld.",
        "de gemeenteraad",
    ),
    # behind the preposition that is asked with
    (
        "Met wie is het park ontworpen?",
        "Het park is samen met de toekomstige bewoners ontworpen.",
        "de toekomstige bewoners",
    ),
    ("Van wie volgt Lier de lijn?", "Lier volgt de lijn van de rijksoverheid.", "de rijksoverheid"),
    # two together
    (
        "Wie onderzoekt of er een veerdienst kan komen?",
        "De samenwerkende Maassteden en de Provincie Limburg onderzoeken of een veerdienst mogelijk is.",
        "De samenwerkende Maassteden en de Provincie Limburg",
    ),
    # what several do is answered by those who are joined
    (
        "Wie hebben moeite om geld te vinden?",
        "Het onderzoek ligt stil en jonge startups en scale-ups hebben moeite om geld te vinden.",
        "jonge startups en scale-ups",
    ),
    # under whose lead something is
    (
        "Wie zit de Lokale Veiligheidscel voor?",
        "In de Lokale Veiligheidscel (LVC) overleggen diensten onder voorzitterschap van de burgemeester.",
        "de burgemeester",
    ),
    # whose something is
    (
        "In wiens opdracht maakte Zonkracht de pompen?",
        "Zonkracht maakte de pompen in opdracht van het ministerie van Water.",
        "het ministerie van Water",
    ),
    # a noun that asks for any body
    (
        "Welke instantie voert de regie over de opname?",
        "De jeugdreclassering voert de regie over de opname.",
        "De jeugdreclassering",
    ),
    # with whom something rests
    (
        "Wie beslist over de kapvergunning?",
        "De beslissing over een kapvergunning ligt bij het college.",
        "het college",
    ),
    # a deed in other words, by an office
    (
        "Wie spreekt namens de minister met de sollicitanten?",
        "Met de sollicitanten worden door de griffier gesprekken gevoerd over de wensen van de minister.",
        "de griffier",
    ),
    # a word that elsewhere is a post ("schepen"), and the post of somebody else
    (
        "Wie keurt de motoren van schepen?",
        "De motoren van schepen worden gekeurd door de scheepvaartinspectie.",
        "de scheepvaartinspectie",
    ),
    (
        "Met wie sloot de onderwijsminister een akkoord over de ov-kaart?",
        "De bewindsman heeft met de vervoersbedrijven een akkoord over de ov-kaart bereikt.",
        "de vervoersbedrijven",
    ),
    # an office that holds the post asked for
    (
        "Wie is voorzitter van de waterraad?",
        "De dijkgraaf is voorzitter van de waterraad.",
        "De dijkgraaf",
    ),
]


@pytest.mark.parametrize(("question", "text", "short"), SHORTS)
def test_the_doer_is_given_whole(desk: Desk, question: str, text: str, short: str) -> None:
    unit = desk.best(question, text)
    assert unit is not None
    assert unit.short_text == short


def test_what_only_points_to_others_is_no_doer(desk: Desk) -> None:
    unit = desk.best(
        "Wie onderzoekt de brug?",
        "Deze taken onderzoeken de brug, en Waterschap De Linge onderzoekt de brug mee.",
    )
    assert unit is not None
    assert unit.short_text == "Waterschap De Linge"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Wie leidt Sport Limburg?", "De directie leidt tot meer overleg tussen Sport Limburg en Zonkracht."),
        ("Welke Duitse regio doet mee?", "Er doen partners in België en Duitsland mee."),
    ],
)
def test_a_group_that_leads_nothing_and_a_land_for_a_region_are_no_answer(
    desk: Desk, question: str, text: str
) -> None:
    unit = desk.best(question, text)
    assert unit is None or unit.short is None


def test_who_somebody_is_is_not_answered_by_one_who_does_something_else(desk: Desk) -> None:
    unit = desk.best(
        "Wie is de marktmeester van Zandwijk?", "In Zandwijk wordt de markt door de politie bewaakt."
    )
    assert unit is None or unit.short is None


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Wie is de directeur van Zonkracht?", True),
        ("Wie is in Zandwijk schepen van Economie?", True),
        ("Wie is bij de gemeente burgemeester?", True),
        ("Wie tekende als directeur de brief?", True),
        ("Wie volgt Jan Vos op als directeur?", True),
        ("Wie volgt de directeur op?", True),
        ("Wie bekleedt de functie van directeur?", True),
        ("Welke minister trok de regels in?", True),
        ("Welke naam staat er in Lier onder de directeur?", True),
        ("Welke naam staat er in Wieringermeer onder de directeur?", True),
        ("Wie benoemt de directeur?", False),
        ("Wie moet de burgemeester inlichten?", False),
        ("Wie is er namens de minister aanwezig?", False),
        ("Met wie sloot de minister een akkoord?", False),
    ],
)
def test_a_role_is_asked_only_of_the_one_who_is_asked_for(question: str, *, asked: bool) -> None:
    assert asks_role(parse_question(question)) is asked


def test_who_does_it_is_given_once_however_often_the_clause_says_it(desk: Desk) -> None:
    text = "De raad heeft de brug gebouwd en de stad heeft de brug gebouwd."
    weighed = desk.weigh("Wie heeft de brug gebouwd?", text)
    found = list(find_doers(weighed.question, weighed.units[0], weighed.matcher))
    assert len(found) == len(set(found))
