"""How many sentences are quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.likelihood import ENOUGH, LEAST_ADDED, MOST_QUOTED, choose_likely, find_chances
from assistant.answer.scoring import SHARPNESS

if TYPE_CHECKING:
    from assistant.answer.evidence import Unit
    from tests.answer.conftest import Desk

PILES = "\n\n".join(f"De brug in Lier kreeg {number} palen van hout." for number in range(100, 108))


def make_units(desk: Desk, *scores: float) -> list[Unit]:
    """Give as many units of one document, with these scores."""
    units = desk.weigh("Hoeveel palen kreeg de brug in Lier?", PILES).units[: len(scores)]
    for unit, score in zip(units, scores, strict=True):
        unit.score = score / SHARPNESS
    return units


def test_chances_add_up_and_follow_the_scores(desk: Desk) -> None:
    chances = find_chances(make_units(desk, 2.0, 1.0, 0.0))
    assert sum(chances) == pytest.approx(1.0)
    assert (
        chances[0] / chances[1] == pytest.approx(chances[1] / chances[2]) == pytest.approx(2.71828, abs=1e-4)
    )
    assert find_chances([]) == []


def test_a_sentence_far_above_the_others_is_quoted_alone(desk: Desk) -> None:
    units = make_units(desk, 9.0, 3.0, 2.0)
    assert find_chances(units)[0] > ENOUGH
    assert choose_likely(units, units[0], lambda unit: True) == units[:1]


def test_sentences_alike_are_quoted_until_the_answer_is_likely_among_them(desk: Desk) -> None:
    units = make_units(desk, *[1.0] * 7)
    assert choose_likely(units, units[0], lambda unit: True) == units[:MOST_QUOTED]
    few = make_units(desk, 3.0, 2.5, -1.0)
    assert find_chances(few)[2] < LEAST_ADDED
    assert choose_likely(few, few[0], lambda unit: True) == few[:2]


def test_what_can_be_no_answer_is_not_quoted_beside_one(desk: Desk) -> None:
    units = make_units(desk, 2.0, 1.9, 1.8)
    assert choose_likely(units, units[0], lambda unit: unit is not units[1]) == [units[0], units[2]]


def test_the_same_words_elsewhere_are_not_quoted_twice(desk: Desk) -> None:
    twice = "De brug in Lier kreeg 12 palen van hout."
    units = desk.weigh("Hoeveel palen kreeg de brug in Lier?", twice, twice, "Lier ligt aan de brug.").units
    assert [unit.text for unit in choose_likely(units, units[0], lambda unit: True)][:2].count(twice) == 1
