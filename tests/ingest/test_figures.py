"""Numbers as they are read, by their number format."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.ingest.figures import show_figure, show_number


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        ("1000.5", "#,##0.00", "1.000,50"),
        ("1000.5", "General", "1000,5"),
        ("1234567", "#,##0", "1.234.567"),
        ("0.125", "0.0%", "12,5%"),
        ("0.15", "0\\ %", "15 %"),
        ("3000", "[$€-413] #,##0", "€ 3.000"),
        ("3000", '"€" #,##0.00;[Red]-"€" #,##0.00', "€ 3.000,00"),
        ("44", '_ "€"* #,##0.00_ ;_ "€"* -#,##0.00_ ', "€ 44,00"),
        ("-5.5", "#,##0.00_);(#,##0.00)", "-5,50"),
        ("123", "00000", "00123"),
        ("12.3", '0" km"', "12 km"),
        ("1234567", '#,##0, "dzd"', "1.235 dzd"),
        ("0.30000000000000004", "General", "0,3"),
        ("1E-3", "General", "0,001"),
        ("2.675", "0.00", "2,68"),
        ("2020", "0", "2020"),
        ("43997", "d-m-yyyy", "15-6-2020"),
        ("43997.604166666664", "dd/mm/yyyy h:mm", "15-6-2020 14:30"),
        ("43997", "[$-413]d mmmm yyyy;@", "15 juni 2020"),
        ("43997", "mmm-yy", "juni 2020"),
        ("43997", "yyyy", "2020"),
        ("0.5", "h:mm AM/PM", "12:00"),
        ("1.1041666666", "[h]:mm", "26:30"),
        ("0.03125", "mm:ss", "45:00"),
        ("59", "d-m-yyyy", "28-2-1900"),
        ("1e400", "0", "1e400"),
        ("nan", "0", "nan"),
        ("n.v.t.", "0", "n.v.t."),
        ("-1", "d-m-yyyy", "-1"),
    ],
)
def test_a_number_is_shown_as_a_dutch_reader_writes_it(value, code, shown):
    assert show_figure(value, code) == shown


def test_a_date_of_the_calendar_of_1904_is_shown():
    assert show_figure("42535", "d-m-yyyy", from_1904=True) == "15-6-2020"


@given(st.decimals(-(10**9), 10**9, places=2))
def test_what_is_shown_can_be_read_back(number):
    shown = show_number(number, 2, grouped=True)
    assert Decimal(shown.replace(".", "").replace(",", ".")) == number


@given(st.text(max_size=30), st.floats(allow_nan=False, allow_infinity=False))
def test_no_format_makes_a_number_fail(code, number):
    assert isinstance(show_figure(repr(number), code), str)
