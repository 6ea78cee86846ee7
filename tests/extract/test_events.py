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
        ("De vijver is per 1 april 2022 opengesteld.", "2022-04-01"),
        ("Per 2 mei 2011 is het meldpunt actief.", "2011-05-02"),
        ("In juni 2016 was de eerste bijeenkomst met vissers.", "2016-06"),
        ("In 2004 plaatst de stad haar eerste laadpaal.", "2004"),
        ("De handleiding komt in de loop van 2025 beschikbaar.", "2025"),
        ("De storm verwoestte op 18 januari 2007 het halve bos.", "2007-01-18"),
        ("Tijdens de vergadering van 4 oktober 2021 koos de raad een griffier.", "2021-10-04"),
        ("De kring bood dit in juni 2023 aan haar leden aan.", "2023-06"),
        ("De opdracht van de kwartiermaker eindigde op 30 juni 2021.", "2021-06-30"),
        ("In 1981 gaat de melkfabriek over naar een coöperatie.", "1981"),
        ("De raad besprak de agenda van het congres (19 maart 2020).", "2020-03-19"),
        ("De raad koos een bouwer, zodat de bouw op 9 januari 2025 kan starten.", "2025-01-09"),
        ("Om dit te kunnen doen zijn wij in mei 2023 gestart met graven.", "2023-05"),
        ("Vereniging Beter Leven heeft dit jaar de voorronde georganiseerd.", "2024"),
        ("Vanaf 1 september 2024 wordt de brug afgesloten.", "2024-09-01"),
        ("De raad stelt Jan Smit vanaf 1 maart 2024 aan als griffier.", "2024-03-01"),
        ("De oogst stond gepland voor 1 oktober 2023.", "2023-10-01"),
        ("Het museum sluit op 4 juni 2024 zijn deuren.", "2024-06-04"),
        ("12 maart 2024: start van de inschrijving", "2024-03-12"),
        ("2019: oprichting van de stichting", "2019"),
        ("Inspraakavond: 3 juni 2024, 19.30 uur, De Schalm", "2024-06-03"),
        ("De werken starten in het voorjaar van 2025.", "2025-21"),
        ("In de brief van 7 november 2023 heb ik u over de vis ingelicht.", "2023-11-07"),
        ("De regeling loopt af op 20 december 2024.", "2024-12-20"),
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
        "De minister wijzigt het besluit Mest, kortweg BM, van 28 oktober 2016.",
        "Het college heeft het tarief bepaald dat geldt van 16 februari 2009 t/m 15 maart 2009.",
        "De raad keurt nu het tekort goed op basis van de toestand op 1 januari 2024.",
        "De omzet bedroeg in 2017 ruim 6 miljoen euro.",
        "Op 3 mei 2023 is het zwembad niet geopend.",
        "Als de brug op 3 mei 2024 is geopend, volgt de rekening.",
        "De brug moet op 3 mei 2024 zijn geopend.",
        "Sinds 1 mei 2020 wordt het water gemeten.",
        "Op grond van het verdrag van 18 april 1961 is een diplomaat vrijgesteld.",
        "De hal waar tot in 2008 potten werden gebakken, staat leeg.",
        "De raad kent een subsidie toe om de werking van het park in 2025 te garanderen.",
        "2019: 12.000 banen",
        "Maandag 5 november 2018 zaal Noord",
        "De kosten volgen uit de per 1 mei 2019 ingevoerde korting.",
        "De factoren voor de maand november 2003 zijn vermeld in een tabel.",
        "1 De Bode, 1 juli 2023, Kademuur gaat vaak mis.",
        "Wie op 1 juli 1997 te laat was, heeft een boete gekregen die op 1 mei 1999 moet zijn betaald.",
        "De antwoorden (ingezonden 3 mei 2023) gaan over vis.",
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


def test_the_articles_of_a_rule_tell_only_when_they_take_force() -> None:
    text = (
        "Artikel 1\n\nDe aanvrager levert op 3 maart 2020 een begroting.\n\n"
        "Artikel 2\n\nDe regeling die op 5 april 2019 van kracht is geworden, wordt aangehaald als Visregeling.\n\n"
        "Artikel 3\n\nWie op 1 mei 2018 een hengel had, blijft visser.\n\n"
        "Artikel 4\n\nDeze regeling treedt in werking op 1 juni 2020.\n"
    )
    assert [value.date.edtf for value in find(text, date="2020-02-01")] == ["2019-04-05", "2020-06-01"]


def test_a_verb_that_no_list_holds_tells_a_happening() -> None:
    (value,) = find("Op 8 mei 2021 vermaalde de molenaar de laatste zak graan.")
    assert value.what == "vermaalde de molenaar de laatste zak graan"


def test_a_noun_of_a_happening_is_found_with_its_date() -> None:
    (value,) = find("De cijfers zijn gunstiger dan voor de opening van de sluis in maart 2018.")
    assert (value.what, value.date.edtf) == ("de opening van de sluis", "2018-03")


def test_a_row_of_a_table_with_a_date_and_a_happening_is_an_event() -> None:
    text = (
        "Agenda: 4 mei 2024 – Activiteit: lezing over zeewier; Locatie: Vlissingen\n"
        "Agenda: 9 mei 2024 – Activiteit: wadlopen; Locatie: Moddergat; Organisator: Wadgids Jorrit\n"
        "1 – Datum: 6 juni 2024; Mijlpaal: eerste oogst; Wie: de kwekers\n"
        "2 – Datum: uiterlijk als de boot er is, maar niet na 7 juni 2024; Mijlpaal: feest\n"
    )
    assert [(value.date.edtf, value.what, value.place, value.who) for value in find(text)] == [
        ("2024-05-04", "lezing over zeewier", "Vlissingen", None),
        ("2024-05-09", "wadlopen", "Moddergat", "Wadgids Jorrit"),
        ("2024-06-06", "eerste oogst", None, "de kwekers"),
    ]


def test_a_number_or_a_quotation_ends_the_sentence_of_an_event() -> None:
    text = "In juni 2023 opende de raad vijf hallen; het doel is 60. De sluis stond droog."
    assert [value.what for value in find(text)] == ["opende de raad vijf hallen; het doel is 60"]


def test_a_sentence_without_end_gives_each_date_its_surroundings_alone() -> None:
    text = "op 3 mei 2020 werd de brug geopend " * 2000
    found = find_extracts(text, document_date="2024-02-06", kinds=[ExtractKind.EVENT])
    assert len(found) > 1000 and max(len(extract.text) for extract in found) < 1000
