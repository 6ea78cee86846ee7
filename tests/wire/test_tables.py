from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.wire import FACT_COLUMNS, neutralise, write_table


@pytest.mark.parametrize("text", ["=1+1", "+31", "-5%", "@som", "\tx", "\rx", "\n=x", "＝1"])
def test_a_cell_that_a_spreadsheet_would_compute_gets_an_apostrophe(text: str) -> None:
    """Fault 38: formula cells."""
    assert neutralise(text) == f"'{text}"


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
    assert FACT_COLUMNS[:9] == (
        *("soort", "tekst", "document", "bestand", "titel", "pagina", "start", "eind", "sha256"),
    )
    assert {"edtf", "vroegst", "laatst", "code", "naam", "niveau", "land", "nuts"} <= set(FACT_COLUMNS)
    assert {"uri", "score", "waarde", "waardeTot", "munt", "eenheid"} <= set(FACT_COLUMNS)
