"""Words are told to be foreign to a question only where they share nothing with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer.foreign import Letters
from assistant.answer.kinship import Kinship
from assistant.answer.question import parse_question
from assistant.answer.terms import weigh_terms
from assistant.answer.textwords import find_aspects, peek_aspects

WORDS = [Path(__file__).parent.parent / "dutch" / name for name in ("pairs.tsv", "compounds.tsv")]
ASKED = {
    "Wie leidt de werkgroep?": ("leden", "geleid", "werkgroepen", "leider", "projectwerkgroep"),
    "Wanneer koos de stad een burgemeester?": ("gekozen", "kiezen", "steden", "binnensteden", "stedelijk"),
    "Wie legt de fietspaden aan?": ("aangelegd", "aanleg", "aanleggen", "snelfietspad", "fietspad"),
    "Welke zorg neemt de gemeente over?": ("overgenomen", "overname", "zorgen", "jeugdzorg", "gemeentes"),
    "Hoeveel kinderen gaan naar een opvang?": ("gingen", "gegaan", "kinderopvang", "kind", "opgevangen"),
    "Is de brug eerder open gegaan?": ("eerdere", "geopend", "bruggen", "eerste", "openingen"),
    "Hoeveel oren heeft een ezel?": ("ezeloor", "ezels", "gehad", "hebben", "hadden"),
    "Wat zijn de drie doelen?": ("doelstelling", "klimaatdoel", "drie", "doeleinden", "waren"),
}
"""Invented questions, with words that have to do with them."""


def read_kin(question: str) -> tuple[Kinship, Letters]:
    """Give what the words of a question share with others, and what tells words apart by their letters."""
    kinship = Kinship(weigh_terms(parse_question(question), lambda stem: 1.0))
    return kinship, Letters(kinship.aspects)


@pytest.mark.parametrize("question", ASKED)
def test_a_word_that_shares_something_is_never_foreign(question: str) -> None:
    kinship, letters = read_kin(question)
    words = {*ASKED[question], *(word for asked in ASKED.values() for word in asked)}
    sharing = {word for word in words if not kinship.aspects.isdisjoint(find_aspects(word))}
    assert sharing
    assert all(map(letters.may_share, sharing))


@pytest.mark.parametrize("question", ASKED)
def test_no_word_of_the_lists_of_stems_and_compounds_that_shares_something_is_foreign(question: str) -> None:
    kinship, letters = read_kin(question)
    words = {
        word
        for file in WORDS
        for line in file.read_text().splitlines()
        for word in line.split()
        if word.isalpha()
    }
    foreign = [word for word in words if not letters.may_share(word)]
    assert len(foreign) > len(words) / 4
    assert [word for word in foreign if not kinship.aspects.isdisjoint(find_aspects(word))] == []


def test_a_word_is_foreign_of_which_no_beginning_is_in_the_question() -> None:
    _, letters = read_kin("Wie legt de fietspaden aan?")
    assert not letters.may_share("dromedaris")
    assert not letters.may_share("kruimels")


def test_what_is_known_of_a_word_is_there_once_it_was_asked_for() -> None:
    assert peek_aspects(["zonnebloempittenpletter"]) == [None]
    found = find_aspects("zonnebloempittenpletter")
    assert peek_aspects(["zonnebloempittenpletter"]) == [found]
