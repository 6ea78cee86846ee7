"""Events: what happened when, where and with whom; which dates are of no event."""

from __future__ import annotations

import pytest

from assistant.extract import find_extracts
from assistant.types import EventValue, ExtractKind


def find(text: str, date: str = "2024-02-06") -> list[EventValue]:
    found = find_extracts(text, document_date=date, origin="nl", kinds=[ExtractKind.EVENT])
    assert all(extract.text == extract.span.of(text) for extract in found)
    return [extract.value for extract in found if isinstance(extract.value, EventValue)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Op 14 mei 2023 opende de wethouder het zwembad.", "2023-05-14"),
        ("In maart 2022 is de tweede molen geplaatst.", "2022-03"),
        ("In 2019 werd de kazerne geopend.", "2019"),
        ("De kade wordt op 3 juni 2024 opgeleverd.", "2024-06-03"),
        ("Conferentie over stilte, 12 september 2024", "2024-09-12"),
        ("Van 3 tot 6 juni 2019 kwamen tien gemeenten bijeen in een congres.", "2019-06-03/2019-06-06"),
    ],
)
def test_a_dated_happening_is_an_event(text: str, edtf: str) -> None:
    assert [value.date.edtf for value in find(text)] == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "Uiterlijk 1 mei 2025 levert de gemeente het plan op.",
        "De regeling geldt vanaf 1 januari 2023.",
        "De minister wijzigt het decreet van 21 oktober 1997.",
        "In 2020 daalde het aantal banen.",
        "De provincie keurt het meerjarenplan 2018-2024 goed.",
    ],
)
def test_deadlines_periods_and_dates_of_laws_are_none(text: str) -> None:
    assert find(text) == []


def test_an_event_has_its_words_place_and_people() -> None:
    (value,) = find("Op 14 mei 2023 opende wethouder Anna de Wit een zwembad in Tilburg.")
    assert value.what == "opende wethouder Anna de Wit een zwembad in Tilburg"
    assert value.place == "Tilburg"
    assert value.who is not None and "Anna de Wit" in value.who


def test_two_dates_share_the_sentence() -> None:
    text = "Op 3 mei 2023 opende het college de brug, en op 9 juni 2023 startte de bouw van de sluis."
    assert [(value.date.edtf, value.what) for value in find(text)] == [
        ("2023-05-03", "opende het college de brug"),
        ("2023-06-09", "startte de bouw van de sluis"),
    ]


def test_lines_under_dates_that_stand_alone_are_a_chronicle() -> None:
    years = (1950, 1960, 1970, 1980, 1990)
    text = "\n\n".join(f"{year}\n\nStart van proef nummer {year - 1900}" for year in years)
    assert [(value.date.edtf, value.what) for value in find(text)] == [
        (str(year), f"Start van proef nummer {year - 1900}") for year in years
    ]
