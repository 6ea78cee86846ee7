"""Items that are conditions, and items that are words with their meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.itemising import strip_mark
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
_REFUSED = (
    "Een gemeente komt niet in aanmerking voor de veersubsidie indien:\n\n"
    "- de aanvraag te laat is ingediend;\n- het veer al wordt gesubsidieerd;\n- de oever niet veilig is."
)
_MEANT = "In deze veerregeling wordt verstaan onder:\n\n- veer: een boot;\n- schipper: wie vaart;\n- oever: de kant."


@pytest.mark.parametrize(
    ("text", "question", "listed"),
    [
        (_REFUSED, "Welke kosten komen niet in aanmerking voor de veersubsidie?", False),
        (_REFUSED, "Welke gemeenten kregen de veersubsidie?", False),
        (_REFUSED, "Welke gemeenten komen niet in aanmerking voor de veersubsidie?", True),
        (
            "Weigeringsgronden: de veersubsidie wordt geweigerd indien:\n\n- de aanvraag te laat is;\n- het veer vol is.",
            "Welke weigeringsgronden zijn er voor de veersubsidie?",
            True,
        ),
        (
            "De veersubsidie wordt geweigerd indien:\n\n- de aanvraag te laat is;\n- het veer vol is.",
            "Voor welke aanvragen wordt de veersubsidie geweigerd?",
            True,
        ),
        (_MEANT, "Welke gemeenten vallen onder de veerregeling?", False),
        (_MEANT, "Welke begrippen verklaart de veerregeling?", True),
        (
            "De veersubsidie wordt gegeven voor de volgende kosten:\n\n- de boot;\n- de steiger;\n- de brandstof.",
            "Welke kosten komen in aanmerking voor de veersubsidie?",
            True,
        ),
        (
            "Deze gemeenten kregen de veersubsidie:\n\n- Lier;\n- Mol;\n- Geel.",
            "Welke gemeenten kregen de veersubsidie?",
            True,
        ),
    ],
)
def test_conditions_are_no_things(desk: Desk, text: str, question: str, *, listed: bool) -> None:
    reading = desk.read(f"# Veerregeling\n\n{text}")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert (answer.short is not None and (";" in answer.short or " en " in answer.short)) is listed


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("·de boot", "de boot"),
        ("• de boot", "de boot"),
        ("- de boot", "de boot"),
        ("-2 graden", "-2 graden"),
        ("de boot", "de boot"),
    ],
)
def test_an_item_is_told_without_its_dot(text: str, bare: str) -> None:
    assert strip_mark(text) == bare
