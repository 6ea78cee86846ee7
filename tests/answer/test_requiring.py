"""What is a condition of something is needed for it; a yes holds all that is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answer.test_verdict import verdict

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


@pytest.mark.parametrize("only", ["slechts", "uitsluitend", "alleen"])
@pytest.mark.parametrize("condition", ["indien hij", "als hij", "mits hij"])
def test_what_is_told_as_a_condition_is_needed(desk: Desk, only: str, condition: str) -> None:
    text = f"Een schipper komt {only} in aanmerking {condition} een contract met de haven heeft gesloten."
    assert verdict(desk, "Moet een schipper een contract sluiten?", text) == "Ja"


def test_a_condition_for_another_one_is_no_demand(desk: Desk) -> None:
    text = "Een schipper komt slechts in aanmerking indien de gemeente een contract heeft gesloten."
    assert verdict(desk, "Moet een schipper een contract sluiten?", text) != "Ja"


def test_a_short_name_must_stand_in_the_sentence(desk: Desk) -> None:
    text = "De bond wil werken aan een beter Genk."
    assert verdict(desk, "Moet Genk volgens de bond uit de EU?", text) is None


def test_a_yes_holds_every_word_that_says_something(desk: Desk) -> None:
    text = "De bond wil een neutrale havenmeester."
    assert verdict(desk, "Wil de bond een verkozen havenmeester?", text) != "Ja"
    assert verdict(desk, "Wil de bond een neutrale havenmeester?", text) == "Ja"


def test_another_relation_makes_no_member_of_a_sort(desk: Desk) -> None:
    assert verdict(desk, "Is een kade een haven?", "Een kade kan onderdeel zijn van een haven.") != "Ja"
    assert verdict(desk, "Is een kade een haven?", "Een kade is een haven zonder sluis.") == "Ja"


def test_what_a_word_means_that_is_not_asked_decides_nothing(desk: Desk) -> None:
    text = "# Begrippen\n\nWe verstaan onder:\n\n- partner: een school die niet met de aanvrager is verbonden;\n- kade: een muur;\n"
    assert verdict(desk, "Moet de aanvrager met een school zijn verbonden?", text, "partner") is None


def test_always_asks_for_a_sentence_that_says_so(desk: Desk) -> None:
    assert verdict(desk, "Is een keuring altijd verplicht?", "Een keuring is verplicht.") != "Ja"


def test_what_is_allowed_within_a_time_is_not_allowed_outside_it(desk: Desk) -> None:
    text = "Een schipper kan gedurende het vaarseizoen een aanvraag indienen."
    assert verdict(desk, "Kan een schipper buiten het vaarseizoen een aanvraag indienen?", text) != "Ja"
    assert verdict(desk, "Kan een schipper een aanvraag indienen?", text) == "Ja"
