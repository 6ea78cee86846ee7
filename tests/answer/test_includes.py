"""Whether a price includes something: "exclusief" is the "Nee" to "inclusief"."""

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
        ("Alle havengelden zijn in euro en exclusief btw.", "Zijn de havengelden inclusief btw?", "Nee"),
        ("Alle havengelden zijn in euro en exclusief btw.", "Zijn de havengelden exclusief btw?", "Ja"),
        ("De btw is in de havengelden niet begrepen.", "Is de btw in de havengelden begrepen?", "Nee"),
        ("De btw is in de havengelden niet begrepen.", "Zijn de havengelden inclusief btw?", "Nee"),
        ("De vaarprijzen zijn inclusief koffie.", "Zijn de vaarprijzen exclusief koffie?", "Nee"),
        ("De haven telt 40 boten, exclusief roeiboten.", "Is het aantal boten inclusief roeiboten?", "Nee"),
        ("Alle havengelden zijn in euro en exclusief btw.", "Zijn de havengelden inclusief koffie?", None),
    ],
)
def test_what_is_left_out_is_not_included(desk: Desk, text: str, question: str, said: str | None) -> None:
    reading = desk.read(f"# Havengelden\n\n{text}")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == said
