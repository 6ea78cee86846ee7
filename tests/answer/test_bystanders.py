"""Who does what is asked, and not who does something else beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
_NO_LEAVE = "Een schipper houdt op lid te zijn bij een benoeming tot wethouder, waarvoor door de ledenraad geen ontheffing is verleend."


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (_NO_LEAVE, "Wie benoemt de wethouder?", None),
        (_NO_LEAVE, "Wie verleent ontheffing?", "de ledenraad"),
        (
            f"{_NO_LEAVE} De wethouder wordt op voordracht van de ledenraad benoemd door het college.",
            "Wie benoemt de wethouder?",
            "het college",
        ),
        (
            "De keuring van de boten wordt door de havendienst verricht.",
            "Wie keurt de boten?",
            "de havendienst",
        ),
        (
            "Bij de keuring van de boten wordt door de secretaris een verslag gemaakt.",
            "Wie keurt de boten?",
            None,
        ),
        (
            "Bij de keuring van de boten wordt door de secretaris een verslag gemaakt.",
            "Wie maakt een verslag van de keuring?",
            "de secretaris",
        ),
    ],
)
def test_one_who_does_another_thing_is_not_told(
    desk: Desk, text: str, question: str, said: str | None
) -> None:
    reading = desk.read(f"# Statuten\n\n{text}")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == said


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (
            "De veersubsidie komt ten laste van het Plassenfonds.",
            "Uit welk fonds komt de veersubsidie?",
            "het Plassenfonds",
        ),
        (
            "De veersubsidie komt ten laste van het Plassenfonds.",
            "Welk fonds betaalt de veersubsidie?",
            "het Plassenfonds",
        ),
    ],
)
def test_behind_welk_one_is_asked_whatever_the_noun_ends_in(
    desk: Desk, text: str, question: str, said: str
) -> None:
    reading = desk.read(f"# Veersubsidie\n\n{text}")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == said
