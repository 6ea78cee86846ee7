"""Counts: a number with the noun that is counted."""

from __future__ import annotations

import pytest

from assistant.extract import find_extracts
from assistant.types import AmountValue, ExtractKind


def found(text: str) -> list[tuple[str, AmountValue]]:
    """Give words and values of the counts in a text."""
    pairs = []
    for extract in find_extracts(text, kinds=[ExtractKind.COUNT]):
        assert extract.text == extract.span.of(text)
        assert isinstance(extract.value, AmountValue)
        pairs.append((extract.text, extract.value))
    return pairs


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("ruim 10.000 banen erbij", "10.000 banen", AmountValue(10_000, "banen", "more", counted="banen")),
        (
            "tien nieuwe woningen",
            "tien nieuwe woningen",
            AmountValue(10, "woningen", counted="nieuwe woningen"),
        ),
        (
            "van 1.500 naar 2.900 plaatsen",
            "1.500 naar 2.900 plaatsen",
            AmountValue(2900, "plaatsen", origin=1500, counted="plaatsen"),
        ),
        (
            "minimaal 10 en maximaal 20 deelnemers",
            "10 en maximaal 20 deelnemers",
            AmountValue(10, "deelnemers", upper=20, counted="deelnemers"),
        ),
        (
            "min. 10 en max. 20 molens",
            "10 en max. 20 molens",
            AmountValue(10, "molens", upper=20, counted="molens"),
        ),
        (
            "tussen de 20 en 30 kmo’s",
            "20 en 30 kmo’s",
            AmountValue(20, "kmo’s", upper=30, counted="kmo’s"),
        ),
        ("twee of drie molens", "twee of drie molens", AmountValue(2, "molens", upper=3, counted="molens")),
        (
            "een dertigtal Gentse kerken",
            "dertigtal Gentse kerken",
            AmountValue(30, "kerken", "about", counted="Gentse kerken"),
        ),
        (
            "1,2 miljoen reizigers",
            "1,2 miljoen reizigers",
            AmountValue(1.2e6, "reizigers", counted="reizigers"),
        ),
        ("120.000 m² grond", "120.000 m²", AmountValue(120_000, "m²", counted="grond")),
        ("12 ton CO2 minder", "12 ton", AmountValue(12, "ton", counted="CO2")),
        ("5 MW", "5 MW", AmountValue(5, "MW")),
        ("300 fte", "300 fte", AmountValue(300, "fte")),
        ("25km fietspad", "25km", AmountValue(25, "km", counted="fietspad")),
        (
            "ruim 800 ‘lerende’ docenten",
            "800 ‘lerende’ docenten",
            AmountValue(800, "docenten", "more", counted="‘lerende’ docenten"),
        ),
        (
            "13 grote en kleine steden",
            "13 grote en kleine steden",
            AmountValue(13, "steden", counted="grote en kleine steden"),
        ),
        (
            "12 aangeboren afwijkingen",
            "12 aangeboren afwijkingen",
            AmountValue(12, "afwijkingen", counted="aangeboren afwijkingen"),
        ),
        ("2 VTE lesgevers", "2 VTE lesgevers", AmountValue(2, "lesgevers", counted="VTE lesgevers")),
        ("3 extra VTE", "3 extra VTE", AmountValue(3, "VTE")),
        (
            "in het eerste jaar 201.000 gasten",
            "201.000 gasten",
            AmountValue(201_000, "gasten", counted="gasten"),
        ),
        ("een enquête onder 618 kopers", "618 kopers", AmountValue(618, "kopers", counted="kopers")),
        ("14,000 studenten", "14,000 studenten", AmountValue(14_000, "studenten", counted="studenten")),
        (
            "12 toetsingsdossiers",
            "12 toetsingsdossiers",
            AmountValue(12, "toetsingsdossiers", counted="toetsingsdossiers"),
        ),
        ("10 of meer leden", "10 of meer leden", AmountValue(10, "leden", "more", counted="leden")),
        ("vier energiehubs", "vier energiehubs", AmountValue(4, "energiehubs", counted="energiehubs")),
        ("drie consortia", "drie consortia", AmountValue(3, "consortia", counted="consortia")),
        (
            "30 extra (vaste) plaatsen",
            "30 extra (vaste) plaatsen",
            AmountValue(30, "plaatsen", counted="extra (vaste) plaatsen"),
        ),
        ("zes categorieën", "zes categorieën", AmountValue(6, "categorieën", counted="categorieën")),
        ("3 pv’s", "3 pv’s", AmountValue(3, "pv’s", counted="pv’s")),
        ("21 gemeenten", "21 gemeenten", AmountValue(21, "gemeenten", counted="gemeenten")),
        ("circa 2000 bomen", "2000 bomen", AmountValue(2000, "bomen", "about", counted="bomen")),
        ("In 2019 30 fietsers", "30 fietsers", AmountValue(30, "fietsers", counted="fietsers")),
    ],
)
def test_a_count_is_a_number_with_its_noun(text: str, words: str, value: AmountValue) -> None:
    assert found(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 bedrijven laten groeien", "artikel 5 leden", "pagina 30 foto's", "de fasen 2 en 3 projecten",
        "12 jaar", "drie weken", "van 3 tot 6 juni", "om 10.30 uur", "één project", "een project",
        "Van de 20 hebben er 5 gewonnen", "30 werden gekozen", "5G masten", "de 13e editie", "motie M177-2022",
        "COVID-19 patiënten", "lijn HOV-3 bussen", "tel. 073 681 28 12", "5200 MC Den Bosch", "12-jarigen",
        "1 Energie en Wegen", "2.2 Concrete Voorstellen", "1. Bomen", "in Area 5 zalen", "om drie redenen",
        "2 https://voorbeeld.nl/pagina/lijsten", "Meldingen: 17\nAangiften", "art. 5 leden", "tientallen bomen", "volgens ISO 9001 certificaten",
        "de top 10 bedrijven", "30 graden",
        "28-06-2022 vergaderingen", "versie 2 documenten", "onder paragraaf 8, 9 of 10 vallen", "de artikelen 11, 12 en 13 genoemde producten",
        "in box 3 inkomsten", "Paragraaf 9.174 richtlijnen", "dat 20 proberen", "80 kilometer per uur", "50 km/u", "2030-2040 plannen",
    ],
)  # fmt: skip
def test_numbers_that_name_date_or_order_are_no_counts(text: str) -> None:
    assert found(text) == []


