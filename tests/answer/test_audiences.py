"""For whom something is meant, as a sentence says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import parse_question
from assistant.answer.finders.audiences import find_audience

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


def _found(desk: Desk, text: str, question: str) -> list[str]:
    unit = next(one for one in desk.weigh(question, f"# Nota\n\n{text}").units if one.text == text)
    whole = unit.reading.document.text
    return [one.span.of(whole) for one in find_audience(parse_question(question), unit)]


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (
            "De pas is bedoeld voor ouderen met een laag inkomen en voor hun mantelzorgers.",
            "Voor wie is de pas bedoeld?",
            "ouderen met een laag inkomen en voor hun mantelzorgers",
        ),
        (
            "De bundel is vooral bedoeld ter ondersteuning van het onderwijs en, in kortere vorm, van de cursus voor nieuwkomers.",
            "Voor wie is de bundel bedoeld?",
            "het onderwijs",
        ),
        (
            "De cursus is voor startende ondernemers uit de haven opgezet.",
            "Voor wie is de cursus?",
            "startende ondernemers uit de haven",
        ),
        (
            "De campagne richt zich vooral tot jonge fietsers en hun ouders, en wordt betaald door de provincie.",
            "Tot wie richt de campagne zich?",
            "jonge fietsers en hun ouders",
        ),
        (
            "De folder is gemaakt door Els Mol en bestemd voor huisartsen.",
            "Voor wie is de folder bestemd?",
            "huisartsen",
        ),
    ],
)
def test_those_are_given_for_whom_it_is_meant(desk: Desk, text: str, question: str, told: str) -> None:
    assert _found(desk, text, question) == [told]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("De tunnel is voor fietsers gesloten.", "Voor wie is de tunnel?"),
        ("De korting geldt niet voor studenten.", "Voor wie geldt de korting?"),
        ("De kaart is handig voor toeristen.", "Voor wie werkt de kaartenmaker?"),
        ("De brug is bedoeld om de wijk te ontsluiten voor fietsers.", "Voor wie is de brug bedoeld?"),
    ],
)
def test_no_others_are_given(desk: Desk, text: str, question: str) -> None:
    assert _found(desk, text, question) == []
