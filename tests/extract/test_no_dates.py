"""What looks like a date and is none, and what must stay open."""

from __future__ import annotations

import pytest

from assistant.extract import find_extracts
from assistant.types import DateValue, ExtractKind


def found(text: str) -> list[tuple[str, str | None]]:
    """Give words and EDTF of the dates in a text of 15 June 2020."""
    facts = find_extracts(text, document_date="2020-06-15", kinds=[ExtractKind.DATE])
    return [(fact.text, fact.value.edtf) for fact in facts if isinstance(fact.value, DateValue)]


@pytest.mark.parametrize(
    "text",
    [
        "Verordening (EG) nr. 1974/2006 geldt.",
        "Zie richtlijn 2009/2012 en (EU) 2014/2020.",
        "Zij woont op Sint Maarten.",
        "| 154 | 2055 |",
        "Bel 020-2019201 of 06-12042020.",
        "Postbus 2019, 2015 AB Haarlem",
        "motie 2019 nr. 12 kost € 2019",
        "versie 2020.1.3 en ISO 2015",
        "Er kwamen 2019 bezoekers en 1995 leerlingen.",
        "IBAN NL20 INGB 0001 2019 20",
        "De kerst- en paasroosters hangen er.",
        "De belasting die men heeft voldaan over een maand telt mee.",
        "Er zijn 2000 bomen geplant.",
        "Eerst krijgt men alles en de overige jaren 50%.",
        "Het boek 'in '12 stappen naar huis' is uit.",
        "De Praagse Lente was kort, de Arabische Lente ook.",
        "voor de kerst- en paasroosters",
        "Gemiddeld over een jaar is het koel.",
        "Dat is 12-4 en 3-6 geworden.",
        "Zie par. 3.5.2020 niet, wel blz. 2019.",
        "Open van maandag tot en met vrijdag, zaterdag t/m zondag dicht.",
        "Het ZAT (zorgadviesteam) zat vol.",
        "Zie blz. 10/11 en MG 2000-03.",
        "Wij zijn klaar voor de droogte van vandaag en morgen.",
        "Zij telde over de vier jaren die voorafgaan.",
        "Kamer 3.12 van gebouw 19-20",
    ],
)
def test_a_number_of_something_else_is_no_date(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Het verslag komt jaarlijks voor 1 oktober.", "voor 1 oktober", None),
        ("De toelage stijgt telkens op 1 januari.", "1 januari", "XXXX-01-01"),
        ("Het verslag komt op 1 juni t + 1 binnen.", "1 juni", "XXXX-06-01"),
        ("op 31 december van dat kalenderjaar", "31 december", "XXXX-12-31"),
        ("op 1 augustus volgend op de start", "1 augustus", "XXXX-08-01"),
        ("Beroep staat open binnen zes weken.", "binnen zes weken", None),
        ("Wie dit indient, krijgt binnen vier weken na ontvangst bericht.", "binnen vier weken", None),
        ("Het verlies schuift naar het volgende jaar.", "volgende jaar", None),
        ("de omzet van het voorgaande jaar", "voorgaande jaar", None),
        ("in de laatste dertig dagen voor de start", "laatste dertig dagen", None),
        ("Stuur het voor 30 juni van het eerste volle jaar.", "voor 30 juni", None),
        ("Het besluit van de zes en twintigste mei 1947", "zes en twintigste mei 1947", "1947-05-26"),
        ("Dat was 31 februari 2020.", "31 februari 2020", None),
        ("Dat was 29-02-2019.", "29-02-2019", None),
    ],
)
def test_what_a_rule_or_calendar_leaves_open_stays_open(text: str, words: str, edtf: str | None) -> None:
    assert found(text) == [(words, edtf)]
