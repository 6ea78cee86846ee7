"""Reading a question: words, phrases, exclusions, other names."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.dutch import stem
from assistant.search import read_question, tidy
from assistant.search.question import MAX_CHARS, normalise_phrase


def test_words_between_straight_quotes_must_occur() -> None:
    query = read_question('Wat doet de "High Tech Campus" aan energie?')
    assert query.phrases == (" high tech campus ",)
    assert query.required == {stem("high"), stem("tech"), stem("campus")}
    assert '"' not in query.text
    assert {"campus", "energie"} <= set(query.terms.stems)


@pytest.mark.parametrize("text", ['"de van het"', '""', '"', '"?!"'])
def test_a_phrase_without_content_asks_nothing(text: str) -> None:
    assert read_question(text).phrases == ()


def test_curly_quotes_are_only_marks() -> None:
    assert read_question("het project “Gedeeld ouderschap”").phrases == ()


def test_a_minus_keeps_a_word_out_and_out_of_the_terms() -> None:
    query = read_question("energie -waterstof")
    assert query.excluded == {stem("waterstof")}
    assert query.text == "energie"
    assert set(query.terms.stems) == {"energie"}


@pytest.mark.parametrize(
    "text",
    [
        "waterstofproductie en -bevoorrading",
        "import of -export",
        "kennis- en innovatieagenda",
        "Noord-Brabant",
        "2019-2023",
        "groei - krimp",
        "versterkte encryptie(-vereisten)",
        "het ‘Kennis in de buurt’-project",
        '"Kennis in de buurt"-project',
        "-5 procent",
    ],
)
def test_hyphens_inside_and_around_words_exclude_nothing(text: str) -> None:
    assert read_question(text).excluded == frozenset()


def test_other_names_come_with_their_stems() -> None:
    (name,) = (name for name in read_question("steun voor het mkb").names if name.stems == ("kmo",))
    assert name.own == ("mkb",)


def test_the_order_of_the_words_is_kept() -> None:
    assert read_question("de provincie en het waterschap").order == ("provincie", stem("waterschap"))


@pytest.mark.parametrize("text", ["", "   ", "??? !!!", "🙂🙂", "wat is het", "\0", "-", '"'])
def test_nothing_to_look_for_is_an_empty_query(text: str) -> None:
    assert read_question(text).empty


def test_phrases_are_compared_without_case_accents_and_signs() -> None:
    assert normalise_phrase("Coördinatie, van  Noord-Brabant.") == " coordinatie van noord brabant "


def test_what_cannot_be_seen_is_left_out() -> None:
    assert (
        tidy("laad\u200bpalen\ufeff \x07 sub\u00adsidie\ud800 coo\u0308rdinatie")
        == "laadpalen subsidie coördinatie"
    )
    assert set(read_question("laad\u200bpalen").terms.stems) == set(read_question("laadpalen").terms.stems)


@given(st.text(max_size=300) | st.text(alphabet='"-\u200b\x00\ud800 ab:\\é', max_size=60))
def test_any_text_is_read(text: str) -> None:
    query = read_question(text)
    query.text.encode()
    assert read_question(query.text).terms == query.terms
    assert query.required <= set(query.order) | query.required
    assert len(query.text) <= MAX_CHARS


def test_fault_27_a_megabyte_is_read_as_fast_as_a_page() -> None:
    for text in ('"' * 1_000_000, "-a" * 500_000, "en -" * 250_000, "a" * 1_000_000):
        begin = time.process_time()
        read_question(text)
        assert time.process_time() - begin < 2.0
