"""A question about something that no document speaks of has no answer, however near another value stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

PRICES = "De gemeente Ravenhout betaalt 640.000 euro voor de opvang van katten uit het oude asiel. De brug kost 3 miljoen euro."


@pytest.mark.parametrize(
    ("question", "absent"),
    [
        ("Hoeveel kost een skipiste?", ("skipiste",)),
        ("Hoeveel kost de opvang van dolfijnen?", ()),  # "opvang" is spoken of
        ("Hoeveel kost de dolfijnenopvang?", ("dolfijnenopvang",)),
        ("Hoeveel kost de kattenopvang?", ()),
        ("Hoeveel kost de brug?", ()),
        ("Hoeveel subsidie krijgt een skipiste?", ("skipiste",)),
        ("Welke oude asielen met een skipiste kosten geld?", ()),  # "asiel" is spoken of
        ("Hoeveel kost een skipiste in Ravenhout?", ()),  # a name: said in other words, perhaps
        ("Hoeveel kost een skipiste in Qwertystad?", ("Qwertystad",)),
    ],
)
def test_what_no_document_speaks_of_is_absent(desk: Desk, question: str, absent: tuple[str, ...]) -> None:
    assert desk.weigh(question, PRICES).absent == absent
