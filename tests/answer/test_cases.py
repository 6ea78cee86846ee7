"""Values that differ from case to case, of which the question names none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Answer, Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
TABLE = """# Regeling presentiegeld

De leden van de dorpsraad krijgen presentiegeld per vergadering.

| Grootte van het dorp | Presentiegeld |
|---|---|
| Klein | € 55,10 |
| Middelgroot | € 72,40 |
| Groot | € 91,00 |
| Gemiddelde | € 72,83 |
"""
LIST = """# Regeling speelveld

De huur van het speelveld bedraagt per dag:

- verenigingen: € 40
- scholen: € 25
- bedrijven: € 110
"""


def ask(desk: Desk, text: str, question: str) -> Answer:
    readings = [desk.read(text)]
    return compose_answer(question, desk.hits(readings), desk.library(readings), ALL)


def test_a_question_that_names_no_row_gets_each_row(desk: Desk) -> None:
    answer = ask(desk, TABLE, "Hoeveel presentiegeld krijgen leden van de dorpsraad?")
    assert [(case.label, case.value) for case in answer.cases] == [
        ("Klein", "€ 55,10"),
        ("Middelgroot", "€ 72,40"),
        ("Groot", "€ 91,00"),
    ]
    assert answer.short == "Klein: € 55,10; Middelgroot: € 72,40; Groot: € 91,00"
    assert answer.text.startswith("Er staan meer waarden, elk voor een ander geval of onderdeel:")
    for case in answer.cases:
        quotes = [citation.quote for citation in answer.citations if citation.number in case.numbers]
        assert quotes and all(case.value in quote for quote in quotes)


def test_a_question_that_names_a_row_gets_that_one(desk: Desk) -> None:
    answer = ask(desk, TABLE, "Hoeveel presentiegeld krijgen leden van de dorpsraad in een groot dorp?")
    assert (answer.short, answer.cases) == ("€ 91,00", ())


def test_a_list_of_cases_is_told_whole(desk: Desk) -> None:
    answer = ask(desk, LIST, "Hoeveel bedraagt de huur van het speelveld per dag?")
    assert answer.short == "verenigingen: € 40; scholen: € 25; bedrijven: € 110"


def test_the_item_that_is_asked_stands_alone(desk: Desk) -> None:
    answer = ask(desk, LIST, "Hoeveel huur betalen scholen voor het speelveld?")
    assert (answer.short, answer.cases) == ("€ 25", ())


@pytest.mark.parametrize(
    "rows", ["| Klein | € 55,10 |\n| Groot | € 55,10 |", "| Klein | € 55,10 |\n| Groot | volgt |"]
)
def test_one_value_is_no_case(desk: Desk, rows: str) -> None:
    head = TABLE[: TABLE.index("| Klein")]
    answer = ask(desk, head + rows + "\n", "Hoeveel presentiegeld krijgen leden van de dorpsraad?")
    assert answer.cases == ()


def test_of_many_cases_no_short_answer_is_made(desk: Desk) -> None:
    head = TABLE[: TABLE.index("| Klein")]
    rows = "\n".join(
        f"| Soort {letter} | € {place + 31},00 |" for place, letter in enumerate("abcdefghijklmnopqrstuvwx")
    )
    answer = ask(desk, head + rows + "\n", "Hoeveel presentiegeld krijgen leden van de dorpsraad?")
    assert (len(answer.cases), answer.short) == (20, None)
    assert "Misschien is deze opsomming niet volledig" in answer.text


def test_a_case_without_a_value_is_told_as_such(desk: Desk) -> None:
    text = LIST.replace("bedrijven: € 110", "kerken: gratis")
    answer = ask(desk, text, "Hoeveel bedraagt de huur van het speelveld per dag?")
    assert answer.short == "verenigingen: € 40; scholen: € 25; kerken: gratis"


def test_a_question_that_names_a_case_without_a_value_gets_no_other_one(desk: Desk) -> None:
    table = """# Regeling feest

| Groep | Subsidie |
|---|---|
| Vereniging | € 500 |
| Stichting | € 800 |
| Inwoner | geen |
"""
    answer = ask(desk, table, "Hoeveel subsidie krijgt een inwoner?")
    assert answer.short == "Vereniging: € 500; Stichting: € 800; Inwoner: geen"
    answer = ask(desk, table, "Hoeveel subsidie krijgt een vereniging?")
    assert (answer.short, answer.cases) == ("€ 500", ())


def test_a_number_of_a_row_or_an_item_tells_no_case(desk: Desk) -> None:
    table = """# Regeling toelage

| Nr. | Klasse | Toelage |
|---|---|---|
| 1 | A | € 600 |
| 2 | B | € 700 |
"""
    answer = ask(desk, table, "Hoeveel bedraagt de toelage?")
    assert answer.short == "1 (Klasse: A): € 600; 2 (Klasse: B): € 700"
    numbered = LIST.replace("- verenigingen", "1. verenigingen").replace("- scholen", "2. scholen")
    answer = ask(
        desk,
        numbered.replace("- bedrijven", "3. bedrijven"),
        "Hoeveel bedraagt de huur van het speelveld per dag?",
    )
    assert answer.short == "verenigingen: € 40; scholen: € 25; bedrijven: € 110"
