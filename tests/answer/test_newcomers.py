"""What was added is not what was there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
TOWNS = """# Veer

In 2031 konden Genk en Mol worden toegevoegd aan de al bestaande steden (Lier en Ede).
"""
BESIDE = (
    "# Veer\n\nNaast Lier en Ede zijn de steden Genk en Mol erbij gekomen. De steden betalen elk een deel."
)
ENDED = "# Veer\n\n## Steden die vervallen\n\nDe vaart naar de steden Genk, Mol en Lier wordt beëindigd."
KEPT = "# Veer\n\nHet veer vaart op de steden Genk, Mol en Lier."


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        ("Welke steden zijn toegevoegd?", TOWNS, "Genk en Mol"),
        ("Welke steden zijn bijgekomen?", BESIDE, "Genk en Mol"),
        ("Welke steden zijn geschrapt?", ENDED, "Genk, Mol en Lier"),
        ("Welke steden zijn vervallen?", KEPT, None),
        ("Welke steden zijn bijgekomen?", KEPT, None),
        ("Op welke steden vaart het veer?", KEPT, "Genk, Mol en Lier"),
    ],
)
def test_what_was_there_is_not_added(desk: Desk, question: str, text: str, short: str | None) -> None:
    reading = desk.read(text)
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == short
