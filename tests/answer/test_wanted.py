"""What is wanted goes before what is so now, and a moment or value that gives way is no answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.finders.howmuch import _FRACTION

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (
            "De boete op wildplassen is maar 90 euro. De partij wil een boete van 400 euro voor wildplassers.",
            "Hoe hoog wil de partij de boete op wildplassen?",
            "400 euro",
        ),
        (
            "De boete op wildplassen is maar 90 euro. De partij wil een boete van 400 euro voor wildplassers.",
            "Hoe hoog is de boete op wildplassen?",
            "90 euro",
        ),
        (
            "De boete op wildplassen wordt 90 euro. De partij wil dat de raad 400 euro voor banken uittrekt.",
            "Hoe hoog wil de partij de boete op wildplassen?",
            "90 euro",
        ),
        (
            "We willen de sluis openen in 2034, in plaats van in 2041.",
            "In welk jaar wil de partij de sluis openen?",
            "2034",
        ),
        (
            "De sluis opent in 2034 in plaats van in 2041.",
            "Wanneer zou de sluis oorspronkelijk openen?",
            "2041",
        ),
        (
            "De boete op wildplassen bedraagt een paar duizend euro.",
            "Hoe hoog is de boete op wildplassen?",
            "een paar duizend euro",
        ),
        (
            "Voor hoge inkomens komt er een derde schijf van 70 procent, voor inkomsten vanaf 90.000 euro.",
            "Vanaf welk inkomen geldt de hoge schijf?",
            "90.000 euro",
        ),
    ],
)
def test_the_value_that_is_asked_for_is_told(desk: Desk, text: str, question: str, short: str) -> None:
    best = desk.best(question, f"# Plan\n\n{text}\n")
    assert best is not None
    assert best.short_text is not None
    assert short in best.short_text or short in best.text
    assert best.short_text.endswith(short.split()[-1])


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Er komt een vijfde schijf.", []),
        ("Een derde brug kost veel.", []),
        ("Een derde van de leden stemt.", ["Een derde"]),
        ("Een derde stemt voor.", ["Een derde"]),
        ("Het daalt met een derde.", ["een derde"]),
        ("Ruim een derde deel bleef.", ["Ruim een derde"]),
        ("Een vijfde meer boten.", ["Een vijfde"]),
        ("De helft bleef.", ["De helft"]),
    ],
)
def test_before_a_noun_a_part_counts_in_a_row(text: str, parts: list[str]) -> None:
    assert [found.group() for found in _FRACTION.finditer(text)] == parts
