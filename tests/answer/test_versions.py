"""Fault 51: an older version of a document is lowered below the newest one, or marked where it is quoted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from assistant.answer import Reading, compose_answer
from assistant.types import Answer
from tests.answer.test_reply import ALL

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

QUESTION = "Wie beheert de sluis van Heimolen?"


def reply(desk: Desk, question: str, old: str, new: str, *, version: bool = True) -> Answer:
    """Ask over a document and its newest version."""
    older = desk.read(f"---\ntitle: Nota\ndate: 2022-03-01\n---\n\n{old}\n").document
    newest = desk.read(f"---\ntitle: Nota\ndate: 2022-05-01\n---\n\n{new}\n")
    older = replace(older, version_of=newest.document.id if version else None)
    readings = [Reading(older, ()), newest]
    return compose_answer(question, desk.hits(readings), desk.library(readings), ALL)


@pytest.mark.parametrize("version", [True, False])
def test_what_the_newest_version_no_longer_says_is_marked_with_its_date(desk: Desk, version: bool) -> None:
    answer = reply(
        desk,
        "Hoeveel bomen staan er bij de sluis van Heimolen?",
        "Bij de sluis van Heimolen staan 14 bomen.",
        "De kleur van de brug is rood.",
        version=version,
    )
    assert answer.citations[0].quote == "Bij de sluis van Heimolen staan 14 bomen."
    assert answer.citations[0].newer == ("2022-05-01" if version else None)


def test_what_the_newest_version_still_says_is_quoted_from_it_first_and_not_marked(desk: Desk) -> None:
    sentence = "De sluis van Heimolen wordt beheerd door de gemeente Lier."
    answer = reply(desk, QUESTION, sentence, sentence)
    assert [(item.date, item.newer) for item in answer.citations] == [
        ("2022-05-01", None),
        ("2022-03-01", None),
    ]


@pytest.mark.parametrize("version", [True, False])
def test_the_newest_version_is_quoted_before_an_older_one_that_says_something_else(
    desk: Desk, version: bool
) -> None:
    answer = reply(
        desk,
        "Wie beheert de 3 sluizen van Heimolen?",
        "De gemeente Lier beheert de 3 sluizen van Heimolen.",
        "De gemeente Genk beheert de 3 sluizen van Heimolen.",
        version=version,
    )
    assert answer.citations[0].date == ("2022-05-01" if version else "2022-03-01")
