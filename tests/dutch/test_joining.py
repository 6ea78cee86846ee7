"""Compounds that a question takes apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.dutch.joining import find_joined


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("de woningbouw opgave in Brabant", "woningbouwopgave"),
        ("welke beleids regels gelden", "beleidsregels"),
        ("de bouw van woningen", "woningbouw"),
        ("kwaliteit van het water", "waterkwaliteit"),
        ("subsidie aanvraag doen", "subsidieaanvraag"),
        ("een vergunning voor de bouw", "bouwvergunning"),
        ("steun maatregel", "steunmaatregel"),
    ],
)
def test_words_of_one_compound_are_joined(text: str, joined: str) -> None:
    assert joined in [synonym.text for synonym in find_joined(text)]


@pytest.mark.parametrize(
    "text", ["de van het", "wie? wat!", "woningbouw, opgave", "2020 2021", "", "minister van de"]
)
def test_other_words_are_not(text: str) -> None:
    assert find_joined(text) == []


def test_a_preposition_joins_only_into_a_known_word() -> None:
    assert find_joined("minister van wolkenstad") == []


@given(st.text(max_size=100))
def test_what_is_joined_stands_in_the_text(text: str) -> None:
    for synonym in find_joined(text):
        assert all(word in text.lower() for word in synonym.words.split())
