"""What the verb of a question is about must be said near the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.matching import Matcher
from assistant.answer.question import parse_question
from assistant.answer.strangethings import find_things
from assistant.answer.terms import Term
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
NET = """# Verslag van de raad van Duinrand

De Maatschappij Zeewarmte zal het warmtenet bouwen en beheren. Schepen Els Mol van Duinrand noemt de steun groot.

De aanleg van het warmtenet in Duinrand kost 4 miljoen euro. Het net opent op 3 mei 2031.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Wie bouwt de sporthal in Duinrand?",
        "Hoeveel kost de kabelbaan in Duinrand?",
        "Wanneer opent de markthal in Duinrand?",
        "Wanneer is de brug in Duinrand gebouwd?",
        "Hoe lang duurt de verbouwing van het zwembad in Duinrand?",
    ],
)
def test_a_thing_of_which_nothing_is_said_has_no_answer(desk: Desk, question: str) -> None:
    readings = [desk.read(NET)]
    answer = compose_answer(question, desk.hits(readings), desk.library(readings), ALL)
    assert not answer.answered


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Wie bouwt het warmtenet in Duinrand?", "De Maatschappij Zeewarmte"),
        ("Hoeveel kost het warmtenet in Duinrand?", "4 miljoen euro"),
        ("Wanneer opent het net in Duinrand?", "3 mei 2031"),
    ],
)
def test_a_thing_of_which_something_is_said_has(desk: Desk, question: str, short: str) -> None:
    readings = [desk.read(NET)]
    answer = compose_answer(question, desk.hits(readings), desk.library(readings), ALL)
    assert answer.short is not None
    assert answer.short.lower() == short.lower()


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Wie bouwt de sporthal in Duinrand?", "sporthal"),
        ("Wanneer opende Mol de nieuwe sporthal?", None),
        ("Wanneer is de sporthal geopend?", "sporthal"),
        ("Waar was de sporthal in 2031?", None),
        ("Wanneer is de volgende sporthal?", "sporthal"),
        ("Wat is de stand van zaken van de sporthal?", "sporthal"),
        ("Wie is de directeur van de sporthal?", "sporthal"),
        ("Waarom bouwt Lier de sporthal?", None),
        ("Wanneer begint de sporthal?", "sporthal"),
    ],
)
def test_the_thing_stands_right_behind_the_verb(question: str, thing: str | None) -> None:
    parsed = parse_question(question)
    term = Term("sporthal", "sporthal", (), (), 1.0, "word")
    matcher = Matcher((term,), None)
    found = [matcher.terms[place].text for place in find_things(parsed, matcher)]
    assert found == ([] if thing is None else [thing])
