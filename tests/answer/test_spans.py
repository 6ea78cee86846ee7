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
)


def _stretches(text: str) -> list[str]:
    cut = cut_words(text)
    return [text[cut.starts[first] : cut.ends[last - 1]] for first, last in find_spans(cut)]


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


def test_a_text_without_words_has_no_stretches() -> None:
    assert _stretches(" – ") == []
    assert _stretches("") == []


def test_every_stretch_is_words_of_the_text_and_a_very_long_text_is_cut() -> None:
    text = "De haven groeit en " * 200
    cut = cut_words(text)
    assert len(cut.words) == 160
    assert all(0 <= first < last <= 160 for first, last in find_spans(cut))
