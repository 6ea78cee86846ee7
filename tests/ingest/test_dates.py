"""The date that a document states."""

from __future__ import annotations

import pytest

from assistant.ingest.dates import find_date, parse_date
from assistant.ingest.reading import Draft
from assistant.types import BlockKind

LONG = (
    "De raad sprak over het plan en nam daarna een besluit dat voor iedereen in de stad gevolgen heeft. " * 12
)


def _drafts(*texts: str) -> list[Draft]:
    return [Draft(BlockKind.PARAGRAPH, text) for text in texts]


def _find(*texts: str, stem: str = "stuk", stated: tuple[str | None, str | None] = (None, None)):
    found = find_date(_drafts(*texts), stem, stated)
    return (found.edtf, found.source) if found else None


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("28 juni 2022", "2022-06-28"),
        ("Maandag 1 mei 2023", "2023-05-01"),
        ("juni 2024", "2024-06"),
        ("06/10/2020", "2020-10-06"),
        ("3-1-19", "2019-01-03"),
        ("2021-05-04", "2021-05-04"),
        ("2021-05-04T10:00:00Z", "2021-05-04"),
        ("31 februari 2020", None),
        ("gisteren", None),
    ],
)
def test_a_date_is_read(words, edtf):
    assert parse_date(words) == edtf


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("Kop", "28 juni 2022", LONG), ("2022-06-28", "tekst")),
        (("Gemeente Molendam", "Datum: 12 maart 2021", LONG), ("2021-03-12", "tekst")),
        (("Gemeente Molendam", "Datum 12 maart 2021", LONG), ("2021-03-12", "tekst")),
        (("Datum", "12 maart 2021", LONG), ("2021-03-12", "tekst")),
        (("Verslag werkgroep sluizen, 12 maart 2021", LONG), ("2021-03-12", "tekst")),
        (("Verslag van het overleg van dinsdag 6 februari 2024", LONG), ("2024-02-06", "tekst")),
        (
            ("Besluit van de minister van 1 juli 2014, nr. 3, tot wijziging van de regels", LONG),
            ("2014-07-01", "tekst"),
        ),
        (("Regeling tot wijziging van het besluit van 1 juli 2014", LONG), None),
        (("Sluizen", "Maandag 05/nov/18", LONG), ("2018-11-05", "tekst")),
        ((LONG, "’s-Gravenhage 19 december 1997", "De minister"), ("1997-12-19", "colofon")),
        ((LONG, LONG, "Gegeven te Molendam, 20 april 1994"), ("1994-04-20", "colofon")),
        (("Gehoord de raad (advies vastgesteld op 18 oktober 1993);", LONG), None),
        (("Gelet op het besluit van 18 oktober 1993;", LONG), None),
        (("Verslag", "Datum: donderdag 9 juli 2020", "Locatie: online", LONG), ("2020-07-09", "tekst")),
        (("Den Haag, 4 april 2019", LONG), ("2019-04-04", "tekst")),
        (("Gepubliceerd op 1 mei 2020", LONG), ("2020-05-01", "tekst")),
        ((f"Molendam, 3 mei 2022 - De stad opent een bad. {LONG}",), ("2022-05-03", "tekst")),
        (("Molendam (3 mei 2022) – De stad opent een bad.", LONG), ("2022-05-03", "tekst")),
        (("Molendam, 3 mei 2022. Tekst: Els Mol", LONG), ("2022-05-03", "tekst")),
        ((f"Molendam, 3 mei 2022 was er feest. {LONG}",), None),
        (("Nieuwsbrief", "Nummer 3, juli 2022", LONG), ("2022-07", "tekst")),
        (("Antwoord van de Minister (ontvangen 25 maart 2024).", LONG), ("2024-03-25", "tekst")),
        ((LONG, "Colofon", "Postbus 1", "Juni 2024"), ("2024-06", "colofon")),
        ((LONG, LONG, "Molendam, november 2018"), ("2018-11", "colofon")),
        (
            (
                LONG,
                "Colofon",
                "Uitgave van de stichting, vastgesteld op 2 mei 2019 en gepubliceerd op 9 mei 2019.",
            ),
            ("2019-05-09", "colofon"),
        ),
        ((LONG, "Resultaten juli 2019 - juni 2020", LONG, LONG), ("2020-06", "periode")),
        (("Jaarplan januari tot en met maart 2021", LONG, LONG), ("2021-03", "periode")),
    ],
)
def test_a_stated_date_is_found_with_its_place(texts, found):
    assert _find(*texts) == found


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        ("20200709_-_Verslag", ("2020-07-09", "bestandsnaam")),
        ("Verslag_05-11-2018", ("2018-11-05", "bestandsnaam")),
        ("Verslag_07_11_19_-_groep", ("2019-11-07", "bestandsnaam")),
        ("nota-juni-2022", ("2022-06", "bestandsnaam")),
        ("begroting 2021", ("2021", "bestandsnaam")),
        ("begroting2021", ("2021", "bestandsnaam")),
        ("Mobiliteitsvisie 2140", None),
        ("visie 2098", None),
        ("40A1B97C2063D1E5F00B19AA", None),
        ("C0FFEE20190412BEADDE01", None),
        ("7ab31c20-2011-4e6f-9c3b-20150901aabb", None),
        ("20190412_7ab31c20-2011-4e6f-9c3b-20150901aabb", ("2019-04-12", "bestandsnaam")),
        ("nota2021b", None),
        ("regeerakkoord-2019-2024", None),
        ("567c61b45664a705", None),
        ("dossier-123456789", None),
    ],
)
def test_a_date_in_the_file_name_is_found(stem, found):
    assert _find(LONG, stem=stem) == found


