"""Which words a passage says the meaning of."""

from __future__ import annotations

import pytest

from assistant.dutch.definitions import LIKELY, SURE, find_defined, make_key


@pytest.mark.parametrize(
    ("text", "headings", "term", "how"),
    [
        (
            "kadehub – Definitie: Een plek aan het water waar goederen worden overgeslagen.",
            (),
            "kadehub",
            SURE,
        ),
        ("Met een kadehub bedoelen we een plek aan het water.", (), "kadehub", SURE),
        ("In dit besluit wordt onder kadehub verstaan: een plek aan het water.", (), "de kadehub", SURE),
        (
            "a. minister: de Minister van Kades;\nb. kadehub: een plek",
            ("Artikel 1 Begrippen",),
            "kadehubs",
            SURE,
        ),
        ("Vorig jaar groeide alles. Een kadehub is een plek aan het water.", (), "kadehub", LIKELY),
        ("Een kade-hub (KH) is een plek.", (), "kade-hub", LIKELY),
    ],
)
def test_a_passage_explains_a_term(text: str, headings: tuple[str, ...], term: str, how: str) -> None:
    assert (how, make_key(term)) in set(find_defined(text, headings))


@pytest.mark.parametrize(
    "text",
    [
        "Dit is een brug.",
        "b. kadehub: wordt in 2021 gebouwd",
        "De kadehub wordt in 2021 gebouwd.",
        "Met ingang van 1 mei wordt bedoeld dat het eerder kan.",
    ],
)
def test_another_sentence_explains_nothing(text: str) -> None:
    assert list(find_defined(text)) == []


def test_a_passage_explains_forty_terms_at_most() -> None:
    text = "\n".join(
        f"term{chr(97 + place % 26)}{chr(97 + place // 26)} – Definitie: iets." for place in range(90)
    )
    assert len(list(find_defined(text))) == 40


def test_a_text_without_end_of_line_costs_little() -> None:
    assert list(find_defined("Onder " + "kade " * 20_000 + "– " * 20_000)) == []
