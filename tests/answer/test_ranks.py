"""The second one is not the one that is spoken of without a rank, where a text speaks of both."""

from __future__ import annotations

from tests.answer.conftest import Desk

TEXT = """De installatie kostte 5,2 miljoen euro en ging op 3 mei open.

In Molenhoek komt misschien een tweede installatie. Die zou in 2031 open moeten gaan.
"""


def test_the_cost_of_the_first_is_not_that_of_the_second(desk: Desk) -> None:
    best = desk.weigh("Hoeveel kost de tweede installatie?", TEXT).units[0]
    assert "tweede" in best.lacks or not best.text.startswith("De installatie")


def test_what_is_said_right_after_it_is_of_it(desk: Desk) -> None:
    units = desk.weigh("Wanneer gaat de tweede installatie open?", TEXT).units
    told = next(unit for unit in units if unit.text.startswith("Die zou"))
    assert told.lacks == ()


def test_without_a_second_one_nothing_is_lacking(desk: Desk) -> None:
    best = desk.weigh("Hoeveel kost de tweede hal?", "De hal kostte 2 miljoen euro.\n").units[0]
    assert "tweede" not in best.lacks
