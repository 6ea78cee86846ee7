"""Names are given whole: over "voor", "en" and dashes, with the noun or the abbreviation behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.names import find_names
from assistant.types import Span

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

NAMES = [
    ("De proef is gedaan door Platform Bruggen voor Techniek.", "Platform Bruggen voor Techniek"),
    ("De toets vraagt men aan de Hoge Raad voor het Waterbeleid.", "Hoge Raad voor het Waterbeleid"),
    ("Dit past in het programma Linge Gezond en Vitaal.", "Linge Gezond en Vitaal"),
    (
        "Het staat in de Uitvoeringsagenda Water, Wonen en Onderwijs.",
        "Uitvoeringsagenda Water, Wonen en Onderwijs",
    ),
    ("Lees de Beleidsnota Rivieren – Dijken – Open Oevers.", "Beleidsnota Rivieren – Dijken – Open Oevers"),
    ("Het rapport is van het Milieu- en Waterbureau.", "Milieu- en Waterbureau"),
    ("Zij zijn lid van het Windkern cluster.", "Windkern cluster"),
    ("Dit is getekend met Watervast Linge|Maas.", "Watervast Linge|Maas"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_is_read_whole(desk: Desk, text: str, name: str) -> None:
    reading = desk.read(text)
    found = [found.text for found in find_names(reading, Span(0, len(reading.document.text)))]
    assert name in found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Daar zijn Imber en Ossenwaard gevestigd.", ["Imber", "Ossenwaard"]),
        ("Daar werkt Zonkracht voor Lier.", ["Zonkracht", "Lier"]),
        ("Daar overleggen het Rijk en de Provincie.", ["Rijk", "Provincie"]),
    ],
)
def test_two_names_stay_two(desk: Desk, text: str, names: list[str]) -> None:
    reading = desk.read(text)
    found = [found.text for found in find_names(reading, Span(0, len(reading.document.text)))]
    assert [name for name in found if name != "Daar"] == names


SHORTS = [
    (
        "Waar kan het plein nog eens komen?",
        "Het plein kan nog eens komen in Greenport Venlo.",
        "Greenport Venlo",
    ),
    ("Waar rijdt de snelle bus heen?", "De snelle bus rijdt naar Eindhoven Airport.", "Eindhoven Airport"),
    (
        "Welke organisatie leidt Jan Smit?",
        "Jan Smit leidt het Lingse Bruggen Consortium (LBC) al jaren.",
        "Lingse Bruggen Consortium (LBC)",
    ),
]


@pytest.mark.parametrize(("question", "text", "short"), SHORTS)
def test_the_short_answer_is_the_whole_name(desk: Desk, question: str, text: str, short: str) -> None:
    unit = desk.best(question, text)
    assert unit is not None
    assert unit.short_text == short
