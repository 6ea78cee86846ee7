"""Facts of every kind with all their fields."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.export import Provenance
from assistant.types import (
    ActionValue,
    AmountValue,
    DateValue,
    Document,
    EventValue,
    Extract,
    ExtractKind,
    ExtractValue,
    Failure,
    OrganisationValue,
    PersonValue,
    RegionValue,
    Span,
    ThemeValue,
)
from assistant.wire import Surroundings, describe_fact

TEXT = "Steun\nIn 2020 ging € 10,7 miljoen naar Beieren.\n"
DOCUMENT = Document(
    "ab" * 8, "map/nota.pdf", "ab" * 32, "Nota", TEXT, (), date="2020-06-15", page_starts=(0, 6)
)
DAY = DateValue("2020-03-01", "2020-03-01", "2020-03-31", "2020-06-15")
VALUES: dict[ExtractKind, ExtractValue] = {
    ExtractKind.THEME: ThemeValue("energie", "Energie", 0.9, "https://voorbeeld.nl/energie"),
    ExtractKind.REGION: RegionValue("Beieren", "deelstaat", "DE", "DE-BY", "DE2", ("A", "B"), ("C",)),
    ExtractKind.DATE: DAY,
    ExtractKind.AMOUNT: AmountValue(10_700_000, "EUR", "about", 12_500_000.5, 1, "projecten"),
    ExtractKind.SHARE: AmountValue(2.4, "%", "more", 3, 1, "bedrijven"),
    ExtractKind.COUNT: AmountValue(2900, "plaatsen", "less", 3000, 1500, "plaatsen"),
    ExtractKind.ORGANISATION: OrganisationValue("Bouwbedrijf Oost", "BO", "bedrijf"),
    ExtractKind.PERSON: PersonValue("An de Wit", "directeur", "BO"),
    ExtractKind.ACTION: ActionValue("opent een loket", "planned", "BO", DAY, "Prio 1", "50", "30"),
    ExtractKind.EVENT: EventValue("opening", DAY, "München", "BO"),
}


def make_row(kind: ExtractKind, words: str = "Beieren") -> dict[str, Any]:
    start = TEXT.index(words)
    extract = Extract(kind, Span(start, start + len(words)), words, VALUES[kind])
    return describe_fact(extract, DOCUMENT, Surroundings.of(DOCUMENT))


@pytest.fixture
def rows() -> list[dict[str, Any]]:
    """One fact of each kind, as on the wire."""
    return [make_row(kind) for kind in ExtractKind]


@pytest.fixture
def provenance(rows: list[dict[str, Any]]) -> Provenance:
    """Where `rows` come from, with a file that could not be read."""
    made = Provenance([("index", "g7"), ("filter thema", "energie")])
    made.begin(DOCUMENT, (ThemeValue("energie", "Energie", 0.9), ThemeValue("zorg", "Zorg", 0.4)))
    for _ in rows:
        made.count()
    made.fail(Failure("map/stuk.pdf", "=het bestand is beschadigd"))
    return made
