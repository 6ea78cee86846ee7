from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.dutch import split_sentences
from assistant.types import Block, BlockKind, Document, Span
from assistant.wire.surroundings import LONGEST_SENTENCE, Surroundings

TEXT = "Steun\nDe raad koos o.a. Lommel. Daarna ging 😀 hij weg.\nNu\nDe burgemeester bleef.\n"


def find(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def heading(words: str, level: int) -> Block:
    return Block(BlockKind.HEADING, find(words), level)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Lommel", "De raad koos o.a. Lommel."),
        ("hij", "Daarna ging 😀 hij weg."),
        ("burgemeester", "De burgemeester bleef."),
        ("Steun", "Steun"),
        ("Lommel. Daarna", "De raad koos o.a. Lommel. Daarna ging 😀 hij weg."),
        ("weg.\nNu", "Daarna ging 😀 hij weg.\nNu"),
    ],
)
def test_the_sentence_is_the_one_around_the_fact(words: str, sentence: str) -> None:
    assert Surroundings(TEXT).sentence(find(words)) == sentence


def test_the_headings_are_those_above_the_fact() -> None:
    document = Document(
        "ab", "a.txt", "ab", "Steun", TEXT, blocks=(heading("Steun", 1), heading("Nu", 2)), page_starts=()
    )
    around = Surroundings.of(document)
    assert [around.heading(find(words)) for words in ("Steun", "hij", "burgemeester")] == [
        "Steun",
        "Steun",
        "Steun › Nu",
    ]
    assert around.heading(find("burgemeester")) == " › ".join(
        document.heading_path(find("burgemeester").start)
    )
    assert Surroundings(TEXT).heading(find("hij")) is None


def test_of_a_very_long_sentence_only_the_words_around_the_fact_are_given() -> None:
    text = "woord " * 1000 + "Lommel" + " woord" * 1000
    shown = Surroundings(text).sentence(find("Lommel", text))
    assert len(shown) <= LONGEST_SENTENCE
    assert len(shown) > LONGEST_SENTENCE - 30
    assert set(shown.split()) == {"woord", "Lommel"}


def test_a_fact_that_is_longer_than_what_is_shown_stays_whole() -> None:
    text = "x" * 500 + "y" * 3000 + "z" * 500
    assert Surroundings(text).sentence(Span(500, 3500)) == "y" * 3000


def test_a_line_with_many_facts_is_cut_into_sentences_once(monkeypatch: pytest.MonkeyPatch) -> None:
    cut: list[str] = []

    def split(text: str) -> list[Span]:
        cut.append(text)
        return split_sentences(text)

    monkeypatch.setattr("assistant.wire.surroundings.split_sentences", split)
    around = Surroundings("kop\n" + "Lommel, " * 100 + "\nslot")
    shown = [around.sentence(Span(4 + place, 10 + place)) for place in range(0, 800, 8)]
    assert set(shown) == {"Lommel, " * 99 + "Lommel,"}
    assert cut == ["Lommel, " * 100]


@given(st.text(st.sampled_from("ab. A\n!€1"), min_size=1, max_size=60), st.data())
def test_the_sentence_holds_the_fact_and_stands_in_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    shown = Surroundings(text).sentence(span)
    assert span.of(text) in shown
    assert shown in text
    whole = [sentence for sentence in split_sentences(text) if sentence.covers(span)]
    assert not whole or shown == whole[0].of(text)
