"""A phrase is found wherever it is said, in whole words and in all its forms, and nowhere else."""

from __future__ import annotations

import pytest

from assistant.answer.phrases import find_phrase, read_phrase

FOUND = [
    ("de gemeente", "De gemeente sprak met gemeenten in het gemeentehuis.", ["gemeente", "gemeenten"]),
    (
        "het Huis van de Wijk",
        "Huis van\nde Wijk en Huis-van-de-Wijk",
        ["Huis van\nde Wijk", "Huis-van-de-Wijk"],
    ),
    ("Ubora", "Het Ubora-project en Ubora’s bureau; uborable niet.", ["Ubora", "Ubora’s"]),
    ("Zürich", "In Zurich en Zürich.", ["Zurich", "Zürich"]),
    ("R&D", "Geld voor R&D-beleid, niet voor D.", ["R&D"]),
    ("130", "130 banen, 1.130 banen, 130,58 euro en € 2.130.", ["130"]),
    ("indienen", "Wie wil indienen, indien dat kan.", ["indienen"]),
    ("Helder", "In Helder is het verhaal helder.", ["Helder"]),
    ('"tuin"', "Een tuin bij de tuinen.", ["tuin"]),
    ("brieven", "Een brief en drie brieven.", ["brief", "brieven"]),
]


@pytest.mark.parametrize(("asked", "text", "found"), FOUND)
def test_every_place_is_found_and_no_other(asked: str, text: str, found: list[str]) -> None:
    phrase = read_phrase(asked)
    assert phrase is not None
    assert [span.of(text) for span in find_phrase(phrase, text)] == found


def test_words_that_follow_each_other_in_another_order_are_no_phrase() -> None:
    phrase = read_phrase("de haven van Doel")
    assert phrase is not None
    assert list(find_phrase(phrase, "In Doel ligt een haven. De haven bij Doel.")) == []


def test_nothing_but_signs_is_no_phrase() -> None:
    assert read_phrase(" ?!. ") is None
