"""Who came after somebody, where the sentence says "zij", and never the post of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
BOARD = """# Bestuur van het veer

Joris Vink is sinds 1 september 2031 voorzitter van de stuurgroep. Hij was daarvoor wethouder van Lier en volgde Marijke van den Eik op.
"""
CHANGES = """# Raad van Lier

De voorzitter heet Anneke Vos welkom; zij volgt Maarten Prins op als vertegenwoordiger.

Els Mol treedt af. Zij wordt opgevolgd door Jan Bos, wethouder van Genk.

Hanna Wit leidt het havenbedrijf.
"""


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        ("Wie volgde Marijke van den Eik op?", BOARD, "Joris Vink"),
        ("Wie is de opvolger van Marijke van den Eik?", BOARD, "Joris Vink"),
        ("Wie volgt Maarten Prins op?", CHANGES, "Anneke Vos"),
        ("Wie volgt Els Mol op?", CHANGES, "Jan Bos"),
        ("Wie volgt Hanna Wit op?", CHANGES, None),
    ],
)
def test_a_successor_is_a_person_who_follows_the_one_asked(
    desk: Desk, question: str, text: str, short: str | None
) -> None:
    reading = desk.read(text)
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == short
    assert answer.answered is (short is not None)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Wie is de voorganger van Nienke Postma?", "Ebel Tamminga"),
        ("Wie is de opvolger van Ebel Tamminga?", "Nienke Postma"),
        ("Wie was dijkgraaf voor Anke Berends?", "Gerrit-Jan Hulsbergen"),
    ],
)
def test_a_pronoun_came_after_the_one_who_is_named_behind_it(desk: Desk, question: str, told: str) -> None:
    text = (
        "# Ring\n\nDagelijks bestuurder is Nienke Postma. Zij begon in januari als opvolger van Ebel Tamminga, die directeur werd "
        "van veilingbedrijf Polderfris.\n\nDijkgraaf is Anke Berends. Zij volgt Gerrit-Jan Hulsbergen op."
    )
    readings = [desk.read(text)]
    assert compose_answer(question, desk.hits(readings), desk.library(readings), ALL).short == told
