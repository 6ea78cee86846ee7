"""Which sentence announces a list: a paragraph that only stands before one denies nothing of its items."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.leads import find_lead
from assistant.types import BlockKind
from tests.answer.test_reservations import quote_of
from tests.answer.test_verdict import verdict

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ITEMS = "\n\n- We legaliseren het vissen in de vijver.\n- We planten bomen langs de kade.\n"


def lead_of(desk: Desk, before: str) -> str | None:
    reading = desk.read(f"# Plan\n\n{before}{ITEMS}")
    item = next(place for place, block in enumerate(reading.blocks) if block.kind is BlockKind.ITEM)
    span = find_lead(reading, item)
    return None if span is None else span.of(reading.document.text)


@pytest.mark.parametrize(
    ("before", "lead"),
    [
        ("De gemeente groeit. Dit doen we niet:", "Dit doen we niet:"),
        ("De gemeente groeit. Dit doen we", "Dit doen we"),
        ("De volgende plannen gaan niet door.", "De volgende plannen gaan niet door."),
        ("Bezuinigen op de brug is geen optie. Er komt niets bij.", None),
        ("Er komt niets bij in het volgende jaar.", None),
    ],
)
def test_only_what_announces_leads_in_to_a_list(desk: Desk, before: str, lead: str | None) -> None:
    assert lead_of(desk, before) == lead


def test_a_paragraph_before_a_list_denies_none_of_its_items(desk: Desk) -> None:
    text = f"# Plan\n\nBezuinigen op de brug is geen optie.{ITEMS}"
    assert verdict(desk, "Wil men het vissen in de vijver legaliseren?", text, "vissen") == "Ja"


def test_a_list_that_is_announced_as_denied_is_denied(desk: Desk) -> None:
    text = "# Plan\n\nWe doen niet mee aan:\n\n- het vissen in de vijver\n- het planten van bomen\n"
    assert verdict(desk, "Doen we mee aan het vissen in de vijver?", text, "vissen") == "Nee"


def test_an_item_is_quoted_without_a_paragraph_that_only_stands_before_it(desk: Desk) -> None:
    text = "# Regeling\n\nEen dak krijgt niets. De raad wil geen haast.\n\n- een tuin bij een school in Lier\n- een dak\n"
    assert quote_of(desk, "een tuin", text) == "een tuin bij een school in Lier"


def test_of_a_paragraph_only_the_sentence_that_announces_is_quoted(desk: Desk) -> None:
    text = "# Regeling\n\nEen dak krijgt niets. Geen bijdrage krijgt:\n\n- een tuin bij een school in Lier\n- een dak\n"
    assert quote_of(desk, "een tuin", text).startswith("Geen bijdrage krijgt:")
