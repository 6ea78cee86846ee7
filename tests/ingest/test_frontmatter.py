"""What stands between "---" at the head of a Markdown file."""

from __future__ import annotations

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
