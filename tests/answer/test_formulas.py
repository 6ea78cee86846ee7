"""Closing formulas of rules are no evidence, unless what they tell is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.wording import flatten_short

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

TEXT = (
    "# Besluit over de haven\n\nDe haven krijgt een nieuwe kade van hout.\n\n"
    "Deze regeling wordt aangehaald als: Subsidieregeling houten kades.\n\n"
    "Deze regeling zal met de toelichting in de Staatscourant worden geplaatst.\n\n"
    "Treedt in werking per 01-05-2031\n"
)


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Waarom is er een subsidieregeling voor houten kades?", ()),
        ("Hoe heet de subsidieregeling voor kades?", ("aangehaald",)),
        ("Waar wordt de regeling bekendgemaakt?", ("Staatscourant",)),
        ("Wanneer treedt de regeling in werking?", ("in werking",)),
    ],
)
def test_formulas_count_only_where_they_are_asked(desk: Desk, question: str, held: tuple[str, ...]) -> None:
    told = " ".join(unit.text for unit in desk.weigh(question, TEXT).units)
    assert "kade van hout" in told
    for formula in ("aangehaald", "Staatscourant", "in werking"):
        if formula in held:
            assert formula in told
        elif not held:
            assert formula not in told


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("een kade van hout;", "een kade van hout"),
        ("een kade van hout; of", "een kade van hout"),
        ("een kade van hout, en", "een kade van hout"),
        ("de Haven-verordening.", "de Haven-verordening"),
        ("de kade (van hout).", "de kade (van hout)"),
        ("kades en steigers", "kades en steigers"),
    ],
)
def test_what_goes_on_to_the_next_item_is_left_out(text: str, shown: str) -> None:
    assert flatten_short(text) == shown
