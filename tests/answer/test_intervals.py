"""Ranges of numbers as rows and questions name them."""

from __future__ import annotations

from math import inf

import pytest

from assistant.answer.intervals import Interval, find_intervals, make_interval


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5 – 30 gram (licht)", [Interval(5, 30, "gram")]),
        ("8.001–10.000", [Interval(8001, 10000)]),
        ("– 6.000", [Interval(-inf, 6000)]),
        ("375.001–", [Interval(375001, inf)]),
        ("van 300 tot 500 gram", [Interval(300, 500, "gram")]),
        ("500 gram tot 2 kilo", [Interval(500, 2000, "gram")]),
        ("> 500 gram", [Interval(500, inf, "gram", open_low=True)]),
        ("boven € 1.000", [Interval(1000, inf, "euro", open_low=True)]),
        ("t/m 100 kg", [Interval(-inf, 100_000, "gram")]),
        ("18 jaar en ouder", [Interval(216, inf, "maand")]),
        ("jonger dan 18 jaar", [Interval(-inf, 216, "maand", open_high=True)]),
        ("Klasse 7 t/m 11", [Interval(7, 11, "klasse")]),
        ("2019 – 2023", []),
        ("dossier AB-12", []),
        ("12 leden", []),
        ("meer dan 281.834.67 euro", []),
        ("1.2.3 tot 4.5.6 gram", []),
        ("10 000 – 20 000 leden", [Interval(10_000, 20_000, "leden")]),
        ("10\u00a0001 tot 20\u202f000", [Interval(10_001, 20_000)]),
        ("12.345.678,50 – 20.000.000,00 euro", [Interval(12_345_678.5, 20_000_000, "euro")]),
        ("a" * 9_000, []),
        ("000 " * 3_000, []),
    ],
)
def test_ranges_are_read_with_their_unit(text: str, found: list[Interval]) -> None:
    assert list(find_intervals(text)) == found


def test_a_number_on_the_border_lies_in_the_range_that_includes_it() -> None:
    ten = make_interval(10, 10, "gram")
    assert Interval(5, 10, "gram").covers(ten)
    assert Interval(10, inf, "gram", open_low=True).is_apart(ten)
    assert not Interval(10, inf, "gram", open_low=True).covers(ten)
    assert Interval(0, 5, "gram").is_apart(ten)
