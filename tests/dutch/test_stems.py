"""Stems: inflections meet, different words do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.dutch import stem


@pytest.mark.parametrize(
    "words",
    [
        ("bedrijf", "bedrijven"),
        ("brief", "brieven"),
        ("huis", "huizen"),
        ("kans", "kansen"),
        ("grens", "grenzen"),
        ("mens", "mensen"),
        ("stad", "steden"),
        ("lid", "leden"),
        ("kind", "kinderen"),
        ("centrum", "centra"),
        ("subsidie", "subsidies"),
        ("ministerie", "ministeries"),
        ("gemeente", "gemeenten", "gemeentes"),
        ("categorie", "categorieën"),
        ("technologie", "technologieën"),
        ("mogelijkheid", "mogelijkheden"),
        ("investering", "investeringen", "investeren", "investeert"),
        ("financiering", "financieren", "gefinancierd"),
        ("financieel", "financiële"),
        ("regionaal", "regionale"),
        ("structureel", "structurele"),
    ],
)
def test_inflections_of_a_word_share_a_stem(words: tuple[str, ...]) -> None:
    assert {stem(word) for word in words} == {stem(words[0])}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gemeente", "gemeen"),
        ("kans", "kan"),
        ("grens", "gren"),
        ("raad", "rand"),
        ("minister", "ministerie"),
        ("universiteit", "universeel"),
    ],
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_case_and_accents_make_no_difference() -> None:
    assert stem("Coördinatie") == stem("coordinatie") == stem("COÖRDINATIE")


@given(st.text(max_size=40))
def test_any_text_has_a_stem_and_the_same_one_every_time(text: str) -> None:
    assert stem(text) == stem(text)
