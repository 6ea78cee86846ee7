"""Verbs apart from their particle, in the text and in the question: "keurde ... goed" is of goedkeuren."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.textwords import find_apart
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
APPROVED = "De gemeenteraad keurde het fietsplan goed op 18 december 2031. Het plan vervangt dat van 2024."


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (APPROVED, "Wanneer werd het fietsplan goedgekeurd?", "18 december 2031"),
        (APPROVED, "Wanneer keurde de raad het fietsplan goed?", "18 december 2031"),
        (APPROVED, "Wie keurde het fietsplan goed?", "de gemeenteraad"),
        (APPROVED, "Door wie is het fietsplan goedgekeurd?", "de gemeenteraad"),
        ("Het college stelt het programma vast.", "Wie stelt het programma vast?", "het college"),
        ("Het college stelt het programma vast.", "Door wie wordt het programma vastgesteld?", "het college"),
        ("De raad heeft de motie aangenomen op 3 mei.", "Wanneer nam de raad de motie aan?", "3 mei"),
        (
            "Het bureau voerde de meting uit in opdracht van Lutterveen.",
            "Wie heeft de meting uitgevoerd?",
            "het bureau",
        ),
    ],
)
def test_a_verb_apart_from_its_particle_is_one(desk: Desk, text: str, question: str, told: str) -> None:
    readings = [desk.read(f"# Nota\n\n{text}")]
    assert compose_answer(question, desk.hits(readings), desk.library(readings), ALL).short == told


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("De raad keurde het plan goed.", ["goedkeurde"]),
        ("De raad keurde het plan goed op 4 mei.", ["goedkeurde"]),
        ("De stad neemt deel aan het project.", ["deelneemt"]),
        ("Dat is goed voor de stad.", []),
        ("De bus rijdt. Dat is goed.", []),
        ("Zij wonen op het eiland.", []),
    ],
)
def test_which_verbs_stand_apart(text: str, joined: list[str]) -> None:
    assert [verb for *_, verb in find_apart(text)] == joined
