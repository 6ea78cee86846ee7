"""A figure of the month that a question names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Hoeveel keuren waren er in maart 2021?", "14 keuren"),
        ("Hoeveel keuren waren er in oktober 2021?", "19 keuren"),
        ("Hoeveel keuren waren er in december 2021?", "23 keuren"),
    ],
)
def test_the_report_of_the_month_goes_first(desk: Desk, question: str, short: str) -> None:
    readings = [
        desk.read(f"# Verslag van de keurgroep\n\nDatum: {date}\n\nMomenteel zijn er {number} keuren.")
        for date, number in (("4 maart 2021", 14), ("7 oktober 2021", 19), ("2 december 2021", 23))
    ]
    answer = compose_answer(question, desk.hits(readings), desk.library(readings), ALL)
    assert answer.short == short
