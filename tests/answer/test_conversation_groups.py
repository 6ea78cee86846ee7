"""Who "ze", "hen" and "die" speak of when they are many."""

from __future__ import annotations

import pytest

from assistant.answer.conversation import resolve
from assistant.answer.conversation_turns import Turn

OPENED = Turn("Wie openden de vlonder bij Lutterveen?", "lijst", "Hanne Wolters en Joop Tak")
COUNTED = Turn("Hoeveel schippers deden mee aan de Havendag?", "aantal", "40")
FARM = Turn("Welk bedrijf uit Lutterveen kreeg een premie?", "organisatie", "Zilt & Zoon")
VIEW = Turn("Wat vindt de Vissersbond van het Zandpad?", "onderwerp")
PLACED = Turn("Hoeveel boeien plaatste het Havenfonds?", "aantal", "9")
BRIGADE = Turn("Wie adviseerde Duinrand over vuur?", "persoon", "de brandweer")
MONEY = Turn("Hoeveel geld heeft het Havenfonds?", "bedrag", "3 miljoen euro")
MOVED = Turn("Wie verplaatste de Zwaanbrug?", "persoon", "gemeente Lutterveen")
ASKED = Turn("Wie stelde vragen over het Zandpad?", "persoon", "Tak")
SHARE = Turn("Hoeveel procent van de Havendag was nat?", "aandeel", "10%")


@pytest.mark.parametrize(
    ("before", "asked", "meant"),
    [
        ([OPENED], "Waar komen ze vandaan?", "Waar komen Hanne Wolters en Joop Tak vandaan?"),
        ([OPENED], "Wie heeft hen uitgenodigd?", "Wie heeft Hanne Wolters en Joop Tak uitgenodigd?"),
        (
            [COUNTED],
            "Hoeveel rondes voeren ze?",
            "Hoeveel rondes voeren de schippers, als het gaat om de Havendag?",
        ),
        ([COUNTED, SHARE], "Waar komen die vandaan?", "Waar komen de schippers vandaan, als het gaat om de Havendag?"),
        (
            [COUNTED],
            "Hoeveel daarvan zijn lid?",
            "Hoeveel van de schippers zijn lid, als het gaat om de Havendag?",
        ),
        ([FARM], "Wat hebben ze daarmee gedaan?", "Wat hebben Zilt & Zoon met de premie gedaan?"),
        ([VIEW], "Wat vragen ze?", "Wat vragen de Vissersbond?"),
        ([OPENED, Turn("Wat is Duinrand?", "definitie")], "Wat willen ze?", "Wat willen Duinrand?"),
        ([PLACED], "Waarom willen ze dat net?", "Waarom willen het Havenfonds dat net, als het gaat om boeien van het Havenfonds?"),
        ([PLACED], "Waar liggen die nu?", "Waar liggen de boeien nu, als het gaat om het Havenfonds?"),
        ([BRIGADE], "Wat adviseerden ze?", "Wat adviseerden de brandweer, als het gaat om Duinrand?"),
        ([MONEY], "Hoeveel daarvan komt uit Emden?", "Hoeveel van het geld komt uit Emden?"),
        ([MOVED], "Hoeveel meter is ze verplaatst?", "Hoeveel meter is de Zwaanbrug verplaatst?"),
        ([ASKED], "Wanneer zijn die ingezonden?", "Wanneer zijn de vragen over het Zandpad ingezonden?"),
        ([OPENED, FARM], "Wat moet ze betalen?", "Wat moet Zilt & Zoon betalen?"),
    ],
)  # fmt: skip
def test_they_are_those_who_were_spoken_of_as_many(before: list[Turn], asked: str, meant: str) -> None:
    assert resolve(asked, before)[0] == meant


def test_whose_it_is_stays_with_those_who_do_it() -> None:
    assert resolve("Waar hielden ze hun eerste overleg?", [OPENED])[0] == (
        "Waar hielden Hanne Wolters en Joop Tak hun eerste overleg?"
    )


def test_who_were_answered_take_their_place_in_the_next_question() -> None:
    assert resolve("Wanneer was dat?", [OPENED]) == (
        "Wanneer openden Hanne Wolters en Joop Tak de vlonder bij Lutterveen?",
    )
    unknown = Turn("Wie stelden vragen over het Zandpad?", "lijst")
    assert resolve("Aan wie?", [unknown]) == ("Aan wie stelden zij vragen over het Zandpad?",)
