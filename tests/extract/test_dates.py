"""Dutch dates: what is found, in which words, and as which EDTF."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from assistant.extract import find_extracts
from assistant.types import DateValue, ExtractKind


def found(text: str, document_date: str | None = None) -> list[tuple[str, str | None]]:
    """Give words and EDTF of the dates in a text; every EDTF is checked with the edtf package."""
    pairs = []
    for extract in find_extracts(text, document_date=document_date, kinds=[ExtractKind.DATE]):
        assert extract.text == text[extract.span.start : extract.span.end]
        assert isinstance(extract.value, DateValue)
        if extract.value.edtf:
            parse_edtf(extract.value.edtf)
        pairs.append((extract.text, extract.value.edtf))
    return pairs


def value(text: str, document_date: str | None = None) -> DateValue:
    """Give the value of the only date in a text."""
    (extract,) = find_extracts(text, document_date=document_date, kinds=[ExtractKind.DATE])
    assert isinstance(extract.value, DateValue)
    return extract.value


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("op 28 juni 2022 is", "28 juni 2022", "2022-06-28"),
        ("op 28-06-2022 is", "28-06-2022", "2022-06-28"),
        ("op 28/6/2022 is", "28/6/2022", "2022-06-28"),
        ("op 28.06.2022 is", "28.06.2022", "2022-06-28"),
        ("op 2022-06-28 is", "2022-06-28", "2022-06-28"),
        ("de 4e jan 2019", "4e jan 2019", "2019-01-04"),
        ("op maandag 21 oktober 2019 is", "maandag 21 oktober 2019", "2019-10-21"),
        ("de 15e dag van juni 2020", "15e dag van juni 2020", "2020-06-15"),
        ("vierde van juli, 1995", "vierde van juli, 1995", "1995-07-04"),
        ("05-aug-2016", "05-aug-2016", "2016-08-05"),
        ("Oktober 2019 vond", "Oktober 2019", "2019-10"),
        ("in november\n2019. TU", "november\n2019", "2019-11"),
        ("(febru-\nari 2020)", "febru-\nari 2020", "2020-02"),
        ("sinds 12-2015", "sinds 12-2015", "2015-12/.."),
        ("In 2019 was", "2019", "2019"),
        ("in tweeduizend vijftien", "tweeduizend vijftien", "2015"),
        ("zomer van 2020", "zomer van 2020", "2020-22"),
        ("najaar \n2019 afspraken", "najaar \n2019", "2019-23"),
        ("in het voorjaar van 2023 wordt", "voorjaar van 2023", "2023-21"),
        ("winter 2019-2020", "winter 2019-2020", "2019-24"),
        ("in het eerste kwartaal 2021 kan", "eerste kwartaal 2021", "2021-33"),
        ("1e kwartaal van 2013", "1e kwartaal van 2013", "2013-33"),
        ("in Q3 2021", "Q3 2021", "2021-35"),
        ("in de eerste helft van 2021", "eerste helft van 2021", "2021-40"),
        ("tweede semester 2021", "tweede semester 2021", "2021-41"),
        ("Begin 2020 begon", "Begin 2020", "2020-01/2020-04"),
        ("medio \n2020", "medio \n2020", "2020-05/2020-08"),
        ("eind 2019.", "eind 2019", "2019-09/2019-12"),
        ("half mei 2020", "half mei 2020", "2020-05-11/2020-05-20"),
        ("eind februari 2020", "eind februari 2020", "2020-02-21/2020-02-29"),
        ("aan het eind van 2000", "het eind van 2000", "2000-09/2000-12"),
        ("week 23 van 2019", "week 23 van 2019", "2019-06-03/2019-06-09"),
        ("de eerste week van 2015", "de eerste week van 2015", "2014-12-29/2015-01-04"),
        ("in schooljaar 2019/2020 kwamen", "schooljaar 2019/2020", "2019-08/2020-07"),
        ("het schooljaar 2019-20", "schooljaar 2019-20", "2019-08/2020-07"),
        ("zitting 2021-2022", "zitting 2021-2022", "2021-09/2022-09"),
        ("in de jaren negentig", "jaren negentig", "199X"),
        ("in de jaren '80", "jaren '80", "198X"),
        ("de 21e eeuw", "21e eeuw", "20XX"),
        ("met Pasen 2018", "Pasen 2018", "2018-04-01"),
        ("Prinsjesdag 2023", "Prinsjesdag 2023", "2023-09-19"),
    ],
)
def test_a_full_expression_gives_its_words_and_edtf(text: str, words: str, edtf: str) -> None:
    assert found(text) == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("26, 27 en 28 juni 2022", "26, 27 en 28 juni 2022", "2022-06-26/2022-06-28"),
        ("3, 10 en 17 mei 2021", "3, 10 en 17 mei 2021", "{2021-05-03,2021-05-10,2021-05-17}"),
        ("Van 3 tot 6 juni 2019 kwamen", "Van 3 tot 6 juni 2019", "2019-06-03/2019-06-06"),
        ("van 3 tot en met 6 juni 2019", "van 3 tot en met 6 juni 2019", "2019-06-03/2019-06-06"),
        ("3 t/m 6 juni 2019", "3 t/m 6 juni 2019", "2019-06-03/2019-06-06"),
        ("3-6 juni 2019", "3-6 juni 2019", "2019-06-03/2019-06-06"),
        ("juli 2019 - juni 2020", "juli 2019 - juni 2020", "2019-07/2020-06"),
        ("juli/augustus 2021", "juli/augustus 2021", "2021-07/2021-08"),
        ("nov tot maart 2017", "nov tot maart 2017", "2016-11/2017-03"),
        ("van april tot juni in 2017", "van april tot juni in 2017", "2017-04/2017-06"),
        ("inzet 2023-2027", "2023-2027", "2023/2027"),
        ("realisatie 2020/2021)", "2020/2021", "2020/2021"),
        ("van 2020 tot mei 2022", "van 2020 tot mei 2022", "2020/2022-05"),
        ("tussen 2019 en 2021", "tussen 2019 en 2021", "2019/2021"),
        ("1/10-2/11/2017", "1/10-2/11/2017", "2017-10-01/2017-11-02"),
        (
            "vanaf 1 januari 2022 tot en met 31 maart 2022",
            "vanaf 1 januari 2022 tot en met 31 maart 2022",
            "2022-01-01/2022-03-31",
        ),
        ("sinds februari 2020", "sinds februari 2020", "2020-02/.."),
        ("na 2008 bewezen", "na 2008", "2009/.."),
        ("vóór 1 juli 2021", "vóór 1 juli 2021", "../2021-06-30"),
        ("voor 1 juli 2021", "voor 1 juli 2021", "../2021-06-30"),
        ("voor eind 2020", "voor eind 2020", "../2020-12-31"),
        ("tot 2040.", "tot 2040", "../2040"),
        ("2018 of later", "2018 of later", "2018/.."),
    ],
)
def test_a_list_range_or_open_side_is_one_expression(text: str, words: str, edtf: str) -> None:
    assert found(text) == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("huizen gebouwd voor 2018 lekken", "voor 2018", "../2017"),
        ("Vóór 2018 bestond de regeling niet.", "Vóór 2018", "../2017"),
        ("de periode voor 2018", "voor 2018", "../2017"),
        ("molens van voor 1900", "voor 1900", "../1899"),
        ("boerderijen voor 1945", "voor 1945", "../1944"),
        ("de begroting voor 2018", "2018", "2018"),
        ("Voor 2018 is 5 miljoen euro begroot.", "2018", "2018"),
        ("toegekend voor 2018 en 2019", "2018", "2018"),
        ("doelen voor 2030", "2030", "2030"),
        ("niet vóór 1 juli 2021", "1 juli 2021", "2021-07-01"),
        ("De oogst staat gepland voor 1 oktober 2023.", "1 oktober 2023", "2023-10-01"),
        ("De oogst is voorzien voor eind 2023.", "eind 2023", "2023-09/2023-12"),
    ],
)
def test_before_a_bare_year_voor_is_a_bound_only_where_the_words_make_it_one(
    text: str, words: str, edtf: str
) -> None:
    assert found(text)[0] == (words, edtf)


def test_before_or_after_names_both_sides() -> None:
    assert found("omzet voor 2010 of na 2018") == [("voor 2010", "../2009"), ("na 2018", "2019/..")]


def test_years_in_a_list_are_dates_of_their_own() -> None:
    assert found("in 2018, 2019 en 2020") == [("2018", "2018"), ("2019", "2019"), ("2020", "2020")]


def test_a_dash_between_two_thoughts_makes_no_range() -> None:
    assert found("de afgelopen jaren – in september 2018 gestart", "2020-06") == [
        ("afgelopen jaren", None),
        ("september 2018", "2018-09"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "5200 MC 's-Hertogenbosch",
        "motie M177-2022",
        "Telefoon (073) 681 28 12",
        "artikel 2019",
        "Postbus 2016",
        "€ 2019",
        "2019 euro",
        "ruim 2000 banen",
        "2.0",
        "versie 2.1.2020.3",
        "zie https://www.x.nl/2022/11/08/brief-2021",
        "24/7 bereikbaar",
        "3/4 van de bedrijven",
        "1.500 naar 2.900 plaatsen",
        "12,5 miljoen",
        "COVID-19",
        "de wereld van morgen",
        "BNB 1994/2",
        "in een paar weken",
        "wet/van/15/januari/1921/BWBR",
        "zomer- en winterroosters",
        "in het jaar 0000",
        "Jan Rietsema",
    ],
)
def test_other_numbers_and_words_are_no_dates(text: str) -> None:
    assert found(text, "2021-05-10") == []


@pytest.mark.parametrize(
    ("text", "document_date", "edtf"),
    [
        ("vorige maand", "2020-06-15", "2020-05"),
        ("dit jaar", "2020-06", "2020"),
        ("vorig jaar", "2020-06", "2019"),
        ("volgend jaar", "2020", "2021"),
        ("dit voorjaar", "2020-06", "2020-21"),
        ("dit najaar", "2020-06", "2020-23"),
        ("afgelopen maart", "2022-06-28", "2022-03"),
        ("afgelopen oktober", "2022-06-28", "2021-10"),
        ("aanstaande september", "2016-11-07", "2017-09"),
        ("het afgelopen jaar", "2020-06", "2019-07/2020-06"),
        ("komend jaar", "2020-06", "2020-07/2021-06"),
        ("het afgelopen half jaar", "2024-06", "2024-01/2024-06"),
        ("maart van dit jaar", "2020-06", "2020-03"),
        ("begin dit jaar", "2020-06", "2020-01/2020-04"),
        ("medio vorige maand", "2020-06-30", "2020-05-11/2020-05-20"),
        ("eerste kwartaal van volgend jaar", "2020-06", "2021-33"),
        ("binnen drie weken", "2020-06-15", "2020-06-15/2020-07-06"),
        ("binnen 6 maanden", "2020-06", "2020-06/2020-12"),
        ("twee jaar geleden", "2020-06-15", "2018"),
        ("over twee weken", "2018-03-23", "2018-04-06"),
        ("de komende drie dagen", "2016-11-07", "2016-11-08/2016-11-10"),
        ("gisteren", "2020-03-01", "2020-02-29"),
        ("volgende week", "2020-12-30", "2021-01-04/2021-01-10"),
        ("volgende maandag", "2018-11-15", "2018-11-19"),
        ("afgelopen maandag", "2018-11-15", "2018-11-12"),
        ("vorige maandag", "2018-11-15", "2018-11-05"),
        ("dinsdag van vorige week", "2019-07-30", "2019-07-23"),
        ("drie weken vanaf morgen", "2018-05-31", "2018-06-22"),
        ("dit kwartaal", "2020-06", "2020-34"),
    ],
)
def test_a_relative_expression_is_resolved_against_the_document_date_with_its_anchor(
    text: str, document_date: str, edtf: str
) -> None:
    assert value(text, document_date).edtf == edtf
    assert value(text, document_date).anchor == document_date
    assert replace(value(text), role=None) == DateValue()


@pytest.mark.parametrize(
    ("text", "document_date"),
    [
        ("vorige week", "2020-06"),
        ("gisteren", "2020"),
        ("vorige maand", "2020"),
        ("de komende jaren", "2020-06-15"),
        ("afgelopen decennia", "2020-06-15"),
        ("binnen drie weken na ontvangst", "2020-06-15"),
        ("31 februari 2020", "2020-06-15"),
        ("29-02-2019", None),
        ("in de winter", "2020-06-15"),
    ],
)
def test_what_cannot_be_resolved_keeps_its_words_without_a_value(
    text: str, document_date: str | None
) -> None:
    assert [edtf for _, edtf in found(text, document_date)] in ([None], [])


def test_a_partial_date_takes_its_year_from_the_same_day_elsewhere() -> None:
    text = "Op 13 september opende de staatssecretaris het centrum.\n\nHet werd 13 september 2019 geopend."
    assert found(text, "2021-06") == [("13 september", "2019-09-13"), ("13 september 2019", "2019-09-13")]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("De hub werd op 30 januari geopend.", "2020-01-30"),
        ("De hub werd op 13 september geopend.", "2019-09-13"),
        ("Studenten kunnen in september inschrijven en begin 2021 starten.", "2020-09"),
        ("De proef rijdt vanaf november.", "2020-11/.."),
        ("In 2018 is op 30 januari besloten.", "2018-01-30"),
        ("Het plan, dat in 2016 werd vastgesteld, is in april ingetrokken.", "2020-04"),
        ("De lijst van 13 september.", "XXXX-09-13"),
        ("De tarieven gelden op 1 januari van elk jaar.", "XXXX-01-01"),
    ],
)
def test_a_partial_date_takes_its_year_from_the_sentence_and_the_document_date_or_stays_open(
    text: str, edtf: str
) -> None:
    assert edtf in [form for _, form in found(text, "2020-06")]


def test_a_partial_date_without_any_context_has_an_open_year_and_no_bounds() -> None:
    assert value("30 januari") == DateValue(edtf="XXXX-01-30")


def test_dit_jaar_behind_a_day_means_the_year_of_that_day() -> None:
    text = "Op 3 juni 2019 kwamen velen naar het congres, dit jaar gehouden in Gent."
    assert found(text, "2020-06") == [("3 juni 2019", "2019-06-03"), ("dit jaar", "2019")]


def test_datzelfde_jaar_means_the_year_named_before() -> None:
    assert found("In 2018 begon het. Datzelfde jaar volgde de deal.") == [
        ("2018", "2018"),
        ("Datzelfde jaar", "2018"),
    ]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("eerste kwartaal 2021", "2021-01-01", "2021-03-31"),
        ("winter 2019-2020", "2019-12-01", "2020-02-29"),
        ("sinds februari 2020", "2020-02-01", None),
        ("tot 2040", None, "2040-12-31"),
        ("juli 2019 - juni 2020", "2019-07-01", "2020-06-30"),
    ],
)
def test_the_bounds_are_the_first_and_last_day(text: str, earliest: str | None, latest: str | None) -> None:
    assert (value(text).earliest, value(text).latest) == (earliest, latest)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back_from_each_way_of_writing_it(day: date) -> None:
    months = "januari februari maart april mei juni juli augustus september oktober november december".split()
    for written in (
        f"{day.day} {months[day.month - 1]} {day.year}",
        f"{day.day}-{day.month}-{day.year}",
        f"{day:%d/%m/%Y}",
        day.isoformat(),
    ):
        assert found(f"op {written} besloten") == [(written, day.isoformat())]


@given(
    st.text(alphabet="0123456789 ,.-/\n'devanintotmjuli2019kwartaal", max_size=120),
    st.sampled_from([None, "2020", "2020-06", "2020-06-15"]),
)
def test_any_text_gives_ordered_spans_valid_edtf_and_bounds_in_order(
    text: str, document_date: str | None
) -> None:
    end = 0
    for extract in find_extracts(text, document_date=document_date, kinds=[ExtractKind.DATE]):
        assert isinstance(extract.value, DateValue)
        assert extract.span.start >= end
        end = extract.span.end
        assert extract.text == extract.span.of(text)
        if extract.value.edtf:
            parse_edtf(extract.value.edtf)
        if extract.value.earliest and extract.value.latest:
            assert extract.value.earliest <= extract.value.latest


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Begin jaren tachtig kwam er een haven", "Begin jaren tachtig", "1980/1983"),
        ("halverwege de jaren '90 groeide de stad", "halverwege de jaren '90", "1994/1996"),
        ("sinds eind jaren zestig rijdt de tram", "sinds eind jaren zestig", "1967-01-01/.."),
        ("in '68 brandde de molen af", "'68", "1968"),
        ("van '14 tot '18 lag de bouw stil", "van '14 tot '18", "2014/2018"),
        ("in mei '68 zong men", "mei '68", "1968-05"),
        ("de afspraken 2000 - 2001 gelden", "2000 - 2001", "2000/2001"),
        ("volgens de Vreemdelingenwet 2000 mag", "2000", "2000"),
        ("##1 oktober 2004\nde formulieren", "1 oktober 2004", "2004-10-01"),
    ],
)
def test_parts_of_decades_short_years_and_round_years_are_read(text: str, words: str, edtf: str) -> None:
    assert found(text) == [(words, edtf)]


def test_the_years_of_a_list_behind_schooljaren_are_all_school_years() -> None:
    assert found("voor de schooljaren 2003/2004 en 2004/2005.") == [
        ("schooljaren 2003/2004", "2003-08/2004-07"),
        ("2004/2005", "2004-08/2005-07"),
    ]


def test_every_short_year_of_a_list_is_a_date() -> None:
    assert [edtf for _, edtf in found("de congressen van '70, '71 en '75 besloten")] == [
        "1970",
        "1971",
        "1975",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "De regeling werkt terug tot en met 1 juli 2021.",
        "met terugwerkende kracht tot en met 1 juli 2021 verhoogd",
        "terugwerkende kracht wordt verleend tot en met 1 juli 2021",
    ],
)
def test_a_rule_that_works_back_begins_on_the_day_behind_tot(text: str) -> None:
    assert found(text) == [("tot en met 1 juli 2021", "2021-07-01/..")]
    assert value(text).role == "start"
    assert found("zij gaan terug tot en met 1 juli 2021")[0][1] == "../2021-07-01"


def test_the_year_of_a_heading_in_a_chronicle_is_that_of_the_days_below_it() -> None:
    parts = [
        ("2016", "Op 3 maart gaat de brug open."),
        ("2017", "Op 1 september begint de school."),
        ("2018", "Op 1 oktober gaat de dienst van start."),
    ]
    text = "\n\n".join(f"{year}\n\nIets nieuws\n\n{line}" for year, line in parts)
    days = [edtf for _, edtf in found(text, "2023-05-20") if edtf and len(edtf) > 4]
    assert days == ["2016-03-03", "2017-09-01", "2018-10-01"]
    assert found("2018\n\n" + parts[2][1], "2023-05-20")[1][1] == "2023-10-01"


def test_a_year_behind_geleden_says_which_one_it_is() -> None:
    text = "In 2012 vierde men dat vijftig jaar geleden, in 1962, de brug openging."
    assert ("vijftig jaar geleden", "1962") in found(text, "2015-05-20")


def test_a_day_of_english_form_is_one_date() -> None:
    assert found("Herald, Januari 25, 2023.", "2024-03-07") == [("Januari 25, 2023", "2023-01-25")]


@pytest.mark.parametrize(
    "text",
    ["Wie binnen twee jaar geen werk vindt, krijgt hulp", "Elke werkzoekende wordt binnen 2 maanden gehoord"],
)
def test_a_term_for_everybody_does_not_run_from_the_document(text: str) -> None:
    assert value(text, "2021-03-05").edtf is None


def test_a_day_that_comes_back_every_year_has_no_year() -> None:
    assert found("een keer per jaar, op 1 januari, stijgen zij", "2021-03-05") == [
        ("1 januari", "XXXX-01-01")
    ]


def test_vandaag_and_morgen_side_by_side_are_no_days() -> None:
    assert found("Kies vandaag de fiets, morgen de bus en overmorgen de trein.", "2021-03-05") == []
    assert found("Er is meer vraag dan vandaag in het boek Zorgen voor Morgen.", "2021-03-05") == []
    assert found("Vandaag komt zij aan. Dat is goed. Morgen gaat zij weg.", "2021-03-05") == [
        ("Vandaag", "2021-03-05"),
        ("Morgen", "2021-03-06"),
    ]
