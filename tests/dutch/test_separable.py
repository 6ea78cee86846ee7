"""Verbs whose particle stands apart."""

from __future__ import annotations

import pytest

from assistant.dutch import analyse, list_tokens, list_words, stem


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Hoe vraag ik subsidie aan?", "aanvraag"),
        ("De ondernemer vraagt de steun bij de gemeente aan, en wacht.", "aanvraagt"),
        ("Het is tijd om subsidie aan te vragen.", "aanvragen"),
        ("De raad keurt de begroting goed.", "goedkeurt"),
        ("Wat houdt de regeling in?", "inhoudt"),
        ("Provinciale Staten stelden het plan vast en gingen naar huis.", "vaststelden"),
        ("Hij droeg twee miljoen bij omdat het moest.", "bijdroeg"),
    ],
)
def test_the_two_halves_are_found_as_one_word(text: str, verb: str) -> None:
    assert verb in list_words(text)
    assert stem(verb) in analyse(text).stems


@pytest.mark.parametrize(
    "text",
    [
        "Hij vraagt het aan de minister.",
        "De raad vraagt advies. Nu is zij aan.",
        "De steun voor de stad is in het plan uitgelegd.",
        "een project van de stad in 2020",
    ],
)
def test_a_preposition_is_left_alone(text: str) -> None:
    assert list_words(text) == list_tokens(text)


def test_a_particle_that_is_a_word_too_stays() -> None:
    assert {"deel", "deelneemt"} <= set(list_words("De provincie neemt deel."))
    assert "aan" not in list_words("Hij vraagt subsidie aan.")
