"""Sums of money and shares."""

from __future__ import annotations

import pytest

from assistant.extract import find_extracts
from assistant.extract.amounts import read_amount_number
from assistant.types import AmountValue, ExtractKind

BOTH = (ExtractKind.AMOUNT, ExtractKind.SHARE)


def found(text: str) -> list[tuple[str, AmountValue]]:
    """Give words and values of the amounts and shares in a text."""
    pairs = []
    for extract in find_extracts(text, kinds=BOTH):
        assert extract.text == extract.span.of(text)
        assert isinstance(extract.value, AmountValue)
        assert (extract.kind is ExtractKind.AMOUNT) == (extract.value.unit in ("EUR", "USD", "GBP", "CHF"))
        pairs.append((extract.text, extract.value))
    return pairs


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("€ 10,7 miljoen", "€ 10,7 miljoen", AmountValue(10_700_000, "EUR")),
        ("van ruim € 10,7 miljoen en", "€ 10,7 miljoen", AmountValue(10_700_000, "EUR", "more")),
        (
            "circa 2 tot 3 miljoen euro",
            "2 tot 3 miljoen euro",
            AmountValue(2_000_000, "EUR", "about", 3_000_000),
        ),
        (
            "tussen de 2 en 3 miljoen euro",
            "2 en 3 miljoen euro",
            AmountValue(2_000_000, "EUR", None, 3_000_000),
        ),
        ("1.000,50 euro", "1.000,50 euro", AmountValue(1000.5, "EUR")),
        ("15 mln euro", "15 mln euro", AmountValue(15_000_000, "EUR")),
        ("EUR 5.000", "EUR 5.000", AmountValue(5000, "EUR")),
        ("€ 5.000,- per jaar", "€ 5.000,-", AmountValue(5000, "EUR")),
        ("twee miljoen euro", "twee miljoen euro", AmountValue(2_000_000, "EUR")),
        ("1 000 000 euro", "1 000 000 euro", AmountValue(1_000_000, "EUR")),
        ("10.7 miljoen euro", "10.7 miljoen euro", AmountValue(10_700_000, "EUR")),
        ("2,5 miljard dollar", "2,5 miljard dollar", AmountValue(2_500_000_000, "USD")),
        ("59% van", "59%", AmountValue(59, "%")),
        ("(+2,4%)", "+2,4%", AmountValue(2.4, "%")),
        ("daalt met -1,5 %", "-1,5 %", AmountValue(-1.5, "%")),
        ("59 procent", "59 procent", AmountValue(59, "%")),
        ("75 procentpunt", "75 procentpunt", AmountValue(75, "procentpunt")),
        ("maximaal 80%", "80%", AmountValue(80, "%", "less")),
        ("10 tot 15%", "10 tot 15%", AmountValue(10, "%", None, 15)),
    ],
)
def test_an_amount_or_share_gives_its_words_and_value(text: str, words: str, value: AmountValue) -> None:
    assert found(text) == [(words, value)]


def test_two_sums_joined_by_en_are_two_amounts() -> None:
    assert [(words, value.value) for words, value in found("€ 100.000 en 25.000 euro")] == [
        ("€ 100.000", 100_000),
        ("25.000 euro", 25_000),
    ]


def test_from_and_to_percentages_are_two_shares() -> None:
    assert [value.value for _, value in found("van 5% naar 10%")] == [5, 10]


@pytest.mark.parametrize(
    "text", ["in 2019", "10.000 banen", "artikel 5", "100 meter", "5G", "€", "%", "1.500 naar 2.900"]
)
def test_other_numbers_are_no_amounts(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("1.000,50", 1000.5),
        ("1.000", 1000.0),
        ("1.5", 1.5),
        ("1 000", 1000.0),
        ("5.000,-", 5000.0),
        ("0,5", 0.5),
    ],
)
def test_numbers_are_read_the_dutch_way(digits: str, value: float) -> None:
    assert read_amount_number(digits) == value
