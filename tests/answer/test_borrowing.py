"""One half of a question is answered from the quotation of the other where that tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.answer.conftest import OpenTexts

PROOF = """# Verslag van de proef

Bureau Wilgen beoordeelde in 2019 de proef met de buurtbus.

Het plein kreeg nieuwe bomen.
"""


def test_the_year_beside_who_did_it_answers_when(open_texts: OpenTexts) -> None:
    answer = open_texts({"proef.md": PROOF}).ask("Wie beoordeelde de proef met de buurtbus en wanneer?")
    assert "2019" in (answer.short or "")
    assert "Niet gevonden" not in answer.text


def test_when_something_else_was_is_not_taken_from_it(open_texts: OpenTexts) -> None:
    answer = open_texts({"proef.md": PROOF}).ask(
        "Wie beoordeelde de proef met de buurtbus en wanneer is de directeur geboren?"
    )
    assert "2019" not in (answer.short or "")
