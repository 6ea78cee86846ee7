"""Stems: inflections meet, different words do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.dutch import find_stems, stem

PAIRS = [
    line.split("\t")
    for line in (Path(__file__).parent / "pairs.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
STILL_MET = {("weer", "weren"), ("zoon", "zone"), ("maat", "mate"), ("lopen", "loppen")}
"""Pairs that meet and should not; a shorter list is better."""


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


def test_forms_of_one_word_meet_on_the_list_of_pairs() -> None:
    pairs = [(one, other) for kind, one, other in PAIRS if kind == "meet"]
    assert len(pairs) >= 350
    assert [pair for pair in pairs if find_stems(pair[0]) != find_stems(pair[1])] == []


def test_words_that_only_look_alike_stay_apart_on_the_list_of_pairs() -> None:
    pairs = {(one, other) for kind, one, other in PAIRS if kind == "apart"}
    assert len(pairs) >= 200
    assert {pair for pair in pairs if stem(pair[0]) == stem(pair[1])} == STILL_MET


def test_case_and_accents_make_no_difference() -> None:
    assert stem("Coördinatie") == stem("coordinatie") == stem("COÖRDINATIE")


@given(st.text(max_size=40))
def test_any_text_has_a_stem_and_the_same_one_every_time(text: str) -> None:
    assert stem(text) == stem(text)
