"""What a word is worth to an abbreviation in capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


@pytest.mark.parametrize(
    ("question", "text", "held"),
    [
        ("Hoeveel krijgt het VLAM?", "De Vlaamse kade is open.", False),
        ("Hoeveel krijgt het VLAM?", "De vlammen zijn gedoofd.", False),
        ("Hoeveel krijgt het VLAM?", "Het VLAM krijgt 3 euro.", True),
        ("Hoeveel krijgt het VLAM?", "De VLAM-subsidie is betaald.", True),
        ("Hoeveel krijgt het OCMW?", "De ocmw's krijgen 3 euro.", True),
        ("HOEVEEL KRIJGT DE VLAM?", "De vlammen zijn gedoofd.", True),
    ],
)
def test_no_word_is_a_form_of_an_abbreviation(desk: Desk, question: str, text: str, held: bool) -> None:
    matcher = desk.matcher(question)
    place = next(number for number, term in enumerate(matcher.terms) if term.text in ("VLAM", "OCMW"))
    assert (matcher.strengths(text)[place] > 0.3) is held
