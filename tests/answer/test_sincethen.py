"""A value of then that the next sentence carries on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
GROWN = "# Netwerk Duinrand\n\nBij de start van het netwerk waren er 21 leden. Dit aantal is gegroeid naar 30, maar blijft onder de 50."
NOW = "# Netwerk Duinrand\n\nBij de oprichting telde het netwerk 12 leden. Inmiddels zijn dat er 20."


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (GROWN, "Hoeveel leden heeft het netwerk Duinrand?", "30"),
        (GROWN, "Hoeveel leden waren er bij de start van het netwerk Duinrand?", "21 leden"),
        (NOW, "Hoeveel leden heeft het netwerk Duinrand?", "20"),
        (NOW, "Hoeveel leden telde het netwerk bij de oprichting?", "12 leden"),
    ],
)
def test_what_became_of_the_value_is_given_where_now_is_asked(
    desk: Desk, text: str, question: str, short: str
) -> None:
    readings = [desk.read(text)]
    answer = compose_answer(question, desk.hits(readings), desk.library(readings), ALL)
    assert answer.short == short
    assert any(short in citation.quote for citation in answer.citations)


def test_another_next_sentence_carries_nothing_on(desk: Desk) -> None:
    readings = [
        desk.read("# Netwerk\n\nBij de start waren er 21 leden. Het bestuur is gegroeid naar 30 mensen.")
    ]
    answer = compose_answer(
        "Hoeveel leden heeft het netwerk?", desk.hits(readings), desk.library(readings), ALL
    )
    assert answer.short == "21 leden"
