"""What an officer asked of statutes, regulations and tariffs: posts below other bodies, terms and validity, lists of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
_SIGNED = (
    "De regeling geldt.\n\nHet Bestuur van de Stichting Wilgenfonds,\nP. Jansma,\ndirecteur/bestuurder\n\n"
    "Het Bestuur van de Stichting Mandenmakers, namens deze,\nK. de Wit,\ndirecteur"
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Wie is directeur van de Stichting Wilgenfonds?", "P. Jansma"),
        ("Wie is directeur/bestuurder van het Wilgenfonds?", "P. Jansma"),
        ("Wie is de directeur van de Stichting Mandenmakers?", "K. de Wit"),
        ("Wie is de directeur van het Rietfonds?", None),
    ],
)
def test_the_post_below_another_body_is_not_the_one_asked_for(
    desk: Desk, question: str, said: str | None
) -> None:
    reading = desk.read(f"# Regeling Rietfonds\n\n{_SIGNED}")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == said


def test_a_body_may_be_asked_for_by_its_initials(desk: Desk) -> None:
    reading = desk.read(
        "# Regeling vlechtwerk\n\nDe regeling geldt.\n\nCommissariaat voor de Vlechterij (CvdV),\nT. Jansma,\nvoorzitter"
    )
    question = "Wie is de voorzitter van het CvdV?"
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == "T. Jansma"


_TOLD_WITHIN = (
    "De schipper wordt van het besluit over de ligplaatspas binnen 20 werkdagen op de hoogte gesteld."
)


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (
            f"{_TOLD_WITHIN} De ligplaatspas is geldig voor een periode van vier jaar.",
            "Hoe lang is een ligplaatspas geldig?",
            "vier jaar",
        ),
        (_TOLD_WITHIN, "Hoe lang is een ligplaatspas geldig?", None),
        (
            _TOLD_WITHIN,
            "Hoe lang duurt het voor de schipper iets hoort over de ligplaatspas?",
            "20 werkdagen",
        ),
    ],
)
def test_a_term_within_which_something_is_done_tells_no_validity(
    desk: Desk, text: str, question: str, said: str | None
) -> None:
    reading = desk.read(f"# Havenregels\n\n{text}")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == said


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "Het Vlotfonds heeft het doel betere vlotten te laten bouwen en vlotters met elkaar in contact te brengen.",
            "Welke vlotten kregen subsidie van het Vlotfonds?",
        ),
        (
            "De havenmeester van het Sleepbureau wordt bij dat werk bijgestaan door een of meer kademanagers.",
            "Waarom werd het Sleepbureau opgeheven?",
        ),
        (
            "Aanvragen van subsidie gaan met het aanvraagformulier Regeling Dorpsfeesten van het Feestfonds.",
            "Wie mogen subsidie aanvragen volgens de Regeling Dorpsfeesten?",
        ),
    ],
)
def test_a_deed_a_helper_and_a_paper_are_not_what_is_asked(desk: Desk, text: str, question: str) -> None:
    reading = desk.read(f"# Regels\n\n{text}")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short is None
