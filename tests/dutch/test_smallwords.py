"""The small words of phrases and texts, each in one form."""

from __future__ import annotations

from assistant.dutch.smallwords import list_small_words, reduce_small_words


def test_the_small_words_of_a_phrase_are_those_without_a_stem_but_articles() -> None:
    assert list_small_words("bestaan uit", loosely=True) == {"uit"}
    assert list_small_words("recht hebben op", loosely=True) == {"hebben", "op"}
    assert list_small_words("de watergroep", loosely=True) == frozenset()


def test_a_text_may_leave_a_copula_out_and_a_name_may_not() -> None:
    assert list_small_words("duurder worden", loosely=True) == frozenset()
    assert list_small_words("ouder worden", loosely=False) == {"worden"}


def test_forms_and_pronominal_adverbs_are_told_as_one_word() -> None:
    words = reduce_small_words(["Waarmee", "heeft", "waaronder", "Lier", "toe", "waarheid"])
    assert words == {"met", "hebben", "onder", "lier", "tot", "waarheid"}
