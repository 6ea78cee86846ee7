"""The most and the least of a table, found by comparing its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.extremes import find_extreme, settle_superlative

if TYPE_CHECKING:
    from tests.answer.conftest import Desk, OpenTexts

HARBOURS = """# Havens

## Havens en hun middelen

| Haven | Ligplaatsen | Subsidie 2023 | Subsidie 2024 | Beheerder |
|---|---|---|---|---|
| Kreekmonde | 120 | € 40.000 | € 90.000 | A. Donk |
| Zilverhoek | 340 | € 75.000 | € 60.000 | B. Pauw |
| Oude Sluis | 85 | € 75.000 | € 20.000 | A. Donk |
| Totaal | 545 | € 190.000 | € 170.000 | |

## Bruggen

| Brug | Lengte | Kosten |
|---|---|---|
| Rietbrug | 41 meter | 1,2 miljoen euro |
| Wilgenbrug | 118 meter | 800.000 euro |
| Elzenbrug | 63 meter | nog onbekend |
"""


def found(desk: Desk, question: str, text: str = HARBOURS) -> tuple[str | None, list[str]] | None:
    """Give the short answer and the labels of the rows that win."""
    weighed = desk.weigh(question, text)
    extreme = find_extreme(weighed.question, weighed.matcher, weighed.units)
    if extreme is None:
        return None
    return extreme.short, [unit.text.split(" – ")[0].split(": ")[-1] for unit in extreme.units]


@pytest.mark.parametrize(
    ("question", "short", "rows"),
    [
        ("Welke haven heeft de meeste ligplaatsen?", "Zilverhoek", ["Zilverhoek"]),
        ("Welke haven heeft het kleinste aantal ligplaatsen?", "Oude Sluis", ["Oude Sluis"]),
        ("Welke haven krijgt in 2024 de meeste subsidie?", "Kreekmonde", ["Kreekmonde"]),
        ("Welke haven krijgt in 2024 het minste geld?", "Oude Sluis", ["Oude Sluis"]),
        ("Welke brug is het langst?", "Wilgenbrug", ["Wilgenbrug"]),
        ("Wat is de kortste brug?", "Rietbrug", ["Rietbrug"]),
        ("Hoe lang is de langste brug?", "118 meter", ["Wilgenbrug"]),
        ("Hoeveel ligplaatsen heeft de haven met de meeste ligplaatsen?", "340", ["Zilverhoek"]),
        (
            "Welke twee havens hebben de meeste ligplaatsen?",
            "Zilverhoek en Kreekmonde",
            ["Zilverhoek", "Kreekmonde"],
        ),
    ],
)
def test_the_row_with_the_most_or_least_is_found(
    desk: Desk, question: str, short: str, rows: list[str]
) -> None:
    assert found(desk, question) == (short, rows)


def test_rows_with_the_same_value_win_together(desk: Desk) -> None:
    told = found(desk, "Welke haven krijgt in 2023 de meeste subsidie?")
    assert told == ("Zilverhoek en Oude Sluis", ["Zilverhoek", "Oude Sluis"])


@pytest.mark.parametrize(
    "question",
    [
        "Welke brug heeft de hoogste kosten?",  # one of them is not known
        "Welke beheerder heeft in 2024 de meeste subsidie?",  # one beheerder has two rows
        "Welke havens hebben de meeste ligplaatsen?",  # how many are meant?
    ],
)
def test_what_cannot_be_compared_gives_no_short_answer(desk: Desk, question: str) -> None:
    told = found(desk, question)
    assert told is not None
    assert told[0] is None


@pytest.mark.parametrize(
    "question",
    [
        "Welke haven krijgt de meeste subsidie?",  # two columns, of two years
        "Welke school heeft de meeste ligplaatsen?",
        "Welke haven heeft de meeste bezoekers?",
        "Welke haven heeft ligplaatsen?",
    ],
)
def test_no_table_answers_what_it_does_not_measure(desk: Desk, question: str) -> None:
    assert found(desk, question) is None


def test_a_table_in_parts_is_compared_as_a_whole_or_not_at_all(desk: Desk) -> None:
    parts = (
        "# Dorpen\n\n<table><tr><th>Dorp</th><th>Bomen</th></tr>"
        "<tr><td colspan=2>Noord</td></tr><tr><td>Ens</td><td>300</td></tr><tr><td>Uil</td><td>200</td></tr>"
        "<tr><td colspan=2>Zuid</td></tr><tr><td>Aal</td><td>900</td></tr><tr><td>Den</td><td>100</td></tr></table>"
    )
    reading = desk.read(f"<html><body><h1>Dorpen</h1>{parts[10:]}</body></html>", suffix=".html")
    weighed = desk.weigh_readings("Welk dorp heeft de meeste bomen?", [reading])
    extreme = find_extreme(weighed.question, weighed.matcher, weighed.units)
    assert extreme is None or extreme.short in (None, "Aal")


def test_a_sentence_that_says_it_itself_stands(desk: Desk) -> None:
    text = HARBOURS + "\n## Slot\n\nDe haven Zilverhoek heeft de meeste ligplaatsen van de streek.\n"
    weighed = desk.weigh("Welke haven heeft de meeste ligplaatsen?", text)
    best = next(unit for unit in weighed.units if "streek" in unit.text)
    assert settle_superlative(weighed.question, [best], weighed.units, weighed.matcher) is None


def test_a_sentence_that_does_not_say_it_gives_no_short_answer(open_texts: OpenTexts) -> None:
    text = "# Dorpen\n\nHet dorp Ens krijgt een budget van 300 euro. Het dorp Uil krijgt een budget van 500 euro.\n"
    with open_texts({"dorpen.md": text}) as assistant:
        answer = assistant.ask("Welk dorp krijgt het hoogste budget?")
    assert answer.short is None


def test_the_winning_row_is_quoted_first(open_texts: OpenTexts) -> None:
    with open_texts({"havens.md": HARBOURS}) as assistant:
        answer = assistant.ask("Welke brug is het langst?")
    assert (answer.answered, answer.short) == (True, "Wilgenbrug")
    assert answer.citations[0].quote == "Wilgenbrug – Lengte: 118 meter; Kosten: 800.000 euro"


def test_the_newest_table_goes_before_an_older_one(desk: Desk) -> None:
    def table(year: int, one: int, other: int) -> str:
        head = f"---\ndate: {year}-03-01\n---\n\n# Havens\n\n| Haven | Boten |\n|---|---|\n"
        return f"{head}| Kreekmonde | {one} |\n| Zilverhoek | {other} |\n"

    weighed = desk.weigh("Welke haven heeft de meeste boten?", table(2020, 9, 5), table(2022, 4, 8))
    extreme = find_extreme(weighed.question, weighed.matcher, weighed.units)
    assert extreme is not None
    assert extreme.short == "Zilverhoek"


def test_a_table_per_one_thing_is_none_of_another(desk: Desk) -> None:
    text = (
        "# Projecten van de haven\n\nTabel 1. Budget per pijler\n\n"
        "| Pijler | Budget |\n|---|---|\n| Water | € 300 |\n| Wind | € 900 |\n"
    )
    assert found(desk, "Welk project heeft het hoogste budget?", text) is None
    assert found(desk, "Welke pijler heeft het hoogste budget?", text) == ("Wind", ["Wind"])
