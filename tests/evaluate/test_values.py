"""What counts as the same value, kind by kind."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.evaluate.values import fold, is_right

DIKE = {"status": "loopt", "actor": "het waterschap De Vlier", "termijn": "2026", "laatst": "2026-12-31"}


def test_case_accents_blanks_and_an_article_make_no_difference() -> None:
    assert fold("Het  Coöperatief\nBureau-Zuid") == fold("cooperatief bureau zuid")
    assert fold("bureau Zuid") != fold("bureau Noord")


@pytest.mark.parametrize(
    ("kind", "found", "wanted", "verdict"),
    [
        ("organisatie", {"naam": "bureau Zuid"}, {"naam": "Bureau Zuid"}, True),
        ("organisatie", {"naam": "BZ"}, {"naam": "Bureau Zuid", "afkorting": "BZ"}, True),
        ("organisatie", {"naam": "Bureau Zuid", "afkorting": "BZ"}, {"naam": "BZ"}, True),
        ("organisatie", {"naam": "Bureau Noord"}, {"naam": "Bureau Zuid", "afkorting": "BZ"}, False),
        ("organisatie", {"naam": "BZ"}, {}, True),
        ("persoon", {"naam": "Ans Kuiper", "functie": "wethouder"}, {"naam": "Ans Kuiper"}, True),
        ("persoon", {"naam": "Ans Kuiper"}, {"naam": "Ans Kuiper", "functie": "wethouder"}, False),
        (
            "persoon",
            {"naam": "Ans Kuiper", "functie": "de wethouder"},
            {"naam": "Ans Kuiper", "functie": ["wethouder", "wethouder Zorg"]},
            True,
        ),
        ("actie", DIKE, DIKE, True),
        ("actie", DIKE | {"actor": "Waterschap"}, DIKE, True),
        ("actie", DIKE | {"actor": "de provincie"}, DIKE, False),
        ("actie", DIKE | {"actor": None}, DIKE, False),
        ("actie", DIKE | {"status": "afgerond"}, DIKE, False),
        ("actie", DIKE | {"status": "afgerond"}, DIKE | {"status": ["loopt", "afgerond"]}, True),
        ("actie", DIKE | {"termijn": "../2026"}, DIKE, True),
        ("actie", DIKE | {"termijn": "2027", "laatst": "2027-12-31"}, DIKE, False),
        ("actie", DIKE, {"status": "loopt"}, True),
        ("bedrag", {"waarde": 5, "munt": "EUR"}, {"waarde": 5.0, "munt": "EUR"}, True),
        ("bedrag", {"waarde": 5, "waardeTot": 6, "munt": "EUR"}, {"waarde": 5, "munt": "EUR"}, False),
        ("aantal", {"waarde": 9, "waardeVan": 7, "eenheid": "banen"}, {"waarde": 9, "waardeVan": 7}, True),
        ("aandeel", {"waarde": 66.667, "eenheid": "%"}, {"waarde": 66.67, "eenheid": "%"}, True),
        ("aandeel", {"waarde": 66.0, "eenheid": "%"}, {"waarde": 66.67, "eenheid": "%"}, False),
        ("aantal", {"waarde": 9, "bepaling": "meer"}, {"waarde": 9, "bepaling": None}, False),
        ("datum", {"edtf": "2021-05"}, {"edtf": "2021-05"}, True),
        ("datum", {"edtf": "2021-05"}, {}, False),
        ("regio", {"code": "NL-LI", "land": "NL"}, {"code": "NL-LI", "land": "NL"}, True),
        ("regio", {"code": "BE-VLI", "land": "BE"}, {"code": "NL-LI", "land": "NL"}, False),
        ("gebeurtenis", {"edtf": "2021", "gebeurtenis": "opening brug"}, {"edtf": "2021"}, True),
        (
            "gebeurtenis",
            {"edtf": "2021", "gebeurtenis": "opening brug"},
            {"edtf": "2021", "gebeurtenis": "de bouw van het huis"},
            False,
        ),
    ],
)
def test_a_value_is_right_when_it_says_the_same(
    kind: str, found: dict[str, Any], wanted: dict[str, Any], verdict: bool
) -> None:
    assert is_right(kind, found, wanted, "BZ") is verdict
