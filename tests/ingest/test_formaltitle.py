"""Short titles of decrees."""

from __future__ import annotations

import pytest

from assistant.ingest.formaltitle import find_cited_title, find_formal_heading, find_short_title, is_article
from assistant.ingest.reading import Draft
from assistant.types import BlockKind

MAKER = "Regeling van de Minister van Water van 3 mei 2021, nr. W/2021-45 (12), houdende regels voor subsidie aan sluizen"


def _text(text: str) -> Draft:
    return Draft(BlockKind.PARAGRAPH, text)


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        (f"{MAKER} (Subsidieregeling sluizen 2021)", "Subsidieregeling sluizen 2021"),
        (f"{MAKER} (Sluizen (herzien) in het noorden)", "Sluizen (herzien) in het noorden"),
        (MAKER, "Regeling houdende regels voor subsidie aan sluizen"),
        (f"{MAKER} (Stb. 2020, 12)", "Regeling houdende regels voor subsidie aan sluizen (Stb. 2020, 12)"),
        (f"{MAKER} (SLUIS)", "SLUIS: regeling houdende regels voor subsidie aan sluizen"),
        (
            "Besluit van het college van Molendam, tot aanwijzing van vaarwegen.",
            "Besluit tot aanwijzing van vaarwegen",
        ),
    ],
)
def test_a_decree_is_called_by_its_short_title(heading, title):
    assert find_formal_heading([Draft(BlockKind.HEADING, heading, 2)]) == heading
    assert find_short_title(heading, []) == title


@pytest.mark.parametrize(
    "words",
    [
        "Deze regeling wordt aangehaald als: Subsidieregeling sluizen.",
        "Deze regeling treedt in werking op 1 mei. Deze regeling kan worden aangehaald als de ‘Subsidieregeling sluizen’.",
        "Dit besluit zal worden aangehaald als Subsidieregeling sluizen, met vermelding van het jaar.",
    ],
)
def test_a_decree_without_brackets_is_called_what_it_is_cited_as(words):
    assert find_short_title(MAKER, [_text(words)]) == "Subsidieregeling sluizen"


def test_of_several_names_the_one_of_the_heading_is_taken():
    texts = [
        _text("Dit reglement wordt aangehaald als: Reglement commissie bruggen."),
        _text("Deze regeling wordt aangehaald als: Regeling sluizen."),
    ]
    assert find_cited_title(texts, MAKER) == "Regeling sluizen"
    assert find_cited_title(texts[:0], MAKER) is None


@pytest.mark.parametrize(
    "heading",
    [
        "Besluit toezichthouders sluizen (herzien)",
        "Richtlijn varen zonder licht (nummer 5.39)",
        "Regeling sluizen",
        "Een heel lange kop " + "over de sluizen en de bruggen " * 6 + "(Molendam en Lier)",
        "Wet van behoud (uitleg van een term)",
    ],
)
def test_a_short_heading_is_a_title_already(heading):
    assert find_formal_heading([Draft(BlockKind.HEADING, heading, 2)]) is None


def test_running_text_is_no_formal_heading():
    assert find_formal_heading([_text(f"{MAKER} is ingetrokken.")]) is None


@pytest.mark.parametrize(
    ("heading", "found"), [("Artikel 1", True), ("Artikel 3a. Doel", True), ("Doel", False)]
)
def test_a_heading_of_an_article_is_known(heading, found):
    assert is_article(heading) is found


def test_the_whole_heading_of_a_decree_is_its_subtitle(load):
    long = f"{MAKER} (Subsidieregeling sluizen 2021)"
    document = load(f"## {long}\n\n### Artikel 1\n\nEr is subsidie voor sluizen.\n", "besluit.md")
    assert document.title == "Subsidieregeling sluizen 2021"
    assert document.subtitle == long
    assert document.heading_path(document.text.index("Er is"))[0] == long
