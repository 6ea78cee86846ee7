"""Sentence boundaries of Dutch."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.dutch import split_sentences
from assistant.dutch.sentences import find_bounds


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De brug is klaar. Het verkeer rijdt.", ["De brug is klaar.", "Het verkeer rijdt."]),
        ("Dit geldt o.a. voor Breda. Niet voor Gent.", ["Dit geldt o.a. voor Breda.", "Niet voor Gent."]),
        ("De heer J. de Wit sprak. Dr. Maes ook.", ["De heer J. de Wit sprak.", "Dr. Maes ook."]),
        ("Het kost € 1.250,50. Dat is veel.", ["Het kost € 1.250,50.", "Dat is veel."]),
        ("‘Wij starten.’ Zo besloot zij.", ["‘Wij starten.’", "Zo besloot zij."]),
        (
            "Het kost 12 euro per lid. Clubs krijgen meer.",
            ["Het kost 12 euro per lid.", "Clubs krijgen meer."],
        ),
        ("Wij spraken met Jan. De brug is open.", ["Wij spraken met Jan.", "De brug is open."]),
        ("Vanaf 1 jan. 2031 geldt dit.", ["Vanaf 1 jan. 2031 geldt dit."]),
        ("Artikel 3 jo. Artikel 4 (Stbl. 1995, 3).", ["Artikel 3 jo. Artikel 4 (Stbl. 1995, 3)."]),
        ("Het kost 50 euro excl. btw.", ["Het kost 50 euro excl. btw."]),
        ("Zie het derde lid, nr. 4 van de lijst.", ["Zie het derde lid, nr. 4 van de lijst."]),
        ("Scholen, bedrijven enz. De rest volgt.", ["Scholen, bedrijven enz.", "De rest volgt."]),
        (
            "De regel geldt.De brug (oud).Het pad is af.",
            ["De regel geldt.", "De brug (oud).", "Het pad is af."],
        ),
        (
            "Zie de site Wegen.Net en Nota.PDF van gisteren.",
            ["Zie de site Wegen.Net en Nota.PDF van gisteren."],
        ),
        (
            "Dat is geen schuur.)Een hok ook niet.Het tarief is 4%.In 2004 (bijlage 3).De wijziging geldt tot 2006.Dan niet meer.",
            [
                "Dat is geen schuur.)",
                "Een hok ook niet.",
                "Het tarief is 4%.",
                "In 2004 (bijlage 3).",
                "De wijziging geldt tot 2006.",
                "Dan niet meer.",
            ],
        ),
        (
            "Het punt Fietsen.Vlaanderen helpt scholen. Het ligt in de stad.Gent betaalt mee. Ook ‘Spelen.Gent doet mee’.",
            [
                "Het punt Fietsen.Vlaanderen helpt scholen.",
                "Het ligt in de stad.",
                "Gent betaalt mee.",
                "Ook ‘Spelen.Gent doet mee’.",
            ],
        ),
        ("1.De sluis lekt. 2.De brug ook.", ["1.De sluis lekt.", "2.De brug ook."]),
        (
            "Het kost f. 1200 of fl. 90 per jaar. Zie fig. 3.",
            ["Het kost f. 1200 of fl. 90 per jaar.", "Zie fig. 3."],
        ),
        ("Dit staat onder f. De rest volgt.", ["Dit staat onder f.", "De rest volgt."]),
        ("De regel (Stcrt. 2001, 12) geldt (Stb. 5).", ["De regel (Stcrt. 2001, 12) geldt (Stb. 5)."]),
        ("1. Eerst dit. 2. Dan dat.", ["1. Eerst dit.", "2. Dan dat."]),
        (
            "Zie www.voorbeeld.nl/cijfers. Daar staat meer.",
            ["Zie www.voorbeeld.nl/cijfers.", "Daar staat meer."],
        ),
        ("Waarom? Omdat het moet! Echt…  Ja", ["Waarom?", "Omdat het moet!", "Echt…", "Ja"]),
        ("Eerste regel\nTweede regel", ["Eerste regel", "Tweede regel"]),
        ("Kosten: ca. 3 mln. euro per jaar.", ["Kosten: ca. 3 mln. euro per jaar."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet="aB1 .,!?'’\n)(€", max_size=200))
def test_spans_are_trimmed_in_order_and_lose_no_sign(text: str) -> None:
    spans = split_sentences(text)
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    kept = "".join(span.of(text) for span in spans)
    assert "".join(kept.split()) == "".join(text.split())


def test_the_bounds_are_the_starts_and_ends_of_the_sentences() -> None:
    assert find_bounds(" De brug is klaar.  Het verkeer rijdt.\nKlaar ") == [1, 18, 20, 38, 39, 44]
    assert find_bounds(" \n ") == []


@pytest.mark.parametrize("marks", ["." * 100_000, "!?" * 50_000])
def test_a_long_row_of_marks_without_a_blank_is_read_once(marks: str) -> None:
    """Where each mark of it may begin an end, this takes minutes."""
    assert len(split_sentences(f"Hier begint het{marks}x en verder.")) == 1
