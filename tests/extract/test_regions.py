"""Regions: names, codes and what is no place."""

from __future__ import annotations

import pytest

from assistant.extract import find_extracts, load_regions
from assistant.extract.regions.gazetteer import load_places, read_informal
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


def dated(text: str, day: str | None, origin: str | None = None) -> list[RegionValue]:
    """Give the values of the regions in a text of a day."""
    extracts = find_extracts(text, document_date=day, origin=origin, kinds=[ExtractKind.REGION])
    return [extract.value for extract in extracts if isinstance(extract.value, RegionValue)]


@pytest.mark.parametrize(
    ("text", "day", "code", "became"),
    [
        ("in Onderbanken", "2015-05-01", "GM0881", ("GM1954",)),
        ("in Onderbanken", "2023", "GM0881", ("GM1954",)),
        ("in Haaren", "2018", "GM0788", ("GM0757", "GM0824", "GM0855", "GM0865")),
        ("te Hasselt", "2020-03", "NIS71022", ("NIS71072",)),
        ("te Hasselt", "2026-03", "NIS71072", ()),
        ("te Hasselt", None, "NIS71022", ("NIS71072",)),
        ("te Nevele", "2017-01-01", "NIS44049", ("NIS44083",)),
        ("te Deinze", "2017-01-01", "NIS44011", ("NIS44083",)),
        ("te Deinze", "2020-01-01", "NIS44083", ()),
        ("in de Hoeksche Waard", "2015", None, ()),
        ("in de Hoeksche Waard", "2022", "GM1963", ()),
    ],
)
def test_a_municipality_is_read_on_the_day_of_its_document(
    text: str, day: str | None, code: str | None, became: tuple[str, ...]
) -> None:
    assert [(value.code, value.became) for value in dated(text, day)] == [(code, became)]


@pytest.mark.parametrize(
    ("text", "origin", "code", "alternatives"),
    [
        ("in Limburg", None, "NL-LI", ("BE-VLI",)),
        ("in Limburg", "nl", "NL-LI", ()),
        ("in Utrecht", "nl", "GM0344", ("NL-UT",)),
        ("de stad Utrecht", "nl", "GM0344", ()),
        ("de provincies Utrecht, Gelderland", "nl", "NL-UT", ()),
        ("in Bergen", "nl", "GM0373", ("GM0893",)),
        ("in Bergen", "vl", "NIS53053", ()),
        ("in Eindhoven", None, "GM0772", ()),
    ],
)
def test_what_the_text_leaves_open_keeps_its_other_readings(
    text: str, origin: str | None, code: str, alternatives: tuple[str, ...]
) -> None:
    first = dated(text, None, origin)[0]
    assert (first.code, first.alternatives) == (code, alternatives)


def test_neighbours_decide_before_the_text_as_a_whole() -> None:
    text = (
        "in Namen, Gent, Aalst en Leuven. " * 4
        + "Hoe anders " * 30
        + "in Venlo, Roermond en Weert, in Limburg"
    )
    assert dated(text, None)[-1].code == "NL-LI"
    assert dated("Naast Gent, Leuven en Aalst doet Brabant mee", None, "nl")[-1].code == "NL-NB"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("het Vlaams Parlement", ["Vlaams"]),
        ("het Nederlands Instituut", ["Nederlands"]),
        ("de Nederlands-Duitse grens", ["Nederlands", "Duitse"]),
        ("provincie Antwerpen Willebroek", ["Antwerpen", "Willebroek"]),
        ("volgens minister Van Gent is", []),
        ("Van Gent naar Brugge", ["Gent", "Brugge"]),
        ("een lange regel die verder loopt met Brainport \nIndustries Campus", []),
        ("een lange regel die eindigt in Eindhoven \nHet plan", ["Eindhoven"]),
        ("Luik 2: wat wij doen", []),
        ("het waterschap Aa en Maas", ["waterschap Aa en Maas"]),
        ("Veiligheidsregio Brabant-Zuidoost", ["Veiligheidsregio Brabant-Zuidoost"]),
        ("uit Halle-Vilvoorde", ["Halle-Vilvoorde"]),
        ("in Everberg", ["Everberg"]),
        ("het Vlaamse Gewest", ["Vlaamse Gewest"]),
        ("over de Reusel naar Reusel", ["Reusel"]),
        ("in de Krimpenerwaard", ["Krimpenerwaard"]),
        ("de Leuvenaars en de Tilburgse raad", ["Leuvenaars", "Tilburgse"]),
        ("een Latijns-Amerikaans land", ["Latijns-Amerikaans"]),
        ("in den Haag", ["den Haag"]),
    ],
)
def test_longer_names_and_names_of_people_are_told_apart(text: str, words: list[str]) -> None:
    assert [triple[0] for triple in found(text)] == words


