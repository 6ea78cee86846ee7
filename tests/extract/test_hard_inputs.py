"""Texts that mean no good, for every kind: no crash, exact words, and no false certainty."""

from __future__ import annotations

import pytest

from assistant.extract import find_extracts
from assistant.types import DateValue, EventValue, Extract, ExtractKind

SIZE = 40_000
PIECES = {
    "letters": "a",
    "digits": "1234567890",
    "zeros": "0",
    "dots": ".",
    "dashes": "-–",
    "brackets": "([{",
    "quotes": "\"'“",
    "capitals": "A. B. C. De Vries ",
    "impossible-days": "Op 31 februari 2020 en 30 februari, tot 31 april. ",
    "year-0000": "In 0000, op 00-00-0000 en 0000-00-00 was het jaar 0 voorbij. ",
    "scripts": "Op 3 мая 2020 ging Ελλάδα naar 東京 met €٣ miljoen, \u200bLeuven en Belgie\u0308 ",
    "table": "Gemeente\tBanen\t2019\t2020\nUtrecht\t1.500\t€ 2,5 mln\t12%\n",
    "days": "26, 27 en ",
    "numbers": "12 345 6,7 2019 1.500 ",
    "months": "maart 1 januari, ",
    "euros": "€ ",
    "abbreviations": "(BOM) (TNO) ASML (HTSM), ",
    "sentence": "de provincie wil dat de gemeente in 2021 met 30 bedrijven uit Brabant werkt en ",
    "controls": "\x00\x1f\x7f\ufeff\u202e ",
    "blank-lines": "\n\n \n",
}


def repeat(piece: str, size: int = SIZE) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def read_dates(extracts: list[Extract]) -> list[DateValue]:
    """Give the values of dates and events."""
    values = [extract.value for extract in extracts]
    dates = [value for value in values if isinstance(value, DateValue)]
    return [*dates, *(value.date for value in values if isinstance(value, EventValue))]


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_every_fact_of_a_hard_text_has_its_exact_words(piece: str) -> None:
    text = repeat(piece)
    extracts = find_extracts(text, document_date="2020-06-15", origin="nl")
    assert all(extract.text == extract.span.of(text) and extract.text for extract in extracts)


@pytest.mark.parametrize(
    "name", ["letters", "digits", "zeros", "dots", "dashes", "brackets", "controls", "blank-lines"]
)
def test_signs_without_words_hold_no_facts(name: str) -> None:
    assert find_extracts(repeat(PIECES[name]), document_date="2020-06-15") == []


def test_a_million_signs_without_a_space_hold_no_facts() -> None:
    assert find_extracts("x" * 1_000_000, document_date="2020-06-15") == []


def test_days_and_years_that_do_not_exist_have_no_value() -> None:
    for name in ("impossible-days", "year-0000"):
        for value in read_dates(find_extracts(PIECES[name], document_date="2020-06-15")):
            assert (value.edtf, value.earliest, value.latest) == (None, None, None)


def test_the_cells_of_a_pasted_table_are_facts_of_their_own() -> None:
    extracts = find_extracts(PIECES["table"], document_date="2020-06-15", origin="nl")
    found = {(extract.kind, extract.text) for extract in extracts}
    assert {
        (ExtractKind.DATE, "2019"),
        (ExtractKind.DATE, "2020"),
        (ExtractKind.AMOUNT, "€ 2,5 mln"),
        (ExtractKind.SHARE, "12%"),
    } <= found
    assert not any("\t" in text or "\n" in text for _, text in found)
