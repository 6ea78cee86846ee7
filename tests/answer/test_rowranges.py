"""Rows that hold for a range of numbers, and the table that a row stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.rowranges import find_asked
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
FINES = """# Tarief voor knikkers

## Bezit

Dit geldt voor het bezit van knikkers door een speler.

| Hoeveelheid | Eerste keer | Tweede keer |
|---|---|---|
| 0 – 50 gram | Waarschuwing | € 15 |
| 50 – 300 gram | € 40 | € 60 |
| 300 – 800 gram | € 90 | € 130 |
| > 800 gram | € 200 | € 260 |

## Verkoop

Dit geldt voor de verkoop van knikkers door een speler.

| Hoeveelheid | Eerste keer | Tweede keer |
|---|---|---|
| 0 – 50 gram | € 25 | € 35 |
| 50 – 300 gram | € 70 | € 95 |
| 300 – 800 gram | € 150 | € 190 |
"""
ALLOWANCES = """# Toelagen van schippers en stuurlieden

## Kleedgeld schippers

| Klasse | Aantal leden | Kleedgeld schippers per maand |
|---|---|---|
| 1 | –4.000 | € 31,10 |
| 2 | 4.001–9.000 | € 44,20 |
| 3 | 9.001– | € 52,30 |

## Kleedgeld stuurlieden

| Aantal leden van de haven | max. per maand |
|---|---|
| –6.000 | € 210,40 |
| 6.001–12.000 | € 330,50 |
| 12.001– | € 450,60 |
"""
REPORTS = """# Meldingen bij het loket

Meldingen bij het loket Zeearend:

| Soort | Meldingen in 2031 | Meldingen in 2032 |
|---|---|---|
| Lawaai | 4 | 9 |
| Stank | 7 | 12 |
| TOTAAL | 11 | 21 |
"""
PARCELS = """# Porto van pakketten

Porto van pakketten per gewicht:

| Gewicht | Porto van het pakket in kg |
|---|---|
| 0 – 10 | € 11 |
| 10 – 30 | € 22 |
| 30 – 90 | € 33 |
"""
SPACED = """# Havengeld

Havengeld per haven:

| Haven | Havengeld per jaar |
|---|---|
| 0 tot 10 000 schepen | € 310 |
| 10 001 tot 20 000 schepen | € 420 |
| 20 001 tot 50 000 schepen | € 530 |
"""


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        ("Hoe hoog is het havengeld van een haven met 15.000 schepen?", SPACED, "€ 420"),
        ("Hoe hoog is het havengeld van een haven met 15 000 schepen?", SPACED, "€ 420"),
        ("Hoe hoog is het porto van een pakket van 20 kg?", PARCELS, "€ 22"),
        ("Welke boete staat op het bezit van 200 gram knikkers?", FINES, "€ 40"),
        ("Welke boete staat op het bezit van 500 gram knikkers?", FINES, "€ 90"),
        ("Welke boete staat op de verkoop van 200 gram knikkers?", FINES, "€ 70"),
        ("Welke straf staat op het bezit van 900 gram knikkers?", FINES, "€ 200"),
        ("Welke straf staat op het bezit van 0,5 kilo knikkers?", FINES, "€ 90"),
        ("Hoeveel kleedgeld krijgt een schipper bij 5.000 leden?", ALLOWANCES, "€ 44,20"),
        ("Hoe hoog is het kleedgeld van stuurlieden in een haven met 8.000 leden?", ALLOWANCES, "€ 330,50"),
        ("Hoeveel meldingen waren er in 2032 bij het loket Zeearend?", REPORTS, "21"),
        ("Hoeveel meldingen over stank waren er in 2032 bij het loket Zeearend?", REPORTS, "12"),
    ],
)
def test_the_row_whose_range_and_table_hold_the_question(
    desk: Desk, question: str, text: str, short: str
) -> None:
    reading = desk.read(text)
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == short


def test_a_number_that_no_row_holds_is_not_answered_with_another_row(desk: Desk) -> None:
    reading = desk.read(FINES)
    question = "Welke boete staat op de verkoop van 5.000 gram knikkers?"
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short not in ("€ 25", "€ 70", "€ 150")


def test_a_number_in_a_header_is_no_value_of_the_row(desk: Desk) -> None:
    reading = desk.read(
        "| Worp | 0 punten |\n|---|---|\n| Knikker in de kuil | 60 punten |\n| Knikker ernaast | 5 punten |\n"
    )
    question = "Hoeveel punten krijgt een knikker in de kuil?"
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == "60 punten"


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Wat kost het in 2031?", 0),
        ("Welke boete staat op 20 gram?", 1),
        ("Wat krijgt een dorp met 5.000 tot 8.000 inwoners?", 1),
        ("Wie schreef het?", 0),
    ],
)
def test_numbers_with_a_unit_are_asked_for_and_years_are_not(question: str, found: int) -> None:
    assert len(find_asked(question)) == found
