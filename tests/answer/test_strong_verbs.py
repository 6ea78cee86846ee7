"""Forms of verbs that change their vowel share a root."""

from __future__ import annotations

import pytest

from assistant.answer.verbs import find_roots, find_verb_root, guess_roots


@pytest.mark.parametrize(
    ("one", "other"),
    [("aangenomen", "namen"), ("gebleven", "bleef"), ("uitgetrokken", "trekt"), ("koos", "gekozen")],
)
def test_the_forms_of_a_strong_verb_share_their_root(one: str, other: str) -> None:
    assert find_verb_root(one) == find_verb_root(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("start", "gestart"), ("toegekend", "toekenning"), ("getroffen", "treft"), ("lager", "laagste")],
)
def test_words_of_one_family_share_a_root(one: str, other: str) -> None:
    assert find_roots(one) & find_roots(other)


@pytest.mark.parametrize(("one", "other"), [("goedgekeurd", "afgekeurd"), ("bom", "boom"), ("rad", "raad")])
def test_words_that_only_look_alike_share_none(one: str, other: str) -> None:
    assert not find_roots(one) & find_roots(other)


@pytest.mark.parametrize(
    "word",
    [
        *("aangenomen", "gebleven", "uitgetrokken", "koos", "verkocht", "gestart", "toegekend", "opening"),
        *("lager", "hoogste", "gebouwde", "uitgewerkt", "fietspad", "maakten", "en", "2024", "VDL-groep"),
    ],
)
def test_all_roots_of_a_word_are_guessed(word: str) -> None:
    assert find_roots(word) <= guess_roots(word)