def test_the_members_of_informal_regions_are_known_and_of_their_country() -> None:
    codes = {place.code: place.country for place in load_places() if place.code}
    nuts = {place.nuts for place in load_places() if place.nuts}
    abroad = {"DEA26", "DEA28", "DEA29", "DEA2D"}
    for place, members in read_informal():
        for member in members:
            assert member in codes or member in nuts or member in abroad, (place.names[0], member)
            assert place.country == "ZZ" or codes[member] == place.country, (place.names[0], member)


def test_every_merger_leads_to_municipalities_of_today() -> None:
    places = {place.code: place for place in load_places() if place.code}
    for place in places.values():
        for code in place.became:
            assert places[code].until == "9999" and places[code].country == place.country, place.code


def test_a_country_behind_a_name_says_which_of_two_is_meant() -> None:
    assert found("een filiaal in Essen (Duitsland) en een") == [
        ("Essen", None, "DE"),
        ("Duitsland", "DE", "DE"),
    ]
    assert found("te Bergen, Noorwegen, staat")[0] == ("Bergen", None, "NO")


def test_a_country_behind_in_stands_by_itself_before_a_capital() -> None:
    assert found("Er zijn in Nederland Internationale scholen") == [("Nederland", "NL", "NL")]
    assert found("De stichting Nederland Internationaal helpt") == []


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("op Bonaire is", "Bonaire", "BQ-BO"),
        ("en Sint Eustatius wil", "Sint Eustatius", "BQ-SE"),
        ("op Saba staat", "Saba", "BQ-SA"),
        ("opvang van Oekraïeners in", "Oekraïeners", "UA"),
        ("de Praagse metro", "Praagse", "CZ-10"),
        ("het toenmalige Namibia", "Namibia", "NA"),
    ],
)
def test_islands_old_spellings_and_adjectives_of_cities_are_found(text: str, words: str, code: str) -> None:
    assert [triple[:2] for triple in found(text)] == [(words, code)]


def test_a_stop_behind_a_number_or_a_word_ends_it_and_one_behind_an_initial_does_not() -> None:
    assert [words for words, _, _ in found("4.Amersfoort en omstreken. Zo was het.Utrecht ook.")] == [
        "Amersfoort",
        "Utrecht",
    ]
    assert found("namens J.Utrecht, ZORG.Leuven en info@Utrecht") == []


def test_a_bare_adjective_before_a_verb_is_a_word_or_a_language() -> None:
    assert found("Het systeem (Lets staat voor ruilen) werkt") == []
    assert found("een Lets schip")[0][:2] == ("Lets", "LV")


def test_a_place_that_the_text_names_in_full_is_meant_by_its_short_name() -> None:
    behind = "In Vlaanderen wil men dat Brabant en Gent meedoen."
    assert ("Brabant", "NL-NB", "NL") in found(f"De provincie Noord-Brabant wil helpen. {behind}")
    assert ("Brabant", "BE-VBR", "BE") in found(behind)


def test_a_euro_sign_that_a_scan_reads_at_the_end_of_a_country_is_its_last_letter() -> None:
    assert found("bedrijven uit Itali€ (en Belgi€)") == [("Itali€", "IT", "IT"), ("Belgi€", "BE", "BE")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Postbus 40, 3800 EB Amersfoort Inlichtingen", "Amersfoort"),
        ("Postbus 40, 3800EB Amersfoort Inlichtingen", "Amersfoort"),
        ("Het bureau te zien bij Groningen Oostersingel 59.", "Groningen"),
        ("de afslag (Kampen) sluit", "Kampen"),
        ("ROC Leiden wil", "Leiden"),
    ],
)
def test_addresses_and_brackets_tell_that_a_name_is_a_place(text: str, words: str) -> None:
    assert [found_words for found_words, _, _ in found(text)] == [words]


def test_a_column_of_places_tells_that_a_name_is_one_too() -> None:
    table = "| Arnhem | 12 |\n| Delft | 13 |\n| Ede | 14 |"
    assert [words for words, _, _ in found(table)] == ["Arnhem", "Delft", "Ede"]
    assert [words for words, _, _ in found("- Arnhem\n- Goes\n- Best")] == ["Arnhem", "Goes", "Best"]
    assert found("| Goes | 12 |\n| Best | 13 |") == []
