"""Country of origin and language."""

from __future__ import annotations

import pytest

from assistant.ingest.language import find_language, find_passage_language
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


GERMAN = "Die Gemeinde hat beschlossen, eine neue Brücke über den Fluss zu bauen und in der Straße Bäume zu pflanzen."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (DUTCH, "nl"),
        (ENGLISH[:100], "en"),
        (FRENCH[:100], "fr"),
        (GERMAN, "de"),
        ("Anna Maas; Piet Bos; Els Smit; Jan de Wit; Rob van Dam. 12 – 14 – 18.", "nl"),
        ("Kort.", "nl"),
        ("De gemeente noemt dit The Green Valley, en dat is voor de inwoners van de stad niet vreemd.", "nl"),
    ],
)
def test_a_part_has_the_language_of_the_document_unless_it_clearly_has_another(text, language):
    assert find_passage_language(text, "nl") == language


def test_a_part_of_a_document_without_a_language_has_one_only_when_it_is_long():
    assert find_passage_language(ENGLISH, None) == "en"
    assert find_passage_language(ENGLISH[:100], None) is None


def test_a_list_of_names_is_left_to_letters_and_not_to_small_words():
    assert (
        find_language("Molendam Waterland Kadedorp Sluisdorp Havenstad Bruggen Oeverzicht " * 6) is not None
    )
