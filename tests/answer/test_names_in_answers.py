"""Who, which organisation and where: persons before groups, buildings and streets, parts of a country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

SHORTS = [
    # a group in somebody's post is not who it is
    (
        "Wie regelt de uitwisseling op de school in Zandwijk?",
        "Mia Claes, coördinator uitwisseling Linge-College, Zandwijk",
        "Mia Claes",
    ),
    # the one that a deed is done for did not do it
    (
        "Wie bouwde de voetbrug?",
        "Waterschap De Linge bouwde de voetbrug in opdracht van de Provincie Limburg.",
        "Waterschap De Linge",
    ),
    # a role that the question gives to somebody is not the role asked for
    (
        "Wie sprak met minister Heinen over de brug?",
        "Burgemeester Piet Hendriks sprak met minister Heinen over de brug.",
        "Piet Hendriks",
    ),
    (
        "Wie volgt Jan Smit op aan het hoofd van de raad?",
        "Mia Claes, voorzitter, volgt Jan Smit op.",
        "Mia Claes",
    ),
    # who does it stands bare or behind "door", also when another name is nearer to the verb
    (
        "Welk bedrijf bouwt kleine turbines?",
        "Op de Linge Campus bouwt het bedrijf Turbimax kleine turbines.",
        "Turbimax",
    ),
    (
        "Aan wie kent de raad een half miljoen toe?",
        "De Vlaamse Regering kent hiervoor een half miljoen toe aan Stichting Maasbrug.",
        "Stichting Maasbrug",
    ),
    # a business is no ministry
    (
        "Welk bedrijf levert de pontons?",
        "Het ministerie van Defensie laat weten dat Stork Pontons BV er twaalf levert aan de vloot.",
        "Stork Pontons BV",
    ),
    # a title with a surname is a person; names of an office are no list of persons
    (
        "Welke minister beantwoordde de vragen over de brug?",
        "Antwoord van Minister Zandvoort (Water en Wonen) op de vragen over de brug.",
        "Zandvoort",
    ),
    # labels and signatures
    (
        "Wie maakte het verslag van de raad?",
        "Raad van Zandwijk - Aanwezig: Mia Claes; Jan Smit; Verslag: Piet Hendriks",
        "Piet Hendriks",
    ),
    (
        "Wie stond aan het hoofd van de afdeling Toezicht?",
        "De minister, namens deze: P. Verlinden,\n\nHoofd afdeling Toezicht.",
        "P. Verlinden",
    ),
    # a role that a group can have
    (
        "Wie is trekker van het plan voor de haven?",
        "Voor het plan voor de haven is Waterschap De Linge de trekker.",
        "Waterschap De Linge",
    ),
    # the person of the sentence before, whom the sentence calls "hem"
    (
        "Wie is in mei benoemd als directeur van het Lingefonds?",
        "De raad liet Mia Claes in maart toe tot de proeftijd. Omdat die goed ging, benoemt ze haar in mei tot directeur van het Lingefonds.",
        "Mia Claes",
    ),
    # who comes in another's place
    (
        "Wie kwam in de plaats van Jan Smit?",
        "De raad vervangt Mia Claes en Jan Smit respectievelijk door Piet Hendriks en Karin Vos als leden.",
        "Karin Vos",
    ),
    (
        "Wie verving Jan Smit?",
        "Jan Smit krijgt ontslag. Karin Vos vervangt hem.",
        "Karin Vos",
    ),
    # a body that the sentence calls by a common noun
    (
        "Welk bedrijf uit Zandwijk maakte een camera die roest ziet?",
        "Een voorbeeld is Turbimax Verlinden uit Zandwijk. Het familiebedrijf maakte met Hogeschool Linge een camera die roest ziet.",
        "Turbimax Verlinden",
    ),
    # a body of the sort that is asked for
    (
        "Met welke mensenrechtenorganisatie werkt de provincie samen?",
        "De provincie werkt samen met het Ministerie van Defensie en Amnesty International.",
        "Amnesty International",
    ),
    # a group is who did it only where the deed is said
    (
        "Wie beantwoordde de vragen van Mia Claes?",
        "Vragen van het lid Mia Claes (BBB) over de haven.\n\nAntwoord van Minister Verlinden op de vragen van Mia Claes.",
        "Verlinden",
    ),
    # a project is no business
    (
        "Welk bedrijf test de bus in Zandwijk?",
        "Binnen het project FASTBUS test het bedrijf Turbimax in Zandwijk de bus.",
        "Turbimax",
    ),
    # a name in lower case behind the noun that says what it is; a compound with a name in it is none
    (
        "Welk instituut bouwde de antenne?",
        "Het onderzoeksinstituut lingetec bouwde de antenne voor de HTSM-sector.",
        "lingetec",
    ),
    ("Waar kwam de werkgroep samen?", "De werkgroep kwam in mei virtueel samen.", "virtueel"),
    # a town inside a name, a building by a common noun, a spot, the label of a cell
    (
        "In welke stad kan je de master visserij volgen?",
        "De master visserij is een studie van de Universiteit Gent, vestiging Kortrijk.",
        "Kortrijk",
    ),
    (
        "In welk gebouw ging het loket open?",
        "Het loket ging in mei open in het gemeentehuis van Zandwijk.",
        "gemeentehuis van Zandwijk",
    ),
    (
        "Bij welk station vertrekt de bus naar Helmond?",
        "De bus vertrekt bij station Zandwijk Noord, via Deurne, naar Helmond.",
        "Zandwijk Noord",
    ),
    (
        "Vanuit welke haven vaart de Meeuw?",
        "| Schip | Bouwjaar | Thuishaven |\n|---|---|---|\n| Meeuw | 1964 | ZANDWIJK |",
        "ZANDWIJK",
    ),
    (
        "Welk deel van Lier mag zich toeristisch centrum noemen?",
        "De raad erkent het stadscentrum van Lier als toeristisch centrum.",
        "stadscentrum van Lier",
    ),
    (
        "In welke stad zit het netwerk van de provincie?",
        "Het netwerk van de provincie zit in Brussel.",
        "Brussel",
    ),
    # streets, buildings and parts of a country
    (
        "Waar komt het nieuwe huis van de omroep?",
        "Het nieuwe huis van de omroep komt aan de Lingelaan.",
        "Lingelaan",
    ),
    (
        "Waar was de bijeenkomst over erfgoed?",
        "De bijeenkomst over erfgoed was in het Piet Vosgebouw te Brussel.",
        "Piet Vosgebouw te Brussel",
    ),
    (
        "In welk deel van Duitsland staan de fabrieken?",
        "In het zuiden van Duitsland staan de fabrieken.",
        "zuiden van Duitsland",
    ),
    # a volume is not when something was; a share as a rate, guilders, a share without a sign
    (
        "Wanneer gingen de formulieren de deur uit?",
        "De formulieren voor het schooljaar 2002-2003 gingen begin oktober 2003 de deur uit.",
        "begin oktober 2003",
    ),
    (
        "Na hoeveel jaar eindigt de steun?",
        "De steun (Kamerstukken, vergaderjaar 1987-1988) eindigt na 12 jaar.",
        "12 jaar",
    ),
    (
        "Welk tarief geldt voor dividend uit Zandwijk?",
        "Voor dividend uit Zandwijk geldt een tarief van nul percent.",
        "nul percent",
    ),
    ("Wat kost inwoning per maand?", "Inwoning kost per maand f 399,00 (was minder).", "f 399,00"),
    (
        "Welk percentage geldt voor de wagens?",
        "Voor de wagens geldt een percentage van 3,8, zoals eerder.",
        "3,8",
    ),
    # values of any sort when nothing is counted
    (
        "Hoeveel moet de uitstoot lager liggen?",
        "De uitstoot moet in 2040 minstens 70% lager liggen.",
        "70%",
    ),
    ("Hoeveel gezinnen hebben een tuin?", "Van de gezinnen heeft 1 op de 4 een tuin.", "1 op de 4"),
]


@pytest.mark.parametrize(("question", "text", "short"), SHORTS)
def test_the_short_answer_is_the_one_that_is_asked_for(
    desk: Desk, question: str, text: str, short: str
) -> None:
    unit = desk.best(question, text)
    assert unit is not None
    assert unit.short_text == short


def test_the_role_of_somebody_else_in_the_question_is_no_answer(desk: Desk) -> None:
    unit = desk.best(
        "Wie antwoordde op de vragen van Piet Hendriks?",
        "Vragen van wethouder Piet Hendriks over de brug.",
    )
    assert unit is None or unit.short_text != "wethouder"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "Wie is directeur van Maasbrug Development?",
            "Maasbrug Development sprak met Mia Claes, directeur van Grensforum.",
        ),
        (
            "Wie is burgemeester van Ravenhout?",
            "Aanwezig: Jan Smit (burgemeester Zandwijk), Mia Claes (schepen Ravenhout).",
        ),
        (
            "Wie leidde de delegatie naar Zandwijk?",
            "Een delegatie van Stichting Maasbrug ging naar Zandwijk.",
        ),
        ("Wie volgt Jan Smit op als directeur?", "Jan Smit bleef directeur. Aanwezig: Mia Claes."),
        ("Wie is directeur van het lab?", "| Wat | Waar |\n|---|---|\n| Lab | Ziekenhuisgroep De Linde |"),
        ("In welke gemeente ligt de molen?", "De molen wordt gerestaureerd."),
        ("Welke bank leent geld aan het fonds?", "Het fonds krijgt een lening van een bank."),
        ("In welke straat staat het lab?", "Het lab staat in Eindhoven."),
        ("In welke Duitse stad was de beurs?", "De beurs werd in Duitsland gehouden."),
        # a name that nothing tells to be of the asked sort, a region for a building, a list without names
        ("Welk architectenbureau ontwerpt de brug?", "Voor de brug stelt Fonds Maasbrug geld beschikbaar."),
        ("Welke rederij doet mee aan de proef?", "De proef is begonnen bij Zonkracht."),
        ("In welk gebouw zit het centrum?", "Het centrum is het eerste in Nederland."),
        (
            "Welke gemeenten hebben een plan voor de rivier?",
            "Het plan voor de rivier houdt rekening met vissen, vogels en vlinders.",
        ),
        ("Wie is directeur van het lab?", "| Wat | Doel |\n|---|---|\n| Lab | 40 proeven |"),
    ],
)
def test_a_post_elsewhere_and_a_group_that_leads_nothing_are_no_answer(
    desk: Desk, question: str, text: str
) -> None:
    unit = desk.best(question, text)
    assert unit is None or unit.fit < 0.3 or unit.short is None


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        # a compound of the noun asked for, a noun with an adjective of a place, and a noun behind a name
        (
            "Welk gebied in Lier wordt een nieuwe wijk?",
            "Het havengebied Lier wordt een nieuwe wijk.",
            "Het havengebied Lier",
        ),
        (
            "In welk verband is geld te vinden?",
            "Vooral in de Europese context is geld te vinden.",
            "de Europese context",
        ),
        (
            "Voor welke corridor is geld nodig?",
            "Er is geld nodig voor de Lingse Maas corridor.",
            "Lingse Maas corridor",
        ),
        # the noun asked for as the beginning of a name
        (
            "In welke uitvoeringsagenda komt de dijk?",
            "De dijk komt in de Uitvoeringsagenda Water, Wonen en Onderwijs.",
            "Uitvoeringsagenda Water, Wonen en Onderwijs",
        ),
        # a region of the land that the question names
        (
            "Welke Oostenrijkse regio is een voorbeeld?",
            "Een voorbeeld is een regio zoals Vorarlberg in Oostenrijk.",
            "Vorarlberg",
        ),
        # for whom something is done did not do it
        (
            "Wie leverde de pompen aan het fonds?",
            "Zonkracht leverde de pompen aan het fonds in opdracht van het ministerie van Water.",
            "Zonkracht",
        ),
    ],
)
def test_things_are_given_with_the_noun_that_says_what_they_are(
    desk: Desk, question: str, text: str, short: str
) -> None:
    unit = desk.best(question, text)
    assert unit is not None
    assert unit.short_text == short
