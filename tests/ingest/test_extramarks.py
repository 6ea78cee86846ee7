"""Quarrels of versions and boxes in Markdown."""

from __future__ import annotations

import time

import pytest

from assistant.ingest.extramarks import drop_merges, turn_boxes

FAQ = """\
# Vragen over de sluis

??? expander "Wie bedient de sluis?"

    De sluiswachter bedient de sluis.

    - overdag
    - en op zaterdag

??? expander "Bekijk alle regels"
    <!-- list_rules no-search -->

## Openingstijden

Tussen elf en drie is de sluis dicht.

!!! tip "Let op de vlag"

    Een rode vlag betekent dat u moet wachten.

Op zondag gelden andere tijden.

!!! note "Opmerking"

    In de winter is de sluis dicht.
"""


def test_a_box_is_a_part_of_the_text_under_its_title(load, blocks):
    assert blocks(load(FAQ, "vragen.md")) == [
        ("heading", "Vragen over de sluis"),
        ("heading", "Wie bedient de sluis?"),
        ("paragraph", "De sluiswachter bedient de sluis."),
        ("item", "overdag"),
        ("item", "en op zaterdag"),
        ("paragraph", "Bekijk alle regels"),
        ("heading", "Openingstijden"),
        ("paragraph", "Tussen elf en drie is de sluis dicht."),
        ("paragraph", "Let op de vlag"),
        ("paragraph", "Een rode vlag betekent dat u moet wachten."),
        ("paragraph", "Op zondag gelden andere tijden."),
        ("heading", "Opmerking"),
        ("paragraph", "In de winter is de sluis dicht."),
    ]


def test_the_title_of_a_box_stands_below_the_heading_above_it():
    lines = ["## Sluis", '!!! tip "Weer"', "    Kijk uit.", "", "    # Wind", "    Veel."]
    assert [line for line in turn_boxes(lines) if line] == [
        "## Sluis",
        "### Weer",
        "Kijk uit.",
        "# Wind",
        "Veel.",
    ]
    nested = ['??? expander "Mag het?"', "    Ja.", '    !!! note "Wanneer"', "        In mei.", "Daarna."]
    assert [line for line in turn_boxes(nested) if line] == [
        "# Mag het?",
        "Ja.",
        "## Wanneer",
        "In mei.",
        "Daarna.",
    ]


def test_code_and_exclamations_are_no_boxes():
    lines = ["Wacht!!!", "!!! let op", "```", '!!! tip "x"', "```", "===="]
    assert turn_boxes(lines) == lines


def test_an_alert_loses_its_mark_only():
    assert turn_boxes(["> [!NOTE]", "> De brug is dicht."]) == ["> De brug is dicht."]


def test_two_versions_keep_their_lines_once():
    lines = [
        "Boven",
        "<<<<<<< nieuw",
        "* een",
        "* twee",
        "=======",
        "* een",
        "* drie",
        ">>>>>>> oud",
        "Onder",
        "=======",
    ]
    assert drop_merges(lines) == ["Boven", "* een", "* twee", "* drie", "Onder", "======="]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (['!!! danger "Niet betreden: instortingsgevaar"'], ["Niet betreden: instortingsgevaar"]),
        (['!!! danger "Niet betreden"', "", "# Brug"], ["Niet betreden", "# Brug"]),
        (["??? Vraagtekens bij beleid", "    De brug zakt."], ["# Vraagtekens bij beleid", "De brug zakt."]),
        (["!!! Let goed op", "    De brug zakt.", "Omlopen."], ["Let goed op", "De brug zakt.", "Omlopen."]),
        (["!!! let goed op", "    De brug zakt."], ["# let goed op", "De brug zakt."]),
        (["!!! Gevaar", "    De brug zakt."], ["# Gevaar", "De brug zakt."]),
        (["!!! note inline end", "    De brug zakt."], ["De brug zakt."]),
        (['!!! note extra "Brug"', "    Zakt."], ["# Brug", "Zakt."]),
        (['!!! Let op "Brug"', "    Zakt."], ["# Let op Brug", "Zakt."]),
        (['=== "Brug"', "    Zakt."], ["# Brug", "Zakt."]),
        (["- sluis", "  ```", '  !!! tip "x"', "  ```"], ["- sluis", "  ```", '  !!! tip "x"', "  ```"]),
    ],
)
def test_no_title_of_a_box_is_lost(lines, told):
    assert [line for line in turn_boxes(lines) if line] == told


def test_marks_of_versions_in_code_stay():
    lines = ["Zo:", "```", "<<<<<<< nieuw", "a", "=======", "a", ">>>>>>> oud", "```", "Klaar."]
    assert drop_merges(lines) == lines


def test_a_table_of_the_second_version_stays_whole():
    first = ["| Sluis | Maat |", "| --- | --- |", "| Lier | 3 |"]
    second = ["| Brug | Hoogte |", "| --- | --- |", "| Lier | 3 |"]
    lines = ["<<<<<<< nieuw", *first, "=======", *second, ">>>>>>> oud"]
    assert drop_merges(lines) == [*first, "", *second]
    grown = [*first, "| Genk | 4 |"]
    assert drop_merges(["<<<<<<< nieuw", *first, "=======", *grown, ">>>>>>> oud"]) == grown


@pytest.mark.parametrize(
    "lines",
    [
        ["!!!" + " " * 50_000 + "!"],
        ["===" + " " * 50_000 + '"a'],
        ["!!!" + " a" * 140 + "!"] * 2_000,
        ["!!!" + " " * 290 + "!"] * 2_000,
        ['!!! tip "a"'] * 20_000,
        [" " * (4 * depth) + "!!! Let op" for depth in range(1_200)],
        ["<<<<<<<", *map(str, range(20_000)), "=======", *map(str, range(20_000))],
    ],
)
def test_long_lines_take_no_long_time(lines):
    start = time.process_time()
    turn_boxes(drop_merges(lines))
    assert time.process_time() - start < 3
