"""When something is there or may be done: a condition, no day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Answer, Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")


def ask(desk: Desk, text: str, question: str) -> Answer:
    readings = [desk.read(f"# Nota\n\n{text}")]
    return compose_answer(question, desk.hits(readings), desk.library(readings), ALL)


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (
            "Van wateroverlast is sprake als het peil boven het maaiveld staat. De gemeente meet dat elke dag.",
            "Wat is wateroverlast?",
            "als het peil boven het maaiveld staat",
        ),
        (
            "Er is pas sprake van noodhulp op het moment dat een bedrijf geen lonen kan betalen.",
            "Wanneer is er sprake van noodhulp?",
            "op het moment dat een bedrijf geen lonen kan betalen",
        ),
        ("Van wateroverlast is sprake in Lier en Mol.", "Wat is wateroverlast?", None),
    ],
)
def test_a_thing_is_told_by_when_it_is_there(desk: Desk, text: str, question: str, said: str | None) -> None:
    assert ask(desk, text, question).short == said


def test_when_a_body_may_do_something_is_told_by_its_sentence(desk: Desk) -> None:
    text = "De toezichthouder mag een woning binnentreden als er acuut gevaar is."
    answer = ask(desk, text, "Wanneer mag de toezichthouder een woning binnentreden?")
    assert (answer.answered, answer.short, answer.citations[0].quote) == (True, None, text)


def test_when_something_opens_is_a_day(desk: Desk) -> None:
    answer = ask(desk, "De scholen mogen op 3 maart 2031 weer open.", "Wanneer mogen de scholen weer open?")
    assert answer.short == "3 maart 2031"
