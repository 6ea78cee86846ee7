"""The least or the most of something is told by the value that is told so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
BRIDGES = """# Bruggen in Lutterveen

Lutterveen gaat door met het bouwen van de twee bruggen.

In 2035 is de stad bereikbaar. Daarvoor zetten we in op ten minste vier bruggen en op een veer.
"""


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Hoeveel bruggen gaat Lutterveen ten minste bouwen?", "ten minste vier bruggen"),
        ("Met hoeveel bruggen gaat Lutterveen door?", "twee bruggen"),
    ],
)
def test_the_least_is_told_by_a_value_with_that_bound(desk: Desk, question: str, short: str) -> None:
    reading = desk.read(BRIDGES)
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == short


def test_all_three_of_something_else_is_no_count(desk: Desk) -> None:
    weighed = desk.weigh(
        "Hoeveel deelnemers heeft het project?",
        "# Project\n\nVan deelnemers aan alle drie de projecten is een verklaring nodig.",
    )
    assert weighed.units[0].fit < 0.3
