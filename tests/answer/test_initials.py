"""A full name and its initials are one, also where no text ties them."""

from __future__ import annotations

import pytest

from assistant.answer.initials import find_initials, spell_out


def test_each_word_of_a_full_name_has_its_initials() -> None:
    text = "Wat doet de Dienst Water en Bodem in Assen?"
    assert find_initials(text) == {text.index(word): (("dwb",),) for word in ("Dienst", "Water", "Bodem")}


@pytest.mark.parametrize("text", ["Wie leidt Jan Vos?", "Wat kost de brug?", ""])
def test_a_short_name_has_none(text: str) -> None:
    assert find_initials(text) == {}


@pytest.mark.parametrize(
    "name", ["Dienst Water en Bodem", "Dienst Water, Bodem", "Dienst van de Water-Bodem"]
)
def test_initials_are_spelled_out_over_small_words_and_commas(name: str) -> None:
    pattern = spell_out("DWB")
    assert pattern is not None
    assert pattern.search(f"De {name} betaalt.")
    assert not pattern.search("De Dienst Bodem Water betaalt.")


@pytest.mark.parametrize("word", ["EU", "Dwb", "D66", "DIENSTEN"])
def test_what_is_no_abbreviation_is_not_spelled_out(word: str) -> None:
    assert spell_out(word) is None
