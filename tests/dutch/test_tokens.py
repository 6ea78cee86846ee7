"""Word tokens of Dutch."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.dutch import fold, tokenize
from assistant.dutch.tokens import cut_tokens


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


@given(st.text(max_size=120))
@example("'s-Gravenhage ’t TU/e e/MTIC a/b/c R&D 10,7% 1.000,50 5G-net x_y é's ½m² 'snel 'n")
def test_tokens_and_what_stands_behind_them_are_the_text(text: str) -> None:
    tokens, gaps = cut_tokens(text)
    found = tokenize(text)
    assert tokens == [token.text for token in found]
    ends = [token.span.start for token in found[1:]] + [len(text)]
    assert gaps == [text[token.span.end : end] for token, end in zip(found, ends, strict=False)]


def test_fold_drops_case_and_accents() -> None:
    assert fold("België’s Coördinator") == "belgie's coordinator"


@given(st.text())
def test_fold_leaves_no_accent_of_any_script(text: str) -> None:
    plain = text.lower().replace("’", "'").replace("`", "'")
    signs = unicodedata.normalize("NFD", plain)
    assert fold(text) == "".join(sign for sign in signs if not unicodedata.combining(sign))