def test_under_and_around_are_places_before_few_people() -> None:
    assert [
        value.modifier for _, value in found("verdeeld onder de 30 leden, gebouwd rond drie pijlers")
    ] == [
        None,
        None,
    ]


@pytest.mark.parametrize("text", ["10 nieuwe ", "5 en ", "€ 5 tot ", "100 ", "12 000 ", "twee ", "3 a'"])
def test_a_text_of_nothing_but_numbers_is_read_to_its_end(text: str) -> None:
    kinds = (ExtractKind.AMOUNT, ExtractKind.SHARE, ExtractKind.COUNT)
    for extract in find_extracts(text * 2000, kinds=kinds):
        assert extract.text == extract.span.of(text * 2000)


def test_a_change_with_words_between_is_two_facts_of_one_noun() -> None:
    assert found("van 45.000 gasten in 2010 naar bijna 770.000 in 2019") == [
        ("45.000 gasten", AmountValue(45_000, "gasten", counted="gasten")),
        ("770.000", AmountValue(770_000, "gasten", "less", origin=45_000, counted="gasten")),
    ]
    assert found("van 170.000 in 2018 naar 340.000 patiënten") == [
        ("170.000", AmountValue(170_000, "patiënten", counted="patiënten")),
        ("340.000 patiënten", AmountValue(340_000, "patiënten", origin=170_000, counted="patiënten")),
    ]
    assert found("van 59 leden in 2022 naar 61 leden in 2023") == [
        ("59 leden", AmountValue(59, "leden", counted="leden")),
        ("61 leden", AmountValue(61, "leden", origin=59, counted="leden")),
    ]


def test_a_move_of_one_thing_to_another_is_no_change() -> None:
    assert found("verhuizing van 45 medewerkers naar 30 kantoren") == [
        ("45 medewerkers", AmountValue(45, "medewerkers", counted="medewerkers")),
        ("30 kantoren", AmountValue(30, "kantoren", counted="kantoren")),
    ]


def test_different_things_at_least_and_at_most_are_no_range() -> None:
    assert found("minimaal 10 deelnemers en maximaal 12 begeleiders") == [
        ("10 deelnemers", AmountValue(10, "deelnemers", "more", counted="deelnemers")),
        ("12 begeleiders", AmountValue(12, "begeleiders", "less", counted="begeleiders")),
    ]


def test_a_noun_that_a_line_end_cuts_is_mended_in_the_value() -> None:
    assert found("de 75 trouwe sena-\ntoren") == [
        ("75 trouwe sena-\ntoren", AmountValue(75, "senatoren", counted="trouwe senatoren"))
    ]
