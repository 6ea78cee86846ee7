"""A "dat" that stands for all that was asked before."""

from __future__ import annotations

import pytest

from assistant.answer.conversation import resolve
from assistant.answer.conversation_clauses import speaks_of_clause, tell_gist
from assistant.answer.conversation_turns import Turn


@pytest.mark.parametrize(
    ("before", "gist"),
    [
        ("Hoeveel extra geld geeft Zeeland voor de vlonders?", "extra geld van Zeeland voor de vlonders"),
        ("Waarom is de vlonder vertraagd?", "de vlonder vertraagd"),
        ("Hoe vaak vaart de veerboot?", "de veerboot"),
        ("Is de steiger verplaatst?", "de steiger verplaatst"),
        ("Wie stelde vragen over de steiger?", "de steiger"),
        ("Hoeveel kostte de reis, als het gaat om Duinrand?", "de reis bij Duinrand"),
        ("Hoeveel procent van de vissers is lid?", "procent van de vissers lid"),
        ("Waardoor is de band met Emden zo stevig?", "de band met Emden zo stevig"),
        ("...", ""),
        ("Wie keurde dat goed, als het gaat om de steiger?", "de steiger"),
    ],
)
def test_the_gist_leaves_out_what_is_asked(before: str, gist: str) -> None:
    assert tell_gist(before) == gist


@pytest.mark.parametrize(
    "asked",
    [
        "Wanneer is dat beslist?",
        "Wie heeft dat besloten?",
        "Uit welk onderzoek blijkt dat?",
        "Wat betekent dat voor de vissers?",
        "Waarom doen ze dat?",
        "Waarom is dat nodig?",
        "Is dat meer dan het jaar ervoor?",
        "Waarom ging dat niet door?",
        "Hoe reageerde Zeeland daarop?",
        "Wie stelde dat voor?",
        "Wie kondigde dit toen aan?",
    ],
)
def test_that_may_be_all_that_was_said(asked: str) -> None:
    assert speaks_of_clause(asked, "Is de steiger verplaatst?")
    assert not speaks_of_clause(asked, "Wat is zilte landbouw?")


@pytest.mark.parametrize(
    "asked",
    [
        "Welke maatregelen zijn in het BO Kust van 2019 afgesproken?",
        "Wat kost dat?",
        "Wie betaalt dat?",
        "Wat is dat?",
    ],
)
def test_a_thing_is_no_clause(asked: str) -> None:
    assert not speaks_of_clause(asked, "Is de steiger verplaatst?")


def test_the_question_before_is_carried_whole() -> None:
    before = Turn("Hoeveel extra geld geeft Zeeland voor de vlonders?", "bedrag", "2 miljoen euro")
    assert resolve("Wanneer is dat beslist?", [before]) == (
        "Wanneer is dat beslist, als het gaat om extra geld van Zeeland voor de vlonders?",
    )


def test_who_proposed_that_is_asked_of_all_that_was_said() -> None:
    turns = [Turn("Welk extra bedrag gaf Zeeland in 2024 aan Duinrand?", "bedrag", "2 miljoen euro", None)]
    assert resolve("Wie stelde dat voor?", turns) == (
        "Wie stelde dat voor, als het gaat om extra bedrag van Zeeland in 2024 aan Duinrand?",
    )


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("Waarom zijn dat er minder dan beoogd?", "Waarom zijn er minder vissers dan beoogd"),
        ("Waarom zijn het er zo weinig?", "Waarom zijn er zo weinig vissers"),
    ],
)
def test_what_was_counted_is_named_where_it_is_more_or_less(asked: str, read: str) -> None:
    turns = [Turn("Hoeveel vissers heeft het Havenfonds Duinrand?", "aantal", "21", None)]
    assert resolve(asked, turns)[0].startswith(read)
