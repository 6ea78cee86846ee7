"""A question for what is done or changes has a short answer only where a whole thing or clause gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.evidence import Unit
from assistant.answer.wholeobjects import is_whole_object
from assistant.types import Span

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


@pytest.mark.parametrize(
    ("sentence", "short", "whole"),
    [
        ("De campus draait virtueel door.", "virtueel", False),
        ("Het loket is tevens verankerd in de wet.", "tevens verankerd in de wet", False),
        ("Raadslid Jan Bos kreeg antwoord op zijn vraag.", "Raadslid Jan Bos", False),
        ("Dat is 30 oktober 2023 formeel beslist.", "30 oktober 2023 formeel", False),
        ("Er komt een rij (voor de sluis en de brug.", "een rij (voor de sluis", False),
        ("Het loket wordt de Poort van Lier genoemd.", "de Poort van Lier", True),
        ("De raad besluit dat de brug open blijft.", "dat de brug open blijft", True),
        ("Het feest geeft trots, warmte en uitstraling.", "trots, warmte en uitstraling", True),
        ("De raad kiest de kade’s van ’s-Lier.", "de kade’s van ’s-Lier", True),
        ("Er komen nieuwe regels voor de haven.", "nieuwe regels voor de haven", True),
    ],
)
def test_only_whole_things_and_clauses_are_shown(desk: Desk, sentence: str, short: str, whole: bool) -> None:
    reading = desk.read(sentence)
    start = reading.document.text.index(sentence)
    unit = Unit(reading, reading.block_at(start), Span(start, start + len(sentence)), 1.0)
    at = start + sentence.index(short)
    assert is_whole_object(unit, Span(at, at + len(short)), short) is whole
