"""What a short answer looks like."""

from __future__ import annotations

import pytest

from assistant.answer.valueforms import read_form


@pytest.mark.parametrize(
    ("short", "form"),
    [
        ("vier", "aantal"),
        ("1850", "aantal"),
        ("1800 woningen", "aantal"),
        ("meer dan 2000 bezoekers", "aantal"),
        ("1800 arbeidsplaatsen in 2030", "aantal"),
        ("1900 per 100.000 inwoners", "aantal"),
        ("40 per jaar", "aantal"),
        ("in 2030", "periode"),
        ("ruim 1.200 bezoekers", "aantal"),
        ("meer dan 40 leden", "aantal"),
        ("7,8%", "percentage"),
        ("12 procent", "percentage"),
        ("de helft", "aandeel"),
        ("een op de vijf", "aandeel"),
        ("€ 300", "bedrag"),
        ("2,4 miljoen euro", "bedrag"),
        ("elk kwartaal", "frequentie"),
        ("jaarlijks", "frequentie"),
        ("twee keer per jaar", "frequentie"),
        ("drie jaar", "duur"),
        ("maximaal 18 maanden", "duur"),
        ("tot 1937", "periode"),
        ("van 3 maart tot 1 april", "periode"),
        ("binnen zes weken", "termijn"),
        ("118 meter", "anders"),
        ("3,5 km", "anders"),
        ("de derde plaats", "anders"),
        (None, "anders"),
    ],
)
def test_the_form_of_a_short_answer_is_read(short: str | None, form: str) -> None:
    assert read_form(short) == form
