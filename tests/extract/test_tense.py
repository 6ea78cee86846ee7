"""The tense of a sentence."""

from __future__ import annotations

import pytest

from assistant.extract.dates.tense import find_tense


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("De beurs opende in mei.", -1),
        ("Het gebouw is in mei gesloten.", -1),
        ("GEORGANISEERD of niet: zij presenteerde het in mei.", -1),
        ("De beurs zal in mei openen.", 1),
        ("Uiterlijk in mei", 1),
        ("De zaal is in mei leeg.", 0),
        ("Het was en zal zo zijn.", 0),
        ("in mei", 0),
        ("", 0),
    ],
)
def test_a_sentence_tells_its_tense(sentence: str, tense: int) -> None:
    assert (
        find_tense(f"Gisteren was er niets. {sentence} Morgen zal er iets zijn.", 23, 23 + len(sentence))
        == tense
    )


def test_a_word_of_great_length_tells_nothing() -> None:
    assert find_tense("ge" + "a" * 100_000 + "de", 0, 200_000) == 0
