"""What a text is found by."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from assistant.dutch import (
    ANALYSER_VERSION,
    STOP_WORDS,
    analyse,
    analyse_word,
    content_stems,
    count_words,
    find_stems,
    stem,
)
from assistant.dutch.analysis import GRAM_CHARS, PART_WEIGHT, normalise_number

PROBE = """
    arbeidsmarktbeleid subsidieregeling bedrijven gemeenten grenzen kansen steden kinderen ministeries onderwijs
    onderzoek noord-brabant o&i tu/e 5g 10,7 1.000,50 agenda's regio’s gefinancierd financiële waterstofeconomie
    omgevingsvergunning verantwoordelijkheid internationalisering wethouders deputé coördinatie innovatieagenda
    kinderopvang volkshuisvesting gevraagd besloot voorzieningenniveau beleidsdoelstelling overheidsopdracht gedeputeerden kennisinstellingen mkb'ers
"""


def test_a_compound_is_found_by_itself_and_at_a_lower_weight_by_its_parts() -> None:
    stems = analyse("arbeidsmarktbeleid").stems
    assert stems["arbeidsmarktbeleid"] == 1.0
    assert stems["arbeidsmarkt"] == stems["beleid"] == stems["markt"] == PART_WEIGHT < 1.0


def test_a_hyphenated_name_is_found_by_each_of_its_words_and_by_the_whole() -> None:
    assert dict(analyse_word("noord-brabant").stems) == {
        "noord": 1.0,
        "brabant": 1.0,
        "noordbrabant": PART_WEIGHT,
    }


def test_counts_add_up() -> None:
    assert analyse("subsidie, subsidies en SUBSIDIE").stems == {"subsidie": 3.0}


def test_stop_words_and_signs_have_no_terms() -> None:
    features = analyse("Wat is het en van wie? € % !!! 🙂 —")
    assert features.empty
    assert features.grams == {}
    assert content_stems("wat is het van de") == []


def test_every_stop_word_is_folded_and_has_no_terms() -> None:
    for word in STOP_WORDS:
        assert word == word.lower()
        assert analyse_word(word).stems == ()


def test_numbers_are_found_however_their_thousands_are_written() -> None:
    assert normalise_number("1.000,50") == "1000,50"
    assert normalise_number("12.345.678") == "12345678"
    assert normalise_number("10,7") == "10,7"
    assert normalise_number("3.14") == "3.14"
    assert analyse("611.000 euro").stems == {"611000": 1.0, "euro": 1.0}


def test_short_forms_keep_their_signs() -> None:
    assert find_stems("O&I") == ("o&i",)
    assert find_stems("TU/e") == ("tu/e",)
    assert find_stems("5G") == ("5g",)


def test_an_apostrophe_ending_is_no_part_of_the_word() -> None:
    assert find_stems("mkb'ers") == find_stems("mkb")
    assert find_stems("agenda's") == find_stems("agenda")
    assert find_stems("regio’s") == find_stems("regio")


def test_grams_stay_within_a_word_and_mark_its_edges() -> None:
    assert analyse_word("haven").grams == ("_hav", "have", "aven", "ven_")
    assert analyse_word("ai").grams == ("_ai_",)
    assert analyse_word("o").grams == ("_o_",)


def test_content_stems_are_in_order_with_one_for_each_content_word() -> None:
    assert content_stems("De provincie Noord-Brabant steunt het mkb") == [
        *("provincie", "noord", "brabant", stem("steunt"), "mkb"),
    ]


def test_debris_of_a_thousand_letters_is_one_short_term() -> None:
    terms = analyse_word("x" * 1_000)
    assert len(terms.stems) == 1
    assert len(terms.stems[0][0]) <= 60
    assert terms.grams == ()


def test_what_words_are_found_by_changes_only_with_the_version() -> None:
    """When this fails on purpose: raise the number in ANALYSER_VERSION and put the new digest here."""
    terms = repr([(word, analyse_word(word)) for word in PROBE.split()])
    assert ANALYSER_VERSION.startswith("nl-4-")
    assert hashlib.sha256(terms.encode()).hexdigest()[:12] == "c66735f9d91d"


@given(st.text(max_size=200))
def test_any_text_is_analysed_with_positive_weights_and_short_grams(text: str) -> None:
    features = analyse(text)
    assert all(weight > 0 for weight in (*features.stems.values(), *features.grams.values()))
    assert all(len(gram) <= GRAM_CHARS or gram[0] == gram[-1] == "_" for gram in features.grams)
    assert sum(count_words(text).values()) >= len(count_words(text))


@given(st.text(max_size=100), st.text(max_size=100))
def test_two_paragraphs_have_the_terms_of_both(one: str, other: str) -> None:
    both = analyse(f"{one}\n\n{other}").stems
    for part in (one, other):
        for term, weight in analyse(part).stems.items():
            assert both.get(term, 0.0) >= weight - 1e-9
