"""Numbers of a question are read in letters and in digits."""

from __future__ import annotations

from assistant.answer.numerals import first_number, is_number, read_number


def test_a_number_in_letters_or_digits_is_read() -> None:
    assert read_number("vijf") == 5
    assert read_number("12") == 12
    assert read_number("brug") is None
    assert not is_number("brug")


def test_a_year_is_a_number_but_says_how_many_of_nothing() -> None:
    assert is_number("2024")
    assert read_number("2024") is None


def test_the_first_number_counts() -> None:
    assert first_number(["de", "drie", "van", "9"]) == 3
    assert first_number(["2024", "drie"]) is None
    assert first_number(["geen"]) is None
