"""A question for a part of a land or province is answered by a place inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.bounds import find_bound
from assistant.answer.constraints import find_constraints
from assistant.answer.question import parse_question

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


@pytest.mark.parametrize(
    ("question", "town"),
    [
        ("In welke Duitse stad staat een brug van Karel Dorst?", "Düsseldorf"),
        ("In welke Limburgse gemeente staat een brug van Karel Dorst?", "Venlo"),
        ("In welke stad in Vlaanderen staat een brug van Karel Dorst?", "Genk"),
        ("In welke provincie van Nederland staat een brug van Karel Dorst?", "Gelderland"),
    ],
)
def test_the_place_inside_is_the_answer(desk: Desk, question: str, town: str) -> None:
    best = desk.best(
        question, f"# Nota\n\nIn Parijs, in {town} en in Wenen staat een brug van Karel Dorst.\n"
    )
    assert best is not None
    assert best.short_text == town


@pytest.mark.parametrize(
    "question",
    ["In welke Deense stad staat een brug van Karel Dorst?", "In welke stad in Zeeland staat een brug?"],
)
def test_places_elsewhere_are_no_answer(desk: Desk, question: str) -> None:
    assert desk.best(question, "# Nota\n\nIn Parijs staat een brug van Karel Dorst.\n") is None


@pytest.mark.parametrize(
    "question",
    [
        "In welke stad staat een brug?",
        "Aan welke kant van Eindhoven staat een brug?",
        "In welke stad woont de Duitse architect?",
        "Welke Duitse architect bouwt een brug?",
        "Hoeveel Duitse steden bouwen een brug?",
        "Op welk Brussels plein staat een brug?",
    ],
)
def test_other_questions_have_no_bound(desk: Desk, question: str) -> None:
    atlas, parsed = desk.library([]).atlas, parse_question(question)
    assert find_bound(parsed, find_constraints(parsed, desk.matcher(question), atlas), atlas) is None
