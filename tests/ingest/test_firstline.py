"""Titles of plain texts."""

from __future__ import annotations

import time

import pytest

from assistant.ingest.firstline import find_first_line, mend_line, name_file
from assistant.ingest.reading import Draft
from assistant.types import BlockKind


def _find(*lines: str) -> str | None:
    return find_first_line(
        [Draft(BlockKind.PARAGRAPH, line) for line in lines], lambda text: text == "Notitie"
    )


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("SAMEN", "VOORUIT", "Programma 2030"), "SAMEN VOORUIT"),
        (("SAMEN", "Programma van de havens"), "Programma van de havens"),
        (("Voorwoord van Anna Mol", "Havens voor iedereen"), "Havens voor iedereen"),
        (("Tijd voor Tijd voor havenshavens", "Programma"), "Tijd voor havens"),
        (("Programma havens 20302Inhoudsopgave", "Havens"), "Programma havens 2030"),
        (("Programma 2030Samen", "Havens"), "Programma 2030 Samen"),
        (("Notitie", "Havens voor iedereen"), "Havens voor iedereen"),
        (("Notitie", "Inleiding"), None),
        (("De raad besloot dat gisteren.",), None),
    ],
)
def test_the_first_line_with_the_form_of_a_title_is_given(lines, title):
    assert _find(*lines) == title


@pytest.mark.parametrize(
    "line", ["Bruggen en bruggen", "Van jaar tot jaar", "Baden-Baden", "Agenda 2030", "Ja ja"]
)
def test_what_rightly_stands_twice_stays(line):
    assert mend_line(line) == line


@pytest.mark.parametrize(
    ("title", "name", "shown"),
    [
        ("Keuzes voor later", "VVH 2023", "Keuzes voor later (VVH 2023)"),
        ("Havens voor iedereen", "notitie havens", "Havens voor iedereen"),
        ("Keuzes voor later", "tekst", "Keuzes voor later"),
        ("Keuzes voor later", "000 dffc5cee13fbb932", "Keuzes voor later"),
        ("Keuzes voor later", "2023 11", "Keuzes voor later"),
    ],
)
def test_the_name_of_the_file_stands_beside_a_title_that_shares_no_word_with_it(title, name, shown):
    assert name_file(title, name) == shown


def test_only_plain_text_is_named_after_its_file(load):
    text = "Keuzes voor later\n\nWij willen dat de havens open blijven, ook in de winter en op zondag.\n"
    assert load(text, "VVH_2023.txt").title == "Keuzes voor later (VVH 2023)"
    assert load(f"# {text}", "VVH_2023.md").title == "Keuzes voor later"


def test_a_first_line_of_many_words_takes_no_long_time():
    line = " ".join(f"haven{number % 7}" for number in range(20_000))
    start = time.process_time()
    assert mend_line(line) == line
    assert _find(line, "Havens voor iedereen") is None
    assert time.process_time() - start < 1
