"""Reasons with "om ... te": what is lacking is the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.finders.lacks import find_lack
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Er was te weinig draagvlak om de brug te bouwen", "te weinig draagvlak om de brug te bouwen"),
        ("Het college had onvoldoende geld om te bouwen", "onvoldoende geld om te bouwen"),
        ("Er is geen ruimte meer om te parkeren", "geen ruimte meer om te parkeren"),
        ("Het veer bleek te duur om te varen", "te duur om te varen"),
        ("Het bad is niet diep genoeg om te duiken", "niet diep genoeg om te duiken"),
        ("De raad sluit de kade om het park rustig te houden", None),
        ("Het college besloot de markt te verplaatsen om ruimte te maken", None),
        ("De dienst spaart geen moeite om de brug te redden", None),
        ("De burgemeester heeft het recht om te weigeren", None),
        ("De scholen zijn verplicht om een plan te maken", None),
    ],
)
def test_what_is_lacking_belongs_to_the_reason(text: str, whole: str | None) -> None:
    found = find_lack(text, text.index(" om ") + 1)
    assert (None if found is None else text[found:]) == whole


def test_another_clause_stays_as_it_is() -> None:
    text = "Er was te weinig geld omdat de subsidie wegviel"
    assert find_lack(text, text.index("omdat")) is None


def test_a_reason_is_told_with_what_is_lacking(desk: Desk) -> None:
    readings = [desk.read("# Nota\n\nIn Ooststelle was onvoldoende geld om de kade te herstellen.")]
    answer = compose_answer(
        "Waarom is de kade in Ooststelle niet hersteld?", desk.hits(readings), desk.library(readings), ALL
    )
    assert answer.short == "onvoldoende geld om de kade te herstellen"
