"""A bare number of a table is told with the unit of its column or caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.cellunits import read_unit
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
BUDGET = """# Begroting

| Veer | Budget (mln euro) | Aandeel (in %) | Lengte (km) |
|---|---|---|---|
| Veer Lier | 12,0 | 35 | 4 |
| Veer Genk | 8,5 | 65 | 7 |
"""


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Wat is het budget van het veer Lier?", "12,0 miljoen euro"),
        ("Hoe groot is het budget voor het veer Genk?", "8,5 miljoen euro"),
    ],
)
def test_a_bare_number_has_the_unit_of_its_column(desk: Desk, question: str, short: str) -> None:
    reading = desk.read(BUDGET)
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == short


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("Budget (mln euro)", "miljoen euro"),
        ("Bedrag (x € 1.000)", "duizend euro"),
        ("Bedragen x 1.000.000 euro", "miljoen euro"),
        ("Kosten in miljoenen euro", "miljoen euro"),
        ("Inwoners (x 1.000)", "duizend"),
        ("Aandeel (in %)", "%"),
        ("Lengte (km)", "km"),
        ("Budget (raming)", None),
        ("Budget (2031)", None),
        ("Score (1-10)", None),
    ],
)
def test_the_unit_stands_in_a_header(words: str, unit: str | None) -> None:
    assert read_unit(words) == unit
