"""The cell of a table row that answers as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import parse_question
from assistant.answer.cells import is_bare_number

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ACTIONS = """# Verslag van het havenoverleg

| Nr. | Actie | Wie | Voor |
|---|---|---|---|
| 7-1 | Huurcontract Steigerbeheer Noord opstellen | Femke Dralmans | 3 maart 2022 |
| 7-2 | Opdracht aan Kroon & Zonen verstrekken | Joris Peelman | 10 maart 2022 |
| 7-3 | Proefvaart met de pont regelen | Veerdienst Oost | 1 april 2022 |
"""
PLANS = """# Begroting van de haven

Tabel 1. Kosten per project

| Project | Trekker | Kosten (mln euro) | Besteed (mln euro) |
|---|---|---|---|
| Nieuwe kade | gemeente Lier | 4,2 | 1,3 |
| Steiger Noord | provincie Antwerpen | 2,4 | 0,9 |
| Walstroom | Havenbedrijf Lier | 6,5 | 2,4 |
| Totaal | | 13,1 | 4,6 |
"""


def short(desk: Desk, question: str, text: str, row: str) -> str | None:
    """Give the short answer of the row that begins so."""
    return next(unit for unit in desk.weigh(question, text).units if row in unit.text).short_text


@pytest.mark.parametrize(
    ("question", "row", "who"),
    [
        ("Wie moet het huurcontract met Steigerbeheer Noord maken?", "7-1", "Femke Dralmans"),
        ("Wie moet de opdracht aan Kroon & Zonen geven?", "7-2", "Joris Peelman"),
        ("Wie regelt de proefvaart met de pont?", "7-3", "Veerdienst Oost"),
    ],
)
def test_who_does_it_stands_under_the_header_of_persons(
    desk: Desk, question: str, row: str, who: str
) -> None:
    assert short(desk, question, ACTIONS, row) == who


@pytest.mark.parametrize(
    ("question", "row", "told"),
    [
        ("Welk project kost 2,4 miljoen euro?", "Steiger Noord", "Steiger Noord"),
        ("Welk project heeft 6,5 miljoen euro gekost?", "Walstroom", "Walstroom"),
        ("Welk project heeft 13,1 miljoen euro gekost?", "Totaal", None),
        ("Welke organisatie trekt de nieuwe kade?", "Nieuwe kade", "gemeente Lier"),
    ],
)
def test_what_has_a_value_is_the_label_of_its_row(
    desk: Desk, question: str, row: str, told: str | None
) -> None:
    assert short(desk, question, PLANS, row) == told


def test_the_noun_that_is_asked_for_goes_before_the_label(desk: Desk) -> None:
    table = "# Risico's\n\n| Risico | Kans | Maatregel |\n|---|---|---|\n| Ratten | groot | klemmen |\n| Wier | klein | maaien |\n"
    assert short(desk, "Welke maatregel is er tegen ratten?", table, "Ratten") == "klemmen"


@pytest.mark.parametrize(
    ("question", "text", "bare"),
    [
        ("Welk project kost het?", "2,4", True),
        ("Wie betaalt dat?", "€ 300", True),
        ("Welk project kost het?", "Kade 4", False),
        ("Met welke factor wordt vermenigvuldigd?", "1,04", False),
        ("Welk dossiernummer heeft het plan?", "12.345", False),
        ("Hoeveel kost het?", "2,4", False),
    ],
)
def test_no_name_is_a_bare_number(question: str, text: str, *, bare: bool) -> None:
    assert is_bare_number(parse_question(question), text) is bare
