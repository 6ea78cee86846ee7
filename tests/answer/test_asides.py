"""Clauses with "immers" or "namelijk"."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer.finders.asides import INSIDE, find_asides

PLAIN = re.compile(rf"\b(?:{INSIDE}* )?(?:immers|namelijk) {INSIDE}{{8,240}}", re.IGNORECASE)
"""What is looked for, in time that grows with the square of the text."""
PARTS = (" ", ". ", "; ", "3.5", "(", ", ", "immers ", "Namelijk ", "namelijk", "een brug ", "x" * 9)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De brug sluit; het dek is namelijk helemaal verrot.", ["het dek is namelijk helemaal verrot"]),
        ("De brug (immers verrot sinds 1.500 dagen) sluit.", ["immers verrot sinds 1.500 dagen) sluit"]),
        (
            "De brug is namelijk oud, en immers al lang verrot.",
            ["De brug is namelijk oud, en immers al lang verrot"],
        ),
        ("Dat is namelijk zo.", []),
    ],
)
def test_a_clause_is_given_from_its_first_word(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in find_asides(text)] == found


@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join))
def test_all_that_the_plain_pattern_finds_is_found(text: str) -> None:
    assert [(span.start, span.end) for span in find_asides(text)] == [
        match.span() for match in PLAIN.finditer(text)
    ]


def test_a_text_of_a_million_characters_without_a_stop_is_read_through() -> None:
    """With the plain pattern this takes hours."""
    text = "de brug is (namelijk: oud) en lang, " * 30_000
    assert list(find_asides(text)) == []
