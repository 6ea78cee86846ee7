"""Paragraphs that are the items of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.itemising import find_loose_items, strip_mark

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


@pytest.mark.parametrize(
    ("texts", "runs"),
    [
        (["De premie vervalt als:", "a.het dak lekt;", "b.het huis leeg staat.", "Verder niets."], [(1, 2)]),
        (["1) een dak", "2) een deur", "4) een raam"], [(0, 1)]),
        (["– boten voor de sloop;", "– boten zonder motor."], [(0, 1)]),
        (["De aanvraag bevat:", "uw naam;", "uw adres;", "uw leeftijd.", "Stuur hem op."], [(1, 2, 3)]),
        (["b. een deur", "c. een raam"], []),
        (["Een zin.", "Nog een zin."], []),
        (["", "a. een dak", ""], []),
        ([], []),
    ],
)
def test_marks_in_order_or_semicolons_behind_a_colon_make_a_list(
    texts: list[str], runs: list[tuple[int, ...]]
) -> None:
    assert list(find_loose_items(texts)) == runs


@pytest.mark.parametrize(
    ("item", "bare"),
    [("a.het dak", "het dak"), ("- water", "water"), ("2) een deur", "een deur"), ("12:30 uur", "12:30 uur")],
)
def test_an_item_is_given_without_its_mark(item: str, bare: str) -> None:
    assert strip_mark(item) == bare


def test_loose_items_are_answered_whole(desk: Desk) -> None:
    text = "De premie voor daken vervalt in deze gevallen:\n\na.het dak lekt;\n\nb.het huis staat leeg.\n"
    best = desk.best("In welke gevallen vervalt de premie voor daken?", text)
    assert best is not None
    assert best.short_text == "het dak lekt en het huis staat leeg"
