"""A noun behind "die" or "dat", and the thing named last."""

from __future__ import annotations

import pytest

from assistant.answer.conversation import resolve
from assistant.answer.conversation_turns import Turn

JOINS = Turn("Wanneer treedt Lutterveen toe tot de Kustagenda?", "moment", "2024")
TRIP = Turn("Met hoeveel mensen ging Hanne Wolters naar Emden?", "aantal", "26")
RULE = Turn("Wat zegt het Havenakkoord over kades?", "onderwerp")
MAYOR = Turn("Welke functie heeft Joop Tak?", "persoon", "wethouder")
PATH = Turn("Wie legde het Zandpad aan?", "organisatie", "Wegenbouw Tak")


@pytest.mark.parametrize(
    ("before", "asked", "meant"),
    [
        ([JOINS], "Hoeveel inwoners heeft die gemeente?", "Hoeveel inwoners heeft Lutterveen?"),
        (
            [TRIP],
            "Hoeveel kostte die reis?",
            "Hoeveel kostte die reis, als het gaat om mensen van Hanne Wolters naar Emden?",
        ),
        ([PATH], "Wie kan dat pad gebruiken?", "Wie kan het Zandpad gebruiken?"),
        ([PATH], "Waar vond die plaats?", "Waar vond het Zandpad plaats?"),
        (
            [PATH, Turn("Komt er een aftakking?", "janee", "Ja")],
            "Wanneer is die klaar?",
            "Wanneer is de aftakking klaar, als het gaat om het Zandpad?",
        ),
        (
            [PATH, Turn("Wanneer begon de aanleg, als het gaat om het Zandpad?", "moment")],
            "Wie betaalt dat?",
            "Wie betaalt de aanleg, als het gaat om het Zandpad?",
        ),
        (
            [PATH, Turn("Wanneer begon de aanleg, als het gaat om het Zandpad?", "moment")],
            "Hoe lang is het?",
            "Hoe lang is het, als het gaat om het Zandpad?",
        ),
        ([RULE], "Wat zegt het over boten?", "Wat zegt het Havenakkoord over boten?"),
        ([MAYOR], "Waar werkt hij?", "Waar werkt Joop Tak?"),
        (
            [Turn("Waar ligt Museum Halderoord?", "plaats", "Brielstede"), MAYOR],
            "Hoeveel huizen telt dat dorp?",
            "Hoeveel huizen telt Brielstede?",
        ),
        (
            [Turn("Waar ligt Museum Halderoord?", "plaats", "Brielstede")],
            "Hoeveel huizen telt dat dorp?",
            "Hoeveel huizen telt Brielstede?",
        ),
        ([Turn("Wat is zilte landbouw?", "definitie")], "Wie kan die aanvragen?", "Wie kan zilte landbouw aanvragen?"),
        ([Turn("Wie was professor Rana?", "persoon")], "Wat deed zijn school?", "Wat deed de school van professor Rana?"),
    ],
)  # fmt: skip
def test_a_noun_or_pronoun_points_at_what_it_can_be(before: list[Turn], asked: str, meant: str) -> None:
    assert resolve(asked, before)[0] == meant


@pytest.mark.parametrize("asked", ["Wat is het alternatief tot die tijd?", "Wat is jeugdzorg?"])
def test_a_time_and_a_question_for_what_something_is_point_at_nothing(asked: str) -> None:
    assert all("gaat om Zandpad" not in reading for reading in resolve(asked, [PATH]))
    assert resolve("Wat is jeugdzorg?", [PATH]) == ("Wat is jeugdzorg?",)


@pytest.mark.parametrize(
    "asked",
    [
        "Welke kades richt Zeeland deze bestuursperiode op?",
        "Waar komt deze regeerperiode een sluis?",
        "Wat zegt deze voortgangsnota van Duinrand?",
        "Voor wie is het extra noodfonds van Zeeland?",
        "Wanneer opent Duinrand op zijn vroegst?",
    ],
)
def test_a_question_with_its_own_name_points_at_nothing(asked: str) -> None:
    assert all("gaat om Wegenbouw" not in reading for reading in resolve(asked, [PATH, MAYOR]))
    assert not resolve(asked, [PATH, MAYOR]) or asked in resolve(asked, [PATH, MAYOR])
