"""What lies in what region, by codes."""

from __future__ import annotations

import pytest

from assistant.extract import find_extracts, lies_in
from assistant.types import ExtractKind, RegionValue


def region(words: str) -> RegionValue:
    """Give the one region that words name."""
    (fact,) = find_extracts(words, kinds=(ExtractKind.REGION,))
    assert isinstance(fact.value, RegionValue)
    return fact.value


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("in Maastricht", "in Nederland"),
        ("in Maastricht", "in Nederlands-Limburg"),
        ("in Genk", "in Belgisch-Limburg"),
        ("in Genk", "in Vlaanderen"),
        ("in Genk", "in de Benelux"),
        ("in Charleroi", "in Wallonië"),
        ("in Hasselt", "in België"),
        ("in Twente", "in Overijssel"),
        ("in Helmond", "in de Metropoolregio Eindhoven"),
        ("in Düsseldorf", "in Duitsland"),
        ("in Beieren", "in Duitsland"),
        ("in Denemarken", "in Scandinavië"),
        ("in Veghel", "in Noord-Brabant"),
    ],
)
def test_a_region_lies_in_a_larger_one_and_not_the_other_way(inner: str, outer: str) -> None:
    assert lies_in(region(inner), region(outer))
    assert not lies_in(region(outer), region(inner))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("in Maastricht", "in Maastricht"),
        ("in Nederland", "in Nederland"),
        ("in Maastricht", "in Belgisch-Limburg"),
        ("in Maastricht", "in Noord-Brabant"),
        ("in Düsseldorf", "in Nederland"),
        ("in Gelderland", "in Overijssel"),
        ("in Brussel", "in Vlaanderen"),
    ],
)
def test_a_region_lies_neither_in_itself_nor_in_another(one: str, other: str) -> None:
    assert not lies_in(region(one), region(other))


def test_a_name_of_two_regions_holds_what_lies_in_either() -> None:
    limburg = region("in Limburg")
    assert limburg.alternatives
    assert lies_in(region("in Venlo"), limburg)
    assert lies_in(region("in Genk"), limburg)
