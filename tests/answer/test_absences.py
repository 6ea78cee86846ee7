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
        ("Welke documenten gaan over skipistes in Ravenhout?", ("skipistes",)),
        ("Welke documenten gaan over pinguïns?", ("pinguïns",)),
        ("Welke documenten gaan over katten in Ravenhout?", ()),
        ("Welke documenten gaan over de brug in Ravenhout?", ()),
        ("Welke documenten gaan over poezen in Ravenhout?", ("poezen",)),
        ("Welke documenten gaan over Ravenhout?", ()),
        ("Welke documenten gaan over opvang en skipistes in Ravenhout?", ()),  # one of the two is spoken of
        ("Hoe hoog is de premie voor een regenton in Ravenhout?", ("regenton",)),
        ("Hoe hoog is de premie voor een gele regenton in Ravenhout?", ("regenton",)),
        ("Hoe hoog is de premie voor een brug in Ravenhout?", ()),
        ("Hoe hoog is de premie voor de kattenopvang?", ()),
        ("Wat kost een kaartje voor de dierentuin in Ravenhout?", ("dierentuin",)),
        ("Wat kostte een kaartje voor de brug vroeger in Ravenhout?", ()),
        ("Hoe hoog is de premie voor een regenton aanvragen in Ravenhout?", ("regenton",)),
        ("Is er subsidie voor wie katten opvangt in Ravenhout?", ()),
        ("Wat betaalt Ravenhout aan premies voor katten?", ()),
        (
            "Wat doet Ravenhout voor een regenton?",
            (),
        ),  # neither money nor a ticket: said in other words, perhaps
    ],
)
def test_what_no_document_speaks_of_is_absent(desk: Desk, question: str, absent: tuple[str, ...]) -> None:
    assert desk.weigh(question, PRICES).absent == absent
