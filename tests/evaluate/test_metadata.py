"""Metadata against labels made by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.errors import UsageError
from assistant.evaluate.gold import SPLITS
from assistant.evaluate.metadata import (
    FIELDS,
    Labelled,
    evaluate_metadata,
    is_right,
    load_labelled,
    read_documents,
)


def test_the_split_follows_from_the_hash_and_no_document_is_labelled_twice() -> None:
    gold = load_labelled()
    assert len({item.sha256 for item in gold}) == len(gold) >= 60
    assert all(item.split == SPLITS[int(item.sha256[:2], 16) % 2] for item in gold)


@pytest.mark.parametrize(
    ("field", "value", "right", "verdict"),
    [
        ("title", "WATERPLAN 2020: op weg", ("Waterplan 2020 – Op weg",), True),
        (
            "title",
            f"{'Besluit over de sluizen en de dijken ' * 3}…",
            (f"{'Besluit over de sluizen en de dijken ' * 5}",),
            True,
        ),
        ("title", "Besluit…", ("Besluit over de sluizen",), False),
        ("subtitle", None, (None, "Een plan"), True),
        ("subtitle", None, ("Een plan",), False),
        ("date", "2020", ("2020-05",), False),
        ("kind", "letter", ("policy", "letter"), True),
    ],
)
def test_words_are_compared_loosely_and_codes_exactly(
    field: str, value: str | None, right: tuple[str | None, ...], verdict: bool
) -> None:
    assert is_right(field, value, right) is verdict


def test_a_line_with_other_fields_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "goud.jsonl"
    path.write_text(json.dumps({"file": "corpus/x.md", "sha256": "0", "split": "dev"}), encoding="utf-8")
    with pytest.raises(UsageError, match=r"goud\.jsonl, regel 1"):
        load_labelled(path)


def test_a_file_that_is_another_than_was_labelled_is_refused(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("Een andere brief dan er was.", encoding="utf-8")
    item = Labelled("shared/brief.txt", "0" * 64, "dev", dict.fromkeys(FIELDS, (None,)))
    with pytest.raises(UsageError, match="ander bestand"):
        list(read_documents([item], tmp_path))


def test_every_field_of_both_splits_has_a_row(shared: Path) -> None:
    figures = evaluate_metadata(shared)
    assert [(item.split, item.field) for item in figures] == [
        (split, field) for split in SPLITS for field in FIELDS
    ]
    assert sum(item.documents for item in figures if item.field == "title") == len(load_labelled())
    assert all(item.right >= 0.5 for item in figures if item.field in ("title", "date", "language"))
