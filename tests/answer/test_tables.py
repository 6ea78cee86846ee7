"""Lists that stand in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.lists import find_spread_list, may_lack_items
from assistant.answer.tables import find_tables

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

TEXT = """# Dijken

## Risico's

De raad ziet drie risico's voor de dijk.

| Risico | Kans | Maatregel |
|---|---|---|
| Laag water | klein | pompen bij Lier |
| Hoog water | groot | zandzakken bij Genk |
| Muskusratten | groot | klemmen bij Lier |

## Verkeer

De weg is open.
"""


def listed(desk: Desk, question: str, text: str = TEXT) -> tuple[str, list[str]] | None:
    """Give the list and the quoted rows."""
    weighed = desk.weigh(question, text)
    found = find_spread_list(weighed.question, weighed.matcher, weighed.units)
    return None if found is None else (found.short, [unit.text for unit in found.units])


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Welke risico's ziet de raad voor de dijk?", "Laag water, Hoog water en Muskusratten"),
        ("Welke drie risico's ziet de raad voor de dijk?", "Laag water, Hoog water en Muskusratten"),
    ],
)
def test_the_rows_of_the_table_that_is_asked_for_are_the_list(desk: Desk, question: str, short: str) -> None:
    found = listed(desk, question)
    assert found is not None
    assert found[0] == short
    assert [row.split(" – ")[0].split(": ")[-1] for row in found[1]] == [
        "Laag water",
        "Hoog water",
        "Muskusratten",
    ]


def test_a_column_is_a_list_too(desk: Desk) -> None:
    found = listed(desk, "Welke maatregelen neemt de raad voor de dijk?")
    assert found is not None
    assert found[0] == "pompen bij Lier, zandzakken bij Genk en klemmen bij Lier"


def test_a_table_of_another_length_or_of_what_is_denied_is_no_list(desk: Desk) -> None:
    assert listed(desk, "Welke vier risico's ziet de raad voor de dijk?") is None
    assert listed(desk, "Welke risico's ziet de raad niet voor de dijk?") is None


def test_a_table_is_found_once_with_its_rows(desk: Desk) -> None:
    weighed = desk.weigh("Welke risico's ziet de raad?", TEXT)
    assert [len(table.rows) for _, table in find_tables(weighed.units)] == [3]


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        (
            "Welke dieren leven er in de dijk?",
            "In de dijk leven dieren, onder meer mollen, muizen en ratten.",
            True,
        ),
        ("Welke dieren leven er in de dijk?", "In de dijk leven mollen, muizen en ratten.", False),
        (
            "Welke vier dieren leven er in de dijk?",
            "In de dijk leven dieren: mollen, muizen en ratten.",
            True,
        ),
    ],
)
def test_a_list_of_examples_or_of_another_length_may_lack_items(
    desk: Desk, question: str, text: str, *, lacks: bool
) -> None:
    weighed = desk.weigh(question, text)
    assert may_lack_items(weighed.question, weighed.units[0]) is lacks
