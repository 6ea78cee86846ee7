"""Nothing of a long text is lost: it is cut into windows that a model can read."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.embed.windows import cut_windows


def count_words(texts: Sequence[str]) -> list[int]:
    return [len(text.split()) for text in texts]


def count_characters(texts: Sequence[str]) -> list[int]:
    return [len(text) for text in texts]


def test_a_short_text_is_one_window_as_it_stands() -> None:
    windows = cut_windows(["  één twee ", ""], 4, count_words)
    assert windows.texts == ("  één twee ", "")
    assert windows.starts.tolist() == [0, 1, 2]
    assert windows.tokens.tolist() == [2, 1]


def test_a_long_text_is_cut_in_even_parts_between_words() -> None:
    windows = cut_windows(["a", "een twee drie vier vijf zes zeven", "b"], 2, count_words)
    assert windows.texts == ("a", "een twee", "drie vier", "vijf zes", "zeven", "b")
    assert windows.starts.tolist() == [0, 1, 5, 6]


def test_without_a_limit_nothing_is_cut_or_counted() -> None:
    assert cut_windows(["woord " * 900], None, count_words).starts.tolist() == [0, 1]


@given(st.lists(st.text(alphabet="ab \n", max_size=60), min_size=1, max_size=4), st.integers(1, 9))
def test_every_window_fits_and_no_word_is_lost(texts: list[str], limit: int) -> None:
    windows = cut_windows(texts, limit, count_characters)
    for place, text in enumerate(texts):
        parts = windows.texts[windows.starts[place] : windows.starts[place + 1]]
        assert parts
        assert "".join("".join(parts).split()) == "".join(text.split())
        assert all(len(part) <= limit or not part.strip() for part in parts)


def test_the_row_of_a_text_is_the_mean_of_its_windows_by_their_tokens() -> None:
    windows = cut_windows(["a b c d e f", "g"], 4, count_words)
    assert windows.tokens.tolist() == [3, 3, 1]
    rows = np.array([[1, 0], [0, 1], [0, -1]], dtype=np.float32)
    np.testing.assert_allclose(windows.join(rows), [[0.5, 0.5], [0, -1]])
