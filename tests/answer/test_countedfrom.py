"""Moments that rules count from something else, and years that only belong to the name of a law."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
_STATES = (
    "Kwartaalstaten moeten uiterlijk 20 werkdagen na afloop van het kwartaal door de havendienst zijn ontvangen. "
    "Jaarstaten worden binnen vier maanden na het einde van het boekjaar ingediend."
)
_COMPLAINT = "De klacht moet uiterlijk twee weken nadat de brief is verzonden, worden ingediend."


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (
            _STATES,
            "Wanneer moeten de kwartaalstaten binnen zijn?",
            "uiterlijk 20 werkdagen na afloop van het kwartaal",
        ),
        (
            _STATES,
            "Wanneer moeten de jaarstaten binnen zijn?",
            "binnen vier maanden na het einde van het boekjaar",
        ),
        (
            "Een melding gebeurt ten minste drie weken voor de aanvang van het werk.",
            "Tot wanneer kan een melding worden gedaan?",
            "ten minste drie weken voor de aanvang van het werk",
        ),
        (
            _COMPLAINT,
            "Wanneer moet de klacht worden ingediend?",
            "uiterlijk twee weken nadat de brief is verzonden",
        ),
        (
            "De brug wordt op 3 mei 2031 geopend. Bezwaar wordt uiterlijk zes weken na de opening ingediend.",
            "Wanneer wordt de brug geopend?",
            "3 mei 2031",
        ),
    ],
)
def test_a_term_counted_from_something_tells_when(desk: Desk, text: str, question: str, said: str) -> None:
    reading = desk.read(f"# Havenregels\n\n{text}")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == said


@pytest.mark.parametrize(
    "question",
    ["Wanneer wordt de brief verzonden?", "Wanneer werd de klacht ingediend?"],
)
def test_what_a_term_is_counted_from_has_no_term_itself(desk: Desk, question: str) -> None:
    reading = desk.read(f"# Havenregels\n\n{_COMPLAINT}")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short is None


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (
            "Gelet op artikel 7 van de Wet toezicht sleepvaart 1987 besluit de havendienst. De sleepheffing is in 2004 ingevoerd.",
            "Wanneer is de sleepheffing ingevoerd?",
            "2004",
        ),
        (
            "Het Besluit vaarwegen 2019 is gewijzigd in 2022.",
            "Wanneer is het Besluit vaarwegen gewijzigd?",
            "2022",
        ),
        (
            "Het Besluit vaarwegen 2019 is gewijzigd in 2022.",
            "Uit welk jaar is het Besluit vaarwegen?",
            "2019",
        ),
        ("De Havenwet is in 1987 ingevoerd.", "Wanneer is de Havenwet ingevoerd?", "1987"),
        ("De Havenwet trad vanaf 1987 in werking.", "Wanneer trad de Havenwet in werking?", "vanaf 1987"),
    ],
)
def test_the_year_in_the_name_of_a_law_is_no_moment(desk: Desk, text: str, question: str, said: str) -> None:
    reading = desk.read(f"# Havenregels\n\n{text}")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == said


def test_a_law_tells_no_day_for_what_must_be_done(desk: Desk) -> None:
    reading = desk.read(
        "# Havenregels\n\nGelet op artikel 7 van de Wet toezicht sleepvaart 1987 besluit de havendienst over de sleepstaten."
    )
    question = "Wanneer moeten de sleepstaten binnen zijn?"
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short is None


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (
            "De aanvraag wordt geweigerd als het werk niet binnen 14 maanden na het besluit begint.",
            "Binnen welke termijn neemt de havenmeester een besluit?",
            None,
        ),
        (
            "De havenmeester neemt binnen negen weken een besluit. Het werk begint binnen 14 maanden na het besluit.",
            "Binnen hoeveel tijd beslist de havenmeester?",
            "negen weken",
        ),
        (
            "De havenmeester neemt binnen negen weken een besluit. Het werk begint binnen 14 maanden na het besluit.",
            "Binnen welke termijn moet het werk beginnen?",
            "14 maanden",
        ),
    ],
)
def test_a_term_that_runs_from_a_deed_is_not_its_own(
    desk: Desk, text: str, question: str, said: str | None
) -> None:
    reading = desk.read(f"# Havenregels\n\n{text}")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == said


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "De havendienst heeft, gelet op artikel 12 van de Havenwet, besloten dat het loodsgeld vervalt.",
            "Waarom vervalt het loodsgeld?",
        ),
        (
            "Loodsgeld is het bedrag voor de door het bestuur van de haven aangewezen loods.",
            "Waarom vervalt het loodsgeld?",
        ),
    ],
)
def test_what_a_rule_rests_on_and_who_does_it_are_no_reasons(desk: Desk, text: str, question: str) -> None:
    reading = desk.read(f"# Havenregels\n\n{text}")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short is None


def test_gelet_op_may_still_give_a_reason(desk: Desk) -> None:
    reading = desk.read("# Havenregels\n\nGelet op de lage waterstand vervalt het loodsgeld.")
    answer = compose_answer(
        "Waarom vervalt het loodsgeld?", desk.hits([reading]), desk.library([reading]), ALL
    )
    assert "lage waterstand" in (answer.short or "")
