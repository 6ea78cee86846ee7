"""The part that names play in a sentence, and what is left to those that do not play the asked one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.names import find_names
from assistant.answer.parts import CONSULTED, find_links, link_share
from assistant.answer.question import parse_question
from assistant.types import Span

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


def test_each_name_has_the_preposition_before_it_and_names_in_a_row_share_it(desk: Desk) -> None:
    reading = desk.read(
        "Stichting Maasbrug bouwt met Grensforum BV en de Universiteit Linge in opdracht van de Provincie Limburg."
    )
    names = find_names(reading, Span(0, len(reading.document.text)))
    assert [(name.text, link) for name, link in find_links(reading.document.text, names)] == [
        ("Stichting Maasbrug", ""),
        ("Grensforum BV", "met"),
        ("Universiteit Linge", "met"),
        ("Provincie Limburg", CONSULTED),
    ]


@pytest.mark.parametrize(
    ("question", "best", "less"),
    [
        ("Wie bouwt de brug?", "", "van"),
        ("Door wie is de brug gebouwd?", "door", "aan"),
        ("Aan wie ging de subsidie?", "aan", ""),
        ("Welk bedrijf werd overgenomen?", "", "door"),
    ],
)
def test_the_asked_part_keeps_all_and_another_less(question: str, best: str, less: str) -> None:
    asked = parse_question(question)
    assert link_share(asked, best) == 1.0
    assert link_share(asked, less) < 1.0


def test_who_gave_the_order_is_the_doer_only_where_that_is_asked() -> None:
    doer = parse_question("Wie bouwt de brug?")
    assert link_share(doer, CONSULTED) < link_share(doer, "van")
    order = parse_question("Wie gaf opdracht voor de brug?")
    assert link_share(order, CONSULTED) == link_share(order, "van")


def test_who_gets_something_stands_behind_aan_too() -> None:
    assert link_share(parse_question("Welk bedrijf kreeg de prijs?"), "aan") == 1.0


def test_a_question_that_does_not_begin_with_who_asks_for_no_part() -> None:
    assert link_share(parse_question("Onder wiens leiding staat het?"), "van") == 1.0
