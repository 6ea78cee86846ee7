"""Follow-ups that say when, or end on another small word."""

from __future__ import annotations

import pytest

from assistant.answer.conversation import resolve
from assistant.answer.conversation_turns import Turn

GREW = Turn("Hoeveel leden kreeg Duinrand erbij in 2019?", "aantal", "12")
WHY = Turn("Waarom stopten ze, als het gaat om Duinrand?", "reden")
YES = Turn("Is de Zwaanbrug in 2019 vernieuwd?", "janee", "Ja")


@pytest.mark.parametrize(
    ("before", "asked", "meant"),
    [
        ([GREW, WHY], "En het jaar daarvoor?", "Hoeveel leden kreeg Duinrand erbij in 2018?"),
        ([Turn("Wie kwamen bij het Oogstfeest?", "lijst")], "En het jaar daarvoor?", "Wie kwamen bij het Oogstfeest het jaar daarvoor?"),
        ([Turn("Wat doet Zeeland met Emden?", "onderwerp"), Turn("Wie helpen er?", "lijst")], "En Aurich?", "Wat doet Zeeland met Aurich?"),
        ([Turn("Wat steunt Zeeland?", "lijst")], "Waarom juist dat?", "Waarom steunt Zeeland?"),
        ([YES], "En in 2021?", "Is de Zwaanbrug in 2021 vernieuwd?"),
        ([YES], "En het jaar daarna?", "Is de Zwaanbrug in 2020 vernieuwd?"),
        ([Turn("Wat kost een kaart van Duinrand?", "bedrag")], "En daarvoor?", "Wat kost een kaart van Duinrand daarvoor?"),
        ([Turn("Hoeveel leden stemden voor?", "aantal", "33")], "En tegen?", "Hoeveel leden stemden tegen?"),
        ([Turn("Welke steden steunt Zeeland in Europa?", "lijst")], "En daarbuiten?", "Welke steden steunt Zeeland buiten Europa?"),
        ([Turn("Hoeveel vertraging heeft de Zwaanbrug?", "aantal")], "Hoe komt dat?", "Waarom heeft de Zwaanbrug vertraging?"),
        ([Turn("Voor welk plan koos Duinrand?", "naam", "plan B")], "Waarom?", "Waarom koos Duinrand voor plan B?"),
    ],
)  # fmt: skip
def test_a_fragment_finds_its_place(before: list[Turn], asked: str, meant: str) -> None:
    assert resolve(asked, before) == (meant,)
