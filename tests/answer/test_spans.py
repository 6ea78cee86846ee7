"""Words with their parts, and the stretches of a sentence that may be an answer."""

from __future__ import annotations

import pytest

from assistant.answer.spans import (
    ARTICLE,
    COPULA,
    DONE,
    LINK,
    NAME,
    NUMBER,
    PREPOSITION,
    VERB,
    WORD,
    cut_words,
    find_spans,
    place_span,
)


def _stretches(text: str) -> list[str]:
    cut = cut_words(text)
    return [place_span(cut, first, last).of(text) for first, last in find_spans(cut)]


def test_words_are_told_apart_by_list_form_capital_and_digits() -> None:
    cut = cut_words("De veerpont van Rijnhuizen vervoert 40 fietsen die worden opgeladen.")
    assert cut.parts[:6] == (ARTICLE, WORD, PREPOSITION, NAME, VERB, NUMBER)
    assert cut.parts[7:] == (LINK, COPULA, DONE)
    assert cut.words[3] == "rijnhuizen"


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        (
            "De raad vormt een adviserende groep van bewoners, die later stemt.",
            "een adviserende groep van bewoners",
        ),
        ("Het loket opent op de Kade (bij de brug) en sluit om vijf uur.", "bij de brug"),
        ("Voorzitter is J.P. Mols van de stichting.", "J.P. Mols"),
        ("De pont vaart minder, omdat de rivier te laag staat.", "omdat de rivier te laag staat"),
        ("De kosten zijn € 3,5 miljoen per jaar.", "€ 3,5 miljoen"),
        ("Wij wijzen op 'oevers en dijken' als thema.", "oevers en dijken"),
    ],
)
def test_phrases_names_values_and_clauses_are_stretches(text: str, stretch: str) -> None:
    assert stretch in _stretches(text)


def test_no_stretch_ends_with_a_small_word_nor_with_an_adjective_before_its_noun() -> None:
    found = _stretches("Zij kopen de oude veerpont van het waterschap.")
    assert "de oude veerpont" in found
    assert not {"de", "de oude", "de oude veerpont van", "van het"} & set(found)


@pytest.mark.parametrize(
    ("text", "whole", "fragment"),
    [
        ("De stad laat zich ook zien in de haven.", "in de haven", "zich ook zien in de haven"),
        (
            "Zij beloven om hun taak goed te vervullen, met aandacht voor bewoners.",
            "met aandacht voor bewoners",
            "vervullen",
        ),
        ("Zij bouwt aan gerichte samenwerking met partners.", "gerichte samenwerking", "samenwerking"),
        ("Het geld is in voor werving van leden.", "voor werving van leden", "in voor werving van leden"),
        ("De stad zoekt betere, kleinere, en zuinigere boten.", "zuinigere boten", "betere, kleinere"),
        (
            "Er is een avond via een scherm waarvan de link wordt rondgestuurd.",
            "een avond via een scherm",
            "een avond via een scherm waarvan de link",
        ),
        ("De boot is van het Veerhuis (VH) in Lier.", "het Veerhuis (VH)", "het Veerhuis (VH"),
        ("De prijs (van de boot) en de motor zijn hoog.", "van de boot", "van de boot) en de motor"),
    ],
)
def test_a_stretch_is_a_whole_phrase(text: str, whole: str, fragment: str) -> None:
    found = _stretches(text)
    assert whole in found
    assert fragment not in found


def test_a_clause_ends_with_its_verb() -> None:
    found = _stretches("Energie is een thema, waarin de stad koploper wil zijn.")
    assert "een thema, waarin de stad koploper wil zijn" in found
    assert "een thema, waarin de stad koploper" not in found


def test_a_text_without_words_has_no_stretches() -> None:
    assert _stretches(" – ") == []
    assert _stretches("") == []


def test_every_stretch_is_words_of_the_text_and_a_very_long_text_is_cut() -> None:
    text = "De haven groeit en " * 200
    cut = cut_words(text)
    assert len(cut.words) == 160
    assert all(0 <= first < last <= 160 for first, last in find_spans(cut))
