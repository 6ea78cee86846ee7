"""Whether a rule holds for others too, and in the case of the sentence before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
_ROW = (
    "De veerregeling geldt voor alle schippers die mensen overzetten. Bij storm moet de schipper aan de kant blijven. "
    "Bij vaartochten op een besloten vijver is er geen gevaar voor anderen. In dat geval is de veerregeling niet van toepassing."
)


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        ("De veerregeling geldt voor alle schippers.", "Geldt de veerregeling ook voor visserslui?", None),
        ("De veerregeling geldt voor alle schippers.", "Geldt de veerregeling ook voor schippers?", "Ja"),
        (
            "De veerregeling geldt voor schippers. Ook voor visserslui is zij geschreven.",
            "Geldt de veerregeling ook voor visserslui?",
            "Ja",
        ),
        ("De veerregeling geldt sinds 2031.", "Geldt de veerregeling voor ziekenhuizen?", None),
        (
            "De veerregeling geldt niet voor visserslui.",
            "Geldt de veerregeling ook voor visserslui?",
            "Nee",
        ),
        (_ROW, "Is de veerregeling van toepassing op een besloten vijver?", "Nee"),
        (_ROW, "Geldt de veerregeling ook bij vaartochten op een besloten vijver?", "Nee"),
        (_ROW, "Geldt de veerregeling voor schippers?", "Ja"),
    ],
)
def test_a_rule_holds_for_those_who_are_named(desk: Desk, text: str, question: str, said: str | None) -> None:
    reading = desk.read(f"# Nota over varen\n\n{text}")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == said


@pytest.mark.parametrize(
    "question", ["Geldt de veerregeling ook bij storm?", "Is de veerregeling van toepassing bij storm?"]
)
def test_that_case_is_the_one_of_the_sentence_before(desk: Desk, question: str) -> None:
    reading = desk.read(f"# Nota over varen\n\n{_ROW}")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short != "Nee"


def test_other_questions_are_decided_as_before(desk: Desk) -> None:
    reading = desk.read("# Nota over varen\n\nDe veerregeling is in werking sinds 2031. De raad stemde in.")
    answer = compose_answer(
        "Is de veerregeling in werking?", desk.hits([reading]), desk.library([reading]), ALL
    )
    assert answer.short == "Ja"
