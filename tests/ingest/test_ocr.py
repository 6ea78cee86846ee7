"""Slips of a scanner."""

from __future__ import annotations

import pytest

from assistant.ingest.ocr import mend_scan, mend_word
from assistant.ingest.reading import Draft
from assistant.types import BlockKind


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Belgié", "België"),
        ("Belgi€", "België"),
        ("ltalie", "Italië"),
        ("creéren", "creëren"),
        ("financiéle", "financiële"),
        ("strategieén", "strategieën"),
        ("lnnovatie", "Innovatie"),
    ],
)
def test_a_word_with_one_known_correction_is_put_right(seen, meant):
    assert mend_word(seen) == meant


@pytest.mark.parametrize(
    "word",
    [
        "café",
        "José",
        "Avdić",
        "René",
        "lidstaten",
        "Ilse",
        "COVID19",
        "1e",
        "€",
        "l",
        "Kostić",
        "privé",
        "2014",
    ],
)
def test_known_words_names_and_numbers_are_left_alone(word):
    assert mend_word(word) == word


def _mend(*texts: str) -> list[str]:
    return [draft.text for draft in mend_scan([Draft(BlockKind.PARAGRAPH, text) for text in texts])]


def test_a_scanned_text_is_put_right_throughout():
    assert _mend(
        "Steden in Belgié en Tsjechié doen mee aan onderzoek en innovatie.", "De O&l-agenda (O&lI) volgt."
    ) == [
        "Steden in België en Tsjechië doen mee aan onderzoek en innovatie.",
        "De O&I-agenda (O&I) volgt.",
    ]


def test_a_pair_of_letters_is_left_where_the_text_does_not_spell_it_out():
    assert _mend("Steden in Belgié en Tsjechié doen mee.", "De H&l-groep volgt.")[1] == "De H&l-groep volgt."


def test_one_odd_word_in_a_clean_text_is_a_name():
    assert _mend("De heer Belgié woont hier al jaren.") == ["De heer Belgié woont hier al jaren."]
