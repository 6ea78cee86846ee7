"""A denial of another thing than is asked is no "Nee"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.denying import denies_other
from assistant.answer.negation import has_negation
from assistant.answer.polarity import is_opposed, is_refused
from tests.answer.test_verdict import verdict

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


@pytest.mark.parametrize("text", ["Er komt géén brug.", "Dat gebeurt níet.", "Dat mag nooít."])
def test_an_accent_hides_no_negation(text: str) -> None:
    assert has_negation(text)


def test_what_is_denied_with_an_accent_is_denied(desk: Desk) -> None:
    assert verdict(desk, "Krijgen scholen subsidie?", "Scholen krijgen géén subsidie.") == "Nee"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Is een keuring verplicht?", "De keuring helpt bij de plicht om niet te lekken."),
        ("Is een keuring verplicht?", "De verplichting van de keuring is niet gebaseerd op de havenwet."),
        ("Moet een boot een teken hebben?", "Een boot heeft een teken of, wanneer dit niet kan, een vlag."),
        ("Moeten vissers leges betalen?", "Het is niet meer van deze tijd dat vissers geen leges betalen."),
        ("Is een keuring verplicht?", "Deze verplichting geldt niet voor kleine vlotten."),
        ("Is een keuring verplicht?", "De meeste hulpmiddelen zijn niet verplicht."),
        ("Is een keuring altijd verplicht?", "De meeste hulpmiddelen zijn niet altijd verplicht."),
        (
            "Moet de havenleeftijd volgens de bond omlaag?",
            "# Plan\n\nVolgens de bond moet er geen fonds komen.",
        ),
        ("Betaalt de vorst leges?", "Het is niet uit te leggen dat de vorst geen leges betaalt."),
    ],
)
def test_a_denial_of_something_else_is_no_no(desk: Desk, question: str, text: str) -> None:
    assert verdict(desk, question, text) != "Nee"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Is een keuring verplicht?", "Een keuring is niet verplicht."),
        ("Is de brug goedgekeurd?", "De brug is niet goedgekeurd door de raad."),
        ("Is het plan bekend?", "Het plan is onbekend."),
        ("Is een steiger een boot?", "Een steiger is op zichzelf geen boot."),
    ],
)
def test_a_denial_of_what_is_asked_is_a_no(desk: Desk, question: str, text: str) -> None:
    assert verdict(desk, question, text) == "Nee"


def test_a_word_with_and_without_its_prefix_is_no_opposite() -> None:
    said = "Voor zware boten geldt meer dan voor niet-zware, dus zware boten moeten een teken hebben."
    assert not is_opposed("Moeten zware boten een teken hebben?", said)
    assert is_opposed("Zijn de boten zware boten?", "De boten zijn niet-zware vlotten.")


def test_an_opposite_counts_only_beside_a_word_of_the_question() -> None:
    said = "De havenpremie gaat fors omlaag, en er komt een hoger loon voor vissers."
    premium, wage = said.index("havenpremie"), said.index("loon")
    assert not is_opposed("Gaat het loon omhoog?", said, [wage])
    assert is_opposed("Gaat de havenpremie omhoog?", said, [premium])


def test_a_refusal_counts_only_beside_a_word_of_the_question() -> None:
    said = "We openen de kade voor boten met aantoonbaar weinig lawaai."
    assert not is_refused("Wil men de kade openen?", said, [said.index("openen"), said.index("kade")])
    assert is_refused("Maken de boten lawaai?", "De boten maken weinig lawaai.", [24])


def test_to_abolish_is_no_refusal_where_it_is_asked(desk: Desk) -> None:
    assert verdict(desk, "Wil men de toltaks afschaffen?", "We schaffen de toltaks stapsgewijs af.") == "Ja"


def test_free_of_something_is_no_denial_that_it_has_to_go(desk: Desk) -> None:
    assert verdict(desk, "Wil men dat de gifboten weg zijn uit Lier?", "Dan wordt Lier gifbootvrij.") != "Nee"


def test_being_against_what_is_asked_is_a_no(desk: Desk) -> None:
    text = "De partij is tegen de legalisatie van vuurwerk."
    assert verdict(desk, "Wil de partij vuurwerk legaliseren?", text) == "Nee"


def test_clauses_that_hold_a_word_of_the_question_deny() -> None:
    said = "De haven vraagt om niet te stoken."
    assert denies_other(said, [4])
    assert not denies_other(said, [said.index("stoken")])


def test_no_more_is_no_way_up() -> None:
    assert not is_opposed("Moet de havenleeftijd omlaag?", "Er komen geen nieuwe fondsen meer.")
    assert is_opposed("Moet de havenleeftijd omlaag?", "De havenleeftijd gaat omhoog.")
