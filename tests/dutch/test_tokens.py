"""Word tokens of Dutch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.dutch import fold, tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'s-Hertogenbosch en Noord-Brabant", ["'s-Hertogenbosch", "en", "Noord-Brabant"]),
        ("mkb’ers doen aan R&D", ["mkb’ers", "doen", "aan", "R&D"]),
        ("€ 10,7 mln (+2,4%)", ["€", "10,7", "mln", "2,4", "%"]),
        ("5G en prio 4b bij TU/e", ["5G", "en", "prio", "4b", "bij", "TU/e"]),
        ("1.000,50 en 12.500", ["1.000,50", "en", "12.500"]),
        ("kennis- en innovatieagenda", ["kennis", "en", "innovatieagenda"]),
    ],
)
def test_tokens_are_words_and_numbers_as_people_read_them(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == expected


@given(st.text(max_size=120))
def test_a_token_is_exactly_its_span(text: str) -> None:
    assert all(token.span.of(text) == token.text for token in tokenize(text))


def test_fold_drops_case_and_accents() -> None:
    assert fold("België’s Coördinator") == "belgie's coordinator"
