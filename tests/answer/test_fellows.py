"""A name that stands in a row is shown with the others of its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.evidence import Unit
from assistant.answer.fellows import find_fellows
from assistant.answer.gapped import find_gapped
from assistant.answer.question import parse_question
from assistant.answer.showing import show_short
from assistant.types import Span

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


def unit_of(desk: Desk, sentence: str, short: str) -> tuple[Unit, Span]:
    reading = desk.read(sentence)
    start = reading.document.text.index(sentence)
    unit = Unit(reading, reading.block_at(start), Span(start, start + len(sentence)), 1.0)
    at = start + sentence.index(short)
    unit.short, unit.short_text = Span(at, at + len(short)), short
    return unit, unit.short


@pytest.mark.parametrize(
    ("question", "sentence", "short", "row"),
    [
        (
            "Wie opende de sluis?",
            "Gedeputeerde Els Mol en Vlaams minister Jan Bos openden de sluis.",
            "Jan Bos",
            "Gedeputeerde Els Mol en Vlaams minister Jan Bos",
        ),
        (
            "Wie diende de motie in?",
            "De motie werd ingediend door Els Mol (CDA), Jan Bos (D66) en Piet Vos (SP).",
            "Jan Bos",
            "Els Mol (CDA), Jan Bos (D66) en Piet Vos (SP)",
        ),
        (
            "Waar heeft het lab vestigingen?",
            "Het lab heeft vestigingen in Eindhoven en in Enschede.",
            "Eindhoven",
            "Eindhoven en in Enschede",
        ),
        (
            "Welke organisatie maakte de atlas?",
            "De atlas werd gemaakt door TNO, Universiteit Leiden en Stichting Waterhuis.",
            "TNO",
            "TNO, Universiteit Leiden en Stichting Waterhuis",
        ),
        ("Wie opende de sluis met Els Mol?", "Els Mol en Jan Bos openden de sluis.", "Jan Bos", None),
        ("Wie is de burgemeester?", "Burgemeester Els Mol en schepen Jan Bos waren er.", "Els Mol", None),
        ("Wie betaalt de brug?", "Daarmee kreeg TNO steun van Lier en Genk betaalt de rest.", "Lier", None),
        ("Waar staat de molen?", "De molen staat in Lier, de brug ligt in Genk.", "Lier", None),
        ("Wie koos Lier of Genk?", "Els Mol koos respectievelijk Lier en Genk.", "Els Mol", None),
        ("Waar is het loket?", "Het loket is in Lier en de provincie Antwerpen betaalt.", "Lier", None),
        ("Wanneer was het?", "Els Mol en Jan Bos openden de sluis.", "Els Mol", None),
    ],
)
def test_a_name_is_widened_to_its_row(
    desk: Desk, question: str, sentence: str, short: str, row: str | None
) -> None:
    unit, span = unit_of(desk, sentence, short)
    found = find_fellows(parse_question(question), unit, span)
    assert (found and found.of(unit.reading.document.text)) == row


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Wie betaalt de brug?", "De provincie, Lier en de vijf dorpen langs het kanaal"),
        ("Wie betaalt 2 miljoen euro voor de brug?", None),
        ("Waar ligt de brug?", None),
    ],
)
def test_each_with_a_value_of_its_own_does_it(desk: Desk, question: str, shown: str | None) -> None:
    sentence = (
        "De provincie betaalde 2 miljoen euro, Lier 3 miljoen euro en "
        "de vijf dorpen langs het kanaal samen 1 miljoen euro."
    )
    unit, span = unit_of(desk, sentence, "De provincie")
    assert find_gapped(parse_question(question), unit, span) == shown


def test_who_does_the_rest_belongs_to_those_who_do_it(desk: Desk) -> None:
    sentence = "Lier betaalt 2 miljoen euro, Genk 3 miljoen euro en het Rijk de rest."
    unit, span = unit_of(desk, sentence, "Lier")
    assert find_gapped(parse_question("Wie betaalt de brug?"), unit, span) == "Lier, Genk en het Rijk"


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Wie stelde de Kamervragen over de sluis?", "Mol (CDA) en Van Bos (D66)"),
        ("Welk Kamerlid van D66 stelde vragen over de sluis?", "Van Bos"),
    ],
)
def test_who_put_questions_are_never_those_who_were_asked(desk: Desk, question: str, shown: str) -> None:
    sentence = (
        "Vragen van de leden Mol(CDA) en Van Bos (D66) aan de Minister van Justitie over de sluis "
        "(ingezonden 3 mei 2021)."
    )
    unit, _ = unit_of(desk, sentence, "Justitie")
    assert show_short(parse_question(question), unit) == shown
