"""Reasons that a sentence announces stand behind it or in the list below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
LISTED = """# Brug

De opening van de brug is uitgesteld. Dat heeft drie oorzaken:

- de vergunning was te laat
- het staal is op
- de aannemer ging failliet
"""
COUNTED = """# Brug

De opening van de brug is uitgesteld. Er zijn drie oorzaken. De vergunning kwam te laat. Het staal is op. De aannemer ging failliet. Lier wacht.
"""
TOLD = """# Brug

De brug van Lier is uitgesteld.

De opening van de brug is verschoven omdat de vergunning te laat kwam.
"""


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        (
            "Waarom is de opening van de brug uitgesteld?",
            LISTED,
            "de vergunning was te laat, het staal is op en de aannemer ging failliet",
        ),
        (
            "Waarom is de opening van de brug uitgesteld?",
            COUNTED,
            "de vergunning kwam te laat. Het staal is op. De aannemer ging failliet",
        ),
        ("Waarom is de brug verschoven?", TOLD, "omdat de vergunning te laat kwam"),
    ],
)
def test_reasons_that_are_announced_are_given(desk: Desk, question: str, text: str, short: str) -> None:
    reading = desk.read(text)
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == short
