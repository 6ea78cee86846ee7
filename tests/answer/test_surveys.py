"""All facts of a sort: also those in headings, each value once, in their own year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.assistant import Assistant
from assistant.types import Answer

if TYPE_CHECKING:
    from tests.answer.conftest import OpenTexts

TEXTS = {
    "nota.md": """# Nota over de brug

Gouda, 4 mei 2021

## Kosten voor Turnhout: 5 miljoen euro

De brug kost 2 miljoen euro. De sluis kost € 2.000.000 en de dijk 3 miljoen euro.

## Werk

De dijk is dicht van 3 mei 2020 tot 4 juni 2022. In 2018 zakte de dijk en in 2023 is hij hoog. De provincie levert in 2020 een plan voor het riool.

De provincie heeft in 2021 een plan voor de haven gemaakt. Voorzitter Griet Aalders opende de haven.
""",
    **{f"vol/{number:02}.txt": f"Bericht {number}. De kermis is voorbij.\n" for number in range(60)},
}


@pytest.fixture(scope="module")
def assistant(open_texts: OpenTexts) -> Assistant:
    return open_texts(TEXTS)


def said(answer: Answer) -> list[str]:
    """Give the words of the facts with the sentence or heading of each."""
    assert answer.tally is not None
    return [
        f"{fact.text} | {mention.quote}"
        for (_, fact), mention in zip(answer.extracts, answer.tally.mentions, strict=True)
    ]


def test_facts_in_headings_are_counted_with_the_heading_as_their_place(assistant: Assistant) -> None:
    answer = assistant.ask("Welke gemeenten worden genoemd?")
    assert said(answer) == ["Turnhout | Kosten voor Turnhout: 5 miljoen euro"]
    assert [item.quote for item in answer.citations] == ["Kosten voor Turnhout: 5 miljoen euro"]
    assert answer.citations[0].heading == ("Nota over de brug",)


def test_a_sentence_that_points_back_is_about_what_the_one_before_names(open_texts: OpenTexts) -> None:
    text = (
        "De wijkpremie komt er in 2024. Die bedraagt 600 euro per jaar. Een fiets kost er 90 euro.\n\n"
        "De wijkpremie daalt later tot 250 euro.\n"
    )
    answer = open_texts({"premie.md": text}).ask("Noem alle bedragen over de wijkpremie")
    assert answer.short == "600 euro; 250 euro"


def test_one_value_in_other_words_is_one(assistant: Assistant) -> None:
    answer = assistant.ask("Hoeveel bedragen worden er genoemd?")
    assert answer.short == "3 bedragen"
    assert len(said(answer)) == 4
    assert "2 miljoen euro" in answer.text
    assert "€ 2.000.000 [" not in answer.text


def test_one_fact_is_told_in_the_singular(assistant: Assistant) -> None:
    answer = assistant.ask("Hoeveel personen worden er genoemd?")
    assert answer.short == "1 persoon"
    assert answer.text.startswith("Gezocht is naar personen. Er is er één gevonden:")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hoeveel bedragen worden genoemd over Turnhout?", "bedragen over ‘Turnhout’"),
        ("Geef alle data in 2018", "data in 2018"),
    ],
)
def test_what_limits_the_facts_is_told_with_them(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert answer.tally is not None
    assert answer.tally.what == told
    assert told in answer.text


def test_a_date_of_another_year_in_the_same_sentence_is_not_of_the_year(assistant: Assistant) -> None:
    answer = assistant.ask("Geef alle data in 2018")
    assert said(answer) == ["2018 | In 2018 zakte de dijk en in 2023 is hij hoog."]


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Geef alle acties van 2020", "De provincie levert in 2020 een plan voor het riool"),
        ("Alle acties van de provincie in 2021", "De provincie heeft in 2021 een plan voor de haven gemaakt"),
    ],
)
def test_the_year_of_actions_is_no_doer(assistant: Assistant, question: str, shown: str) -> None:
    assert assistant.ask(question).short == shown


def test_documents_beyond_those_that_are_quoted_are_told(assistant: Assistant) -> None:
    answer = assistant.ask("Hoe vaak komt kermis voor?")
    assert "in 60 documenten" in answer.text
    assert "De eerste 50 documenten staan hieronder." in answer.text
    few = assistant.ask("Hoe vaak komt riool voor?")
    assert "hieronder" not in few.text
