"""Cutting a text into words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.extract.source import mend, read_source


@given(st.text(max_size=300))
def test_every_character_belongs_to_exactly_one_word(text: str) -> None:
    source = read_source(text)
    assert "".join(source.words) == text
    assert all(text.startswith(word, start) for word, start in zip(source.words, source.starts, strict=True))


def test_numbers_with_their_signs_are_one_word() -> None:
    words = [
        word.strip() for word in read_source("op 28-06-2022, 1.000,50 en 2023–2027 (M177-2022) 5G 4e").words
    ]
    assert words == [
        "op",
        "28-06-2022",
        ",",
        "1.000,50",
        "en",
        "2023–2027",
        "(",
        "M177-2022",
        ")",
        "5G",
        "4e",
    ]


def test_an_address_is_one_word_and_a_blank_line_or_tab_is_a_break() -> None:
    source = read_source("zie https://x.nl/2022/11/08/brief nu\n\nnieuw\tcel")
    assert [source.word(index) for index in range(len(source.words))] == [
        "zie",
        "https://x.nl/2022/11/08/brief",
        "nu",
        "",
        "nieuw",
        "",
        "cel",
    ]


def test_a_word_that_a_line_end_cut_is_mended_but_a_double_name_is_not() -> None:
    assert mend("sep-\ntember ") == "september"
    words = [word.strip() for word in read_source("in sep-\ntember in Noord-\nBrabant").words]
    assert words == ["in", "sep-\ntember", "in", "Noord", "-", "Brabant"]


def test_the_end_of_a_word_leaves_its_white_space_out() -> None:
    source = read_source("eerste  kwartaal \n2021")
    assert [source.end(index) for index in range(3)] == [6, 16, 22]
    assert not source.glued(0)


def test_signs_and_addresses_end_a_word_whatever_stands_behind_them() -> None:
    text = "Café,thee (‘één’) www.x.nl http www nu.Dan: e\u0301e\u0301n - af\u00a0en-\n toe"
    assert [mend(word) for word in read_source(text).words] == [
        *("Café", ",", "thee", "(", "‘", "één", "’", ")", "www.x.nl", "http", "www", "nu", ".", "Dan", ":"),
        *("e\u0301e\u0301n", "-", "af", "entoe"),
    ]


def test_a_word_behind_one_that_a_line_end_cut_keeps_its_place() -> None:
    source = read_source("de ge-\nmeente Gent en pro- \nvincie")
    places = zip(source.plain, source.starts, source.ends, strict=True)
    assert [(word, source.text[start:end]) for word, start, end in places] == [
        ("de", "de"),
        ("gemeente", "ge-\nmeente"),
        ("Gent", "Gent"),
        ("en", "en"),
        ("provincie", "pro- \nvincie"),
    ]


def test_a_phrase_is_one_line_without_the_hyphens_of_line_ends() -> None:
    source = read_source("de sena-\ntoren van\n Noord-\nBrabant en mkb-bedrijven")
    assert source.phrase(0, 2) == "de senatoren"
    assert source.phrase(2, 6) == "van Noord-Brabant"
    assert source.phrase(7, 10) == "mkb-bedrijven"
