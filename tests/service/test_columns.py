from __future__ import annotations

import pytest

from assistant.service.columns import find_columns


def test_rows_with_the_same_names_become_columns() -> None:
    rows = ["Rijk – 2022 (mln euro): 15,0; 2024 (mln euro): 15,0", "Totaal – 2024 (mln euro): 51,3"]
    assert find_columns(rows) == (
        ("2022 (mln euro)", "2024 (mln euro)"),
        [
            [(0, "Rijk"), (24, "15,0"), (47, "15,0")],
            [(0, "Totaal"), (0, ""), (26, "51,3")],
        ],
    )
    for row in rows:
        for at, words in find_columns([row])[1][0]:  # type: ignore[index]
            assert row[at : at + len(words)] == words


def test_a_value_may_hold_semicolons_and_colons() -> None:
    names, ((first, value, other),) = find_columns(["A – Tijd: 10:30; of later; Plaats: Mol"])  # type: ignore[misc]
    assert names == ("Tijd", "Plaats")
    assert (first, value, other) == ((0, "A"), (10, "10:30; of later"), (35, "Mol"))


@pytest.mark.parametrize(
    "rows",
    [
        ["gewoon een zin"],
        ["A – zonder naam"],
        ["A – x: 1", "B – y: 2"],
        ["A – x: 1; y: 2", "B – y: 2; x: 1"],
        ["A – x: 1; x: 2"],
        [],
        [""],
        [" – x: 1"],
    ],
)
def test_rows_without_shared_columns_stay_whole(rows: list[str]) -> None:
    assert find_columns(rows) is None


def test_a_row_of_one_cell_stands_whole_in_the_first_column() -> None:
    assert find_columns(["A – x: 1", "Onderdeel B"]) == (
        ("x",),
        [[(0, "A"), (7, "1")], [(0, "Onderdeel B"), (0, "")]],
    )
