"""Enumerations in running text are read whole."""

from __future__ import annotations

import pytest

from assistant.answer.enumerations import find_enumerations


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Dit zijn buurlanden (met name Noorwegen, Zweden en Finland).", ["Noorwegen", "Zweden", "Finland"]),
        ("Wij kiezen drie thema's: zorg, energie en water.", ["zorg", "energie", "water"]),
        (
            "Het gaat om (1) een brug, (2) een tunnel en (3) een veerpont.",
            ["een brug", "een tunnel", "een veerpont"],
        ),
        ("De regio's delen ideeën.", []),
    ],
)
def test_items_are_cut_at_commas_and_the_last_conjunction(text: str, items: list[str]) -> None:
    found = find_enumerations(text)
    assert [item.of(text) for enumeration in found[:1] for item in enumeration.items] == items
