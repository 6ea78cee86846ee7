"""Values of facts in the catalogue."""

from __future__ import annotations

import pytest

from assistant.index.facts import parse_value, print_value
from assistant.types import (
    ActionValue,
    AmountValue,
    DateValue,
    EventValue,
    ExtractValue,
    OrganisationValue,
    PersonValue,
    RegionValue,
    ThemeValue,
)

DAY = DateValue("2026-03-01", "2026-03-01", "2026-03-01", "2026-02")


@pytest.mark.parametrize(
    "value",
    [
        DAY,
        DateValue(),
        DateValue(role="deadline"),
        RegionValue("Limburg", "provincie", "BE", "BE-VLI", "BE22"),
        RegionValue("Limburg", "provincie", "BE", "BE-VLI", None, ("NL-LI",), ("NIS71072",)),
        ThemeValue("wonen", "Wonen", 0.8),
        AmountValue(2900, "plaatsen", "more", None, 1500, "plaatsen"),
        OrganisationValue("Waterschap De Vecht", "WDV", "waterschap"),
        PersonValue("An Peeters", "directeur", "Waterschap De Vecht"),
        ActionValue("legt laadpalen aan", "planned", "de provincie", DAY, "Prio 2", "50", "30"),
        ActionValue("legt laadpalen aan", "running"),
        EventValue("opening van de brug", DAY, "Zwolle", "de provincie"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_value_is_read_back_as_it_was(value: ExtractValue) -> None:
    assert parse_value(print_value(value)) == value
