"""Next questions from the facts around an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.conversation import make_turn
from assistant.answer.conversation_suggestions import leave_asked
from assistant.assistant import Assistant

if TYPE_CHECKING:
    from tests.answer.conftest import OpenTexts

REPORT = """# Verslag molens Lutterveen

## De Roerdomp

De molen trok in 2021 ongeveer 5.200 bezoekers. Directeur Hanne Wolters van Stichting Duinrand is daar blij mee.
De Ontwikkelingsmaatschappij Lutterveen (OML) betaalde de restauratie, die 81.000 euro kostte.
"""
OTHER = "De OML steunt ook het haventje van Brielstede.\n"


@pytest.fixture(scope="module")
def assistant(open_texts: OpenTexts) -> Assistant:
    return open_texts({"verslag.md": REPORT, "nota.txt": OTHER})


def test_next_questions_come_from_the_facts_around_and_are_answered(assistant: Assistant) -> None:
    answer = assistant.ask("Hoeveel kostte de restauratie van de molen?", suggest=True)
    assert answer.short == "81.000 euro"
    assert "Waar staat OML voor?" in answer.suggestions
    assert len(answer.suggestions) <= 3
    assert all(assistant.ask(question).answered for question in answer.suggestions)


def test_what_is_asked_or_answered_already_is_not_suggested(assistant: Assistant) -> None:
    answer = assistant.ask("Waar staat OML voor?", suggest=True)
    assert "Waar staat OML voor?" not in answer.suggestions


def test_nothing_is_suggested_with_silence_or_unasked(assistant: Assistant) -> None:
    assert assistant.ask("Wie won de wereldbeker biljart in Caracas?", suggest=True).suggestions == ()
    assert assistant.ask("Hoeveel kostte de restauratie van de molen?").suggestions == ()


def test_what_was_asked_in_the_conversation_is_not_suggested_again(assistant: Assistant) -> None:
    turns = (make_turn(assistant.ask("Waar staat de OML voor?"), ()),)
    answer = assistant.ask("Hoeveel kostte de restauratie van de molen?", turns=turns, suggest=True)
    assert answer.short == "81.000 euro"
    assert "Waar staat OML voor?" not in answer.suggestions


def test_an_asked_question_is_known_by_its_words_alone() -> None:
    asked = ["En wat kost het Zandpad?"]
    proposed = ["Wat kost Zandpad", "Wie legde het aan?", "wie legde het aan"]
    assert list(leave_asked(proposed, asked)) == ["Wie legde het aan?"]
