"""Marks that are given, and how old somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.finders.ages import asks_age
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import parse_question
from assistant.answer.valueforms import AGE, LENGTH, MARK, read_form

if TYPE_CHECKING:
    from tests.answer.conftest import OpenTexts

FERRY = """De veerdienst van Brielstede heeft 14 schippers en vaart 27 keer per dag.

Reizigers geven de veerdienst gemiddeld een 8,1. Vooral de schippers worden gewaardeerd (8,6), de wachttijd minder (6,9).

Kinderen tot en met elf jaar varen gratis mee. De concessie van de veerdienst duurt tien jaar.
"""


@pytest.mark.parametrize(
    ("asked", "short"),
    [
        ("Welk cijfer geven reizigers de veerdienst?", "gemiddeld een 8,1"),
        ("Welk rapportcijfer krijgt de veerdienst?", "gemiddeld een 8,1"),
        ("Welk cijfer geven reizigers de wachttijd?", "een 6,9"),
        ("Welk cijfer geven reizigers van de veerdienst voor de wachttijd?", "een 6,9"),
        ("Tot welke leeftijd varen kinderen gratis mee?", "elf jaar"),
    ],
)
def test_a_mark_and_an_age_are_found_among_other_numbers(
    asked: str, short: str, open_texts: OpenTexts
) -> None:
    answer = open_texts({"veer.txt": FERRY}).ask(asked)
    assert answer.short is not None
    assert answer.short.endswith(short.rsplit(" ", 1)[-1])


def test_a_number_of_years_is_no_age_and_a_number_of_things_no_mark(open_texts: OpenTexts) -> None:
    text = "De concessie van de veerdienst duurt tien jaar. De veerdienst heeft 14 schippers."
    assistant = open_texts({"veer.txt": text})
    assert assistant.ask("Welke leeftijdsgrens geldt voor de veerdienst?").short is None
    assert assistant.ask("Welk cijfer krijgt de veerdienst?").short is None
    assert open_texts({"veer.txt": FERRY}).ask("Welk cijfer geven werkgevers?").short is None


def test_what_is_said_of_it() -> None:
    assert asks_age("Vanaf welke leeftijd mag men varen?")
    assert not asks_age("Hoeveel mensen van die leeftijd varen mee?")
    assert read_form("elf jaar", "Tot welke leeftijd vaart men gratis?") == AGE
    assert read_form("elf jaar", "Hoe lang duurt de concessie?") == LENGTH
    assert read_form("een 8,1", "Welk cijfer geven reizigers?") == MARK
    assert parse_question("Welke score haalt de veerdienst?").kind is QuestionKind.COUNT
    assert parse_question("Welke cijfers noemt het verslag?").kind is QuestionKind.LIST
