"""A vocabulary of themes: the one that ships and a user's own, checked line by line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from assistant.errors import UsageError
from assistant.extract import find_extracts, load_themes
from assistant.types import ExtractKind, ThemeValue

TOML = """
[[ignored]]
names = ["vereniging het koor"]

[[theme]]
code = "cultuur"
name = "Cultuur"
uri = "https://example.org/cultuur"
sure = ["museum*", "*muziek", "beeldende kunst"]
likely = ["koor"]
never = ["museumkaart"]

[[theme]]
code = "sport"
name = "Sport"
sure = ["zwembad*"]
"""


def write(folder: Path, name: str, text: str) -> Path:
    """Write a vocabulary."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def find(text: str, path: Path | None) -> list[tuple[str, str, str | None]]:
    """Give code, words and address of the themes in a text."""
    return [
        (extract.value.code, extract.text, extract.value.uri)
        for extract in find_extracts(text, kinds=[ExtractKind.THEME], themes=path)
        if isinstance(extract.value, ThemeValue)
    ]


def test_a_vocabulary_of_ones_own_takes_the_place_of_the_one_that_ships(tmp_path: Path) -> None:
    path = write(tmp_path, "themas.toml", TOML)
    text = "Het museum krijgt een zaal voor kamermuziek en beeldende kunst. Het ziekenhuis niet."
    assert find(text, path) == [("cultuur", "museum", "https://example.org/cultuur")]
    assert [code for code, _, _ in find(text, None)] != ["cultuur"]
    assert [theme.code for theme in load_themes(path)] == ["cultuur", "sport"]


def test_names_that_are_ignored_and_forms_that_never_count_say_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, "themas.toml", TOML)
    assert find("De museumkaart van vereniging Het Koor.", path) == []


def test_a_table_of_four_columns_is_a_vocabulary_too(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "themas.csv",
        'code;naam;woorden;uri\ncultuur;Cultuur;"museum*, theater";https://example.org/c\nsport;Sport;zwembad*;\n',
    )
    assert find("Het museum en het theater", path) == [("cultuur", "museum", "https://example.org/c")]
    assert find("Zwembaden", path) == [("sport", "Zwembaden", None)]


def test_a_file_that_was_changed_is_read_again(tmp_path: Path) -> None:
    path = write(tmp_path, "themas.csv", "code;naam;woorden\nsport;Sport;zwembad*\n")
    assert [theme.code for theme in load_themes(path)] == ["sport"]
    write(tmp_path, "themas.csv", "code;naam;woorden\nbaden;Baden;zwembad*\n")
    os.utime(path, ns=(1, 1))
    assert [theme.code for theme in load_themes(path)] == ["baden"]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.toml", '[[theme]]\ncode = "a"\nname = "A"\nsure = ["x"\n', "a.toml, regel "),
        ("a.toml", '[[theme]]\ncode = "Ab c"\nname = "A"\nsure = ["x"]\n', "regel 1: 'code' moet"),
        ("a.toml", '\n\n[[theme]]\ncode = "a"\nsure = ["x"]\n', "regel 3: thema 'a' heeft geen naam"),
        ("a.toml", '[[theme]]\ncode = "a"\nname = "A"\n', "regel 1: thema 'a' heeft geen woorden"),
        ("a.toml", '[[theme]]\ncode = "a"\nname = "A"\nwords = ["x"]\n', "'words' is onbekend"),
        ("a.toml", '[[theme]]\ncode = "a"\nname = "A"\nsure = "x"\n', "moeten een lijst van teksten zijn"),
        ("a.toml", '[[theme]]\ncode = "a"\nname = "A"\nsure = ["*"]\n', "heeft een leeg woord"),
        ("a.toml", '[[theme]]\ncode = "a"\nname = "A"\nsure = ["b*d"]\n', "zet één \\* aan het eind"),
        ("a.toml", '[[theme]]\ncode = "a"\nname = "A"\nsure = ["b*"]\n', "met minstens 2 letters"),
        (
            "a.toml",
            '[[theme]]\ncode = "a"\nname = "A"\nuri = "b"\nsure = ["x"]\n',
            "moet met https:// beginnen",
        ),
        ("a.toml", '[theme]\ncode = "a"\n', r"onder een regel \[\[theme\]\]"),
        ("a.toml", "[[thema]]\n", "'thema' is onbekend"),
        ("a.toml", "", "er staat geen thema in"),
        ("a.csv", "code,naam,woorden\n", "regel 1: de eerste regel moet"),
        ("a.csv", "code;naam;woorden\na;A;x\n\na;B;y\n", "regel 4: de code 'a' staat ook op regel 2"),
        ("a.csv", "code;naam;woorden\na;A\n", "regel 2: er horen 3 kolommen te staan, niet 2"),
        ("a.csv", 'code;naam;woorden\na;A;"x\n', "de aanhalingstekens kloppen niet"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        load_themes(write(tmp_path, name, text))
    assert caught.value.field == "themes"


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is niet te lezen"):
        load_themes(tmp_path / "weg.toml")
    path = tmp_path / "a.csv"
    path.write_bytes(b"code;naam;woorden\na;Caf\xe9;x\n")
    with pytest.raises(UsageError, match="regel 2: sla het bestand op als UTF-8"):
        load_themes(path)
