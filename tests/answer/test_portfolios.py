"""Who is in office for a field, who has the rest, and what share of a sum somebody pays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
OFFICES = (
    "Dit is het beleid van Lutterveen. Schepen van Jeugd is Leen Verstraete (Samen Vooruit). Wethouder Piet Mol (zorg) opende de school. "
    "De wethouder van Onderwijs, Jan Bos, was erbij."
)
COSTS = (
    "De verbouwing van de kazerne wordt geraamd op 2,3 miljoen euro; Vlaanderen betaalt daarvan 40 procent, de rest is voor "
    "de stad."
)


def _ask(desk: Desk, text: str, question: str) -> str | None:
    readings = [desk.read(f"# Nota\n\n{text}")]
    return compose_answer(question, desk.hits(readings), desk.library(readings), ALL).short


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Wie is de schepen van jeugd?", "Leen Verstraete"),
        ("Wie is de wethouder van zorg?", "Piet Mol"),
        ("Wie is wethouder van onderwijs?", "Jan Bos"),
        ("Wie is de schepen van sport?", None),
        ("Wie is de wethouder van financiën?", None),
        ("Wie is schepen van cultuur?", None),
        ("Wie is de schepen van sport in Lutterveen?", None),
        ("Wie is de schepen van sport van Lutterveen?", None),
        ("Wie is de schepen van jeugd in Lutterveen?", "Leen Verstraete"),
    ],
)
def test_one_in_office_for_another_field_is_not_told(desk: Desk, question: str, told: str | None) -> None:
    assert _ask(desk, OFFICES, question) == told


def test_one_in_office_whose_field_is_not_told_may_be_it(desk: Desk) -> None:
    text = (
        "Wethouder Anna de Groot heeft sport en zorg onder zich. De wethouder van Lutterveen opende de hal."
    )
    assert "Groot" in (_ask(desk, text, "Wie is de wethouder van sport?") or "")


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (COSTS, "Hoeveel betaalt Vlaanderen aan de verbouwing?", "40 procent"),
        (COSTS, "Wie betaalt de rest van de verbouwing?", "de stad"),
        (COSTS, "Op hoeveel wordt de verbouwing van de kazerne geraamd?", "2,3 miljoen euro"),
        (
            "De provincie betaalt de helft van de brug. De rest van de kosten komt van het waterschap.",
            "Wie betaalt de rest van de brug?",
            "het waterschap",
        ),
        (
            "De brug kost 3 miljoen euro. De provincie draagt 60 procent bij en de gemeente Lutterveen de rest.",
            "Wie betaalt de rest?",
            "de gemeente Lutterveen",
        ),
    ],
)
def test_a_share_and_the_rest_are_of_who_pays_them(desk: Desk, text: str, question: str, told: str) -> None:
    assert _ask(desk, text, question) == told


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        ("Het zwembad is sinds 3 april 2031 gesloten.", "Wanneer gaat het zwembad open?", None),
        (
            "Het zwembad is sinds 3 april 2031 gesloten.",
            "Wanneer ging het zwembad dicht?",
            "sinds 3 april 2031",
        ),
        ("Het zwembad is gesloten tot 4 mei 2031.", "Wanneer gaat het zwembad open?", "tot 4 mei 2031"),
        ("De premie is op 1 juni 2031 afgeschaft.", "Wanneer is de premie ingevoerd?", None),
        ("De premie is op 1 juni 2031 ingevoerd.", "Wanneer is de premie ingevoerd?", "1 juni 2031"),
    ],
)
def test_the_day_of_the_opposite_deed_is_not_told(
    desk: Desk, text: str, question: str, told: str | None
) -> None:
    assert _ask(desk, text, question) == told


MEETING = "Gedeputeerde H. Versluis sprak op 14 november 2031 met minister De Jonge over de flexwoningen."


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Met wie sprak de gedeputeerde?", "De Jonge"),
        ("Wie sprak met de minister?", "H. Versluis"),
    ],
)
def test_whoever_a_question_calls_by_a_post_is_not_the_other_one(
    desk: Desk, question: str, told: str
) -> None:
    assert _ask(desk, MEETING, question) == told


def test_a_question_for_a_part_of_the_costs_may_be_told_as_a_share(desk: Desk) -> None:
    text = "De minister zegde toe dat het Rijk de helft van de kosten van de flexwoningen vergoedt."
    assert _ask(desk, text, "Hoeveel van de kosten van de flexwoningen betaalt het Rijk?") == "de helft"


TOWNS = """In 2031 werden in de provincie 1.310 woningen gebouwd.

## Woningen per gemeente

| Gemeente | Opgeleverd | In aanbouw |
|---|---|---|
| Harderwijk | 2.100 | 640 |
| Nijkerk | 480 | 75 |
"""


def test_the_row_of_a_town_goes_before_a_total_in_which_it_is_not_named(desk: Desk) -> None:
    assert _ask(desk, TOWNS, "Hoeveel woningen zijn er in Nijkerk in aanbouw?") == "75"
    assert _ask(desk, TOWNS, "Hoeveel woningen werden er in 2031 gebouwd?") == "1.310 woningen"


@pytest.mark.parametrize(
    ("question", "told"),
    [("Wanneer sluit het fonds?", None), ("Wanneer gaat het fonds open?", "1 maart 2032")],
)
def test_the_day_to_come_of_a_deed_is_not_that_of_its_reverse(
    desk: Desk, question: str, told: str | None
) -> None:
    assert _ask(desk, "Het fonds gaat open op 1 maart 2032.", question) == told


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (
            "De gemeente betaalt 30 procent van de kosten, maximaal 5.000 euro.",
            "Hoeveel euro betaalt de gemeente?",
            "maximaal 5.000 euro",
        ),
        (
            "De provincie betaalt 20 procent, dat is 2.000 euro.",
            "Hoeveel betaalt de provincie?",
            "2.000 euro",
        ),
        (
            "Van de gezinnen heeft een derde geen auto.",
            "Welk deel van de gezinnen heeft geen auto?",
            "een derde",
        ),
        ("Piet Kok (Lier) sprak de raad toe.", "Van welke partij is Piet Kok?", None),
        (
            "De gemeenten betalen samen het resterende bedrag.",
            "Wie betaalt het resterende bedrag?",
            "de gemeenten",
        ),
        ("Jan Bos leidde de rest van de vergadering.", "Wie leidde de rest van de vergadering?", "Jan Bos"),
        (
            "Directeur Anna Kok ontving van directeur Piet Smit de sleutel.",
            "Van wie ontving de directeur de sleutel?",
            "Piet Smit",
        ),
    ],
)
def test_what_these_rules_must_leave_alone(desk: Desk, text: str, question: str, told: str | None) -> None:
    assert _ask(desk, text, question) == told


def test_what_is_told_of_a_sum_with_its_rent_is_not_that_it_has_it(desk: Desk) -> None:
    text = "De totale kosten inclusief rente zijn niet bekend."
    assert _ask(desk, text, "Zijn de kosten inclusief rente bekend?") == "Nee"


def test_the_wish_of_others_does_not_go_before_what_is(desk: Desk) -> None:
    text = "De subsidie voor het theater bedraagt 4.000 euro. De scholen willen een fonds van 100.000 euro."
    assert _ask(desk, text, "Hoeveel subsidie wil het theater?") != "100.000 euro"


def test_without_something_is_no_price_without_it(desk: Desk) -> None:
    text = "Kamperen zonder toestemming is niet toegestaan."
    assert _ask(desk, text, "Is kamperen zonder toestemming toegestaan?") == "Nee"
