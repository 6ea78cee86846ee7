"""Noun phrases: article, adjectives and noun, names behind it, "van ...", and what "en" joins."""

from __future__ import annotations

import pytest

from assistant.answer.nounphrases import find_phrase_before, read_phrase

WHOLE = [
    ("de gemeenteraad stelt de visie vast", "de gemeenteraad"),
    (
        "De samenwerkende Maassteden en de Provincie Limburg onderzoeken",
        "De samenwerkende Maassteden en de Provincie Limburg",
    ),
    ("het ministerie van Water, Wonen en Werk (WWW), om", "het ministerie van Water, Wonen en Werk (WWW)"),
    ("de raad van toezicht een profiel", "de raad van toezicht"),
    ("Platform Bruggen voor Techniek.", "Platform Bruggen voor Techniek"),
    ("lokale startups en scale-ups hebben moeite", "lokale startups en scale-ups"),
    ("experts over andere", "experts"),
    ("bestuurder en ondernemingsraad in overleg", "bestuurder en ondernemingsraad"),
    ("het primair onderwijs zoekt", "het primair onderwijs"),
]


@pytest.mark.parametrize(("text", "phrase"), WHOLE)
def test_a_phrase_is_read_whole(text: str, phrase: str) -> None:
    found = read_phrase(text, 0)
    assert found is not None
    assert found.span.of(text) == phrase


@pytest.mark.parametrize("text", ["onderzoeken of", "ook nog", "gezamenlijk met", "we bouwen"])
def test_verbs_and_small_words_are_no_phrase(text: str) -> None:
    assert read_phrase(text, 0) is None


def test_the_phrase_before_a_verb_is_found_whole_and_none_behind_a_preposition() -> None:
    text = "In mei openden de steden en de provincie de brug."
    assert find_phrase_before(text, text.index(" openden")) is None
    text = "Daarna bouwde de gouverneur van Limburg een brug."
    found = find_phrase_before(text, text.index(" een brug"))
    assert found is not None
    assert found.span.of(text) == "de gouverneur van Limburg"


def test_a_person_or_body_is_told_from_a_plan() -> None:
    body, plan = read_phrase("de inspecteur beslist", 0), read_phrase("de omgevingsvisie beschrijft", 0)
    assert body is not None and body.is_body and not body.is_abstract
    assert plan is not None and plan.is_abstract


def test_an_enumeration_of_any_length_is_read_whole() -> None:
    text = "".join(f"Aar{chr(97 + at % 26)}, " for at in range(2_000)) + "Kleef en Lier bouwen"
    found = read_phrase(text, 0)
    assert found is not None
    assert found.span.of(text) == text.removesuffix(" bouwen")
