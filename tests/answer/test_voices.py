"""What somebody thinks is told where he is let speak, and not where he is only named."""

from __future__ import annotations

from tests.answer.conftest import Desk

TEXT = """Burgemeester Jan Holm tekende in mei de verklaring over opslag. Daarna aten de gasten vis.

Directeur Els Brink noemt de samenwerking een stap vooruit: "Wij leren van elkaar", zegt zij.
"""


def test_one_who_is_only_named_has_no_opinion(desk: Desk) -> None:
    assert "Jan Holm" in desk.weigh("Wat vindt Jan Holm van de samenwerking?", TEXT).units[0].lacks


def test_one_who_speaks_has_one(desk: Desk) -> None:
    best = desk.weigh("Wat vindt Els Brink van de samenwerking?", TEXT).units[0]
    assert best.text.startswith("Directeur Els Brink")
    assert best.lacks == ()
