"""Adjectives of towns stand for the town."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.townadjectives import find_towns
from assistant.dutch import stem

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


@pytest.mark.parametrize(
    ("word", "town"),
    [
        ("Leuvense", "Leuven"),
        ("Mechelse", "Mechelen"),
        ("Oostendse", "Oostende"),
        ("Brugse", "Brugge"),
        ("Gentse", "Gent"),
    ],
)
def test_an_adjective_gives_its_town(word: str, town: str) -> None:
    assert (stem(town),) in find_towns(word)


@pytest.mark.parametrize("word", ["Vlaamse", "Franse", "gentse", "Belgische", "Leuven", "Roze", "GENTSE"])
def test_other_words_give_none(word: str) -> None:
    assert find_towns(word) == ()


def test_a_text_on_the_town_holds_the_adjective(desk: Desk) -> None:
    matcher = desk.matcher("Hoeveel kreeg het Leuvense project?")
    place = next(number for number, term in enumerate(matcher.terms) if term.text == "Leuvense")
    assert matcher.strengths("In Leuven kreeg een project geld.")[place] > 0.8
    assert matcher.strengths("In Gent kreeg een project geld.")[place] == 0.0
