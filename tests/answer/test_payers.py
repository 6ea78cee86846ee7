"""A sum is of the payer that the question names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
QUAY = """# Kade van Mol

De aanleg van de kade wordt betaald door vier partijen:

- Vlaamse premie voor kades: 2,2 miljoen euro
- gemeente Mol: 0,4 miljoen euro
- rederij De Meeuw: 1,3 miljoen euro

Bezoekers betalen 3 euro aan de kade van Mol.
"""
BRIDGE = "De brug kost 7 miljoen euro, waarvan het havenfonds 5 miljoen euro betaalt. De gemeente Genk is blij met de brug."


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        ("Hoeveel betaalt de gemeente Mol aan de kade?", QUAY, "0,4 miljoen euro"),
        ("Hoeveel draagt Mol bij aan de kade?", QUAY, "0,4 miljoen euro"),
        ("Hoeveel betaalt de rederij De Meeuw aan de kade?", QUAY, "1,3 miljoen euro"),
        ("Hoeveel betaalt een bezoeker aan de kade?", QUAY, "3 euro"),
        (
            "Hoeveel betaalt de coöperatie Meeuw aan de brug?",
            "# Coöperatie Meeuw\n\nBrug\n\nDe coöperatie betaalt 2 miljoen euro aan de brug.",
            "2 miljoen euro",
        ),
        ("Hoeveel betaalt de gemeente Genk aan de brug?", BRIDGE, None),
        ("Hoeveel betaalt het havenfonds aan de brug?", BRIDGE, "5 miljoen euro"),
        (
            "Hoeveel heeft Genk in de brug geïnvesteerd?",
            "Genk heeft 4 miljoen euro geïnvesteerd in de brug en Mol 6 miljoen euro.",
            "4 miljoen euro",
        ),
    ],
)
def test_the_sum_of_another_payer_is_no_short_answer(
    desk: Desk, question: str, text: str, short: str | None
) -> None:
    reading = desk.read(text)
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == short
