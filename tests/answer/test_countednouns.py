"""What is counted stands behind "hoeveel", or before "aantal"."""

from __future__ import annotations

import pytest

from assistant.answer.countednouns import counted_in, counted_noun


@pytest.mark.parametrize(
    ("asked", "rest", "noun"),
    [
        ("hoeveel", "bussen rijden er", "bussen"),
        ("hoeveel", "nieuwe groene bussen rijden er", "bussen"),
        ("hoeveel", "keer reed de bus", "keer"),
        ("hoeveel", "kost het kaartje", None),
        ("hoeveel", "moet de reiziger betalen", None),
        ("wat is", "het aantal haltes", "haltes"),
        ("hoe lang", "is de brug", None),
    ],
)
def test_what_is_counted_is_the_first_noun(asked: str, rest: str, noun: str | None) -> None:
    assert counted_noun(asked, rest.split()) == noun


def test_a_compound_of_aantal_counts_what_stands_before() -> None:
    assert counted_in("bezoekersaantal") == "bezoekers"
    assert counted_in("bussen-aantallen") == "bussen"
    assert counted_in("aantal") is None
