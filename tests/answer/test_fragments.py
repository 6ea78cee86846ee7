"""An item below what forbids it is never a yes, and a bare item allows nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answer.test_reservations import quote_of
from tests.answer.test_verdict import verdict

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

FORBIDDEN = """# Kades

## Verboden gebruik

Dit zijn gebruiken die de haven niet toelaat.

Het gaat om gebruiken die:

* vuur stoken op het dek van een boot
* honden fokken in een kajuit
"""
BARE = "# Kades\n\n## Gebruik\n\nHet gaat om gebruiken die:\n\n* vuur stoken op het dek van een boot\n* honden fokken\n"


def test_what_stands_below_a_heading_that_forbids_it_is_a_no(desk: Desk) -> None:
    assert verdict(desk, "Mag je vuur stoken op het dek van een boot?", FORBIDDEN, "vuur") == "Nee"


@pytest.mark.parametrize(
    "question",
    ["Mag je vuur stoken op het dek van een boot?", "Moet je vuur stoken op het dek van een boot?"],
)
def test_a_bare_item_allows_and_demands_nothing(desk: Desk, question: str) -> None:
    assert verdict(desk, question, BARE, "vuur") is None


def test_a_list_of_what_is_allowed_allows(desk: Desk) -> None:
    text = "# Kades\n\nOp de kade mag je:\n\n- vuur stoken op het dek van een boot\n- honden fokken\n"
    assert verdict(desk, "Mag je vuur stoken op het dek van een boot?", text, "vuur") == "Ja"


@pytest.mark.parametrize("heading", ["Niet subsidiabel", "Uitgesloten", "Vrijgesteld van leges"])
def test_below_a_heading_that_leaves_out_there_is_no_yes(desk: Desk, heading: str) -> None:
    text = f"# Regeling\n\n## {heading}\n\n- aankoop van een boot voor de haven\n- huur van een kraan\n"
    assert verdict(desk, "Krijgt de aankoop van een boot subsidie?", text, "boot") != "Ja"


def test_an_item_is_quoted_with_the_heading_that_forbids_it(desk: Desk) -> None:
    text = "# Regeling\n\n## Verboden tuinen\n\nHet gaat om:\n\n- een tuin bij een school in Lier\n- een dak met gras\n"
    assert "Verboden tuinen" in quote_of(desk, "een tuin", text)
