"""The day of a letter is of the letter, not of what it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
LETTER = (
    "# Brief over de sluis\n\n{place}, 3 maart 2031\n\nWij melden u dat de sluis bij Wilgen wordt vernieuwd."
)


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("Wanneer werd de sluis bij Wilgen vernieuwd?", None),
        ("Wanneer wordt de sluis geopend?", None),
        ("Wanneer is de brief over de sluis verstuurd?", "3 maart 2031"),
        ("Van wanneer is de brief over de sluis?", "3 maart 2031"),
    ],
)
@pytest.mark.parametrize("place", ["Alphen aan den Rijn", "'s-Gravenzande"])
def test_the_day_of_a_letter(desk: Desk, place: str, question: str, day: str | None) -> None:
    readings = [desk.read(LETTER.format(place=place))]
    answer = compose_answer(question, desk.hits(readings), desk.library(readings), ALL)
    assert answer.short == day


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("Wanneer werd de markt in Wilgen geopend?", None),
        ("Wanneer is de verordening over de markt vastgesteld?", "3 maart 2031"),
        ("Op welke datum is dit vastgesteld?", "3 maart 2031"),
    ],
)
@pytest.mark.parametrize(
    "line", ["Vastgesteld op 3 maart 2031.", "Aldus vastgesteld in de openbare vergadering van 3 maart 2031"]
)
def test_the_day_of_a_rule(desk: Desk, line: str, question: str, day: str | None) -> None:
    readings = [desk.read(f"# Verordening over de markt in Wilgen\n\n{line}\n\nEen kraam kost 12 euro.")]
    answer = compose_answer(question, desk.hits(readings), desk.library(readings), ALL)
    assert answer.short == day


@pytest.mark.parametrize(
    "text",
    [
        "# Sluis\n\nOp 3 maart 2031 werd de sluis geopend.",
        "# Sluis\n\n| Wat | Wanneer |\n|---|---|\n| Opening sluis | 3 maart 2031 |\n| Start bouw | 2 mei 2030 |",
        "# Sluis\n\nOpening van de sluis: 3 maart 2031",
    ],
)
def test_a_day_with_its_deed_is_told(desk: Desk, text: str) -> None:
    readings = [desk.read(text)]
    answer = compose_answer(
        "Wanneer werd de sluis geopend?", desk.hits(readings), desk.library(readings), ALL
    )
    assert answer.short == "3 maart 2031"
