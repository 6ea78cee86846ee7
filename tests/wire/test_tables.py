from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.wire import FACT_COLUMNS, neutralise, write_table


@pytest.mark.parametrize("text", ["=1+1", "+31", "-5%", "@som", "\tx", "\rx", "\nx", "＝1"])
def test_a_cell_that_a_spreadsheet_would_compute_gets_an_apostrophe(text: str) -> None:
    """Fault 38: formula cells."""
    assert neutralise(text) == f"'{text}"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a;=1+1", "a;'=1+1"),
        ('a;"=1+1"', 'a;\'"=1+1"'),
        ("a\n=1+1", "a\n'=1+1"),
        ("=a;@b", "'=a;'@b"),
        ("a; -5%", "a; -5%"),
        ("a,=1", "a,=1"),
    ],
)
def test_a_text_cannot_begin_another_cell_in_a_spreadsheet_with_another_separator(
    text: str, cell: str
) -> None:
    """Fault 38: a Dutch spreadsheet takes the semicolon."""
    assert neutralise(text) == cell


@given(st.lists(st.text(st.sampled_from('a=+-@;,"\t\r\n '), max_size=12), min_size=1, max_size=5))
def test_no_cell_is_a_formula_whatever_the_separator(texts: list[str]) -> None:
    """Fault 38: formula cells."""
    columns = ["soort", *(f"k{place}" for place in range(len(texts)))]
    row = dict(zip(columns, ["datum", *texts], strict=True))
    table = "".join(write_table([row], columns))
    for separator in (",", ";", "\t"):
        for cells in csv.reader(io.StringIO(table, newline=""), delimiter=separator):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells), (separator, cells)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("a=b", "a=b"),
        ("", ""),
        (None, ""),
        (-5, -5),
        (0.5, 0.5),
        (True, "ja"),
        (False, "nee"),
        (["=a", "b"], "'=a | b"),
    ],
)
def test_other_cells_stay_as_they_are(value: object, cell: object) -> None:
    assert neutralise(value) == cell


def test_a_table_has_a_head_and_a_line_for_each_row() -> None:
    lines = list(write_table([{"a": 1, "b": "x,y"}, {"b": 'z"'}], ("a", "b")))
    assert lines == ["a,b\r\n", '1,"x,y"\r\n', ',"z"""\r\n']


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_every_text_comes_back_from_a_table(cells: list[str]) -> None:
    columns = [f"k{place}" for place in range(len(cells))]
    text = "".join(write_table([dict(zip(columns, cells, strict=True))], columns))
    _, row = list(csv.reader(io.StringIO(text, newline="")))
    assert row == [neutralise(cell) for cell in cells]


def test_the_columns_of_facts_are_those_of_the_wire() -> None:
    assert FACT_COLUMNS[:10] == (
        *("soort", "tekst", "document", "bestand", "titel", "documentDatum"),
        *("pagina", "start", "eind", "sha256"),
    )
    assert {"edtf", "vroegst", "laatst", "code", "naam", "niveau", "land", "nuts"} <= set(FACT_COLUMNS)
    assert {"uri", "score", "waarde", "waardeTot", "munt", "eenheid"} <= set(FACT_COLUMNS)
