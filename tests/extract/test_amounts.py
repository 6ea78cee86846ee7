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


def test_from_and_to_percentages_are_one_share_with_its_origin() -> None:
    assert found("van 5% naar 10%") == [("5% naar 10%", AmountValue(10, "%", origin=5))]


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


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("10,7 mln. euro", "10,7 mln. euro", AmountValue(10_700_000, "EUR")),
        ("EUR 1.250.000,-", "EUR 1.250.000,-", AmountValue(1_250_000, "EUR")),
        ("anderhalf miljoen euro", "anderhalf miljoen euro", AmountValue(1_500_000, "EUR")),
        ("twee en een half miljoen euro", "twee en een half miljoen euro", AmountValue(2_500_000, "EUR")),
        ("tweehonderdvijftig euro", "tweehonderdvijftig euro", AmountValue(250, "EUR")),
        ("duizend euro", "duizend euro", AmountValue(1000, "EUR")),
        ("€ 500K", "€ 500K", AmountValue(500_000, "EUR")),
        ("k€ 25", "k€ 25", AmountValue(25_000, "EUR")),
        ("3 M€", "3 M€", AmountValue(3_000_000, "EUR")),
        ("12,5 mio EUR", "12,5 mio EUR", AmountValue(12_500_000, "EUR")),
        ("25 cent", "25 cent", AmountValue(0.25, "EUR")),
        ("5 miljoen Amerikaanse dollar", "5 miljoen Amerikaanse dollar", AmountValue(5_000_000, "USD")),
        ("€ 1 250 000", "€ 1 250 000", AmountValue(1_250_000, "EUR")),
        ("een tekort van -€ 5 miljoen", "-€ 5 miljoen", AmountValue(-5_000_000, "EUR")),
        ("van 3 naar 5 miljoen euro", "3 naar 5 miljoen euro", AmountValue(5e6, "EUR", origin=3e6)),
        (
            "van 500.000 naar 1 miljoen euro",
            "500.000 naar 1 miljoen euro",
            AmountValue(1e6, "EUR", origin=5e5),
        ),
        ("€ 5.000 of meer", "€ 5.000", AmountValue(5000, "EUR", "more")),
        ("€ 50-€100", "€ 50-€100", AmountValue(50, "EUR", upper=100)),
        ("50-100 euro", "50-100 euro", AmountValue(50, "EUR", upper=100)),
        ("12 10 miljoen euro", "10 miljoen euro", AmountValue(10_000_000, "EUR")),
    ],
)
def test_money_is_read_in_all_its_spellings(text: str, words: str, value: AmountValue) -> None:
    assert found(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("€ 10,7 miljoen voor vier ateliers", "vier ateliers"),
        ("€ 3.000 voor de nieuwe Markthal in Oost", "de nieuwe Markthal"),
        ("een subsidie van ruim € 2 miljoen aan", "subsidie"),
        ("600.000 euro steun", "steun"),
        ("een exploitatiebudget van 2 miljoen euro", "exploitatiebudget"),
        ("een half miljoen euro extra steun", "steun"),
        ("€ 3.000 voor 2024", None),
        ("€ 3.000 voor het begrotingsjaar 2024", None),
        ("€ 3.000 aan vrijgekomen middelen", "vrijgekomen middelen"),
        ("€ 3.000 aan gemeenten", None),
        ("€ 3.000 per jaar", None),
    ],
)
def test_what_is_paid_is_told_when_it_stands_next_to_the_sum(text: str, counted: str | None) -> None:
    assert [value.counted for _, value in found(text)] == [counted]


def test_figures_of_a_longer_list_share_the_last_unit() -> None:
    assert [(words, value.value) for words, value in found("respectievelijk 2, 3 en 4 miljoen euro")] == [
        ("2", 2e6),
        ("3", 3e6),
        ("4 miljoen euro", 4e6),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("€ 5 miljoen in 2024 en 6 miljoen in 2025", ["€ 5 miljoen", "6 miljoen"]),
        ("een krediet van 30 miljoen.", ["30 miljoen"]),
        ("Dat kost € 5 miljoen. Er werken 2 miljoen in de zorg.", ["€ 5 miljoen"]),
        ("€ 5 miljoen voor 2 miljoen Vlamingen", ["€ 5 miljoen"]),
        ("2 miljoen in de zorg", []),
    ],
)
def test_millions_without_a_currency_are_money_beside_money(text: str, words: list[str]) -> None:
    assert [found_words for found_words, _ in found(text)] == words


def test_a_rise_by_one_sum_to_another_is_no_range() -> None:
    assert found("daalde met 3 miljoen euro tot 12 miljoen euro") == [
        ("3 miljoen euro", AmountValue(3_000_000, "EUR")),
        ("12 miljoen euro", AmountValue(12_000_000, "EUR")),
    ]


