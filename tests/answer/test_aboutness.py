"""A question for a reason or a manner is answered by what speaks of its nouns, where no clause says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.aboutness import keep_near
from assistant.answer.evidence import Unit
from assistant.answer.predicates import stands_as_noun
from assistant.answer.question import parse_question

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

QUESTION = "Waarom duurt de bouw van de waterfabriek langer?"
ASKED = parse_question(QUESTION)


def read_units(desk: Desk, *texts: str) -> list[Unit]:
    matcher = desk.matcher(QUESTION)
    units = []
    for text in texts:
        reading = desk.read(text)
        block = len(reading.blocks) - 1
        unit = Unit(reading, block, reading.sentences(block)[0], 1.0)
        unit.local = unit.close = matcher.strengths(unit.text)
        unit.wide = matcher.strengths(reading.text_of(block))
        units.append(unit)
    return units


def test_what_lasts_long_elsewhere_does_not_answer(desk: Desk) -> None:
    units = read_units(desk, "De keuring van een diploma duurt veel langer dan gepland.")
    matcher = desk.matcher(QUESTION)
    assert keep_near(ASKED, units, matcher) == []


def test_a_heading_above_may_say_what_it_is_about(desk: Desk) -> None:
    units = read_units(
        desk,
        "# De waterfabriek\n\nHet werk duurt langer door de vorst.",
        "De keuring van een diploma duurt langer dan gepland.",
    )
    assert keep_near(ASKED, units, desk.matcher(QUESTION)) == units[:1]


def test_a_clause_that_says_why_is_enough(desk: Desk) -> None:
    units = read_units(desk, "Dat duurt langer, omdat de vorst kwam.")
    units[0].short, units[0].fit = units[0].span, 0.8
    assert keep_near(ASKED, units, desk.matcher(QUESTION)) == units


@pytest.mark.parametrize(
    ("word", "question", "noun"),
    [
        ("waterfabriek", QUESTION, True),
        ("langer", QUESTION, False),
        ("nieuwe", "Waarom kwam de nieuwe brug er?", False),
        ("brug", "Waarom kwam de nieuwe brug er?", True),
        ("bruggen", "Waarom komen bruggen er zo laat?", True),
        ("afgezien", "Hoe gaat het, afgezien van geld?", False),
    ],
)
def test_a_noun_is_known_by_where_it_stands(word: str, question: str, *, noun: bool) -> None:
    assert stands_as_noun(word, question) is noun
