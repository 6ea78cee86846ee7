"""Encodings and characters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import BrokenDocument
from assistant.ingest.encoding import decode, normalise

SENTENCE = "Café Zoë kost € 3,50."


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_unicode_file_is_read_with_or_without_its_mark(name):
    assert decode(SENTENCE.encode(name), "a.txt") == (SENTENCE, ())


def test_windows_1252_is_the_last_resort_and_is_noticed():
    text, notices = decode(SENTENCE.encode("cp1252"), "a.txt")
    assert text == SENTENCE
    assert notices == ("de tekst is geen UTF-8; gelezen als Windows-1252",)


@pytest.mark.parametrize("raw", [bytes(range(256)) * 40, b"tekst\0tekst", b"\x81\x8d\x8f\x90\x9d" * 50])
def test_binary_rubbish_is_refused_by_name(raw):
    with pytest.raises(BrokenDocument, match=r"^map/a\.txt: .*binaire"):
        decode(raw, "map/a.txt")


def test_a_file_that_lies_about_utf_16_is_refused():
    with pytest.raises(BrokenDocument, match="UTF-16"):
        decode(b"\xff\xfea\x00\x00\xd8", "a.txt")


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("e\u0301e\u0301n", "één"),
        ("ﬁnanciën en eﬀect", "financiën en effect"),
        ("a\u00a0b\u2009c\u202fd", "a b c d"),
        ("wo\u00adning", "woning"),
        ("wo\u00ad\nning", "wo\u00ad\nning"),
        ("nul\u200bbreed\ufeff\u202eom", "nulbreedom"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\uf0b7 punt", "• punt"),
        ("Noord\u2011Holland", "Noord-Holland"),
        ("CoÃ¶peratie en BelgiÃ«", "Coöperatie en België"),
        ("bel\x07 \x1b[31m", "bel [31m"),
    ],
)
def test_a_character_is_always_written_the_same_way(given, wanted):
    assert normalise(given) == wanted


@given(st.text())
def test_normalising_twice_changes_nothing_more(text):
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