def test_figures_that_share_a_unit_stay_apart() -> None:
    assert found("respectievelijk 2 en 4 miljoen euro") == [
        ("2", AmountValue(2_000_000, "EUR")),
        ("4 miljoen euro", AmountValue(4_000_000, "EUR")),
    ]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Budget (x € 1.000): 450", "450", AmountValue(450_000, "EUR")),
        ("Uitgaven (mln euro): 5,1; Aantal: 7", "5,1", AmountValue(5_100_000, "EUR")),
        ("Lasten in duizend euro: 12", "12", AmountValue(12_000, "EUR")),
        ("Aandeel (%): 39", "39", AmountValue(39, "%")),
        ("Tabel 1 (bedragen x € 1.000): Water – Lasten: 20; Jaar: 2024", "20", AmountValue(20_000, "EUR")),
    ],
)
def test_the_head_of_a_column_gives_unit_and_scale(text: str, words: str, value: AmountValue) -> None:
    assert found(text) == [(words, value)]


@pytest.mark.parametrize("text", ["bedragen x € 1.000", "miljoenen euro's", "Stand: 12", "per € x"])
def test_a_scale_alone_is_no_amount(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("59% van de Drentse winkels sluit", "59%", AmountValue(59, "%", counted="de Drentse winkels")),
        ("ruim de helft van de leden", "helft", AmountValue(50, "%", "more", counted="de leden")),
        ("een derde van de scholen", "een derde", AmountValue(33.33, "%", counted="de scholen")),
        ("twee derde meerderheid", "twee derde", AmountValue(66.67, "%")),
        ("Zo’n kwart van hen", "kwart", AmountValue(25, "%", "about", counted="hen")),
        ("driekwart van de huizen", "driekwart", AmountValue(75, "%", counted="de huizen")),
        ("twee op de drie Vlamingen", "twee op de drie", AmountValue(66.67, "%", counted="Vlamingen")),
        ("1 op 5 jongeren", "1 op 5", AmountValue(20, "%", counted="jongeren")),
        ("2% van het nationaal inkomen", "2%", AmountValue(2, "%", counted="het nationaal inkomen")),
        ("van vijf naar nul procent", "vijf naar nul procent", AmountValue(0, "%", origin=5)),
        ("tien procent", "tien procent", AmountValue(10, "%")),
        ("2 promille", "2 promille", AmountValue(2, "‰")),
        ("3 %-punt", "3 %-punt", AmountValue(3, "procentpunt")),
        ("van 12 naar 15%", "12 naar 15%", AmountValue(15, "%", origin=12)),
        ("ten minste 40% en ten hoogste 60%", "40% en ten hoogste 60%", AmountValue(40, "%", upper=60)),
        (
            "minimaal € 5.000 en maximaal € 20.000",
            "€ 5.000 en maximaal € 20.000",
            AmountValue(5000, "EUR", upper=20_000),
        ),
        ("10-15%", "10-15%", AmountValue(10, "%", upper=15)),
        ("42procent", "42procent", AmountValue(42, "%")),
        ("20% van de 300 boeren", "20%", AmountValue(20, "%", counted="de 300 boeren")),
        ("stijgt van 5 tot 8%", "5 tot 8%", AmountValue(8, "%", origin=5)),
        ("loopt van 5 tot 8%", "5 tot 8%", AmountValue(8, "%", origin=5)),
        ("tarieven van 5 tot 8%", "5 tot 8%", AmountValue(5, "%", upper=8)),
        ("10% à 15%", "10% à 15%", AmountValue(10, "%", upper=15)),
    ],
)
def test_a_share_is_a_percentage_of_a_whole(text: str, words: str, value: AmountValue) -> None:
    assert found(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "de derde fase", "een derde fase", "de eerste helft van 2020", "de helft van 2020", "om kwart over zeven",
        "een kwart eeuw", "op 5 juni", "5 op 6 mei", "het 1 op 1 overnemen",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_part_is_no_share(text: str) -> None:
    assert found(text) == []


def test_a_change_with_a_year_between_is_two_facts() -> None:
    assert found("van € 19 miljard in 2018 naar € 43 miljard") == [
        ("€ 19 miljard", AmountValue(19e9, "EUR")),
        ("€ 43 miljard", AmountValue(43e9, "EUR", origin=19e9)),
    ]
    assert found("van 12% (2015) naar ruim 15% (2020)") == [
        ("12%", AmountValue(12, "%")),
        ("15%", AmountValue(15, "%", "more", origin=12)),
    ]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Er is f 130 miljoen beschikbaar.", [("f 130 miljoen", 130_000_000.0)]),
        ("Leden betalen f 8,25 en de club f 12.000.", [("f 8,25", 8.25), ("f 12.000", 12_000.0)]),
        ("De functie f 3 staat onder f 12.", []),
        ("Punt f. 12 leden stemden.", []),
        ("Op grond van onderdeel f 1.500 woningen.", []),
        ("Elk lid f 8,25 of minder, onder f 12.000.", [("f 8,25", 8.25), ("f 12.000", 12_000.0)]),
    ],
)
def test_an_f_before_a_sum_is_guilders(text: str, sums: list[tuple[str, float]]) -> None:
    values = [(extract.text, extract.value) for extract in find_extracts(text, kinds=BOTH)]
    assert [
        (words, value.value, value.unit) for words, value in values if isinstance(value, AmountValue)
    ] == [(words, value, "NLG") for words, value in sums]


def test_the_year_of_a_date_is_no_least_of_what_something_was_changed_to() -> None:
    text = "De bijdrage werd in 2031 verhoogd tot 40 euro, op 1 mei 2033 tot 55 euro en in 2034 tot 60 euro."

    assert [words for words, _ in found(text)] == ["40 euro", "55 euro", "60 euro"]
