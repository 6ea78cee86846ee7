"""What a date is in its sentence: start, end, deadline, publication or event."""

from __future__ import annotations

import pytest

from assistant.extract import find_extracts
from assistant.types import DateValue, ExtractKind


def roles(text: str) -> list[tuple[str, str | None]]:
    """Give the words and the role of the dates in a text."""
    found = find_extracts(text, document_date="2020-06-15", kinds=[ExtractKind.DATE])
    return [(fact.text, fact.value.role) for fact in found if isinstance(fact.value, DateValue)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("De regeling geldt vanaf 1 januari 2021.", "start"),
        ("De premie bestaat sinds 2015.", "start"),
        ("Met ingang van 1 juli 2021 verandert de regeling.", "start"),
        ("De wet treedt op 1 juli 2021 in werking.", "start"),
        ("Ingaande op 3 mei 2021 vervalt de korting.", "start"),
        ("De proef gaat op 3 mei 2021 van start.", "start"),
        ("Per 1 januari 2022 is zij directeur.", "start"),
        ("De subsidie is verlengd tot en met 31 december 2022.", "end"),
        ("De subsidie loopt tot eind 2022.", "end"),
        ("Einddatum: 31 december 2022", "end"),
        ("Het plan is uiterlijk op 1 maart 2021 klaar.", "deadline"),
        ("Stuur het verslag niet later dan 1 maart 2021.", "deadline"),
        ("Stuur het verslag vóór 1 maart 2021.", "deadline"),
        ("Tegen 2030 is de uitstoot gehalveerd.", "deadline"),
        ("Het bezwaar komt binnen drie weken.", "deadline"),
        ("De deadline is 1 maart 2021.", "deadline"),
        ("Het rapport is op 3 mei 2021 gepubliceerd.", "publication"),
        ("Het plan, vastgesteld op 3 mei 2021, telt tien punten.", "publication"),
        ("Zie het besluit van 3 mei 2021 over fietspaden.", "publication"),
        ("De brief d.d. 3 mei 2021 noemt dit.", "publication"),
        ("Datum: 3 mei 2021", "publication"),
        ("De opening van het museum is op 3 mei 2021.", "event"),
        ("Op 3 mei 2021 vindt het congres plaats.", "event"),
        ("Op 3 mei 2021 opende de minister het museum.", "event"),
    ],
)
def test_the_words_around_a_date_give_its_role(text: str, role: str) -> None:
    assert [found for _, found in roles(text)] == [role]


@pytest.mark.parametrize(
    "text",
    [
        "In 2021 steeg het aantal banen.",
        "De huur daalde van 3 tot 6 juni 2021.",
        "De afgelopen jaren zijn veel congressen georganiseerd.",
        "Het convenant 2020-2023 is vastgesteld.",
        "Het museum is geopend en in 2021 volgt de tuin.",
    ],
)
def test_a_date_without_such_words_has_no_role(text: str) -> None:
    assert [found for _, found in roles(text)] == [None]


def test_each_date_of_a_sentence_has_its_own_role() -> None:
    text = "Het besluit van 3 mei 2019 geldt vanaf 1 januari 2020; aanvragen kan tot en met 1 april 2020."
    assert [role for _, role in roles(text)] == ["publication", "start", "end"]
