"""Country of origin and language."""

from __future__ import annotations

import pytest

from assistant.ingest.language import find_language
from assistant.ingest.origin import find_origin

DUTCH = (
    "De gemeente overlegt met de provincie over het onderwijs en de zorg voor alle inwoners van de stad. " * 3
)
ENGLISH = (
    "The city council decided to build a new bridge across the river and to plant trees in every street. " * 3
)
FRENCH = (
    "La commune a décidé de construire un nouveau pont sur la rivière et de planter des arbres dans la rue. "
    * 3
)


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("De wethouder sprak met het mkb en met de gemeenteraad over de nota van Gedeputeerde Staten.", "nl"),
        ("De schepenen en het OCMW overlegden met de Vlaamse Regering over steun voor KMO's.", "vl"),
        (
            "De provincie Noord-Brabant werkt samen met Vlaanderen; de wethouder en het mkb zien kansen in België.",
            "nl",
        ),
        ("Er was veel zon en weinig wind vandaag.", None),
    ],
)
def test_words_of_government_tell_the_origin(text, origin):
    assert find_origin(text) == origin


@pytest.mark.parametrize(
    ("text", "language"),
    [(DUTCH, "nl"), (ENGLISH, "en"), (FRENCH, "fr"), ("Kort.", None), ("12 " * 300, None)],
)
def test_the_language_is_told_only_from_enough_text(text, language):
    assert find_language(text) == language


def test_the_language_is_the_same_every_time():
    assert {find_language(DUTCH + ENGLISH[:80]) for _ in range(5)} == {"nl"}
