"""The figure of the asked year in a sentence that leaves out what it counts."""

from __future__ import annotations

import pytest

from tests.answer.conftest import Desk

TEXT = """Het Huis van Techniek trok in 2022 1.840 leerlingen. In 2021 waren dat er 1.120. In 2020 ging het om 980.
De hal kostte in 2022 30.000 euro aan onderhoud. In 2021 was dat 25.000 euro en in 2020 nog 20.000 euro.
"""


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Hoeveel leerlingen trok het Huis van Techniek in 2021?", "1.120"),
        ("Hoeveel leerlingen trok het Huis van Techniek in 2020?", "980"),
        ("Hoeveel leerlingen trok het Huis van Techniek in 2022?", "1.840 leerlingen"),
    ],
)
def test_the_value_of_the_asked_year_goes_first(desk: Desk, question: str, short: str) -> None:
    assert desk.weigh(question, TEXT).units[0].short_text == short


def test_a_sentence_with_more_values_is_left_where_it_is(desk: Desk) -> None:
    best = desk.weigh("Hoeveel kostte het onderhoud van de hal in 2019?", TEXT).units[0]
    assert best.text.startswith("De hal kostte")
