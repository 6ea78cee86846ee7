"""A value is told with the words that bound it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.kinds import QuestionKind
from assistant.answer.valuebounds import with_bound
from assistant.types import Span

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


@pytest.mark.parametrize(
    ("kind", "text", "value", "told"),
    [
        (QuestionKind.SHARE, "De molen draait meer dan 50% van de dagen.", "50%", "meer dan 50%"),
        (QuestionKind.PERIOD, "De bouw duurt ten minste zes weken.", "zes weken", "ten minste zes weken"),
        (
            QuestionKind.AMOUNT,
            "De hal kost maximaal 3 miljoen euro.",
            "3 miljoen euro",
            "maximaal 3 miljoen euro",
        ),
        (QuestionKind.COUNT, "Er kwamen ruim 400 gasten.", "400 gasten", "ruim 400 gasten"),
        (QuestionKind.COUNT, "Er kwamen niet meer dan 400 gasten.", "400 gasten", "niet meer dan 400 gasten"),
        (
            QuestionKind.PERIOD,
            "Wie 12 maanden of langer huurt, betaalt minder.",
            "12 maanden",
            "12 maanden of langer",
        ),
        (QuestionKind.COUNT, "De molen telt 400 gasten.", "400 gasten", "400 gasten"),
        (QuestionKind.MOMENT, "De hal opent rond 3 mei.", "3 mei", "3 mei"),
    ],
)
def test_a_bound_goes_with_its_value(
    desk: Desk, kind: QuestionKind, text: str, value: str, told: str
) -> None:
    reading = desk.read(text)
    whole = reading.document.text
    start = whole.index(value)
    assert with_bound(kind, reading, Span(start, start + len(value))).of(whole) == told
