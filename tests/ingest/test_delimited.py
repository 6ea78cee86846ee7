"""Tables in plain text."""

from __future__ import annotations

import pytest

from assistant.errors import BrokenDocument
from assistant.ingest.delimited import find_delimiter


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a;b\n1,5;2\n", ";"),
        ("a,b\n1,2\n", ","),
        ("a\tb\n1,5\t2\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ('"a;x",b\n"c;y;z",d\n', ","),
    ],
)
def test_the_delimiter_is_the_one_that_cuts_evenly(text, delimiter):
    assert find_delimiter(text) == delimiter


def test_rows_keep_their_columns(load, blocks):
    text = 'Gemeente;Inwoners;Opmerking\nBest;30.500;"groeit; snel"\nSon;17.300;\n'
    assert blocks(load(text, "cijfers.csv")) == [
        ("row", "Best – Inwoners: 30.500; Opmerking: groeit; snel"),
        ("row", "Son – Inwoners: 17.300"),
    ]


def test_the_line_of_excel_with_the_delimiter_is_followed(load):
    assert load("sep=|\nNaam|Aantal\nBest|1;2\n", "a.csv").text == "Best – Aantal: 1;2"


def test_another_encoding_is_read_and_told(load):
    document = load("Plaats;Aantal\nBelgië;5\n".encode("cp1252"), "a.csv")
    assert document.text == "België – Aantal: 5"
    assert document.notices == ("de tekst is geen UTF-8; gelezen als Windows-1252",)


def test_a_cell_without_end_is_reported(load):
    with pytest.raises(BrokenDocument, match="tabel kan niet worden gelezen"):
        load('a;"' + "x" * 200_000 + "\n", "a.csv")


def test_formulas_stay_words(load):
    assert load("Naam;Som\nBest;=1+2\n", "a.csv").text == "Best – Som: =1+2"
