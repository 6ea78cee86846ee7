"""Of several values in a sentence, the one whose own piece says what it is of; and numbers that count nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.quantities import find_quantities
from assistant.answer.tellshort import tell_short
from assistant.answer.weighing import find_best

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        (
            "Welk deel van de stroom is groen?",
            "Groen is nu 15% van het gasverbruik en 40% van het stroomverbruik.",
            "40%",
        ),
        (
            "Hoeveel subsidie is er per scholier?",
            "De haven geeft 2.000 euro voor begeleiding, plus 80 euro per scholier.",
            "80 euro",
        ),
        (
            "Hoeveel bedraagt de toelage voor het tweede kind?",
            "De toelage bedraagt 90 euro voor het eerste kind, 120 euro voor het tweede kind en 150 euro voor het derde kind.",
            "120 euro",
        ),
    ],
)
def test_the_value_of_what_is_asked_is_told(desk: Desk, question: str, text: str, short: str) -> None:
    weighed = desk.weigh(question, text)
    best = find_best(weighed)
    assert best is not None
    assert tell_short(weighed, best) == short


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("4°. het aantal boten", []),
        ("in jaar t+3 telt de haven boten", []),
        ("het 100-jarig bestaan van de haven", []),
        ("bedoeld in het eerste lid, onder 4, van de wet", []),
        ("er liggen 40 boten", ["40"]),
        ("een groep van 40-plussers met 3 boten", ["40", "3"]),
    ],
)
def test_marks_and_parts_of_words_count_nothing(text: str, numbers: list[str]) -> None:
    assert [quantity.number.of(text) for quantity in find_quantities(text)] == numbers
