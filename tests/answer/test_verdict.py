"""Yes, no, or neither: what a sentence says about a statement in the form of a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.verdict import find_verdict

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

TABLE = """# Deelname

| Gemeente | Zorg | Energie | Water |
|---|---|---|---|
| Lier | ja | - | start in mei |
| Genk | nee | ja | n.v.t. |
"""


def verdict(desk: Desk, question: str, text: str, words: str | None = None) -> str | None:
    """Give the verdict of the best sentence, or of the one that holds `words`."""
    weighed = desk.weigh(question, text)
    unit = next(unit for unit in weighed.units if words is None or words in unit.text)
    return find_verdict(weighed.question, unit, weighed.matcher)


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Is de brug geopend?", "De brug is geopend.", "Ja"),
        ("Werd de brug in 2021 geopend?", "De brug werd in 2021 geopend.", "Ja"),
        ("Kost de brug 3 miljoen euro?", "De brug kost 3 miljoen euro.", "Ja"),
        ("Heeft de raad het plan goedgekeurd?", "De raad keurde het plan unaniem goed.", "Ja"),
        ("Is de brug geopend?", "De brug is niet geopend.", "Nee"),
        ("Krijgen scholen subsidie?", "Scholen krijgen geen subsidie.", "Nee"),
        ("Doet Genk mee?", "Genk doet niet meer mee.", "Nee"),
        ("Kost de brug 5 miljoen euro?", "De brug kost 3 miljoen euro.", "Nee"),
    ],
)
def test_a_sentence_that_holds_the_question_decides_it(
    desk: Desk, question: str, text: str, expected: str
) -> None:
    assert verdict(desk, question, text) == expected


@pytest.mark.parametrize("sentence", ["De brug is niet geopend.", "Er is geen brug geopend."])
def test_a_negation_on_both_sides_is_a_yes(desk: Desk, sentence: str) -> None:
    assert verdict(desk, "Is de brug niet geopend?", sentence) == "Ja"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Is de brug geopend?", "De brug wordt wellicht geopend."),
        ("Is de brug geopend?", "Of de brug wordt geopend, is nog onduidelijk."),
        ("Krijgen scholen subsidie?", "Scholen krijgen gedeeltelijk subsidie."),
        ("Is de brug geopend?", "De molen draait elke dag."),
        ("Ligt de brug in Genk?", "De brug ligt in Lier."),
    ],
)
def test_a_sentence_that_hedges_or_speaks_of_something_else_decides_nothing(
    desk: Desk, question: str, text: str
) -> None:
    assert verdict(desk, question, text) is None


@pytest.mark.parametrize(
    ("question", "row", "expected"),
    [
        ("Doet Lier mee aan zorg?", "Lier", "Ja"),
        ("Doet Lier mee aan energie?", "Lier", "Nee"),
        ("Doet Genk mee aan energie?", "Genk", "Ja"),
        ("Doet Genk mee aan zorg?", "Genk", "Nee"),
        ("Doet Genk mee aan water?", "Genk", "Nee"),
        ("Doet Lier mee aan water?", "Lier", "Ja"),
    ],
)
def test_the_cell_of_a_table_decides(desk: Desk, question: str, row: str, expected: str) -> None:
    assert verdict(desk, question, TABLE, row) == expected
