"""Questions for a condition, and the kinds of some other questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.conditions import asks_condition
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import parse_question
from assistant.answer.weighing import find_best

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Wanneer is een boot zeewaardig?", QuestionKind.TOPIC),
        ("Wanneer ben je schipper?", QuestionKind.TOPIC),
        ("Wanneer moet je een keuring doen?", QuestionKind.TOPIC),
        ("Wanneer moet je de aanvraag indienen?", QuestionKind.MOMENT),
        ("Wanneer is de kade klaar?", QuestionKind.MOMENT),
        ("Wanneer is een nieuwe brug geopend?", QuestionKind.MOMENT),
        ("Hoeveel gulden kostte de kade?", QuestionKind.AMOUNT),
        ("Hoeveel dollar leverde de boot op?", QuestionKind.AMOUNT),
        ("Hoe ver mag een sleepboot varen?", QuestionKind.COUNT),
        ("Om welke redenen is de kade dicht?", QuestionKind.REASON),
    ],
)
def test_the_words_of_a_question_tell_its_kind(question: str, kind: QuestionKind) -> None:
    assert parse_question(question).kind is kind


def test_a_condition_is_told_by_a_sentence_that_names_one(desk: Desk) -> None:
    text = (
        "Beschouw de boot dan als zeewaardig.\n\nAls de boot zeewaardig is, mag de schipper uitvaren.\n\n"
        "Een boot is zeewaardig als de romp dicht is en het roer werkt.\n"
    )
    question = "Wanneer is een boot zeewaardig?"
    assert asks_condition(parse_question(question))
    best = find_best(desk.weigh(question, text))
    assert best is not None
    assert "romp dicht" in best.text


def test_a_day_is_no_condition() -> None:
    assert not asks_condition(parse_question("Wanneer is de kade geopend?"))
