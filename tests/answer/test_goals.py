"""Whether a goal is reached, from the words of a sentence or from its figures."""

from __future__ import annotations

import pytest

from assistant.answer.goals import is_goal_in_row, is_goal_reached, tells_reaching

ASKED = "Heeft de tuin zijn doel van 60 leden gehaald?"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In mei waren er 31 leden; het doel is 60.", False),
        ("In mei waren er 72 leden; het doel is 60.", True),
        ("Het doel is 60 leden.", None),
        ("In mei waren er 31 leden en 4 vrijwilligers; het doel is 60.", None),
        ("De tuin bleef achter bij het doel.", False),
        ("Het doel is 60 leden en er stonden 72 bomen.", None),
        ("In mei deden er 72 mee; het doel is 60%.", None),
    ],
)
def test_the_figure_of_a_sentence_is_held_against_its_goal(sentence: str, expected: bool | None) -> None:
    assert is_goal_reached(ASKED, sentence) is expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([("Doel 2026", "60 leden"), ("Stand mei", "31 leden"), ("Status", "vertraagd")], False),
        ([("Doel", "60 leden"), ("30 juni 2023", "31"), ("30 juni 2024", "64")], True),
        ([("Doel", "60 leden"), ("Stand mei", "ontwerp gereed")], None),
        ([("Doel", "60 leden"), ("Stand mei", "31 kilometer")], None),
        ([("Trekker", "Vossem"), ("Stand mei", "31 leden")], None),
        ([("Doel", "60 leden"), ("2024", "31"), ("2023", "64")], False),
        ([("Doel 2030", "60 leden"), ("Stand 2024", "31"), ("Prognose 2029", "70")], False),
        ([("Doel 2030", "60 leden"), ("Nulmeting 2018", "31")], None),
    ],
)
def test_the_last_figure_of_a_row_is_held_against_its_goal(
    cells: list[tuple[str, str]], expected: bool | None
) -> None:
    assert is_goal_in_row(ASKED, cells) is expected
    assert is_goal_in_row("Is het doel voor de uitstoot gehaald?", cells) is None


def test_a_sentence_that_does_not_speak_of_reaching_says_no_yes() -> None:
    assert tells_reaching("Het aantal van 60 is gehaald.")
    assert not tells_reaching("Alle 60 leden komen een jaar na het doel.")
