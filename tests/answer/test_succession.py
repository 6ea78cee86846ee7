"""Who came after whom: the one that is asked for, in the active and the passive, with a noun and with a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.succession import asks_successor

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

AFTER, BEFORE = "Wie volgde Jan Bos op als voorzitter?", "Wie was de voorganger van Anke Mol als voorzitter?"


@pytest.mark.parametrize(
    "text",
    [
        "Anke Mol volgt Jan Bos op als voorzitter van de molenraad.",
        "Op 3 mei volgde Anke Mol Jan Bos op als voorzitter.",
        "Jan Bos werd als voorzitter opgevolgd door Anke Mol.",
        "Jan Bos wordt door Anke Mol vervangen als voorzitter.",
        "De raad stelt Anke Mol aan als voorzitter, ter vervanging van Jan Bos.",
        "Anke Mol is als voorzitter de opvolger van Jan Bos.",
        "Anke Mol neemt het voorzitterschap over van Jan Bos.",
        "De nieuwe voorzitter is Anke Mol, die Jan Bos opvolgt.",
        "Anke Mol prees als voorzitter haar voorganger Jan Bos.",
        "De Molenraad stelt nu Anke Mol aan als voorzitter van de Stichting Zonveld (SZV), ter vervanging van Jan Bos.",
        "De raad vervangt Jan Bos als voorzitter door Anke Mol.",
        "Jan Bos maakt als voorzitter plaats voor Anke Mol.",
    ],
)
def test_the_one_who_is_asked_for_is_told(desk: Desk, text: str) -> None:
    for question, answer in ((AFTER, "Anke Mol"), (BEFORE, "Jan Bos")):
        best = desk.best(question, text)
        assert best is not None
        assert best.short_text == answer


def test_who_went_before_is_not_who_came_after(desk: Desk) -> None:
    best = desk.best("Wie volgde Anke Mol op als voorzitter?", "Anke Mol volgde Jan Bos op als voorzitter.")
    assert best is None or best.short_text != "Jan Bos"


def test_whom_he_followed_is_nobody_that_came_after(desk: Desk) -> None:
    text = "Jan Bos is sinds mei voorzitter van de Stichting Maasbrug. Hij was wethouder van Lier en volgde Anke Mol op."
    best = desk.best("Wie volgde Jan Bos op als wethouder van Lier?", text)
    assert best is None or best.short_text is None


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (AFTER, True),
        (BEFORE, False),
        ("Door wie werd Jan Bos opgevolgd?", True),
        ("Wie heeft Jan Bos vervangen?", True),
        ("Wie werd door Anke Mol opgevolgd?", False),
        ("Wie werd opgevolgd door Anke Mol?", False),
        ("Wie volgt de cursus?", None),
        ("Wie opende de brug van Lier?", None),
    ],
)
def test_a_question_asks_who_came_after_or_before(question: str, asked: bool | None) -> None:
    assert asks_successor(question) is asked
