"""Tabs between the words of running text are blanks; those of a table are not."""

from __future__ import annotations

import pytest

from assistant.ingest.tabwords import blank_tabs


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "We zorgen dat de boten zo snel\nmogelijk\tschoon\tworden:\tde\tveren\teerst.\nDe rest volgt.",
            "We zorgen dat de boten zo snel\nmogelijk schoon worden: de veren eerst.\nDe rest volgt.",
        ),
        ("om\tde\tdijk\nveel\tvaker\tdicht", "om de dijk\nveel vaker dicht"),
        ("een \tde\t dijk", "een de dijk"),
    ],
)
def test_tabs_between_words_are_blanks(text: str, read: str) -> None:
    assert blank_tabs(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "Naam\tPlaats\tBedrag\nMol\tLier\t300\nBos\tEde\t400",
        "Van\tTot\tDagen\n3 mei\t8 mei\t5",
        "een\ttwee",
        "Zonder tab.",
        "\tIngesprongen regel van de tekst.",
        "Voor\tTegen\tZich onthouden\n12\t3\t1",
    ],
)
def test_a_table_keeps_its_tabs(text: str) -> None:
    assert blank_tabs(text) == text


def test_a_table_beside_some_running_lines_keeps_its_tabs() -> None:
    text = "Naam\tPlaats\tJaar\nMol\tLier\t2031\nBos\tEde\t2032\nzo\tsnel\tte\tvaren"
    assert blank_tabs(text) == "Naam\tPlaats\tJaar\nMol\tLier\t2031\nBos\tEde\t2032\nzo snel te varen"
