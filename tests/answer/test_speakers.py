"""What somebody says is sought near his name, not in what another says; the line with his name is not what he says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.speakers import find_speaker
from tests.answer.test_reply import reply

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

SAID = "‘Het mooiste van de sluis is het licht in de avond.’"
POST = "Karel Dorst, wethouder, Heimolen"
QUESTION = "Wat is volgens de wethouder in Heimolen het mooiste van de sluis?"


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        (QUESTION, "volgens de wethouder in Heimolen"),
        ("Wat kost volgens Mia van der Hulst de brug?", "volgens Mia van der Hulst"),
        ("Volgens de Vlaamse minister komt de brug er wanneer?", "Volgens de Vlaamse minister"),
        ("Waarom komt de brug er, aldus de wethouder van Heimolen?", ", aldus de wethouder van Heimolen?"),
        ("Hoeveel kost de brug volgens de wethouder?", "volgens de wethouder?"),
        ("Wat kost volgens minister Vos de nieuwe brug?", "volgens minister Vos"),
        ("Waarom is volgens de wethouder de brug duur?", "volgens de wethouder"),
        ("Hoeveel kost de brug?", None),
    ],
)
def test_who_says_it_is_read_from_the_question(question: str, speaker: str | None) -> None:
    found = find_speaker(question)
    assert (found and found.of(question)) == speaker


def test_what_is_said_above_the_name_of_the_speaker_holds_it(desk: Desk) -> None:
    weighed = desk.weigh(
        QUESTION, f"# Nota\n\n{SAID}\n\n{POST}\n", "# Nota\n\nHet mooiste van de sluis is de deur.\n"
    )
    place = next(place for place, term in enumerate(weighed.matcher.terms) if term.text == "wethouder")
    held = {unit.text: (unit.local[place], unit.close[place]) for unit in weighed.units}
    assert held[SAID] == (0.0, 0.9)
    assert held["Het mooiste van de sluis is de deur."][1] < 0.5
    assert weighed.units[0].text == SAID


def test_a_name_that_is_only_half_there_says_nothing(desk: Desk) -> None:
    weighed = desk.weigh(QUESTION, f"# Nota\n\n{SAID}\n\nKarel Dorst, wethouder, Lier\n")
    place = next(place for place, term in enumerate(weighed.matcher.terms) if term.text == "wethouder")
    unit = next(unit for unit in weighed.units if unit.text == SAID)
    assert unit.wide[place] < 0.9


def test_what_is_said_far_from_the_name_does_not_hold_it(desk: Desk) -> None:
    between = "\n\n".join(f"De deur is {color}." for color in ("rood", "groen", "blauw", "geel", "wit"))
    weighed = desk.weigh(QUESTION, f"# Nota\n\n{SAID}\n\n{between}\n\n{POST}\n")
    place = next(place for place, term in enumerate(weighed.matcher.terms) if term.text == "wethouder")
    unit = next(unit for unit in weighed.units if unit.text == SAID)
    assert unit.close[place] < 0.9


TWO = (
    "# Nota\n\n‘De brug komt er in 2025’, zegt wethouder Mia Verhulst.\n\n"
    "Volgens gedeputeerde Karel Dorst komt de brug er pas in 2031.\n"
)


@pytest.mark.parametrize(
    ("speaker", "year"),
    [
        ("de wethouder", "2025"),
        ("Mia Verhulst", "2025"),
        ("de gedeputeerde", "2031"),
        ("Karel Dorst", "2031"),
        ("de minister", None),
    ],
)
def test_what_another_says_is_no_answer(desk: Desk, speaker: str, year: str | None) -> None:
    answer = reply(desk, f"Wanneer komt de brug er volgens {speaker}?", TWO)
    assert answer.short == year
    assert answer.answered is (year is not None)
    assert "niets over" not in answer.text, "a post is no name"


def test_a_speaker_whom_the_document_names_far_off_may_have_said_it(desk: Desk) -> None:
    between = "\n\n".join(f"De deur is {color}." for color in ("rood", "groen", "blauw", "geel", "wit"))
    answer = reply(
        desk,
        "Wanneer komt de brug er volgens de minister?",
        f"# Nota\n\nDe minister schrijft een brief.\n\n{between}\n\nDe brug komt er in 2025.\n",
    )
    assert answer.short == "2025"
