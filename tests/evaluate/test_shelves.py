from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.config import Settings
from assistant.embed import make_encoder
from assistant.errors import UsageError
from assistant.evaluate.shelves import Shelves
from assistant.evaluate.sources import Source
from assistant.evaluate.topics import make_entries

SETTINGS = Settings(workers=1)


def open_shelves(cache: Path, lines: list[str] | None = None, settings: Settings = SETTINGS) -> Shelves:
    return Shelves(settings, make_encoder(settings), (lines if lines is not None else []).append, cache)


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documenten"
    folder.mkdir()
    (folder / "a.md").write_text("# Nota\n\nDe raad koopt een brug.\n", encoding="utf-8")
    return folder


def made(cache: Path, name: str) -> dict[str, int]:
    return {path.name: path.stat().st_ino for path in (cache / name).iterdir()}


def test_an_index_is_made_once_and_again_when_a_document_changes(tmp_path: Path, documents: Path) -> None:
    cache = tmp_path / "cache"
    with open_shelves(cache) as shelves:
        index = shelves.open_source(Source("proef"), documents)
        assert [record.path for record in index.records()] == ["a.md"]
        assert shelves.open_source(Source("proef"), documents) is index
    first = made(cache, "proef")
    with open_shelves(cache) as shelves:
        shelves.open_source(Source("proef"), documents)
    assert made(cache, "proef") == first
    (documents / "b.md").write_text("De raad verkoopt een brug.\n", encoding="utf-8")
    with open_shelves(cache) as shelves:
        index = shelves.open_source(Source("proef"), documents)
        assert [record.path for record in index.records()] == ["a.md", "b.md"]


def test_other_settings_make_another_index_and_old_editions_go(tmp_path: Path, documents: Path) -> None:
    cache = tmp_path / "cache"
    seen: set[str] = set()
    for chars in (300, 400, 500, 600):
        with open_shelves(cache, settings=replace(SETTINGS, passage_chars=chars)) as shelves:
            shelves.open_source(Source("proef"), documents)
        seen.update(made(cache, "proef"))
    assert len(seen) == 4
    assert len(made(cache, "proef")) == 2


def test_a_file_that_cannot_be_read_is_named_and_a_folder_without_documents_refused(
    tmp_path: Path, documents: Path
) -> None:
    (documents / "kapot.pdf").write_bytes(b"%PDF-1.7 kapot")
    lines: list[str] = []
    with open_shelves(tmp_path / "cache", lines) as shelves:
        shelves.open_source(Source("proef"), documents)
    assert [line.split(":")[:2] for line in lines] == [["Niet gelezen", " kapot.pdf"]]
    empty = tmp_path / "leeg"
    empty.mkdir()
    with (
        open_shelves(tmp_path / "cache") as shelves,
        pytest.raises(UsageError, match="'leeg' bevat geen leesbare documenten"),
    ):
        shelves.open_source(Source("leeg"), empty)


def test_an_archive_is_unpacked_before_it_is_read(tmp_path: Path) -> None:
    archive = tmp_path / "archief"
    archive.write_text("De raad koopt een brug.", encoding="utf-8")

    def unpack(place: Path, folder: Path) -> None:
        (folder / "een.txt").write_text(place.read_text(encoding="utf-8"), encoding="utf-8")

    with open_shelves(tmp_path / "cache") as shelves:
        index = shelves.open_source(Source("archief", "archief", unpack), archive)
        assert [record.path for record in index.records()] == ["een.txt"]


def test_two_runs_that_make_the_same_index_do_not_hinder_each_other(tmp_path: Path) -> None:
    archive = tmp_path / "archief"
    archive.write_text("De raad koopt een brug.", encoding="utf-8")

    def unpack(place: Path, folder: Path) -> None:
        (folder / "een.txt").write_text(place.read_text(encoding="utf-8"), encoding="utf-8")

    def unpack_late(place: Path, folder: Path) -> None:
        with open_shelves(tmp_path / "cache") as other:
            other.open_source(Source("archief", "archief", unpack), place)
        unpack(place, folder)

    with open_shelves(tmp_path / "cache") as shelves:
        index = shelves.open_source(Source("archief", "archief", unpack_late), archive)
        assert [record.path for record in index.records()] == ["een.txt"]
    assert len(made(tmp_path / "cache", "archief")) == 1


def test_whole_texts_are_passages_with_the_number_of_their_place(tmp_path: Path) -> None:
    texts = ["De eerste tekst.", "De tweede.", "De eerste tekst."]
    with open_shelves(tmp_path / "cache") as shelves:
        index = shelves.open_entries("hele", make_entries(texts))
        assert [passage.text for passage in index.passages(range(3))] == texts
