"""The number at the head of a heading."""

from __future__ import annotations

import pytest

from assistant.answer.numbering import is_within, read_numbering


@pytest.mark.parametrize(
    ("heading", "label", "values"),
    [
        ("3. Talent", "", {"3"}),
        ("3 Talent", "", {"3"}),
        ("3", "", {"3"}),
        ("2.1 Doelen", "", {"2.1"}),
        ("2.1. Doelen", "", {"2.1"}),
        ("2.1 doelen", "", {"2.1"}),
        ("3. doelen", "", {"3"}),
        ("3 ", "", {"3"}),
        ("Hoofdstuk 3", "hoofdstuk", {"3"}),
        ("HOOFDSTUK III - Water", "hoofdstuk", {"III", "3"}),
        ("Hoofdstuk vier: dijken", "hoofdstuk", {"4"}),
        ("§2.1 Doelen", "paragraaf", {"2.1"}),
        ("Bijlage B: kaarten", "bijlage", {"B"}),
        ("Bijlagen", "bijlage", frozenset()),
        ("Deel II", "deel", {"II", "2"}),
        ("I. Water", "", {"I", "1"}),
    ],
)
def test_the_number_of_a_heading_is_read(heading: str, label: str, values: set[str]) -> None:
    numbering = read_numbering(heading)
    assert numbering is not None
    assert (numbering.label, numbering.values) == (label, values)


@pytest.mark.parametrize(
    "heading",
    [
        "Talent",
        "Hoogtepunt 3: dijken",
        "2024 in cijfers",
        "De dijk",
        "Deelname aan de proef",
        "3,5 miljoen",
        "Artikel 3",
        "10 jaar varen",
        "12 februari 2020",
    ],
)
def test_what_begins_with_no_number_has_none(heading: str) -> None:
    assert read_numbering(heading) is None


def test_a_number_holds_those_below_it() -> None:
    assert is_within("3.1", "3")
    assert not is_within("31", "3")
    assert not is_within("3", "3.1")
