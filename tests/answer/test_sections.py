"""A figure of what the question is about, and not of another section."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
REPORT = """# Jaarverslag Havenwijk

Datum: 3 mei 2021

## 2.1 De leerfabriek

Eind april 2021 waren 52 bedrijven aangesloten, negen meer dan een jaar eerder. De leerfabriek staat aan de kade.

## 2.2 De warmtekring

Op het terrein doen 17 bedrijven mee. De warmtekring draait sinds de winter op restwarmte van de zeepfabriek.
"""


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Hoeveel bedrijven zijn aangesloten bij de warmtekring?", "17 bedrijven"),
        ("Hoeveel bedrijven zijn aangesloten bij de leerfabriek?", "52 bedrijven"),
    ],
)
def test_the_figure_stands_under_the_heading_that_is_asked_for(desk: Desk, question: str, short: str) -> None:
    readings = [desk.read(REPORT)]
    answer = compose_answer(question, desk.hits(readings), desk.library(readings), ALL)
    assert answer.short == short
