from __future__ import annotations

import pytest

from assistant.evaluate.cutting import HEADINGS_A_DOCUMENT, choose_headings, cut_letter, strip_numbering

LETTER = """Aan de Voorzitter

Vraag 1
Hoeveel kost het?

Antwoord 1
Twee miljoen euro.

Vraag 2 en 3
Wie betaalt het?
En wanneer?

Antwoord 2 en 3
Het Rijk, in 2025.

Vraag 4
Waarom?

Vraag 5
Waarom nu?

Antwoord 4 en 5
Omdat het moet.

Vraag 6
Blijft onbeantwoord?
"""


def test_questions_go_with_the_answer_of_their_number() -> None:
    assert list(cut_letter(LETTER)) == [
        ("Hoeveel kost het?", "Twee miljoen euro."),
        ("Wie betaalt het?\nEn wanneer?", "Het Rijk, in 2025."),
        ("Waarom?", "Omdat het moet."),
        ("Waarom nu?", "Omdat het moet."),
    ]


def test_a_letter_without_numbered_questions_gives_nothing() -> None:
    assert list(cut_letter("Geachte heer, Vraag 1 is niet gesteld.")) == []
    assert list(cut_letter("")) == []


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Artikel 3. Wie kan aanvragen", "Wie kan aanvragen"),
        ("Artikel 3", ""),
        ("2.1", ""),
        ("a", ""),
        ("IV. Slot", "Slot"),
        ("Afvloeiingsvolgorde", "Afvloeiingsvolgorde"),
        ("Civiel recht", "Civiel recht"),
        ("Bijlage 7", ""),
    ],
)
def test_the_number_of_a_heading_is_no_question(heading: str, words: str) -> None:
    assert strip_numbering(heading) == words


def test_a_common_heading_gets_its_title_and_what_is_still_the_same_is_left_out() -> None:
    asked = [("Doel", "Regeling A", 0), ("Doel", "Regeling B", 1), ("Kosten", "Regeling A", 2)]
    assert choose_headings(asked) == [("Doel, Regeling A", 0), ("Doel, Regeling B", 1), ("Kosten", 2)]
    assert choose_headings([("Doel", "Regeling A", 0), ("Doel", "Regeling A", 1)]) == []


def test_a_long_regulation_does_not_drown_the_rest() -> None:
    asked = [(f"Kop {place}", "Lange regeling", place) for place in range(50)]
    assert len(choose_headings(asked)) == HEADINGS_A_DOCUMENT
    assert choose_headings(asked) == choose_headings(asked[::-1])
