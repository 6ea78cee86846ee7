"""The short answer reads well in the sentence of its template, and is left out where it is of another sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.evidence import Unit
from assistant.answer.question import parse_question
from assistant.answer.showing import show_short
from assistant.types import Span

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


def show(desk: Desk, question: str, sentence: str, short: str) -> str | None:
    reading = desk.read(sentence)
    text = reading.document.text
    start, at = text.index(sentence), text.index(short)
    unit = Unit(reading, reading.block_at(start), Span(start, start + len(sentence)), 1.0)
    unit.short, unit.short_text = Span(at, at + len(short)), short
    return show_short(parse_question(question), unit)


@pytest.mark.parametrize(
    ("question", "sentence", "short", "shown"),
    [
        (
            "Wie betaalt het loket?",
            "Inwoners betalen samen het hele loket van Lier.",
            "Inwoners",
            "inwoners",
        ),
        (
            "Wie betaalt het loket?",
            "De nieuwe raad betaalt het loket van Lier.",
            "De nieuwe raad",
            "de nieuwe raad",
        ),
        ("Wie betaalt het loket?", "De Linde betaalt het loket van Lier.", "De Linde", "De Linde"),
        ("Wie betaalt het loket?", "Lier betaalt het loket.", "Lier", "Lier"),
        ("Wie betaalt het loket?", "Belgen betalen het hele loket.", "Belgen", "Belgen"),
        (
            "Hoeveel kostte het loket?",
            "Het loket kostte ruim 3,4 miljoen euro.",
            "3,4 miljoen euro",
            "ruim 3,4 miljoen euro",
        ),
        ("In welke gemeente staat het loket?", "Bergen heeft een loket.", "Bergen", "Bergen"),
        ("Wie betaalt het loket?", "Het loket wordt door Wouters betaald.", "Wouters", "Wouters"),
        (
            "Hoeveel kost een kaart?",
            "Een kaart kost niet meer dan 12 euro.",
            "12 euro",
            "niet meer dan 12 euro",
        ),
        (
            "In welke stad was het overleg?",
            "Het overleg was in het Italiaanse Turijn, in de lente.",
            "Italiaanse Turijn",
            "Turijn",
        ),
    ],
)
def test_a_short_answer_is_shown_as_a_reader_would_say_it(
    desk: Desk, question: str, sentence: str, short: str, shown: str
) -> None:
    assert show(desk, question, sentence, short) == shown


@pytest.mark.parametrize(
    ("question", "sentence", "short"),
    [
        (
            "Waarover maakten de buren zich zorgen?",
            "Op 3 mei 2022 spraken de buren over het lawaai.",
            "3 mei 2022",
        ),
        ("Wie leidde het overleg?", "Het overleg was in het Italiaanse Turijn.", "Italiaanse Turijn"),
        (
            "Welke gemeenten doen mee?",
            "Het fonds van Limburg en Overijssel helpt gemeenten.",
            "Limburg en Overijssel",
        ),
        (
            "Welke winkels blijven open?",
            "Het plein is gesloten en winkels voorlopig ook.",
            "gesloten en winkels voorlopig",
        ),
    ],
)
def test_what_is_of_another_sort_than_asked_is_not_shown(
    desk: Desk, question: str, sentence: str, short: str
) -> None:
    assert show(desk, question, sentence, short) is None
