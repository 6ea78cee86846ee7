"""Of two values in one sentence the one that is asked for: of then or now, planned or real, of a year."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.finders.timedvalues import CHANGE, NOW, PLANNED, THEN, read_values
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")

CHOIR = "Het koor van Mol groeide van 35 naar 62 zangers."
GARDEN = "De moestuin in Beek telde 48 bedden, tegen elf een jaar eerder."
TICKET = "Sinds 1 mei 2022 kost een kaartje voor het veer 3,40 euro; dat was 2,90 euro."
HALL = "De sporthal was begroot op 4,8 miljoen euro, maar kostte uiteindelijk 5,3 miljoen euro."
PERMIT = "De behandeling van een vergunning duurde gemiddeld zes weken, tegen negen een jaar eerder."
WAY = "De bouw van het jaagpad ging van 2,1 naar 3,4 miljoen euro."
FAIR = "De braderie trok 8.000 bezoekers in 2016 en 11.500 bezoekers in 2021."
MARKET = "Aan de streekmarkt doen inmiddels 52 telers mee, zeven meer dan bij de start."
POOL = "Het zwembad kostte 6,2 miljoen euro, 400.000 euro minder dan begroot."
PLAN = "Het aantal laadpalen in Lier moet groeien van 120 naar 300 laadpalen."

FEE = "Het tarief voor een ligplaats in Beek is van 10,70 euro gewijzigd in 11,20 euro."
FINE = "De boete van 95 euro voor fout parkeren in Beek wordt verhoogd tot 110 euro."
KEPT = "De bijdrage van 3 euro voor de speeltuin in Beek is niet verhoogd tot 5 euro."

SHORTS = [
    ("Hoe hoog is de bijdrage voor de speeltuin in Beek?", KEPT, "3 euro"),
    ("Hoe hoog is het tarief voor een ligplaats in Beek?", FEE, "11,20 euro"),
    ("Hoe hoog was het tarief voor een ligplaats in Beek eerst?", FEE, "10,70 euro"),
    ("Hoe hoog is de boete voor fout parkeren in Beek nu?", FINE, "110 euro"),
    ("Hoeveel zangers telt het koor van Mol nu?", CHOIR, "62 zangers"),
    ("Hoeveel zangers telde het koor van Mol eerst?", CHOIR, "35"),
    ("Hoeveel zangers telde het koor van Mol in het eerste jaar?", CHOIR, "35"),
    ("Hoeveel zangers telt het koor van Mol?", CHOIR, "62 zangers"),
    ("Hoeveel bedden telde de moestuin in Beek?", GARDEN, "48 bedden"),
    ("Hoeveel bedden telde de moestuin in Beek een jaar eerder?", GARDEN, "elf"),
    ("Wat kost een kaartje voor het veer nu?", TICKET, "3,40 euro"),
    ("Wat kostte een kaartje voor het veer vroeger?", TICKET, "2,90 euro"),
    ("Wat kostte een kaartje voor het veer voor 2022?", TICKET, "2,90 euro"),
    ("Wat kost een kaartje voor het veer in 2022?", TICKET, "3,40 euro"),
    # "voor" a year is in it, but for what was
    ("Wat kost een kaartje voor het veer voor 2022?", TICKET, "3,40 euro"),
    ("Wat kostte een kaartje voor het veer tot 2022?", TICKET, "2,90 euro"),
    ("Hoeveel geld was er voor de sporthal begroot?", HALL, "4,8 miljoen euro"),
    ("Wat kostte de sporthal uiteindelijk?", HALL, "5,3 miljoen euro"),
    ("Hoe lang duurt de behandeling van een vergunning nu?", PERMIT, "gemiddeld zes weken"),
    ("Hoe lang duurde de behandeling van een vergunning een jaar eerder?", PERMIT, "negen weken"),
    ("Hoeveel kostte de bouw van het jaagpad aanvankelijk?", WAY, "2,1 miljoen euro"),
    ("Hoeveel kost de bouw van het jaagpad nu?", WAY, "3,4 miljoen euro"),
    ("Hoeveel bezoekers trok de braderie in 2016?", FAIR, "8.000 bezoekers"),
    ("Hoeveel bezoekers trok de braderie in 2021?", FAIR, "11.500 bezoekers"),
    ("Hoeveel telers doen er nu mee aan de streekmarkt?", MARKET, "52 telers"),
    ("Hoeveel laadpalen zijn er nu in Lier?", PLAN, "120"),
    # what has to be reckoned is quoted without a short answer
    ("Hoeveel telers deden er bij de start mee aan de streekmarkt?", MARKET, None),
    ("Hoeveel kostte het zwembad volgens de begroting?", POOL, None),
    ("Hoeveel kostte het zwembad?", POOL, "6,2 miljoen euro"),
    ("Hoeveel euro minder kostte het zwembad dan begroot?", POOL, "400.000 euro"),
]


@pytest.mark.parametrize(("question", "text", "short"), SHORTS)
def test_the_value_of_the_time_that_is_asked(desk: Desk, question: str, text: str, short: str | None) -> None:
    reading = desk.read(text)
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.answered
    assert answer.short == short
    assert answer.citations[0].quote == text


@pytest.mark.parametrize(
    ("text", "eras"),
    [
        ("Het ging van 3 naar 5 bussen.", [{THEN}, {NOW}]),
        ("Het moet van 3 naar 5 bussen gaan.", [{THEN, NOW}, {PLANNED}]),
        ("Het moet gaan van 3 naar 5 bussen.", [{THEN, NOW}, {PLANNED}]),
        ("Er rijden 5 bussen (was 3).", [{NOW}, {THEN}]),
        ("Er reden 5 bussen, tegen 8 nu.", [{THEN}, {NOW}]),
        ("Er rijden 5 bussen in plaats van 8.", [{NOW}, {THEN, PLANNED}]),
        ("Er rijden 5 bussen, twee meer dan een jaar eerder.", [set(), {CHANGE}]),
        ("Bij de start, in mei, reden er 3 bussen, inmiddels 5.", [{THEN}, {NOW}]),
        ("Van de 40 bussen rijden er 30% op gas, tegen 5 op waterstof.", [set(), set(), set()]),
        ("De lening van 3 miljoen euro loopt tegen 2% rente.", [set(), set()]),
        ("Twee jaar eerder was er niets.", []),
    ],
)
def test_what_the_values_of_a_sentence_are_of(text: str, eras: list[set[str]]) -> None:
    assert [set(value.eras) for value in read_values(text)] == eras


def test_a_document_that_tells_of_now_comes_before_one_that_is_overtaken(desk: Desk) -> None:
    older = "# Stand van 1 maart 2021\n\nDatum: 1 maart 2021\n\nHet koor van Mol is een koor met 35 zangers."
    newer = (
        "# Stand van 1 maart 2023\n\nDatum: 1 maart 2023\n\nHet koor van Mol groeide van 35 naar 62 zangers."
    )
    readings = [desk.read(older), desk.read(newer)]
    question = "Hoeveel zangers heeft het koor van Mol nu?"
    answer = compose_answer(question, desk.hits(readings), desk.library(readings), ALL)
    assert answer.short == "62 zangers"


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        (
            "Wat krijgt een teler per stal vanaf 2022?",
            "Op 1 mei 2022 stijgt de vergoeding per stal van 1.250 naar 1.600 euro.",
            "1.250 naar 1.600 euro",
        ),
        (
            "Hoe hoog was de vergoeding per stal in 2017?",
            "Tussen 2014 en 2017 steeg de vergoeding per stal van 1.250 naar 1.600 euro.",
            "1.250 naar 1.600 euro",
        ),
        (
            "Hoeveel euro huur kost een stal nu?",
            "De huur van een stal ging van € 31,50 naar € 45,75 per maand.",
            "€ 45,75",
        ),
        (
            "Hoeveel euro huur kostte een stal eerst?",
            "De huur van een stal ging van € 31,50 naar € 45,75 per maand.",
            "€ 31,50",
        ),
        ("Welk tarief geldt nu voor een stal?", "Het tarief voor een stal daalde van 7% naar 6%.", "6%"),
        (
            "Hoeveel euro kostte de stal aanvankelijk?",
            "De kosten van de stal stegen van 900.000 naar 1,2 miljoen euro.",
            "900.000 euro",
        ),
    ],
)
def test_a_value_set_against_another_is_given_alone_with_its_unit_where_one_of_both_is_asked(
    desk: Desk, question: str, text: str, short: str
) -> None:
    reading = desk.read(text)
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == short


def test_a_long_run_of_numbers_is_read_at_once() -> None:
    began = perf_counter()
    assert len(read_values("a, 5 " * 3_000)) == 3_000
    assert perf_counter() - began < 5.0


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        (
            "Hoeveel nestkasten hangen er nu in Beek?",
            "De buurt in Beek wilde 90 nestkasten halen, maar de teller staat op 64 nestkasten.",
            "64 nestkasten",
        ),
        (
            "Hoeveel nestkasten waren er in Beek gepland?",
            "De buurt in Beek wilde 90 nestkasten halen, maar de teller staat op 64 nestkasten.",
            "90 nestkasten",
        ),
    ],
)
def test_what_was_hoped_for_is_planned_and_what_a_counter_says_is_of_now(
    desk: Desk, question: str, text: str, short: str
) -> None:
    reading = desk.read(text)
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == short


SLUICE = "De kosten van de sluis zijn opgelopen van 12 tot 18 miljoen euro."
TEAMS = "Het aantal wijkteams gaat van 12 naar 18."
SPEED = "De maximumsnelheid op de Dijkweg gaat van 80 naar 60 km/u."


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (SLUICE, "Hoeveel kost de sluis?", "18 miljoen euro"),
        (SLUICE, "Hoeveel kost de sluis nu?", "18 miljoen euro"),
        (SLUICE, "Hoeveel zou de sluis oorspronkelijk kosten?", "12 miljoen euro"),
        (TEAMS, "Hoeveel wijkteams komen er?", "18"),
        (TEAMS, "Hoeveel wijkteams zijn er nu?", "12"),
        (SPEED, "Hoe snel mag je straks op de Dijkweg rijden?", "60 km/u"),
        (SPEED, "Hoe snel mocht je eerst op de Dijkweg rijden?", "80 km/u"),
        (
            "Subsidies van 12 tot 18 miljoen euro worden verleend aan grote havens.",
            "Hoeveel subsidie krijgen grote havens?",
            "12 tot 18 miljoen euro",
        ),
    ],
)
def test_a_change_with_tot_and_one_to_come_have_a_beginning_and_an_end(
    desk: Desk, text: str, question: str, told: str
) -> None:
    readings = [desk.read(f"# Nota\n\n{text}")]
    library = replace(desk.library(readings), present=lambda word: True)
    answer = compose_answer(question, desk.hits(readings), library, ALL)
    assert answer.short == told
