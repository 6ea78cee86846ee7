"""Yes and no are said of what is asked, and of nothing beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.deciding import order_telling

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


def said(desk: Desk, question: str, *texts: str) -> str | None:
    """Give "Ja", "Nee" or neither, from all sentences."""
    weighed = desk.weigh(question, *texts)
    return order_telling(weighed.question, weighed.units, weighed.matcher)[1]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Werkt de stad samen met Japan?", "De stad werkt samen met Frankrijk en Spanje."),
        ("Krijgen musea subsidie?", "De gemeente geeft scholen een subsidie."),
        (
            "Is het zwembad open voor volwassenen?",
            "Het zwembad is op zondag niet open voor kinderen.",
        ),
        ("Krijgen huurders een premie?", "Eigenaars krijgen een premie."),
        ("Heeft de proef geholpen?", "Volgens sommigen heeft de proef geholpen."),
        ("Heeft de proef geholpen?", "Critici menen dat de proef niet heeft geholpen."),
        ("Krijgt de bakker steun?", "Zonder die steun had de bakker de oven niet gekocht."),
    ],
)
def test_what_is_said_of_others_or_by_unnamed_people_leaves_it_open(
    desk: Desk, question: str, text: str
) -> None:
    assert said(desk, question, text) is None


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Werkt de stad samen met Japan?", "De stad werkt samen met Japan en Spanje.", "Ja"),
        ("Is het zwembad open voor volwassenen?", "Het zwembad is open voor volwassenen.", "Ja"),
        ("Is het zwembad open voor kinderen?", "Het zwembad is niet open voor kinderen.", "Nee"),
        ("Krijgen huurders een premie?", "Eigenaars en huurders krijgen een premie.", "Ja"),
        ("Heeft de proef volgens sommigen geholpen?", "Volgens sommigen heeft de proef geholpen.", "Ja"),
    ],
)
def test_what_names_the_thing_itself_decides(desk: Desk, question: str, text: str, expected: str) -> None:
    assert said(desk, question, text) == expected


@pytest.mark.parametrize(
    ("excluded", "expected"), [("Bakkerijen zijn uitgesloten.", "Nee"), ("De visserij is uitgesloten.", "Ja")]
)
def test_what_is_excluded_is_no_yes(desk: Desk, excluded: str, expected: str) -> None:
    text = f"Winkels, bakkerijen en kappers kunnen een voucher aanvragen. {excluded}"
    assert said(desk, "Kunnen bakkerijen een voucher aanvragen?", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De Stadsbus vervoerde 12% boven het doel.", "Ja"),
        ("De Stadsbus vervoerde meer reizigers dan beoogd.", "Ja"),
        ("De Stadsbus blijft achter bij het doel van 50 haltes.", "Nee"),
        ("De Stadsbus haalde 87% van het doel.", "Nee"),
        ("De Stadsbus zal naar verwachting boven het doel uitkomen.", None),
    ],
)
def test_a_goal_is_reached_above_it_and_not_below(desk: Desk, text: str, expected: str | None) -> None:
    assert said(desk, "Heeft de Stadsbus zijn doel gehaald?", text) == expected


def test_above_the_goal_is_not_reached_where_less_is_wanted(desk: Desk) -> None:
    assert said(desk, "Is het doel voor de uitstoot gehaald?", "De uitstoot ligt 12% boven het doel.") != "Ja"


def test_what_is_excluded_of_a_thing_is_no_no_to_the_thing(desk: Desk) -> None:
    text = (
        "Bedrijven kunnen subsidie aanvragen voor zonnepanelen.\n\n"
        "Kosten van bedrijven voor leges zijn niet subsidiabel."
    )
    assert said(desk, "Kunnen bedrijven subsidie aanvragen voor zonnepanelen?", text) != "Nee"
