"""A condition, or an exception of what is forbidden, is neither yes nor no."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        ("Er is pas recht op veergeld wanneer iemand een jaar vaart.", "Is er recht op veergeld?", None),
        ("Het veergeld wordt pas uitbetaald als de tocht klaar is.", "Wordt het veergeld uitbetaald?", None),
        ("Een gast mag slechts varen indien hij een pas heeft.", "Mag een gast varen?", None),
        (
            "Het veergeld wordt pas uitbetaald als de tocht klaar is.",
            "Wordt het veergeld vooraf uitbetaald?",
            "Nee",
        ),
        ("Een gast mag niet varen.", "Mag een gast varen?", "Nee"),
        (
            "Het is verboden honden los te laten lopen, met uitzondering van het losveld.",
            "Mag mijn hond los op het losveld?",
            None,
        ),
        (
            "Het is verboden honden los te laten lopen, met uitzondering van het losveld.",
            "Mag een hond los lopen?",
            "Nee",
        ),
        (
            "Op zondag zijn de winkels gesloten, met uitzondering van de bakkers.",
            "Zijn de bakkers op zondag open?",
            None,
        ),
        (
            "Op zondag zijn de winkels gesloten, met uitzondering van de bakkers.",
            "Zijn de bakkers op zondag gesloten?",
            "Nee",
        ),
        ("Alle straten zijn autovrij, uitgezonderd de Kerklaan.", "Zijn alle straten autovrij?", None),
    ],
)
def test_a_condition_or_an_exception_decides_nothing(
    desk: Desk, text: str, question: str, said: str | None
) -> None:
    reading = desk.read(f"# Regels\n\n{text}\n")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert (answer.answered, answer.short) == (True, said)
