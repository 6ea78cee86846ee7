"""Of several numbers in a sentence the one of the things that are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.weighing import find_best

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

SHELF = "De bibliotheek heeft 31 geleerde boeken, 24 leenboeken en 3 boeken in herstel."
NORMS = "Er zijn nu 14 erkende keuren, 9 voorstel keuren en 2 keuren in opbouw."


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        ("Hoeveel erkende keuren zijn er?", NORMS, "14 erkende keuren"),
        ("Hoeveel voorstel-keuren zijn er?", NORMS, "9 voorstel keuren"),
        ("Hoeveel keuren in opbouw zijn er?", NORMS, "2 keuren"),
        ("Hoeveel boeken zijn er in herstel?", SHELF, "3 boeken"),
        (
            "Hoeveel uur krijgt de fanfare?",
            "De fanfare krijgt 40 uur; bij regen wordt dat verminderd met 6 uur.",
            "40 uur",
        ),
        (
            "Met hoeveel uur wordt de tijd van de fanfare verminderd?",
            "Bij regen wordt de tijd van de fanfare verminderd met 6 uur.",
            "6 uur",
        ),
    ],
)
def test_the_words_beside_a_number_tell_which_one_is_asked(
    desk: Desk, question: str, text: str, short: str
) -> None:
    best = find_best(desk.weigh(question, text))
    assert best is not None
    assert best.short_text == short


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Welk aandeel van de uren krijgt muziek in 2031-2032?", "30%"),
        ("Welk aandeel van de uren krijgt muziek in het schooljaar 2030-2031?", "25%"),
        ("Welk aandeel van de uren krijgt muziek in 2032/2033?", "35%"),
    ],
)
def test_a_school_year_is_one_label_of_a_value(desk: Desk, question: str, short: str) -> None:
    text = (
        "Muziek krijgt 25% van de uren in het schooljaar 2030-2031, 30% in het schooljaar 2031-2032 en "
        "35% in het schooljaar 2032-2033."
    )
    best = find_best(desk.weigh(question, text))
    assert best is not None
    assert best.short_text == short
