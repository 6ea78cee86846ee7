"""What a question wants the most or the least of."""

from __future__ import annotations

import pytest

from assistant.answer import parse_question
from assistant.answer.superlatives import is_superlative, read_superlative, says_superlative


@pytest.mark.parametrize(
    ("question", "least", "noun", "value"),
    [
        ("Welke gemeente krijgt het meeste geld?", False, "geld", False),
        ("Welke gemeente heeft het kleinste aantal inwoners?", True, "inwoners", False),
        ("Welke brug is het langst?", False, None, False),
        ("Welk project kost het minst in 2024?", True, None, False),
        ("Wat is het duurste project?", False, "project", False),
        ("Hoeveel kost het goedkoopste project?", True, "project", True),
        ("Wat is het hoogste budget van een dorp?", False, "budget", True),
        ("Welke drie dorpen hebben de meeste bomen?", False, "bomen", False),
    ],
)
def test_a_superlative_is_read_with_what_it_measures(
    question: str, noun: str | None, *, least: bool, value: bool
) -> None:
    found = read_superlative(parse_question(question))
    assert found is not None
    assert (found.least, found.noun, found.value) == (least, noun, value)


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel dagen duurt het ten minste?",
        "Welke steun bedraagt ten hoogste 50 procent?",
        "Welk dorp is het meest innovatief?",
        "Wie kreeg het grootste deel van de subsidie?",
        "Wat is een van de grootste zorgen van de raad?",
        "Welke toelage geldt in de twee laagste klassen?",
        "Hoe heet de hoogste ambtenaar van de stad?",
        "Welk deel van de kleinste winkels heeft een alarm?",
        "Is Lier de grootste gemeente?",
        "Welke gemeente krijgt geld?",
    ],
)
def test_what_compares_nothing_is_no_superlative(question: str) -> None:
    assert read_superlative(parse_question(question)) is None


@pytest.mark.parametrize(
    ("question", "text", "says"),
    [
        ("Welke gemeente krijgt het meeste geld?", "Het grootste bedrag gaat naar Lier.", True),
        ("Welke gemeente krijgt het meeste geld?", "Lier krijgt 300 euro.", False),
        ("Welke gemeente krijgt het minste geld?", "Het grootste bedrag gaat naar Lier.", False),
        ("Welke gemeente krijgt het meeste geld?", "Lier krijgt ten hoogste 300 euro.", False),
        ("Wat is het hoogste bedrag?", "Lier krijgt ten hoogste 300 euro.", True),
    ],
)
def test_a_text_that_says_it_itself_is_told_apart(question: str, text: str, *, says: bool) -> None:
    wanted = read_superlative(parse_question(question))
    assert wanted is not None
    assert says_superlative(wanted, text) is says


def test_superlatives_are_known_by_both_forms() -> None:
    assert [is_superlative(word) for word in ("Langste", "duurst", "kust", "laatste")] == [
        True,
        True,
        False,
        False,
    ]
