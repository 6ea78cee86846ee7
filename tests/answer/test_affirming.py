"""What keeps a sentence from saying yes although it holds the words of the question."""

from __future__ import annotations

import pytest

from assistant.answer.affirming import (
    is_awaited,
    is_conditional_otherwise,
    is_definition,
    lacks_all,
    lacks_state,
)


@pytest.mark.parametrize(
    ("asked", "said", "expected"),
    [
        ("Is de sluis al klaar?", "In mei verwachten wij de voltooiing van de sluis.", True),
        ("Is Vossem lid van de kring?", "Vossem heeft gezegd lid van de kring te willen worden.", True),
        ("Is het verbond met Vossem rond?", "Een verbond met Vossem is in de maak.", True),
        ("Is de sluis klaar?", "De sluis is klaar en zal de schepen sneller doorlaten.", False),
        ("Is de sluis klaar?", "Er komt een nieuwe sluis, die in de zomer klaar is.", True),
        ("Is de sluis vertraagd?", "Het risico op vertraging van de sluis is van de lijst gehaald.", True),
        ("Is de opening gepland?", "De opening is gepland in mei.", False),
        ("Komt er een sluis?", "In mei verwachten wij de sluis.", False),
    ],
)
def test_what_is_awaited_is_not_so(asked: str, said: str, expected: bool) -> None:
    places = [said.lower().find(word) for word in ("sluis", "vossem", "opening", "lid")]
    assert is_awaited(asked, said, [place for place in places if place >= 0]) is expected


def test_what_a_sort_of_thing_is_tells_nothing_of_one() -> None:
    said = "Een warmtehub is een plek waarin bedrijven warmte delen."
    assert is_definition("Is de warmtehub al in bedrijf?", said)
    assert not is_definition("Is een warmtehub een plek voor bedrijven?", said)
    assert not is_definition("Is de warmtehub al in bedrijf?", "De warmtehub is in bedrijf.")


def test_all_of_them_are_only_meant_where_it_is_said() -> None:
    asked = "Zijn alle leden verzekerd?"
    assert lacks_all(asked, "De leden zijn verzekerd.")
    assert not lacks_all(asked, "Elk lid is verzekerd.")
    assert not lacks_all("Komt de raad elke maand bijeen?", "De raad komt in mei bijeen.")


@pytest.mark.parametrize(
    ("asked", "said", "expected"),
    [
        ("Is de hub al in bedrijf?", "De hub telt negen bedrijven.", True),
        ("Is de hub al in bedrijf?", "De hub is sinds mei operationeel.", False),
        ("Is het verbond rond?", "Het verbond heeft negen leden.", True),
        ("Is het verbond rond?", "Het verbond is in mei ondertekend.", False),
        ("Is de kelder open?", "De kelder telt vier kamers.", True),
        ("Was de raad voor het plan?", "De raad sprak over het plan.", True),
        ("Was de raad voor het plan?", "De raad stemde in met het plan.", False),
        ("Was de raad tegen het plan?", "De raad stemde voor het plan.", True),
        ("Opent de kelder in mei?", "De kelder telt vier kamers.", False),
    ],
)
def test_a_state_must_be_said(asked: str, said: str, expected: bool) -> None:
    assert lacks_state(asked, said) is expected


def test_a_condition_of_which_the_question_does_not_speak_leaves_it_open() -> None:
    said = "Als de raad instemt, opent de kelder."
    assert is_conditional_otherwise("Opent de kelder?", said, [said.index("kelder")])
    assert not is_conditional_otherwise("Opent de kelder als de raad instemt?", said, [said.index("kelder")])
    assert not is_conditional_otherwise("Is instemming nodig?", said, [said.index("instemt")])


@pytest.mark.parametrize(
    "said", ["Als gevolg van de storm is de sluis gesloten.", "De sluis is gesloten, als eerste."]
)
def test_what_is_so_as_a_result_is_no_condition(said: str) -> None:
    assert not is_conditional_otherwise("Is de sluis gesloten?", said, [said.index("sluis")])
