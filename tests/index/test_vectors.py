"""A contract that every kind of vector store keeps."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.errors import UsageError
from assistant.index.vectors import STORES, check_vectors, choose_store, find_store

ROWS = np.random.default_rng(7).normal(size=(40, 8)).astype(np.float32)
ROWS /= np.linalg.norm(ROWS, axis=1, keepdims=True)
IDS = np.arange(100, 140, dtype=np.int64)

KINDS = pytest.mark.parametrize("kind", sorted(STORES))


def exact(query: NDArray[np.float32]) -> list[int]:
    return IDS[np.argsort(-(ROWS @ query), kind="stable")].tolist()


@KINDS
def test_the_nearest_come_first_with_their_inner_products(kind: str) -> None:
    store = find_store(kind)(8)
    store.add(IDS, ROWS)
    ids, scores = store.search(ROWS[3], 5)
    assert ids.tolist() == exact(ROWS[3])[:5]
    assert scores == pytest.approx((ROWS @ ROWS[3])[ids - 100], abs=2e-3)
    assert store.score(ROWS[3], ids) == pytest.approx(scores, abs=1e-5)


@KINDS
def test_a_filter_works_inside_the_search_and_not_after_it(kind: str) -> None:
    store = find_store(kind)(8)
    store.add(IDS, ROWS)
    allowed = np.array(sorted(exact(ROWS[0])[-3:]), dtype=np.int64)
    ids, _ = store.search(ROWS[0], 10, allowed)
    assert sorted(ids.tolist()) == allowed.tolist()
    assert store.search(ROWS[0], 10, np.zeros(0, dtype=np.int64))[0].tolist() == []


@KINDS
def test_ids_keep_their_vectors_when_others_are_removed_and_added(kind: str) -> None:
    store = find_store(kind)(8)
    store.add(IDS[:20], ROWS[:20])
    before = store.fetch(IDS[10:12])
    assert store.remove(IDS[:10]) == 10
    store.add(IDS[20:], ROWS[20:])
    assert len(store) == 30
    assert store.fetch(IDS[10:12]).tobytes() == before.tobytes()
    assert store.search(ROWS[15], 1)[0].tolist() == [115]
    assert 105 not in store.search(ROWS[5], 30)[0]


@KINDS
def test_an_id_is_added_once_and_an_unknown_one_is_not_fetched(kind: str) -> None:
    store = find_store(kind)(8)
    store.add(IDS[:2], ROWS[:2])
    with pytest.raises(ValueError, match="100"):
        store.add(IDS[:1], ROWS[:1])
    with pytest.raises(KeyError):
        store.fetch(np.array([7], dtype=np.int64))


@KINDS
def test_a_saved_store_is_the_same_to_the_byte_and_loads_equal(kind: str, tmp_path: Path) -> None:
    for name in ("een", "twee"):
        store = find_store(kind)(8)
        store.add(IDS, ROWS)
        store.save(tmp_path / name)
    assert (tmp_path / "een").read_bytes() == (tmp_path / "twee").read_bytes()
    loaded = find_store(kind).load(tmp_path / "een", 8)
    assert loaded.fetch(IDS).tobytes() == store.fetch(IDS).tobytes()
    assert loaded.search(ROWS[1], 4)[0].tolist() == exact(ROWS[1])[:4]


@KINDS
def test_vectors_that_come_out_go_in_again_unchanged(kind: str) -> None:
    first, second = find_store(kind)(8), find_store(kind)(8)
    first.add(IDS, ROWS)
    second.add(IDS, first.fetch(IDS))
    assert second.fetch(IDS).tobytes() == first.fetch(IDS).tobytes()


@KINDS
def test_an_empty_store_finds_nothing_and_survives_a_round_trip(kind: str, tmp_path: Path) -> None:
    store = find_store(kind)(8)
    store.save(tmp_path / "leeg")
    loaded = find_store(kind).load(tmp_path / "leeg", 8)
    assert loaded.search(ROWS[0], 3)[0].tolist() == []
    assert loaded.fetch(np.zeros(0, dtype=np.int64)).shape == (0, 8)


@KINDS
def test_a_file_written_from_chunks_is_the_one_that_save_writes(kind: str, tmp_path: Path) -> None:
    numbers = np.arange(len(ROWS), dtype=np.int64)
    store = find_store(kind)(8)
    store.add(numbers, ROWS)
    store.save(tmp_path / "save")
    find_store(kind).write(tmp_path / "write", 8, len(ROWS), (ROWS[i : i + 7] for i in range(0, 40, 7)))
    assert (tmp_path / "write").read_bytes() == (tmp_path / "save").read_bytes()
    for count in (39, 41):
        with pytest.raises(ValueError, match=str(count)):
            find_store(kind).write(tmp_path / "kort", 8, count, iter([ROWS]))


@KINDS
def test_equal_scores_are_ordered_by_id(kind: str) -> None:
    store = find_store(kind)(8)
    store.add(IDS[::-1].copy(), np.repeat(ROWS[:1], len(IDS), axis=0))
    assert store.search(ROWS[0], 40)[0].tolist() == IDS.tolist()


@KINDS
def test_a_file_of_another_dimension_or_kind_of_file_is_refused(kind: str, tmp_path: Path) -> None:
    find_store(kind)(8).save(tmp_path / "acht")
    with pytest.raises(ValueError, match="acht"):
        find_store(kind).load(tmp_path / "acht", 4)
    (tmp_path / "tekst").write_text("geen vectoren")
    with pytest.raises(ValueError, match="tekst"):
        find_store(kind).load(tmp_path / "tekst", 8)


def test_small_collections_are_kept_exact() -> None:
    assert choose_store(10) == "flat"
    assert choose_store(50_000) == "half"
    assert choose_store(100_000) == "coded"


def test_an_unknown_kind_of_store_is_named() -> None:
    with pytest.raises(UsageError, match="kubus"):
        find_store("kubus")


@pytest.mark.parametrize(
    ("value", "message"),
    [(np.nan, "NaN"), (np.inf, "NaN of oneindig"), (-np.inf, "NaN"), (0.0, "alleen nullen")],
)
def test_fault_16_a_vector_that_cannot_be_used_is_named(value: float, message: str) -> None:
    rows = np.ones((3, 4), dtype=np.float32)
    rows[1] = 0.0
    rows[1, 2] = value
    with pytest.raises(ValueError, match=f"tweede: .*{message}|tweede: {message}"):
        check_vectors(rows, 4, ["eerste", "tweede", "derde"])


def test_vectors_of_another_number_or_size_are_refused() -> None:
    with pytest.raises(ValueError, match=r"\(2, 4\)"):
        check_vectors(np.ones((2, 4), dtype=np.float32), 5, ["a", "b"])
