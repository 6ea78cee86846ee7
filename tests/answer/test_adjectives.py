"""Adjectives are told from nouns by the word list and by their endings."""

from __future__ import annotations

import pytest

from assistant.answer.adjectives import is_adjective


@pytest.mark.parametrize("word", ["grote", "dove", "brede", "regionale", "regionaal", "economisch", "nieuw"])
def test_a_word_that_is_known_without_its_ending_is_an_adjective(word: str) -> None:
    assert is_adjective(word)


@pytest.mark.parametrize(
    "word", ["gemeente", "bijdrage", "leenbedrag", "commissie", "brug", "directeur-generaal"]
)
def test_a_noun_is_none(word: str) -> None:
    assert not is_adjective(word)
