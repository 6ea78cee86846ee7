"""A list must be about what the question names: where nothing near it speaks of that, there is no answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer, parse_question
from assistant.answer.evidence import Unit
from assistant.answer.subjects import find_subject, speaks_of_subject
from assistant.types import Answer, Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

HEATING = """# Jaarverslag

Lier, 4 mei 2022

## Maatregelen in de wijken

De gemeente nam drie maatregelen: isolatie van de school, een warmtenet in het dorp en een lening voor huurders.

## Haven

De haven kreeg een nieuwe kade. De schepen varen op zon.
"""
TABLE = """# Verslag van de kaden

| Maatregel | Wie | Wanneer |
|---|---|---|
| Kade ophogen | Jan Vos | 2021 |
| Sluis herstellen | Els Mol | 2022 |
| Boeien plaatsen | Kim Bos | 2023 |
"""


def ask(desk: Desk, question: str, *texts: str) -> Answer:
    """Answer a question from texts that are a document each."""
    readings = [desk.read(text) for text in texts]
    return compose_answer(question, desk.hits(readings), desk.library(readings), Completeness(1, 1, 0, "g"))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Welke maatregelen zijn er voor de luchtvaart?", ("luchtvaart",)),
        ("Welke doelen gaan over zeehonden?", ("zeehonden",)),
        ("Noem de regels voor oude molens", ("oude", "molens")),
        ("Welke maatregelen zijn er?", ()),
        ("Welke drie partners werken samen?", ()),
        ("Welke 3 dorpen doen mee aan de proef?", ("proef",)),
        ("Wie is de voorzitter van de molens?", ()),
        ("Wat is een molen?", ()),
    ],
)
def test_what_a_list_is_about_are_its_words_but_the_noun_asked_for(
    desk: Desk, question: str, words: tuple[str, ...]
) -> None:
    terms = desk.matcher(question).terms
    assert find_subject(parse_question(question), terms).words(terms) == words


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Welke maatregelen zijn er tegen armoede?", "armoede"),
        ("Welke maatregelen zijn er voor de luchtvaart?", "luchtvaart"),
        ("Noem de maatregelen voor luchthavens", "luchthavens"),
    ],
)
def test_a_list_of_other_things_is_refused_and_says_what_it_does_not_speak_of(
    desk: Desk, question: str, named: str
) -> None:
    answer = ask(desk, question, HEATING)
    assert not answer.answered
    assert answer.nearby
    assert f"‘{named}’ komt in geen van de doorzochte documenten voor." in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Welke maatregelen zijn er voor huurders?",
        "Welke maatregelen nam de gemeente in de wijken?",
        "Noem de maatregelen rond het warmtenet",
    ],
)
def test_a_list_that_speaks_of_it_or_has_it_above_answers(desk: Desk, question: str) -> None:
    answer = ask(desk, question, HEATING)
    assert answer.answered
    assert "isolatie van de school" in answer.citations[0].quote


@pytest.mark.parametrize(("subject", "about"), [("zeehonden", False), ("kaden", True), ("sluizen", True)])
def test_rows_that_were_not_weighed_are_about_what_stands_in_them_or_above(
    desk: Desk, subject: str, *, about: bool
) -> None:
    weighed = desk.weigh(f"Welke maatregelen zijn er voor {subject}?", TABLE, "De opvang ving zeehonden op.")
    rows = [unit for unit in weighed.units if "Wie:" in unit.text]
    bare = [Unit(unit.reading, unit.block, unit.span, unit.hit) for unit in rows]
    assert len(bare) == 3
    assert speaks_of_subject(weighed.question, bare, weighed.matcher) is about
