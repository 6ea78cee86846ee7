"""The rows of a table that a question means by what stands in a cell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.lists import find_filtered, find_spread_list
from assistant.answer.scoring import THRESHOLD
from assistant.answer.weighing import weigh
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
BOATS = """# Vloot

## Stand van de boten

Onderstaande tabel geeft per boot de stand.

| Boot | Haven | Staat |
|---|---|---|
| Albatros | Lier | op koers |
| Bergeend | Genk | gestrand |
| Fuut | Lier | op koers, met averij |
| Grutto | Mol | in reparatie |
"""
CROPS = """# Gewassen

Overzicht van de gewassen:

| Streek | Akker | Kas |
|---|---|---|
| Noorderdal | Teelt | Teelt |
| Middeldal | Beperkte teelt | - |
| Zuiderdal | Teelt | Teelt |
"""
MOORED = """# Vloot

## Stand van de boten

Onderstaande tabel geeft per boot de stand.

| Boot | Haven | Staat |
|---|---|---|
| Albatros | Lier | op koers |
| Bergeend | Genk | niet op koers |
| Fuut | Lier | bijna op koers |
| Grutto | Mol | uit de vaart |
| Kievit | Mol | in de vaart |
"""


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        ("Welke boten liggen op koers?", BOATS, "Albatros; Fuut (op koers, met averij)"),
        ("Welke boten liggen op koers?", MOORED, "Albatros"),
        ("Welke boten zijn in de vaart?", MOORED, "Kievit"),
        ("Welke boten zijn uit de vaart?", MOORED, "Grutto"),
        ("Welke boten zijn gestrand?", BOATS, "Bergeend"),
        ("Welke boten zijn in reparatie?", BOATS, "Grutto"),
        ("Welke streken hebben beperkte teelt?", CROPS, "Middeldal"),
    ],
)
def test_only_the_rows_with_the_cell_that_is_asked_for_are_listed(
    desk: Desk, question: str, text: str, short: str
) -> None:
    weighed = desk.weigh(question, text)
    found = find_spread_list(weighed.question, weighed.matcher, weighed.units)
    assert found is not None
    assert found.short == short


def test_a_cell_that_all_rows_share_or_that_says_less_than_is_asked_parts_no_rows(desk: Desk) -> None:
    weighed = desk.weigh("Welke boten liggen in de haven van Lier op koers en zijn oud?", BOATS)
    found = find_spread_list(weighed.question, weighed.matcher, weighed.units)
    assert found is None or "Bergeend" not in found.short


def test_too_many_rows_are_not_replaced_by_those_of_an_older_table(desk: Desk) -> None:
    many = "".join(f"| Sloep {chr(65 + place)} | Lier | op koers |\n" for place in range(18))
    older, newer = desk.read(BOATS), desk.read(BOATS.replace("| Albatros", f"{many}| Albatros"))
    older.document = replace(older.document, date="2031-05-03")
    newer.document = replace(newer.document, date="2033-05-03")
    question = "Welke boten liggen op koers?"
    weighed = weigh(question, desk.hits([older, newer]), desk.library([older, newer]))
    assert find_filtered(weighed.question, weighed.matcher, weighed.units) is None


def test_the_list_of_the_newest_table_is_the_answer(desk: Desk) -> None:
    older = BOATS.replace("# Vloot", "# Vloot\n\nDatum: 3 mei 2031").replace("gestrand", "op koers")
    newer = BOATS.replace("# Vloot", "# Vloot\n\nDatum: 3 mei 2033")
    readings = [desk.read(older), desk.read(newer)]
    weighed = desk.weigh_readings("Welke boten liggen op koers?", readings)
    found = find_spread_list(weighed.question, weighed.matcher, weighed.units)
    assert found is not None
    assert found.short == "Albatros; Fuut (op koers, met averij)"
    assert {unit.reading.document.id for unit in found.units} == {readings[1].document.id}


def test_a_filtered_table_answers_only_where_the_chance_is_enough(desk: Desk) -> None:
    readings = [desk.read(BOATS)]
    answer = compose_answer("Welke boten zijn gestrand?", desk.hits(readings), desk.library(readings), ALL)
    assert answer.answered == (answer.confidence >= THRESHOLD)


def test_the_newer_table_with_the_same_rows_answers_though_it_does_not_name_the_noun(desk: Desk) -> None:
    text = (
        BOATS.replace("## Stand van de boten", "## Stand")
        .replace("per boot ", "")
        .replace("| Boot |", "| Naam |")
        .replace("op koers, met averij", "in reparatie")
        .replace("gestrand", "op koers")
    )
    older, newer = desk.read(BOATS), desk.read(text)
    older.document = replace(older.document, date="2031-05-03")
    newer.document = replace(newer.document, date="2033-05-03")
    weighed = desk.weigh_readings("Welke boten liggen op koers?", [older, newer])
    found = find_spread_list(weighed.question, weighed.matcher, weighed.units)
    assert found is not None
    assert found.short == "Albatros en Bergeend"


def test_a_question_may_mean_the_whole_of_a_cell(desk: Desk) -> None:
    weighed = desk.weigh_readings("Welke boten liggen op koers met averij?", [desk.read(BOATS)])
    found = find_spread_list(weighed.question, weighed.matcher, weighed.units)
    assert found is not None
    assert found.short == "Fuut"
