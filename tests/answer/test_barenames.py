"""A bare word that cannot be the name asked for is no short answer, and of a move the right end is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.barenames import is_loose_name
from assistant.answer.evidence import Unit
from assistant.answer.moves import find_other_end
from assistant.answer.question import parse_question
from assistant.types import Span

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


def unit_of(desk: Desk, sentence: str, short: str) -> tuple[Unit, Span]:
    reading = desk.read(sentence)
    start = reading.document.text.index(sentence)
    unit = Unit(reading, reading.block_at(start), Span(start, start + len(sentence)), 1.0)
    at = start + sentence.index(short)
    return unit, Span(at, at + len(short))


@pytest.mark.parametrize(
    ("question", "sentence", "short", "loose"),
    [
        ("Welk gif lag in de haven?", "Er lag gif in de Franse haven.", "Franse", True),
        ("Welk gif lag in de haven?", "Er lag gif in Duitsland.", "Duitsland", True),
        ("Welke korting krijgt een visser?", "De korting is door de Raad bepaald.", "Raad", True),
        ("Onder welke merknaam werkt het loket?", "Het loket werkt als Duitsland.", "Duitsland", False),
        ("Op welk festival speelt de band?", "De band speelt op Zonnebries.", "Zonnebries", False),
    ],
)
def test_a_bare_word_of_another_sort_is_no_name(
    desk: Desk, question: str, sentence: str, short: str, loose: bool
) -> None:
    unit, span = unit_of(desk, sentence, short)
    assert is_loose_name(parse_question(question), unit, span, short) is loose


@pytest.mark.parametrize(
    ("question", "short", "end"),
    [
        ("Naar welke dienst verhuist Jan Bos?", "VDAB", "TNO"),
        ("Van welke dienst komt Jan Bos?", "TNO", "VDAB"),
        ("Naar welke dienst verhuist Jan Bos?", "TNO", None),
        ("Bij welke dienst werkt Jan Bos?", "VDAB", None),
    ],
)
def test_a_move_has_two_ends(desk: Desk, question: str, short: str, end: str | None) -> None:
    unit, span = unit_of(desk, "Jan Bos wordt overgedragen van de VDAB aan TNO.", short)
    found = find_other_end(parse_question(question), unit, span)
    assert (found and found.of(unit.reading.document.text)) == end
