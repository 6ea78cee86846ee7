"""The place that a question leaves open."""

from __future__ import annotations

import pytest

from assistant.answer.asking import Slot, find_slot


@pytest.mark.parametrize(
    ("question", "slot"),
    [
        ("Welk gif zat er in de vijver?", Slot("", "gif")),
        ("Aan welk publiek presenteren zij zich?", Slot("aan", "publiek")),
        ("Welk internationaal verband wordt genoemd?", Slot("", "verband")),
        ("Wat voor bijzondere contacten heeft de stad?", Slot("", "contacten", plural=True)),
        ("Op wat voor soort wagens mikt men?", Slot("op", "wagens", plural=True)),
        ("Onder wiens leiding staat het loket?", Slot("onder", "leiding")),
        ("Waarmee rijdt de pont?", Slot("met")),
        ("Waar is het loket voor?", Slot("voor")),
        ("Waarin blinkt de haven uit?", Slot("in")),
        ("Wie trekken samen het plan?", Slot(plural=True)),
        ("Begroting haven?", Slot()),
    ],
)
def test_preposition_noun_and_number_are_read(question: str, slot: Slot) -> None:
    assert find_slot(question) == slot


def test_the_noun_that_the_question_is_known_to_ask_goes_first() -> None:
    assert find_slot("Welke nieuwe wijk komt er?", "wijk").noun == "wijk"
