"""Values of different things stand side by side, and do not contradict each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answer.test_reply import reply

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

Text = tuple[str, str]
"""The title of a document and what it says."""


def dated(date: str, text: Text) -> str:
    return f"---\ntitle: {text[0]}\ndate: {date}\n---\n\n{text[1]}\n"


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (
            "Hoeveel bedraagt het subsidieplafond?",
            ("Regeling sport Lutterveen", "Het subsidieplafond bedraagt 200.000 euro."),
            ("Regeling toneel Lutterveen", "Het subsidieplafond bedraagt 300.000 euro."),
        ),
        (
            "Hoeveel bedragen de leges?",
            ("Besluit voor Bakkerij De Zon", "De leges bedragen 300 euro."),
            ("Besluit voor Café De Maan", "De leges bedragen 450 euro."),
        ),
        (
            "Hoeveel bedraagt de boete?",
            ("Parkeerverordening", "De boete bedraagt 90 euro."),
            ("Marktverordening", "De boete bedraagt 150 euro."),
        ),
        (
            "Hoeveel woningen worden gebouwd?",
            ("Nota", "In Mol worden 400 woningen gebouwd."),
            ("Brief", "In Geel worden 700 woningen gebouwd."),
        ),
        (
            "Hoeveel bedraagt het tarief voor restafval?",
            ("Afval in Westhoek", "Het tarief voor restafval bedraagt 170 euro."),
            ("Nota", "In Zuidhoek bedraagt het tarief voor restafval 120 euro."),
        ),
        (
            "Hoeveel kost de tram?",
            ("Nota", "De tram kost 40 miljoen euro."),
            ("Brief", "De haltes van de tram kosten 4 miljoen euro."),
        ),
        (
            "Hoeveel bedragen de kosten van de brug bij Laar?",
            ("Nota", "De totale kosten van de brug bij Laar bedragen 12 miljoen euro."),
            ("Brief", "De kosten van de brug bij Laar voor de provincie bedragen 4 miljoen euro."),
        ),
        (
            "Hoeveel bedraagt de subsidie voor een laadpaal?",
            ("Nota", "De subsidie voor een laadpaal bedraagt 500 euro voor particulieren."),
            ("Brief", "De subsidie voor een laadpaal bedraagt 1.500 euro voor bedrijven."),
        ),
        (
            "Hoeveel bedraagt de vergoeding?",
            ("Nota", "De vergoeding bedraagt 20 euro per dag."),
            ("Brief", "De vergoeding bedraagt 500 euro per maand."),
        ),
    ],
)
def test_values_of_different_things_do_not_contradict_each_other(
    desk: Desk, question: str, one: Text, other: Text
) -> None:
    answer = reply(desk, question, dated("2022-03-01", one), dated("2022-06-01", other))
    assert [item.opposed for item in answer.variants] == [False, False]
    assert answer.text.startswith(
        "De documenten noemen verschillende waarden, misschien van verschillende zaken:"
    )
    assert all(item.newer is None for item in answer.citations)


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (
            "Hoe lang is de brug bij Laar?",
            ("Nota mobiliteit", "De brug bij Laar is 40 meter lang."),
            ("Brief van wethouder Vos", "De brug bij Laar is 60 meter lang."),
        ),
        (
            "Wat kost de brug?",
            ("Nota mobiliteit", "De brug kost 12 miljoen euro."),
            ("Begroting verkeer", "De brug kost 15 miljoen euro."),
        ),
        (
            "Wat kost de aanleg van het fietspad langs de Aa?",
            ("Plan", "De aanleg van het fietspad langs de Aa kost 2 miljoen euro."),
            ("Brief", "Volgens Jan Vos kost de aanleg van het fietspad langs de Aa 3 miljoen euro."),
        ),
        (
            "Hoeveel bedraagt het subsidieplafond voor zonnepanelen?",
            ("Regeling zonnepanelen", "Het subsidieplafond voor zonnepanelen bedraagt 2 miljoen euro."),
            ("Brief zonnepanelen", "Het subsidieplafond voor zonnepanelen bedraagt 3 miljoen euro."),
        ),
        (
            "Hoeveel woningen komen er in Weideveld?",
            ("Visie Weideveld", "In Weideveld komen 400 woningen."),
            ("Raadsbrief Weideveld", "In Weideveld komen 650 woningen."),
        ),
        (
            "Hoeveel bedraagt de boete voor hondenpoep in Mere?",
            ("Verordening honden Mere", "De boete voor hondenpoep in Mere bedraagt 90 euro."),
            ("Folder Mere schoon", "De boete voor hondenpoep in Mere bedraagt 140 euro."),
        ),
        (
            "Hoeveel kost de tram?",
            ("Nota", "Volgens het plan van Jansen kost de tram 40 miljoen euro."),
            ("Brief", "Volgens het plan van Pieters kost de tram 60 miljoen euro."),
        ),
        (
            "Hoeveel bedraagt het tarief voor de haven?",
            ("Nota haven", "Het tarief voor de haven bedraagt 40 euro."),
            ("Brief haven", "Het tarief voor de haven bedraagt per direct 60 euro."),
        ),
        (
            "Hoeveel bedraagt de bijdrage per boom?",
            ("Regeling bomen", "De bijdrage per boom bedraagt 100 euro."),
            ("Brief over bomen", "De bijdrage per boom bedraagt 150 euro."),
        ),
    ],
)
def test_values_of_one_thing_do_contradict_each_other(
    desk: Desk, question: str, one: Text, other: Text
) -> None:
    answer = reply(desk, question, dated("2022-03-01", one), dated("2022-06-01", other))
    assert [item.opposed for item in answer.variants] == [True, True]
    assert answer.text.startswith("De documenten spreken elkaar tegen")


def test_a_value_of_the_same_thing_goes_before_one_of_another(desk: Desk) -> None:
    answer = reply(
        desk,
        "Hoeveel kost de tram?",
        dated("2022-03-01", ("Nota", "De tram kost 40 miljoen euro.")),
        dated("2022-06-01", ("Brief", "De tram kost 60 miljoen euro.")),
        dated("2021-09-01", ("Bericht", "De haltes van de tram kosten 4 miljoen euro.")),
    )
    assert [(item.value, item.opposed) for item in answer.variants] == [
        ("60 miljoen euro", True),
        ("40 miljoen euro", True),
    ]
