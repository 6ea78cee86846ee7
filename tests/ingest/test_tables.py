"""Rows of tables as text."""

from __future__ import annotations

from assistant.ingest.tables import make_rows, read_tabbed


def _texts(drafts):
    return [draft.text for draft in drafts]


def test_a_row_names_its_table_its_subject_and_its_columns():
    rows = [["Regio", "Banen", "Groei"], ["Twente", "300", "2%"], ["Zeeland", "", "1%"]]
    assert _texts(make_rows(rows, caption="Werk per regio:")) == [
        "Werk per regio: Twente – Banen: 300; Groei: 2%",
        "Werk per regio: Zeeland – Groei: 1%",
    ]


def test_a_table_without_header_or_caption_reads_on():
    assert _texts(make_rows([["a", "b", "c"], ["d"]], headed=False)) == ["a – b; c", "d"]


def test_an_empty_table_gives_nothing():
    assert make_rows([["", " "], []]) == []


def test_a_header_alone_is_a_row():
    assert _texts(make_rows([["Jaar", "Bedrag"]])) == ["Jaar – Bedrag"]


def test_tabs_separate_cells_and_a_lone_first_cell_is_the_caption():
    assert _texts(read_tabbed(["Kosten\t\t", "Jaar\tBrug\tPark", "2024\t1\t2"])) == [
        "Kosten: 2024 – Brug: 1; Park: 2"
    ]
