"""Digits inside a web address are no value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.addresses import keep_outside
from assistant.answer.finders.candidate import Candidate
from assistant.types import Span

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


@pytest.mark.parametrize(
    ("text", "number", "kept"),
    [
        ("Zie https://www.lutterveen.nl/stuk/2203_%20scholen.pdf voor de scholen.", "2203", False),
        ("Zie www.lutterveen.nl/14-scholen voor de scholen.", "14", False),
        ("Schrijf naar balie12@lutterveen.nl over scholen.", "12", False),
        ("Er zijn 14 scholen, zie www.lutterveen.nl.", "14", True),
        ("Op www.lutterveen.nl staan de 14 scholen.", "14", True),
        ("De helft, 50%20 keer geteld, telt 14 scholen.", "14", True),
    ],
)
def test_a_number_in_an_address_is_left_out(desk: Desk, text: str, number: str, kept: bool) -> None:
    unit = next(
        one for one in desk.weigh("Hoeveel scholen zijn er?", f"# Nota\n\n{text}").units if number in one.text
    )
    start = unit.span.start + unit.text.index(number)
    candidate = Candidate(Span(start, start + len(number)), 1.0)
    assert list(keep_outside(unit, [candidate])) == [candidate][: int(kept)]
