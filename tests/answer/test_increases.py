"""By how much something grew: a value of change or the whole change, never the new total."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import parse_question
from assistant.answer.increases import asks_change, settle_change

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hoeveel leden zijn er bijgekomen?", True),
        ("Hoeveel leden kreeg de kring erbij?", True),
        ("Hoeveel gasten meer dan verwacht kwamen er?", True),
        ("Hoeveel is de huur gestegen?", True),
        ("Met hoeveel procent wil de raad de huur verhogen?", True),
        ("Met hoeveel boten gaat de vloot op pad?", False),
        ("Tot hoeveel is de huur gestegen?", False),
        ("Hoeveel dorpen hebben meer dan 900 inwoners?", False),
        ("Hoeveel leden telt de kring?", False),
        ("Hoeveel leden waren erbij?", False),
        ("Hoeveel dorpen zijn erbij betrokken?", False),
    ],
)
def test_a_question_for_change_is_known(question: str, expected: bool) -> None:
    assert asks_change(parse_question(question)) is expected


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        (
            "Hoeveel leden kreeg de kring erbij?",
            "De kring groeide van 500 naar 900 leden.",
            "van 500 naar 900 leden",
        ),
        ("Hoeveel leden kreeg de kring erbij?", "De kring kreeg er 400 leden bij.", "400 leden"),
        ("Hoeveel leden kreeg de kring erbij?", "De kring telt 900 leden.", None),
        ("Hoeveel leden kreeg de kring erbij?", "De kring nam toe tot 900 leden.", None),
        ("Hoeveel leden kreeg de kring erbij?", "De kring telt meer dan 900 leden.", None),
        ("Hoeveel leden kreeg de kring erbij?", "De kring sprak namens 900 leden.", None),
        (
            "Hoeveel banen kwamen er in Lier bij?",
            "Het aantal banen in Lier stijgt met 700 banen.",
            "700 banen",
        ),
    ],
)
def test_only_a_value_of_change_answers_it(desk: Desk, question: str, text: str, short: str | None) -> None:
    best = desk.best(question, text)
    assert best is not None
    settled = settle_change(parse_question(question), best)
    assert (best.short_text if settled else None) == short
