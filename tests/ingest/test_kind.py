"""The kind of a document, by its words and its shape."""

from __future__ import annotations

import pytest

from assistant.ingest.kind import find_kind
from assistant.ingest.organisation import find_organisation
from assistant.ingest.reading import Draft
from assistant.types import BlockKind, DocumentKind

TEXT = "De gemeente Molendam heeft het afgelopen jaar gewerkt aan de sluizen, de dijken en de wegen langs het kanaal."


def _find(title: str, *texts: str, subtitle: str | None = None, stem: str = "stuk") -> DocumentKind | None:
    drafts = [Draft(BlockKind.PARAGRAPH, text) for text in (title, *texts)]
    return find_kind(title, subtitle, drafts, stem)


@pytest.mark.parametrize(
    ("title", "texts", "kind"),
    [
        ("Voortgangsrapportage Waterplan 2020", (TEXT,), DocumentKind.PROGRESS_REPORT),
        ("Jaarverslag 2021 van de bibliotheek", (TEXT,), DocumentKind.PROGRESS_REPORT),
        ("Waterplan Molendam", ("Deze voortgangsrapportage beschrijft wat er is gedaan.", TEXT), DocumentKind.PROGRESS_REPORT),
        ("Beleidskader water 2024-2027", (TEXT,), DocumentKind.POLICY),
        ("Visie op de binnenstad", (TEXT, "Deze visie is vastgesteld door de raad."), DocumentKind.POLICY),
        ("Herstel van de dijk", ("Geachte leden van de raad,", TEXT, "Hoogachtend,"), DocumentKind.LETTER),
        ("Herstel van de dijk", ("Van: Anna Maas <a.maas@molendam.example>", TEXT), DocumentKind.LETTER),
        ("Kamerbrief over de dijken", (TEXT,), DocumentKind.LETTER),
        ("Besluit sluisgelden", ("Gelet op artikel 3 van de Waterwet;", "Besluit:", "Artikel 1"), DocumentKind.DECISION),
        ("Steun voor sluizen", ("De Vlaamse Regering keurt een subsidie van 2 miljoen euro goed.",), DocumentKind.DECISION),
        ("Sluis open voor schepen", ("Persbericht", TEXT), DocumentKind.NEWS),
        ("Sluis open voor schepen", (f"Sinds vandaag varen er weer schepen. {TEXT}", "Meer weten? Bel ons."), DocumentKind.NEWS),
        ("Werkgroep sluizen", ("Datum: 12 maart 2021", "Aanwezig: Anna Maas, Piet Bos", "Actiepunten"), DocumentKind.MINUTES),
        ("Verslag stuurgroep water", (TEXT,), DocumentKind.MINUTES),
        ("Vragen van het lid Smit (XYZ) aan de minister over sluizen", (TEXT,), DocumentKind.QUESTIONS),
        ("Beantwoording schriftelijke vragen over sluizen", ("Geachte leden van de raad,", TEXT), DocumentKind.QUESTIONS),
        ("Evaluatie van de sluisgelden", ("Eindrapport", TEXT), DocumentKind.REPORT),
        ("Onderzoek naar de dijken", (TEXT,), DocumentKind.REPORT),
    ],
)  # fmt: skip
def test_a_kind_shows_in_its_title_and_its_text(title, texts, kind):
    assert _find(title, *texts) is kind


def test_numbered_questions_with_answers_are_questions():
    drafts = [
        Draft(BlockKind.HEADING, f"{word} {number}", 2)
        for number in (1, 2, 3)
        for word in ("Vraag", "Antwoord")
    ]
    assert find_kind("Sluizen", None, drafts, "stuk") is DocumentKind.QUESTIONS


def test_a_programme_in_a_title_does_not_make_minutes_or_a_report_a_policy():
    assert _find("Verslag stuurgroep Actieagenda 2022-2026", TEXT) is DocumentKind.MINUTES
    assert _find("Voortgangsrapportage Actieagenda 2022-2026", TEXT) is DocumentKind.PROGRESS_REPORT


def test_the_file_name_helps_and_does_not_decide():
    assert _find("Sessie ondernemen", "Locatie: stadhuis", stem="Verslag_werkgroep_1") is DocumentKind.MINUTES
    assert _find("Sessie ondernemen", TEXT, stem="rapport") is None


def test_nothing_is_said_when_nothing_or_everything_fits():
    assert _find("Sluizen", TEXT) is None
    assert _find("", "x") is None


def test_circular_as_a_word_for_an_economy_makes_no_letter():
    assert _find("Subsidie voor circulaire economie", TEXT) is None
    assert _find("Circulaire bodemsanering", TEXT) is DocumentKind.LETTER


def test_the_flemish_government_decides_in_any_order_of_words():
    for text in (
        "In het kader van het plan kent de Vlaamse Regering 3 miljoen euro toe aan de havens.",
        "De Vlaamse Regering, op voorstel van de minister, wijzigt het besluit over de havens.",
    ):
        assert _find("Havens", text) is DocumentKind.DECISION
        assert find_organisation("Havens", [Draft(BlockKind.PARAGRAPH, text)]) == "Vlaamse Regering"
    assert _find("Havens", "De Vlaamse Regering gaf vorig jaar 3 miljoen euro aan de havens.") is None
