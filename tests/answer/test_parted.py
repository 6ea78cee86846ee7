"""Verbs whose first part stands apart, and words before which nobody does anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.initials import abbreviates
from assistant.answer.parted import is_other_deed
from assistant.types import Completeness, Span

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")


@pytest.mark.parametrize(
    ("question", "text", "verb", "other"),
    [
        ("Wie stelt de jury in?", "De raad stelt de molenaars in kennis.", "stelt", True),
        ("Wie stelt de jury in?", "De raad stelt de molenaars op de hoogte.", "stelt", True),
        (
            "Wie stelt de jury in?",
            "De raad stelt uit zijn midden een jury in, voor een jaar.",
            "stelt",
            False,
        ),
        ("Wie stelt de jury in?", "De raad stelt in mei een jury in voor de prijs.", "stelt", False),
        ("Wie stelt de jury in?", "De raad besluit een jury in te stellen.", "stellen", False),
        ("Wie stelt de jury in?", "De raad heeft een jury ingesteld.", "ingesteld", False),
        (
            "Wie stelt het tarief vast in Lier?",
            "De raad stelt jaarlijks vast wat het veer kost.",
            "stelt",
            False,
        ),
        ("Wie stelt het tarief vast in Lier?", "De raad stelt vragen over het tarief.", "stelt", True),
        ("Wie stelt de raad op de hoogte?", "De burgemeester stelt de raad in kennis.", "stelt", False),
        ("Wie stelt de vragen?", "De raad stelt vragen.", "stelt", False),
        ("Wie draagt bij aan de kosten?", "De stad draagt bij aan de kosten.", "draagt", False),
        ("Wie woont er in het huis?", "De molenaar woont naast het huis.", "woont", False),
    ],
)
def test_a_verb_without_its_first_part_is_another_one(
    question: str, text: str, verb: str, *, other: bool
) -> None:
    start = text.index(verb)
    assert is_other_deed(question, text, Span(start, start + len(verb))) is other


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (
            "De molenmeester stelt de afgewezen leden van de jury schriftelijk op de hoogte.\n\n"
            "Voor de prijs stelt de gemeenteraad een jury in, die de plannen beoordeelt.",
            "Wie stelt de jury in?",
            "de gemeenteraad",
        ),
        ("De gemeenteraad heeft de jury ingesteld.", "Wie stelt de jury in?", "De gemeenteraad"),
        (
            "De provincie vraagt voor het veer elk jaar subsidie aan.",
            "Wie vraagt subsidie aan voor het veer?",
            "De provincie",
        ),
    ],
)
def test_who_does_it_is_told_by_the_whole_verb(desk: Desk, text: str, question: str, short: str) -> None:
    reading = desk.read(f"# Molenprijs\n\n{text}")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short is not None
    assert answer.short.lower() == short.lower()


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "Sinds 1 mei 2031 vindt krachtens de gewijzigde Veerwet het benoemen van de leden van de veerraad plaats.",
            "Wie benoemt sinds 1 mei 2031 de leden van de veerraad?",
        ),
        (
            "Wanneer het veer een BVV verlangt, worden de kosten van deze BVV aan de schipper vergoed.",
            "Wie betaalt de kosten van een bewijs van vaarvaardigheid?",
        ),
    ],
)
def test_a_law_and_an_abbreviation_of_the_question_do_nothing(desk: Desk, text: str, question: str) -> None:
    reading = desk.read(f"# Het veer\n\n{text}")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short is None


@pytest.mark.parametrize(
    ("text", "asked", "same"),
    [
        ("BOV", "Wie betaalt een bewijs omtrent het varen?", True),
        ("de BOV", "Wie betaalt een bewijs omtrent het varen?", True),
        ("OVAM", "Wie betaalt een bewijs omtrent het varen?", False),
        ("BV", "Wie betaalt een bewijs van varen?", False),
        ("BVG", "Wie betaalt een bewijs van varen?", False),
        ("Bov", "Wie betaalt een bewijs omtrent het varen?", False),
    ],
)
def test_first_letters_of_words_that_stand_together(text: str, asked: str, *, same: bool) -> None:
    assert abbreviates(text, asked) is same
