"""What a sentence says of "het project" it says of the project that the document is about."""

from __future__ import annotations

import pytest

from assistant.answer.coreference import points_back


@pytest.mark.parametrize(
    "text",
    [
        "In het noorden wordt het project door Wilgenzand Bouwt uitgevoerd.",
        "De partners komen uit zes streken.",
        "Dit nieuwe programma loopt twee jaar.",
    ],
)
def test_a_definite_noun_alone_points_back(text: str) -> None:
    assert points_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "Een project kost geld.",
        "Het project Zonkracht is klaar.",
        "De gemeente Wilgenzand betaalt mee.",
        "Het programma van Wilgenzand telt drie sporen.",
        "De zon scheen.",
    ],
)
def test_a_noun_with_a_name_of_its_own_or_without_an_article_does_not(text: str) -> None:
    assert not points_back(text)
