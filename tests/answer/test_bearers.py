"""A sentence about "de gemeente" tells of the one named before it, and of no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

PEOPLE = (
    "# Verslag van de stuurgroep\n\nDatum: 3 mei 2021\n\nAanwezig zijn Jan Smit (Geel) en Mia Claes (Balen).\n\n"
    "Lommel heeft in mei gevraagd om mee te doen. De gemeente telt 38.000 inwoners en wil een loket.\n\n"
    "De streek telt veel dorpen."
)


def lacks(desk: Desk, question: str, text: str, words: str) -> tuple[str, ...]:
    """Give what the sentence with these words lacks of the question."""
    return next(unit.lacks for unit in desk.weigh(question, text).units if words in unit.text)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Hoeveel inwoners telt Geel?", ("Geel",)),
        ("Hoeveel inwoners telt de gemeente Balen?", ("Balen",)),
        ("Hoeveel inwoners telt Lommel?", ()),
        ("Hoeveel inwoners telt de gemeente Lommel?", ()),
    ],
)
def test_the_municipality_is_the_one_named_before(
    desk: Desk, question: str, missing: tuple[str, ...]
) -> None:
    assert lacks(desk, question, PEOPLE, "38.000") == missing


@pytest.mark.parametrize(
    "text",
    [
        PEOPLE.replace("# Verslag van de stuurgroep", "# Verslag van Geel"),
        PEOPLE.replace("om mee te doen", "om met Geel mee te doen"),
        PEOPLE.replace("De gemeente telt", "De gemeente Geel telt"),
        PEOPLE.replace("Lommel heeft in mei gevraagd om mee te doen. ", ""),
        PEOPLE.replace("Lommel heeft in mei gevraagd", "In mei is gevraagd"),
    ],
)
def test_where_it_may_be_the_one_asked_nothing_is_missing(desk: Desk, text: str) -> None:
    assert lacks(desk, "Hoeveel inwoners telt Geel?", text, "38.000") == ()


def test_he_is_the_person_named_before(desk: Desk) -> None:
    text = "# Verslag van de stuurgroep\n\nAan de tafel zat ook Karin Vos.\n\nPiet Hendriks sprak als laatste. Hij leidt 14 scholen."
    assert lacks(desk, "Hoeveel scholen leidt Karin Vos?", text, "14 scholen") == ("Karin", "Vos")
    assert lacks(desk, "Hoeveel scholen leidt Piet Hendriks?", text, "14 scholen") == ()


@pytest.mark.parametrize(
    ("sentence", "missing"),
    [
        ("Lommel telde in 2021 ongeveer 38.000 inwoners.", ("Geel",)),
        ("Lommel telde 38.000 inwoners, het dorp Geel meegerekend.", ("Geel",)),
        ("Lommel telt 38.000 inwoners en Geel 41.000.", ()),
        ("Inmiddels telt Geel 41.000 inwoners, 38.000 meer dan Lommel.", ()),
        ("Inmiddels telt de stad 38.000 inwoners.", ()),
    ],
)
def test_a_sentence_that_says_the_same_of_another_name(
    desk: Desk, sentence: str, missing: tuple[str, ...]
) -> None:
    text = f"# Verslag van de stuurgroep\n\nDatum: 3 mei 2021\n\nAanwezig zijn Jan Smit (Geel) en Mia Claes (Balen).\n\n{sentence}"
    assert lacks(desk, "Hoeveel inwoners telt Geel?", text, "38.000") == missing
