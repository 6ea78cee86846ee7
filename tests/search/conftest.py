"""Indexes over documents of a test."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from assistant.index import Index, IndexEntry, open_index, write_generation
from tests.entries import HashEncoder, make_entry


@pytest.fixture
def encoder() -> HashEncoder:
    return HashEncoder()


@pytest.fixture
def build(tmp_path: Path, encoder: HashEncoder) -> Iterator[Callable[[Sequence[IndexEntry]], Index]]:
    """Give a function that writes entries and opens the index of them."""
    opened: list[Index] = []

    def make(entries: Sequence[IndexEntry]) -> Index:
        folder = tmp_path / f"index{len(opened)}"
        write_generation(folder, entries, encoder)
        opened.append(open_index(folder, encoder))
        return opened[-1]

    yield make
    for index in opened:
        index.close()


@pytest.fixture
def entry() -> Callable[..., IndexEntry]:
    return make_entry
