"""Regions: names, codes and what is no place."""

from __future__ import annotations

import pytest

from assistant.extract import find_extracts, load_regions
from assistant.types import ExtractKind, RegionValue


def found(text: str, origin: str | None = None) -> list[tuple[str, str | None, str]]:
    """Give words, code and country of the regions in a text."""
    triples = []
    for extract in find_extracts(text, origin=origin, kinds=[ExtractKind.REGION]):
        assert extract.text == extract.span.of(text)
        assert isinstance(extract.value, RegionValue)
        assert len(extract.value.country) == 2
        triples.append((extract.text, extract.value.code, extract.value.country))
    return triples


def value(text: str, origin: str | None = None) -> RegionValue:
    """Give the value of the only region in a text."""
    (extract,) = find_extracts(text, origin=origin, kinds=[ExtractKind.REGION])
    assert isinstance(extract.value, RegionValue)
    return extract.value


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("in Duitsland is", "Duitsland", "DE"),
        ("de Verenigde Staten (", "Verenigde Staten", "US"),
        ("in de VS en", "VS", "US"),
        ("de Europese Unie", "Europese Unie", "EU"),
        ("de provincie Noord-Brabant", "Noord-Brabant", "NL-NB"),
        ("in Brabant", "Brabant", "NL-NB"),
        ("in Fryslân", "Fryslân", "NL-FR"),
        ("in Friesland", "Friesland", "NL-FR"),
        ("in Vlaanderen", "Vlaanderen", "BE-VLG"),
        ("in Brussel", "Brussel", "BE-BRU"),
        ("in Beieren", "Beieren", "DE-BY"),
        ("Baden Württemberg", "Baden Württemberg", "DE-BW"),
        ("Auvergne Rhône Alpes", "Auvergne Rhône Alpes", "FR-ARA"),
        ("Hauts-de-France.", "Hauts-de-France", "FR-HDF"),
        ("Noord-Rijnland-Westfalen", "Noord-Rijnland-Westfalen", "DE-NW"),
        ("in Silezië", "Silezië", "PL-24"),
        ("in Lombardije", "Lombardije", "IT-25"),
        ("in Vorarlberg", "Vorarlberg", "AT-8"),
        ("in Jiangsu", "Jiangsu", "CN-JS"),
        ("provincie Gyeonggi", "Gyeonggi", "KR-41"),
        ("Provence-Alpes-Côte d'Azur", "Provence-Alpes-Côte d'Azur", "FR-PAC"),
        ("te Eindhoven", "Eindhoven", "GM0772"),
        ("in 's-Hertogenbosch", "'s-Hertogenbosch", "GM0796"),
        ("in Den Haag", "Den Haag", "GM0518"),
        ("in Nuenen", "Nuenen", "GM0820"),
        ("in Leuven", "Leuven", "NIS24062"),
        ("arrondissement Halle-Vilvoorde", "arrondissement Halle-Vilvoorde", "NIS23000"),
        ("in Noord-\nBrabant verder", "Noord-\nBrabant", "NL-NB"),
        ("in Neder-\nland", "Neder-\nland", "NL"),
        ("(in Belgié, ltalie)", "Belgié", "BE"),
    ],
)
def test_a_name_gives_its_code(text: str, words: str, code: str) -> None:
    assert found(text)[0][:2] == (words, code)


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("de Franse regio", "Franse", "FR"),
        ("het Frans voorzitterschap", "Frans", "FR"),
        ("de Vlaamse Regering", "Vlaamse", "BE-VLG"),
        ("alle Limburgers", "Limburgers", "NL-LI"),
        ("de Noord-Brabantse economie", "Noord-Brabantse", "NL-NB"),
        ("Zuid-Koreaanse bedrijven", "Zuid-Koreaanse", "KR"),
        ("de Leuvense universiteit", "Leuvense", "NIS24062"),
    ],
)
def test_an_adjective_or_inhabitant_counts_as_the_region(text: str, words: str, code: str) -> None:
    assert [triple[:2] for triple in found(text)] == [(words, code)]


