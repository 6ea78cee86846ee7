"""Sums in tables of which only the header says that they are money, and columns that each have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
_RANGES = (
    "| Code | Omschrijving | Tarief € |\n|:---|:---|:---|\n| 007 | Sleepdienst vanaf 0 tot 100 meter | 133 |\n"
    "| 008 | Sleepdienst vanaf 100 tot 200 meter | 278 |\n| 010 | Loodsdienst vanaf 400 meter | 1.939 |"
)
_EUR = "| Vaartuig | code | EUR |\n|:---|:---|:---|\n| roeiboot | 100 | 9,53 |\n| zeilboot | 200 | 11,77 |"
_BARE = "| Vaartuig | Tarief |\n|:---|:---|\n| roeiboot | 9,53 |\n| zeilboot | 11,77 |"
_MEMBERS = (
    "| Vaartuig | Aantal | Tarief leden € | Tarief gasten € |\n|:---|:---|:---|:---|\n"
    "| roeiboot | 40 | 12 | 24 |\n| zeilboot | 15 | 30 | 61 |\n| Totaal | 55 | 42 | 85 |"
)
_YEARS = (
    "| Vaartuig | 2030 (€) | 2031 (€) |\n|:---|:---|:---|\n| roeiboot | 12,50 | 14 |\n| zeilboot | 30 | 31 |"
)
_BUDGET = "| Post | Bedrag (x 1.000 euro) |\n|:---|:---|\n| kades | 120 |\n| boeien | 45 |"


@pytest.mark.parametrize(
    ("table", "question", "said"),
    [
        (_RANGES, "Wat kost de sleepdienst vanaf 100 tot 200 meter?", "278 euro"),
        (_RANGES, "Hoe hoog is het tarief voor de loodsdienst?", "1.939 euro"),
        (_EUR, "Wat kost een roeiboot?", "9,53 euro"),
        (_EUR, "Wat is het tarief voor een zeilboot?", "11,77 euro"),
        (_EUR, "Wat is de boete voor een vlot?", None),
        (_BARE, "Wat kost een roeiboot?", "9,53"),
        (_BARE, "Wat is de boete voor een roeiboot?", None),
        (_BARE, "Wat kost een motorvlot?", None),
        (_BARE, "Hoe hoog is het tarief?", "roeiboot: 9,53; zeilboot: 11,77"),
        (_BARE, "Wat zijn de tarieven?", "roeiboot: 9,53; zeilboot: 11,77"),
        (_MEMBERS, "Wat kost een roeiboot?", "Tarief leden: 12 euro; Tarief gasten: 24 euro"),
        (_MEMBERS, "Wat is het tarief voor gasten met een zeilboot?", "61 euro"),
        (_YEARS, "Wat kost een roeiboot in 2031?", "14 euro"),
        (_YEARS, "Wat kost een zeilboot in 2034?", None),
        (_BUDGET, "Hoeveel is er begroot voor kades?", "120 duizend euro"),
        (_BUDGET, "Hoeveel is er begroot voor zwembaden?", None),
    ],
)
def test_a_number_under_a_header_of_money_is_a_sum(
    desk: Desk, table: str, question: str, said: str | None
) -> None:
    reading = desk.read(f"# Havengelden\n\nDe haven heft geld.\n\n{table}\n")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == said


def test_columns_are_told_as_cases(desk: Desk) -> None:
    reading = desk.read(f"# Havengelden\n\n{_MEMBERS}\n")
    answer = compose_answer("Wat kost een roeiboot?", desk.hits([reading]), desk.library([reading]), ALL)
    assert [(case.label, case.value) for case in answer.cases] == [
        ("Tarief leden", "12 euro"),
        ("Tarief gasten", "24 euro"),
    ]


def test_one_tariff_of_several_in_a_sentence_is_not_told_as_all(desk: Desk) -> None:
    reading = desk.read(
        "# Havengelden\n\nHet tarief voor een roeiboot is 12 euro, dat voor een zeilboot 30 euro."
    )
    answer = compose_answer("Wat zijn de tarieven?", desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.answered
    assert answer.short is None
