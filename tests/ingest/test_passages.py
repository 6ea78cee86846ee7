"""Passages: whole sentences under one heading."""

from __future__ import annotations

import pytest

from assistant.dutch import split_sentences
from assistant.ingest import cut_passages

SENTENCE = "De gemeente bouwt dit jaar weer nieuwe huizen in de haven."


def _texts(document, chars):
    return [passage.text for passage in cut_passages(document, chars)]


def test_a_passage_ends_where_a_sentence_ends(load):
    document = load(" ".join([SENTENCE] * 9) + "\n")
    texts = _texts(document, 200)
    assert texts == [" ".join([SENTENCE] * 3)] * 3


def test_a_passage_never_crosses_a_heading_and_knows_its_path(load):
    document = load(f"# Nota\n\n{SENTENCE}\n\n## Geld\n\n{SENTENCE}\n\n## Tijd\n\n{SENTENCE}\n", "a.md")
    passages = cut_passages(document, 700)
    assert [passage.heading for passage in passages] == [("Nota",), ("Nota", "Geld"), ("Nota", "Tijd")]
    assert [passage.text for passage in passages] == [SENTENCE] * 3


def test_a_short_list_stays_with_the_line_above_it(load):
    intro = "Er zijn drie doelen:"
    document = load(
        f"# Nota\n\n{' '.join([SENTENCE] * 3)}\n\n{intro}\n\n- wonen in de stad\n- werken in de stad\n- groen in de stad\n",
        "a.md",
    )
    texts = _texts(document, 200)
    assert texts[-1] == f"{intro}\n\nwonen in de stad\nwerken in de stad\ngroen in de stad"


def test_a_sentence_longer_than_a_passage_is_one_passage(load):
    long = "De gemeente " + "en de provincie " * 60 + "bouwen samen."
    document = load(f"{SENTENCE} {long} {SENTENCE}\n")
    assert _texts(document, 200) == [SENTENCE, long, SENTENCE]


def test_a_heading_without_text_is_a_passage_so_that_it_can_be_found(load):
    document = load(
        f"# Nota\n\n{SENTENCE}\n\n## Leeg hoofdstuk\n\n## Vol hoofdstuk\n\n{SENTENCE}\n\n## Slot\n", "a.md"
    )
    assert _texts(document, 700) == [SENTENCE, "Leeg hoofdstuk", SENTENCE, "Slot"]


def test_rows_are_whole(load):
    rows = "\n".join(f"| Regio {number} | {number} banen |" for number in range(40))
    document = load(f"# Nota\n\n| Regio | Banen |\n|---|---|\n{rows}\n", "a.md")
    for text in _texts(document, 120):
        assert all(line.startswith("Regio ") and line.endswith(" banen") for line in text.split("\n"))


@pytest.mark.parametrize("chars", [50, 300, 700, 5_000])
def test_no_passage_of_a_seed_begins_or_ends_inside_a_sentence(seeds, chars):
    from assistant.config import Settings
    from assistant.ingest import find_files, load_document

    for path in find_files(seeds):
        document = load_document(path, seeds, Settings())
        sentences = split_sentences(document.text)
        begins, ends = {span.start for span in sentences}, {span.end for span in sentences}
        for passage in cut_passages(document, chars):
            assert passage.span.start in begins
            assert passage.span.end in ends


def test_passages_are_nearly_full(seeds):
    from assistant.config import Settings
    from assistant.ingest import find_files, load_document

    for path in find_files(seeds):
        document = load_document(path, seeds, Settings())
        sizes = [len(passage.text) for passage in cut_passages(document, 700)]
        assert sum(size > 840 for size in sizes) <= 0.02 * len(sizes)


def test_a_passage_has_its_own_language(load):
    english = (
        "The council of the city decided to build a new bridge and to plant trees in all of the streets. " * 3
    )
    dutch = (
        "De gemeente heeft besloten om een nieuwe brug te bouwen en bomen te planten in de straten van de stad. "
        * 5
    )
    document = load(f"# Brug\n\n{dutch}\n\n## Summary\n\n{english}\n", "nota.md")
    assert document.language == "nl"
    assert [(passage.heading[-1], passage.language) for passage in cut_passages(document, 600)] == [
        ("Brug", "nl"),
        ("Summary", "en"),
    ]
