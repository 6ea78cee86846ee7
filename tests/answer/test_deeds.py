"""Somebody who did something else than was asked is no short answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.deeds import is_of_another_deed
from assistant.answer.question import parse_question

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


@pytest.mark.parametrize(
    ("question", "text", "another"),
    [
        ("Wie heeft de brug ontworpen?", "De brug van Lier werd op 3 mei geopend door Anke Mol.", True),
        ("Wie heeft de brug ontworpen?", "De brug van Lier is door Anke Mol geopend.", True),
        ("Wie heeft de brug ontworpen?", "De brug van Lier is ontworpen door Anke Mol.", False),
        ("Wie heeft de brug ontworpen?", "Anke Mol vertelt over de brug van Lier.", False),
        ("Wie opende de brug?", "De brug van Lier werd op 3 mei geopend door Anke Mol.", False),
    ],
)
def test_another_deed_is_told_apart(desk: Desk, question: str, text: str, another: bool) -> None:
    matcher = desk.matcher(question)
    best = next(unit for unit in desk.weigh(question, text).units if "Anke Mol" in unit.text)
    assert best.short is not None
    asked = parse_question(question)
    assert is_of_another_deed(asked, best, matcher, best.short) is another
