"""A whole and its parts, what returns by the year or the month, and numbers in letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")

BUDGET = (
    "De totale begroting voor 2031 bedroeg € 4,2 miljoen, waarvan € 1,1 miljoen voor het warmtenet in Lutterveen en "
    "€ 600.000 voor communicatie. De uitgaven bleven met € 3,8 miljoen onder de begroting."
)
STAFF = "De gemeente telt 310 ambtenaren, van wie 120 in deeltijd werken."
REQUESTS = "Van de 40 verzoeken om een laadpaal zijn er 28 toegekend en 9 afgewezen; 3 verzoeken zijn nog in behandeling."
CALLS = "In 2031 werden 120 meldingen ontvangen, waarvan 80 over geluid en 15 over stank."


def _ask(desk: Desk, text: str, question: str) -> str | None:
    readings = [desk.read(f"# Nota\n\n{text}")]
    return compose_answer(question, desk.hits(readings), desk.library(readings), ALL).short


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (BUDGET, "Hoeveel is er begroot voor communicatie?", "€ 600.000"),
        (BUDGET, "Hoeveel van de begroting is voor Lutterveen?", "€ 1,1 miljoen"),
        (BUDGET, "Hoe hoog was de begroting voor 2031?", "€ 4,2 miljoen"),
        (
            "De verbouwing kost 4 miljoen euro, waarvan 1 miljoen voor de gymzaal.",
            "Wat kost de gymzaal?",
            "1 miljoen",
        ),
        (
            "De verbouwing kost 4 miljoen euro, waarvan 1 miljoen voor de gymzaal.",
            "Wat kost de verbouwing?",
            "4 miljoen euro",
        ),
        (STAFF, "Hoeveel ambtenaren werken in deeltijd?", "120"),
        (STAFF, "Hoeveel ambtenaren heeft de gemeente?", "310 ambtenaren"),
        (CALLS, "Hoeveel meldingen gingen over stank?", "15"),
        (CALLS, "Hoeveel meldingen zijn ontvangen?", "120 meldingen"),
        (REQUESTS, "Hoeveel verzoeken zijn toegekend?", "28"),
        (REQUESTS, "Hoeveel verzoeken zijn afgewezen?", "9"),
        (REQUESTS, "Hoeveel verzoeken zijn nog in behandeling?", "3 verzoeken"),
        (REQUESTS, "Hoeveel verzoeken waren er?", "40 verzoeken"),
        (REQUESTS, "Hoeveel verzoeken zijn niet toegekend?", None),
        ("Er werden 40 bomen geplant en 12 gekapt.", "Hoeveel bomen zijn gekapt?", "12"),
        ("Er werden 40 bomen geplant en 12 gekapt.", "Hoeveel bomen zijn geplant?", "40 bomen"),
        (
            "De provincie trekt 12 miljoen euro uit voor natuur, waaronder 3 miljoen euro voor weidevogels.",
            "Hoeveel trekt de provincie uit voor natuur?",
            "12 miljoen euro",
        ),
    ],
)
def test_a_question_that_names_a_part_gets_that_part_and_another_the_whole(
    desk: Desk, text: str, question: str, told: str | None
) -> None:
    assert _ask(desk, text, question) == told


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (
            "De vastrechtkosten zijn € 480 per jaar. Het aanleggen van een leiding kost 2 miljoen euro.",
            "Wat zijn de vaste kosten per jaar?",
            "€ 480",
        ),
        (
            "Een medewerker werkt 36 uur per week. Op jaarbasis werkt hij 1.836 uur.",
            "Hoeveel uur werkt een medewerker op jaarbasis?",
            "1.836 uur",
        ),
        ("Een medewerker werkt 36 uur per week.", "Hoeveel uur werkt een medewerker per maand?", None),
        (
            "Het parkeertarief is 2 euro per uur en 10 euro per dag.",
            "Wat kost parkeren per dag?",
            "10 euro",
        ),
        ("Clubs krijgen 800 euro plus 9 euro per lid.", "Hoeveel krijgt een club per lid?", "9 euro"),
        ("Clubs krijgen 800 euro plus 9 euro per lid.", "Hoeveel krijgt een club?", "800 euro"),
        ("De bewaking kost maandelijks 4.000 euro.", "Wat kost de bewaking per maand?", "4.000 euro"),
        ("De bewaking kost maandelijks 4.000 euro.", "Wat kost de bewaking per jaar?", None),
        ("De bewaking kost maandelijks 4.000 euro.", "Wat kost de bewaking?", "4.000 euro"),
        ("De huur bedraagt 12.000 euro.", "Hoeveel bedraagt de huur per jaar?", "12.000 euro"),
        (
            "De subsidie is 5.000 euro per school per jaar.",
            "Hoeveel subsidie krijgt een school per jaar?",
            "5.000 euro",
        ),
    ],
)
def test_what_is_asked_by_the_year_is_not_what_a_month_has(
    desk: Desk, text: str, question: str, told: str | None
) -> None:
    assert _ask(desk, text, question) == told


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (
            "De werken duren ongeveer veertien maanden.",
            "Hoe lang duren de werken?",
            "ongeveer veertien maanden",
        ),
        ("Het loket beslist binnen de zestig dagen.", "Hoe snel beslist het loket?", "zestig dagen"),
        ("De pacht loopt zevenentwintig jaar.", "Hoe lang loopt de pacht?", "zevenentwintig jaar"),
        (
            "Er volgde een vijftienjarige proef met de dijk.",
            "Hoe lang was de proef met de dijk?",
            "vijftien jaar (‘vijftienjarige’)",
        ),
    ],
)
def test_numbers_in_letters_tell_how_long(desk: Desk, text: str, question: str, told: str) -> None:
    assert _ask(desk, text, question) == told
