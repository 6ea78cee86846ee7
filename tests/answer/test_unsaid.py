"""Sentences that hold the words of a question and leave unsaid what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.counterparts import is_of_other, mark_counted_in
from assistant.answer.evidence import gather_units
from assistant.answer.ownwords import tells_nothing_of
from assistant.answer.question import parse_question
from assistant.answer.unnamed import names_none
from assistant.answer.untelling import is_source, tells_nothing
from assistant.types import Completeness

if TYPE_CHECKING:
    from assistant.answer.evidence import Unit
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")


def read_unit(desk: Desk, text: str, question: str) -> Unit:
    """Give the last unit of a text under a heading."""
    reading = desk.read(f"# Het veer van Lutterveen\n\n{text}")
    units = gather_units(parse_question(question), desk.hits([reading]), lambda _: reading)
    return max(units, key=lambda unit: unit.span.start)


@pytest.mark.parametrize(
    ("question", "text", "none"),
    [
        ("Welke bedrijven delen de steiger?", "Sinds april delen twaalf bedrijven de steiger.", True),
        (
            "Welke bedrijven delen de steiger?",
            "Sinds april delen twaalf bedrijven de steiger met Zonkracht.",
            False,
        ),
        ("Welke gemeenten betalen mee?", "Een aantal gemeenten betaalt mee aan het veer.", True),
        ("Welke gemeenten betalen mee?", "Genk en Lier betalen mee aan het veer.", False),
        ("Welke gemeenten betalen mee?", "Gemeenten met meer dan duizend inwoners betalen mee.", False),
        ("Welke gemeenten kunnen meebetalen?", "Een aantal gemeenten betaalt mee aan het veer.", False),
        ("Wat voor bedrijven delen de steiger?", "Sinds april delen twaalf bedrijven de steiger.", False),
        ("Welke bedrijven delen de steiger?", "Deze twaalf bedrijven delen de steiger.", False),
        ("Welke bedrijven delen de steiger?", "Nederlandse bedrijven delen de steiger.", True),
        ("Welke databanken zijn er voor het veer?", "Er zijn openbare databanken voor het veer.", False),
        ("Hoeveel bedrijven delen de steiger?", "Sinds april delen twaalf bedrijven de steiger.", False),
    ],
)
def test_bodies_that_are_only_counted_are_not_named(desk: Desk, question: str, text: str, none: bool) -> None:
    assert names_none(parse_question(question), read_unit(desk, text, question)) is none


@pytest.mark.parametrize(
    ("question", "text", "nothing"),
    [
        ("Wie ontwierp de steiger?", "De provincie laat de steiger vernieuwen.", True),
        ("Wie ontwierp de steiger?", "De steiger is getekend door bureau Wiek.", False),
        ("Wie leidt het project?", "Het project wordt uitgevoerd met De Meeuw.", True),
        ("Wie leidt het project?", "Karin Vos is manager van het project.", False),
        ("Hoe worden de schippers geselecteerd?", "De schippers varen met een nieuwe boot.", True),
        ("Hoe worden de schippers geselecteerd?", "Een jury spreekt met alle schippers.", False),
        ("Hoe hoog is de boete voor zwartvaren?", "Een kaartje kost 3 euro.", True),
        (
            "Hoe hoog is de boete voor zwartvaren?",
            "Zwartvarende reizigers krijgen een straf van 90 euro.",
            False,
        ),
        ("Wat was de uitkomst van de proef?", "De proef begon in maart.", True),
        ("Wat was de uitkomst van de proef?", "Uit de proef bleek dat het veer te klein is.", False),
        ("Wie won de roeiwedstrijd?", "De vereniging organiseerde de roeiwedstrijd.", True),
        ("Wanneer is het convenant ondertekend?", "Het convenant geldt vanaf 1 mei 2023.", True),
        ("Wanneer is het convenant ondertekend?", "Het convenant werd op 1 mei 2023 gesloten.", False),
        ("Waar ligt de steiger die De Meeuw ontwierp?", "De steiger ligt in Genk.", False),
        ("Wie vertaalde het boekje over het veer?", "Karin Vos schonk een boekje over het veer.", True),
        ("Wie vertaalde het boekje over het veer?", "De Friese tekst is van Karin Vos, tolk te Genk.", False),
        ("Wie fotografeerde de schipper?", "Karin Vos bezocht de schipper.", True),
        ("Hoeveel weegt het veer?", "Het veer is in 1931 gebouwd en heeft 40 plaatsen.", True),
        ("Hoeveel weegt het veer?", "Leeg is het veer 14 ton.", False),
        ("Met welke snelheid vaart het veer?", "Het veer vaart met twee schippers.", True),
        ("Met welke snelheid vaart het veer?", "Het veer haalt 12 km/u.", False),
        ("Op welke temperatuur moet de motor draaien?", "De motor moet twee keer draaien.", True),
        ("Op welke temperatuur moet de motor draaien?", "De motor moet op 80 °C draaien.", False),
        ("Hoeveel vrijwilligers heeft het veer?", "Het veer heeft 12 vaste overtochten.", True),
        ("Hoeveel vrijwilligers heeft het veer?", "Onbetaald helpen 12 schippers het veer.", False),
        ("Hoeveel rokers varen mee?", "Er varen 30 schoolkinderen mee.", True),
        ("Hoeveel fietsers nemen het veer?", "Elke dag nemen 90 mensen het veer.", True),
        ("Hoeveel fietsers nemen het veer?", "Elke dag gaan 90 tweewielers mee met het veer.", False),
        ("Wie is aansprakelijk voor het veer?", "Het veer is in 1931 door De Meeuw gebouwd.", True),
        ("Wie is aansprakelijk voor het veer?", "De provincie draagt het risico van het veer.", False),
        ("Wie volgt schipper Karin Vos op?", "Karin Vos is schipper te Genk.", True),
        ("Wie volgt schipper Karin Vos op?", "Piet Maas vervangt Karin Vos als schipper.", False),
        ("Waar overleed de schipper?", "De schipper kocht in Genk een veer.", True),
        ("Waar overleed de schipper?", "De schipper kwam om bij Genk.", False),
        ("Hoe wordt het veerhuis verwarmd?", "Het veerhuis wordt in mei geopend.", True),
        ("Hoe wordt het veerhuis verwarmd?", "Het veerhuis krijgt een pomp die water omzet.", False),
        ("Hoe traint De Meeuw de schippers?", "De Meeuw betaalt de schippers.", True),
        ("Hoe traint De Meeuw de schippers?", "De Meeuw laat de schippers oefenen op het meer.", False),
        ("Welke talen spreekt de schipper?", "De schipper is soms te laat.", True),
        ("Welke talen spreekt de schipper?", "De schipper kent Fries en Engels.", False),
        ("Wat zijn de openingstijden van het veerhuis?", "Het veerhuis verkoopt kaartjes en koffie.", True),
        ("Wat zijn de openingstijden van het veerhuis?", "Het veerhuis is open van mei tot juli.", False),
        ("Wat zijn de openingstijden van het veerhuis?", "U kunt er van 9 tot 17 uur terecht.", False),
        ("Hoeveel mensen werken er bij De Meeuw?", "De Meeuw ontving 240 bezoekers.", True),
        ("Hoeveel mensen werken er bij De Meeuw?", "De Meeuw heeft 40 man personeel.", False),
        ("Hoeveel mensen werken er bij De Meeuw?", "De Meeuw telt 12 vte.", False),
        ("Waar is De Meeuw gevestigd?", "De Meeuw kreeg een prijs in Genk.", True),
        ("Waar is De Meeuw gevestigd?", "Het kantoor van De Meeuw staat in Genk.", False),
        ("Waar is De Meeuw gevestigd?", "De Meeuw, een bedrijf uit Genk, bouwt boten.", False),
        ("Wie is de voorzitter van De Meeuw?", "Karin Vos is penningmeester van De Meeuw.", True),
        ("Wie is de voorzitter van De Meeuw?", "Karin Vos zit De Meeuw sinds mei voor.", False),
        ("Wie is de voorzitter van De Meeuw?", "De Meeuw wordt geleid door Karin Vos.", False),
        ("Wie benoemt de voorzitter van De Meeuw?", "De gemeente Genk benoemt haar voor vier jaar.", False),
        ("Wie is directeur van De Meeuw?", "Karin Vos opende de steiger van De Meeuw.", True),
        ("Wie is directeur van De Meeuw?", "Karin Vos staat aan het hoofd van De Meeuw.", False),
        ("Wie is de burgemeester van Genk?", "Karin Vos kwam namens Genk met het veer.", True),
        ("Wie is de burgemeester van Genk?", "Burgemeester Karin Vos nam het veer in Genk.", False),
        ("Wie is schepen van Economie in Genk?", "Karin Vos is burgemeester van Genk.", True),
        ("Wie keurt de schepen van De Meeuw?", "De inspectie keurt elke boot.", False),
        ("Waarom is De Meeuw opgericht?", "De Meeuw stopt, omdat de boot te oud is.", True),
        ("Waarom is De Meeuw opgericht?", "De Meeuw ontstond omdat er geen brug was.", False),
        ("Waarom is De Meeuw opgericht?", "De Meeuw heeft als doel dat iedereen kan varen.", False),
        ("Wanneer is De Meeuw opgericht?", "De Meeuw werkt dit jaar samen met Genk.", True),
        ("Wanneer is De Meeuw opgericht?", "De Meeuw bestaat sinds 1931.", False),
        ("Wanneer is De Meeuw opgericht?", "In 1931 richtten schippers De Meeuw op.", False),
        ("Van welke partij is Karin Vos?", "Karin Vos stemde tegen het veer.", True),
        ("Van welke partij is Karin Vos?", "Karin Vos (VVD) stemde tegen het veer.", False),
        ("Wie ontwierp het veerhuis?", "Karin Vos tekende een intentieverklaring.", True),
        ("Wie ontwierp het veerhuis?", "Karin Vos tekende de overeenkomst over het veerhuis.", True),
        ("Wie ontwierp het veerhuis?", "Karin Vos tekende voor het veerhuis.", False),
        ("Wie ontwierp het veerhuis?", "Het ontwerp van het decreet is van Karin Vos.", True),
        ("Hoe wordt het veer gecontroleerd?", "Vervolgens kreeg het veer via Genk voorzieningen.", True),
        ("Hoe wordt het veer gecontroleerd?", "Een schipper gaat elke dag na of alles werkt.", False),
        ("Hoe tevreden zijn reizigers over het veer?", "Genk keurt de kosten van het veer goed.", True),
        (
            "Hoe tevreden zijn reizigers over het veer?",
            "Reizigers zijn goed te spreken over het veer.",
            False,
        ),
        ("Wie leidt het project?", "Naar aanleiding van het beleid betaalt Karin Vos het.", True),
        ("Wie leidt het project?", "Karin Vos begeleidt het project.", False),
        ("Welke kleur krijgt het veer?", "Het veer is in Genk aangelegd.", True),
        ("Welke kleur krijgt het veer?", "Het veer wordt geel.", False),
        ("Hoeveel koeien varen mee?", "Er zijn veel maatschappelijke plannen voor 12 overtochten.", True),
        ("Hoeveel koeien varen mee?", "Er mogen 12 stuks vee mee.", False),
        ("Hoeveel bomen staan er bij het veer?", "Er zijn 12 doelen bereikt bij het veer.", True),
        ("Waar zoekt men naar de vermiste schipper?", "Het onderzoek staat in een bezoekverslag.", True),
        ("Waar zoekt men naar de vermiste schipper?", "Duikers zoeken bij Genk.", False),
    ],
)
def test_a_matter_with_words_of_its_own_needs_one_of_them(
    desk: Desk, question: str, text: str, nothing: bool
) -> None:
    assert tells_nothing_of(parse_question(question), read_unit(desk, text, question)) is nothing


@pytest.mark.parametrize(
    ("question", "text", "nothing"),
    [
        ("Waarom stopt het veer?", "Het veer stopt op 1 mei.", True),
        ("Waarom stopt het veer?", "Het veer stopt op 1 mei. De kosten zijn namelijk te hoog.", False),
        ("Wanneer stopt het veer?", "Het veer stopt op 1 mei.", False),
        ("Waarom stopt het veer?", "Hoe lang stopt het veer?", False),
        (
            "Is het veer gestopt?",
            "3 De Stem, d.d. 4 mei 2021, «Ophef over het veer», https://stem.nl/veer",
            True,
        ),
        ("Welke krant schreef over het veer?", "3 De Stem, d.d. 4 mei 2021, «Ophef over het veer»", False),
    ],
)
def test_a_source_and_a_bare_fact_give_no_reason(desk: Desk, question: str, text: str, nothing: bool) -> None:
    assert tells_nothing(parse_question(question), read_unit(desk, text, question)) is nothing


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("2 https://www.lutterveen.nl/veer", True),
        ("Nieuwsblad, 12 juni 2022, «Het veer stopt»", True),
        ("Zie https://www.lutterveen.nl voor de tijden van het veer.", False),
        ("Aanvragen kan via https://www.lutterveen.nl/veer", False),
        ("Meld u aan op https://www.lutterveen.nl.", False),
        ("Op 12 juni 2022, «de dag van het veer», voer het voor het eerst.", False),
    ],
)
def test_sources_are_known_by_their_form(text: str, source: bool) -> None:
    assert is_source(text) is source


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("Waar komt de definitieve steiger?", "De tijdelijke steiger ligt in Genk.", True),
        (
            "Waar komt de definitieve steiger?",
            "De tijdelijke steiger ligt in Genk, de definitieve in Lier.",
            False,
        ),
        ("Wat kostte de bouw van het veer?", "De exploitatie kost 3.000 euro per jaar.", True),
        (
            "Wat kostte de bouw van het veer?",
            "De nieuwbouw kost 9.000 euro, de exploitatie 3.000 euro.",
            False,
        ),
        ("Wat kost de bouw van het veer?", "Het veer kost 9.000 euro, exclusief onderhoud.", False),
        ("Wat kost de bouw van het veer?", "Het veer kost 9.000 euro, onderhoud inbegrepen.", False),
        ("Wat kost de bouw van het veer?", "Het onderhoud van het veer kost 9.000 euro.", True),
        ("Wanneer is de steiger klaar?", "In mei begon de verbouwing van de steiger.", True),
        ("Wanneer is de steiger klaar?", "De verbouwing begon in mei en duurt een jaar.", False),
        ("Hoe lang zat zij in de Tweede Kamer?", "Haar eerste termijn duurde vier jaar.", False),
        ("Is de steiger klaar?", "In mei begon de verbouwing van de steiger.", False),
    ],
)
def test_the_other_one_of_two_is_not_the_one_asked(desk: Desk, question: str, text: str, other: bool) -> None:
    assert is_of_other(parse_question(question), read_unit(desk, text, question)) is other


def test_no_other_sentence_is_looked_for(desk: Desk) -> None:
    reading = desk.read(
        "# Het veer van Lutterveen\n\nSinds april delen twaalf bedrijven de steiger van het veer.\n\n"
        "De Meeuw schildert de steiger."
    )
    answer = compose_answer(
        "Welke bedrijven delen de steiger van het veer?", desk.hits([reading]), desk.library([reading]), ALL
    )
    assert not answer.answered
    assert answer.confidence < 0.1
    assert "twaalf bedrijven" in answer.nearby[0].quote


@pytest.mark.parametrize(
    ("question", "text", "lacking"),
    [
        ("Hoeveel kost het onderhoud van het veer?", "Het veer kost 9.000 euro, inclusief onderhoud.", True),
        ("Hoeveel kost het onderhoud van het veer?", "Het veer kost 9.000 euro, zonder het onderhoud.", True),
        (
            "Hoeveel kost het onderhoud van het veer?",
            "Het veer kost 9.000 euro, inclusief onderhoud (800 euro).",
            False,
        ),
        ("Hoeveel kost het onderhoud van het veer?", "Het onderhoud kost 800 euro, exclusief verf.", False),
        ("Hoeveel kost het veer?", "Het veer kost 9.000 euro, inclusief onderhoud.", False),
        ("Hoeveel is de prijs inclusief btw?", "De prijs is 9 euro, inclusief btw.", False),
        ("Hoeveel bedraagt de btw?", "De prijs is 9 euro, exclusief btw.", True),
    ],
)
def test_what_a_value_is_counted_with_has_another_value(
    desk: Desk, question: str, text: str, lacking: bool
) -> None:
    unit = read_unit(desk, text, question)
    unit.lacks = ()
    mark_counted_in(parse_question(question), (unit,))
    assert bool(unit.lacks) is lacking
