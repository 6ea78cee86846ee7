"""Carrying documents over from an earlier generation gives the bytes of making all of them anew."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.index import IndexEntry, Kept, current_generation, joining, lists, open_index, write_generation
from assistant.index import words as words_module
from assistant.types import DocumentRecord

Entry = Callable[..., IndexEntry]
WORDS = (
    "woningbouwopgave subsidie gemeente Brabant waterstof 2024 € kmo de van o&i arbeidsmarktbeleid".split()
)


def write_anew(folder: Path, entries: Sequence[IndexEntry], encoder_class: type) -> dict[str, bytes]:
    write_generation(folder, entries, encoder_class())
    return read_files(folder)


def carry_over(
    folder: Path, entries: Sequence[IndexEntry], gone: set[str], encoder_class: type, paths: Mapping[str, str]
) -> tuple[dict[str, bytes], int]:
    """Write the documents of the index but those `gone`, some under new paths, and new entries."""
    encoder = encoder_class()
    with open_index(folder, encoder) as before:
        records: dict[str, DocumentRecord] = {
            record.id: replace(record, path=paths.get(record.path, record.path))
            for record in before.records()
            if record.path not in gone
        }
        write_generation(folder, entries, encoder, kept=Kept(before, records))
    return read_files(folder), encoder.encoded


def read_files(folder: Path) -> dict[str, bytes]:
    made = folder / "generations" / str(current_generation(folder))
    return {path.name: path.read_bytes() for path in made.iterdir()}


def make_some(make: Entry, chance: random.Random, names: Sequence[str]) -> list[IndexEntry]:
    return [
        make(
            name,
            [
                " ".join(chance.choices(WORDS, k=chance.randint(0, 9))) + "."
                for _ in range(chance.randint(1, 4))
            ],
            title=chance.choice(WORDS),
        )
        for name in names
    ]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("small", [False, True])
def test_whatever_was_added_removed_and_moved_the_bytes_are_those_of_one_go(
    tmp_path: Path, encoder_class: type, make: Entry, monkeypatch: pytest.MonkeyPatch, seed: int, small: bool
) -> None:
    if small:  # many batches in place of one
        monkeypatch.setattr(joining, "_BATCH", 5)
        monkeypatch.setattr(lists, "_BATCH", 5)
        monkeypatch.setattr(joining, "CHUNK_PASSAGES", 3)
        monkeypatch.setattr(words_module, "CHUNK_PASSAGES", 3)
    chance = random.Random(seed)
    standing = {entry.document.path: entry for entry in make_some(make, chance, ["b", "d", "f", "h"])}
    write_generation(tmp_path / "stap", standing.values(), encoder_class())
    for step in range(4):
        gone = set(chance.sample(sorted(standing), min(len(standing), chance.randint(0, 2))))
        for path in gone:
            del standing[path]
        moved = {path: f"{path}{step}" for path in chance.sample(sorted(standing), min(len(standing), 1))}
        fresh = make_some(
            make, chance, [f"{chance.choice('aceg')}-{step}-{n}" for n in range(chance.randint(0, 2))]
        )
        found, _ = carry_over(tmp_path / "stap", fresh, gone, encoder_class, moved)
        for old, new in moved.items():
            entry = standing.pop(old)
            standing[new] = replace(entry, document=replace(entry.document, path=new))
        standing.update({entry.document.path: entry for entry in fresh})
        whole = write_anew(tmp_path / f"heel{step}", list(standing.values()), encoder_class)
        assert found == whole


def test_facts_and_marks_come_along_and_nothing_is_encoded_again(
    tmp_path: Path, encoder_class: type, entries: list[IndexEntry], make: Entry
) -> None:
    write_generation(tmp_path / "stap", entries, encoder_class())
    fresh = make("b.txt", ["Een nieuwe regel."])
    found, encoded = carry_over(tmp_path / "stap", [fresh], {"a.txt"}, encoder_class, {})
    left = [entry for entry in entries if entry.document.path != "a.txt"]
    assert found == write_anew(tmp_path / "heel", [*left, fresh], encoder_class)
    assert encoded == 1


def test_all_that_is_kept_gives_the_generation_that_was_there(
    tmp_path: Path, encoder_class: type, entries: list[IndexEntry]
) -> None:
    write_generation(tmp_path / "stap", entries, encoder_class())
    before = current_generation(tmp_path / "stap")
    carry_over(tmp_path / "stap", [], set(), encoder_class, {})
    assert current_generation(tmp_path / "stap") == before


def test_a_document_that_is_gone_leaves_no_word_behind(
    tmp_path: Path, encoder_class: type, make: Entry
) -> None:
    write_generation(tmp_path, [make("a", ["geheimwoord hier"]), make("b", ["iets anders"])], encoder_class())
    found, _ = carry_over(tmp_path, [], {"a"}, encoder_class, {})
    with open_index(tmp_path, encoder_class()) as index:
        assert index.fields["stem"].count_holders("geheimwoord") == 0
        assert index.fields["stem"].key("geheimwoord") == -1
    assert not any(b"geheim" in data for data in found.values())
