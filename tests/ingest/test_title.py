"""Titles."""

from __future__ import annotations

import pytest

from assistant.ingest.reading import Draft
from assistant.ingest.title import cut_words, find_subtitle, find_title, is_telling
from assistant.types import BlockKind

LONG = "De raad besloot gisteren na een lange vergadering om het plan voor de nieuwe wijk aan de haven goed te keuren. Dat was laat."


def _head(text: str, level: int = 2) -> Draft:
    return Draft(BlockKind.HEADING, text, level)


def _text(text: str) -> Draft:
    return Draft(BlockKind.PARAGRAPH, text)


def _find(
    *drafts: Draft,
    stated: str | None = None,
    stem: str = "stuk",
    told: bool = True,
    paged: bool = False,
    fronted: bool = False,
) -> str:
    return find_title(drafts, stated, stem, told=told, paged=paged, fronted=fronted)


def test_the_first_heading_of_the_highest_level_is_the_title():
    assert _find(_head("Nieuws", 2), _head("De brug is klaar", 1), _text(LONG)) == "De brug is klaar"


@pytest.mark.parametrize("words", ["Samenvatting", "1 Samenvatting", "1. Inleiding"])
def test_a_chapter_that_every_report_has_is_no_title_with_its_number_either(words):
    assert _find(_text("Geachte raad,"), _head(words, 3), _text(LONG)).startswith("De raad besloot")


def test_a_letterhead_is_no_title():
    assert (
        _find(_head("Ministerie van Water", 1), _head("Brief over sluizen", 2), _text(LONG))
        == "Brief over sluizen"
    )


def test_a_subject_line_goes_before_everything():
    assert (
        _find(_head("Brief", 1), _text("Betreft: herstel van de dijk"), _text(LONG)) == "herstel van de dijk"
    )
    asked = _text("Vragen van het lid Smit (XYZ) aan de Minister over sluizen (ingezonden 1 mei 2024).")
    assert _find(_head("Kamer", 1), asked) == "Vragen van het lid Smit (XYZ) aan de Minister over sluizen"


def test_the_subject_that_comes_back_in_the_headings_is_the_title():
    parts = [
        _text(LONG),
        _head("Voorwoord"),
        _text(f"{LONG} {LONG} De Agenda Groene Havens is er. De Agenda Groene Havens werkt."),
        _head("Agenda Groene Havens vandaag"),
        _text("De Agenda Groene Havens loopt goed."),
        _head("Agenda Groene Havens morgen"),
    ]
    assert _find(*parts) == "Agenda Groene Havens"


def test_without_headings_the_first_sentence_is_cut_between_words():
    title = _find(_text(LONG))
    assert (
        title == "De raad besloot gisteren na een lange vergadering om het plan voor de nieuwe wijk aan de…"
    )


def test_a_paged_text_with_guessed_headings_is_called_after_its_file():
    assert (
        _find(_head("1865"), _text(LONG), told=False, paged=True, stem="100-jaar-water") == "100 jaar water"
    )


@pytest.mark.parametrize(
    "title", ["Microsoft Word - Document1", "None", "untitled", "nota_def.docx", "Presentatie1", "  "]
)
def test_a_title_of_a_program_says_nothing(title):
    assert not is_telling(title)
    assert (
        _find(_text("Een korte eerste zin die volstaat."), stated=title)
        == "Een korte eerste zin die volstaat"
    )


def test_cutting_keeps_whole_words():
    assert cut_words("een twee drie", 20) == "een twee drie"
    assert cut_words("een twee drie", 9) == "een twee…"
    assert cut_words("onafgebroken", 5) == "onaf…"


@pytest.mark.parametrize("label", ["PERSBERICHT", "Verslag", "Molendam, 19 maart 2024", "GEMEENTE MOLENDAM"])
def test_what_stands_above_a_title_is_none(label):
    first = [_text(label), _text("Nieuwe sluis voor Molendam"), _text(LONG)]
    assert _find(*first, told=False) == "Nieuwe sluis voor Molendam"
    assert (
        _find(_head(label, 1), _head("Nieuwe sluis voor Molendam", 2), _text(LONG))
        == "Nieuwe sluis voor Molendam"
    )


def test_a_subject_is_read_without_a_colon_and_from_the_next_line():
    assert _find(_text("Betreft Herstel van de dijk"), _text(LONG)) == "Herstel van de dijk"
    assert _find(_text("Onderwerp"), _text("Herstel van de dijk"), _text(LONG)) == "Herstel van de dijk"
    assert (
        _find(_text("Betreft dit een dijk, dan geldt artikel 3."), told=False)
        == "Betreft dit een dijk, dan geldt artikel 3"
    )


def test_a_heading_of_one_word_says_less_than_a_stated_title_of_several():
    stated = "Bewaar de tekeningen van elke sluis"
    assert _find(_head("Maatregel", 1), _text(LONG), stated=stated) == stated
    assert _find(_head("Sluizen", 1), _text(LONG), stated="Sluizen nu") == "Sluizen"


def test_a_heading_that_names_a_sort_says_less_than_any_stated_title_of_two_words():
    assert _find(_head("Maatregel", 1), _text(LONG), stated="Beveilig de sluis") == "Beveilig de sluis"
    assert _find(_head("Sluizen", 1), _text(LONG), stated="Beveilig de sluis") == "Sluizen"


def test_a_title_at_the_head_of_the_file_goes_before_a_lower_heading():
    assert _find(_head("Hoe werkt het?"), _text(LONG), stated="Sluisboek", fronted=True) == "Sluisboek"
    assert _find(_head("De sluis", 1), _text(LONG), stated="Sluisboek", fronted=True) == "De sluis"
    assert _find(_head("De sluis", 1), _text(LONG), stated="title", fronted=True) == "De sluis"


def test_an_article_is_no_title_where_the_text_says_what_it_is_cited_as():
    cited = _text("Deze regeling wordt aangehaald als: Sluisregeling Molendam.")
    assert _find(_head("Artikel 1", 2), cited) == "Sluisregeling Molendam"
    assert _find(_head("Artikel 1", 2), _text(LONG)) == "Artikel 1"


def test_the_first_heading_of_a_paged_text_is_its_title_when_the_file_is_named_after_it():
    parts = [_head("Verslag sluizen", 0), _text(LONG)]
    assert _find(*parts, told=False, paged=True, stem="Verslag_werkgroep_1") == "Verslag sluizen"


@pytest.mark.parametrize(
    ("text", "subtitle"),
    [
        ("Voortgangsrapportage 2020", "Voortgangsrapportage 2020"),
        ("Samenvatting van het eindrapport", "Samenvatting van het eindrapport"),
        ("Concept, versie 2", "Concept, versie 2"),
        ("Inleiding", None),
        ("1. Samenvatting", None),
        ("In dit rapport staat hoe het gaat met de dijken.", None),
        ("Vastgesteld door de raad op 3 mei 2024", None),
        ("12 mei 2024", None),
        ("De dijk", None),
    ],
)
def test_a_subtitle_names_a_sort_of_text_an_edition_or_a_period(text, subtitle):
    drafts = [_head("Innovatieprogramma Molendam", 1), _head(text, 2), _text(LONG)]
    assert find_subtitle(drafts, "Innovatieprogramma Molendam") == subtitle
    assert find_subtitle(drafts, "Een andere titel") is None