def test_dates_in_running_text_never_count():
    assert _find(f"{LONG} Op 3 mei 2018 was er een feest. {LONG}", LONG) is None


def test_metadata_comes_before_a_mere_year_in_the_name_and_a_publication_date_first():
    stated = ("2022-01-02", "metadata")
    assert _find(LONG, stem="begroting 2021", stated=stated) == stated
    day = ("2021-03-12", "bestandsnaam")
    assert _find(LONG, stem="nota 12-03-2021", stated=("2022-01-02", "metadata")) == day
    assert _find(LONG, stated=("2022-01-02", "metadata")) == ("2022-01-02", "metadata")
    assert _find("28 juni 2022", LONG, stated=("2022-06-27", "tekst")) == ("2022-06-27", "tekst")


def test_a_date_that_is_still_far_off_dates_nothing():
    assert _find("Molendam, 1 mei 2099", LONG) is None
    assert _find(LONG, stem="nota 12-03-2098", stated=("2022-01-02", "metadata")) == (
        "2022-01-02",
        "metadata",
    )
    assert _find(LONG, stated=("2098-01-02", "metadata")) is None
    assert parse_date("1 januari 2099") is None
    assert parse_date("januari 2099") is None


def test_the_number_of_a_heading_is_no_date():
    heading = Draft(BlockKind.HEADING, "4.02.11", 2)
    assert find_date([heading, *_drafts(LONG)], "stuk") is None
    assert _find("4.02.11", LONG) == ("2011-02-04", "tekst")


def test_a_row_of_a_letterhead_has_the_date_behind_its_label():
    row = Draft(
        BlockKind.ROW, "Datum – Voortgang van het waterplan en de toezeggingen aan de raad: 12 december 2023"
    )
    assert find_date([row], "brief").edtf == "2023-12-12"


def test_the_long_title_of_a_regulation_dates_it():
    title = (
        "Regeling van de minister van 3 mei 2012, nr. 17, houdende regels " + "over sluizen en dijken " * 20
    )
    assert find_date([Draft(BlockKind.HEADING, title, 1)], "stuk").edtf == "2012-05-03"
    assert find_date([Draft(BlockKind.PARAGRAPH, title)], "stuk") is None
