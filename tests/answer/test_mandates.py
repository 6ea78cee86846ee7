"""Who was given a mandate, and headings that only count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
BOARD = "# Mandaatbesluit\n\nDe minister verleent aan het bestuur mandaat om namens hem besluiten te nemen over de lijst."
DIRECTOR = (
    "# Besluit\n\nAan de Projectdirecteur KADE van Waterlicht Advies N.V. wordt mandaat verleend om namens de minister "
    "subsidies te verlenen."
)


@pytest.mark.parametrize("order", [(BOARD, DIRECTOR), (DIRECTOR, BOARD)])
def test_who_got_a_mandate_for_a_thing_is_told(desk: Desk, order: tuple[str, ...]) -> None:
    readings = [desk.read(text) for text in order]
    answer = compose_answer(
        "Wie kreeg mandaat om namens de minister over KADE-subsidies te besluiten?",
        desk.hits(readings),
        desk.library(readings),
        ALL,
    )
    assert answer.short is not None
    assert "KADE" in answer.short


def test_headings_that_only_count_are_no_items(desk: Desk) -> None:
    readings = [
        desk.read(
            "# Intrekking van regelingen\n\n"
            + "\n\n".join(f"## Artikel {mark}\n\nDit artikel past iets aan." for mark in ("I", "II", "III"))
        )
    ]
    answer = compose_answer(
        "Welke regelingen zijn ingetrokken?", desk.hits(readings), desk.library(readings), ALL
    )
    assert "Artikel II" not in (answer.short or "")
