"""What stands between "---" at the head of a Markdown file."""

from __future__ import annotations

import pytest

from assistant.ingest.frontmatter import find_field, split_front_matter

LIST = "\n".join(f"- regel-{number}" for number in range(90))


def test_long_front_matter_is_no_text():
    text = f"---\n# vul hier een titel in\ntitle: 'Bouw de sluis'\nregels:\n{LIST}\n\n---\n# Sluis\nTekst"
    assert split_front_matter(text) == ("# Sluis\nTekst", {"title": "Bouw de sluis"})


def test_a_line_across_the_page_begins_no_front_matter():
    text = "---\n" + "Een zin over de sluis.\n" * 80 + "---\nNog een zin."
    assert split_front_matter(text) == (text, {})
    assert split_front_matter("---\ntitle: open") == ("---\ntitle: open", {})


def test_a_value_below_its_name_is_read():
    _, front = split_front_matter("---\ntitle: >-\n  Bouw\n  de sluis\ndate: 2024-01-02\n---\n")
    assert find_field(front, "titel", "title") == "Bouw de sluis"
    assert find_field(front, "date") == "2024-01-02"
    assert find_field(front, "auteur") is None


@pytest.mark.parametrize(
    "opening",
    [
        "\nDe raad besluit op 3 mei 2024 tot sloop van het zwembad.\n",
        "De raad besluit op 3 mei 2024 tot sloop van het zwembad.",
        "\nBesluit: het zwembad wordt gesloopt.\n",
        "datum: 3 mei 2024\nDe raad besluit tot sloop van het zwembad.",
        "- sloop van het zwembad\n- bouw van een sluis",
        "# Besluit",
    ],
)
@pytest.mark.parametrize("end", ["---", "..."])
def test_an_opening_between_two_lines_across_the_page_stays(opening, end):
    text = f"---\n{opening}\n{end}\n\n# Verslag\n"
    assert split_front_matter(text) == (text, {})


def test_the_decision_at_the_head_of_a_report_is_read(load, blocks):
    text = "---\n\nDe raad besluit tot sloop van het zwembad.\n\n---\n\n# Verslag\n\nDe zitting begon.\n"
    assert "De raad besluit tot sloop van het zwembad." in [words for _, words in blocks(load(text, "v.md"))]


def test_dots_close_front_matter_too():
    text = "---\ntitle: Sluis\ntags: [\n  bouw\n]\n...\nTekst\n---\nMeer"
    assert split_front_matter(text) == ("Tekst\n---\nMeer", {"title": "Sluis", "tags": "["})