def test_the_values_carry_official_name_level_country_and_nuts() -> None:
    assert value("in Beieren") == RegionValue("Beieren", "deelstaat", "DE", "DE-BY", "DE2")
    assert value("in Noord-Brabant") == RegionValue("Noord-Brabant", "provincie", "NL", "NL-NB", "NL41")
    assert value("in Zuid-Transdanubië") == RegionValue("Zuid-Transdanubië", "streek", "HU", None, "HU23")
    assert value("in Grenoble") == RegionValue("Grenoble", "stad", "FR")


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("In Brainport Eindhoven is", "Brainport Eindhoven", "NL"),
        ("naar de Brainportregio komt", "Brainportregio", "NL"),
        ("Metropoolregio Eindhoven", "Metropoolregio Eindhoven", "NL"),
        ("in de Nordics", "Nordics", "ZZ"),
        ("in Zuid-Duitsland", "Zuid-Duitsland", "DE"),
        ("Zuid-Limburgse mkb'ers", "Zuid-Limburgse", "NL"),
        ("in de Midwest", "Midwest", "US"),
        ("de Westhoek", "Westhoek", "BE"),
        ("Euregio Maas-Rijn", "Euregio Maas-Rijn", "ZZ"),
        ("Noord-Frankrijk", "Noord-Frankrijk", "FR"),
    ],
)
def test_an_informal_region_is_one_mention_with_its_country_and_no_code(
    text: str, words: str, country: str
) -> None:
    assert found(text) == [(words, None, country)]


@pytest.mark.parametrize(
    "text",
    [
        "Ton van Mol – directeur",
        "zegt Martien van den Berg",
        "Best wel goed",
        "Goes heeft",
        "Made in China"[:4],
        "Heel goed",
        "Namen en rugnummers",
        "de Eindhoven Engine",
        "het Brabant Startup Fonds",
        "Frans Timmermans zei",
        "in het Frans, Duits en Engels.",
        "Nederlands als tweede taal",
        "in Europa en Europees verband",
        "de PISA-scores",
        "info@Eindhoven.nl",
        "www.Brabant.nl",
        "MEER AGENTEN IN DE WIJK",
    ],
)
def test_a_person_word_language_or_longer_name_is_no_region(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("in Best", "GM0753"),
        ("de gemeente Goes", "GM0664"),
        ("te Mol", "NIS13025"),
        ("burgemeester van Made", "GM1665"),
    ],
)
def test_an_ambiguous_name_counts_behind_a_word_for_places(text: str, code: str) -> None:
    assert [triple[1] for triple in found(text)] == [code]


def test_a_place_that_ends_a_name_says_where() -> None:
    assert found("de Technische Universiteit Eindhoven") == [("Eindhoven", "GM0772", "NL")]


@pytest.mark.parametrize(
    ("text", "origin", "code"),
    [
        ("in Limburg", "nl", "NL-LI"),
        ("in Limburg", "vl", "BE-VLI"),
        ("in Limburg", None, "NL-LI"),
        ("in Hasselt en Genk, in Limburg", None, "BE-VLI"),
        ("in Maastricht en Venlo, in Limburg", None, "NL-LI"),
        ("provincie Utrecht", None, "NL-UT"),
        ("gemeente Utrecht", None, "GM0344"),
        ("in Utrecht", None, "GM0344"),
        ("Gelderland, Utrecht en Drenthe", None, "NL-UT"),
        ("provincie Antwerpen", "vl", "BE-VAN"),
        ("in Antwerpen", "vl", "NIS11002"),
        ("in Luxemburg", "vl", "LU"),
        ("provincie Luxemburg", "vl", "BE-WLX"),
        ("Limburgse bedrijven", "vl", "BE-VLI"),
    ],
)
def test_a_name_of_several_places_is_decided_by_its_surroundings(
    text: str, origin: str | None, code: str
) -> None:
    assert code in [triple[1] for triple in found(text, origin)]


def test_the_vocabulary_names_each_region_once_with_a_country() -> None:
    regions = load_regions()
    keys = [(region.code or region.name, region.country) for region in regions]
    assert len(keys) == len(set(keys))
    codes = {region.code: region.name for region in regions if region.code}
    assert codes["DE-BY"] == "Beieren" and codes["GM0772"] == "Eindhoven" and codes["NIS24062"] == "Leuven"
    assert sum(code.startswith("GM") for code in codes) > 342
    assert sum(code.startswith("NIS") for code in codes) > 581
