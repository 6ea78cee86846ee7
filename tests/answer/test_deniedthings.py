"""A "geen" denies its own noun, and "vond plaats" is not "geplaatst"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
NET = """# Warmtenet van Lier

Voor het warmtenet is geen bezwaar ingediend. De buizen van het warmtenet zijn blauw.
"""
POSTS = "# Laadpalen\n\nDe levering van de laadpalen vond plaats op 3 mei 2031. De laadpalen zijn blauw."
BATTERY = "# Hub\n\nVoor de batterij van de hub heeft de aanbesteding geen inschrijving opgeleverd. De hub is groen."


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        ("Is er subsidie voor het warmtenet?", NET, None),
        ("Is er een bezwaar tegen het warmtenet ingediend?", NET, "Nee"),
        ("Zijn de laadpalen geplaatst?", POSTS, None),
        ("Is de batterij van de hub geplaatst?", BATTERY, None),
        ("Is de haven schoon?", "# Haven\n\nDe haven is schoon. Er is geen geld voor een boot.", None),
        ("Is er geld voor een boot?", "# Haven\n\nDe haven is schoon. Er is geen geld voor een boot.", "Nee"),
        ("Is de boot veilig?", "# Haven\n\nDe boot is niet veilig. Er is geen haven.", "Nee"),
    ],
)
def test_what_is_denied_or_said_is_what_is_asked(
    desk: Desk, question: str, text: str, short: str | None
) -> None:
    reading = desk.read(text)
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == short
