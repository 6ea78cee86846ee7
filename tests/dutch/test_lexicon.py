"""The word list that ships with the package."""

from __future__ import annotations

from assistant.dutch import load_lexicon


def test_common_words_are_known_in_any_case() -> None:
    lexicon = load_lexicon()
    assert [lexicon.knows(word) for word in ("gemeente", "Gemeente", "België", "ltalie")] == [
        True,
        True,
        True,
        False,
    ]


def test_exact_lookups_keep_the_capital() -> None:
    lexicon = load_lexicon()
    assert lexicon.knows_exactly("België")
    assert not lexicon.knows_exactly("belgië")


def test_frequent_words_count_more_than_rare_ones() -> None:
    lexicon = load_lexicon()
    assert lexicon.frequency("de") > lexicon.frequency("gemeente") > lexicon.frequency("woonopgave") >= 0
    assert lexicon.frequency("qxzy") == 0


def test_prefixes_are_the_known_words_a_word_begins_with() -> None:
    assert "innovatie" in load_lexicon().prefixes("innovatiesamenwerking")
