"""Who pays is told by a sentence that says what is paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.paidthings import find_paid
from assistant.answer.question import parse_question
from assistant.answer.terms import weigh_terms
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
FERRY = """# Het veer van Lier

Het veer wordt vernieuwd. De meerkosten zijn hoog. Die betaalt de provincie Antwerpen.

De stad Lier betaalt de schippers. Rederij De Meeuw onderhoudt het veer.
"""
OTHER = """# Het veer van Lier

De stad Lier betaalt de schippers van het veer. Rederij De Meeuw draagt zorg voor de steigers van het veer.
"""
INSPECTED = (
    "# Keuring\n\nDe keuring die gevraagd wordt door de rechter, wordt bekostigd door Rederij De Meeuw."
)


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        ("Wie betaalt de meerkosten?", FERRY, "de provincie Antwerpen"),
        ("Wie betaalt de meerkosten?", OTHER, None),
        ("Wie betaalt de schippers?", OTHER, "De stad Lier"),
        ("Wie financiert de steigers?", OTHER, None),
        ("Door wie worden de kaartjes betaald?", OTHER, None),
        ("Wie bekostigt de keuring?", INSPECTED, "Rederij De Meeuw"),
    ],
)
def test_who_pays_something_else_is_no_answer(
    desk: Desk, question: str, text: str, short: str | None
) -> None:
    reading = desk.read(text)
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert (answer.short or "").removeprefix("de ").removeprefix("De ") == (short or "").removeprefix(
        "de "
    ).removeprefix("De ")
    assert answer.answered is (short is not None)


@pytest.mark.parametrize(
    ("question", "paid"),
    [
        ("Wie betaalt de kosten van de opleiding?", "opleiding"),
        ("Door wie werd het orgel bekostigd?", "orgel"),
        ("Welke partijen financieren het veer, zolang het vaart?", "veer"),
        ("Wie draagt de kosten van de stellingen?", "stellingen"),
        ("Wie draagt de ambtsketen?", None),
        ("Wie draait op voor de kosten?", None),
        ("Hoeveel betaalt Lier voor het veer?", None),
        ("Wie bouwt het veer?", None),
    ],
)
def test_what_is_paid_is_found_in_the_question(question: str, paid: str | None) -> None:
    read = parse_question(question)
    terms = weigh_terms(read, lambda _: 0.8)
    places = find_paid(read, terms)
    assert (terms[places[0]].text if places else None) == paid
