"""The store of short codes: near to exact at any size, the same however it came about."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.index import coded
from assistant.index.coded import CodedStore
from assistant.index.vectors import Floats, Ids

COUNT, DIMENSION = 6_000, 96


def make_rows(seed: int, count: int, shape: str) -> Floats:
    chance = np.random.default_rng(seed)
    rows = chance.normal(size=(count, DIMENSION))
    if shape == "clustered":
        rows = (
            0.5 * rows
            + np.random.default_rng(1).normal(size=(60, DIMENSION))[chance.integers(60, size=count)]
        )
    if shape == "uneven":
        rows *= np.arange(1, DIMENSION + 1) ** -0.5
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


ROWS = make_rows(2, COUNT, "clustered")
IDS = np.arange(0, 3 * COUNT, 3, dtype=np.int64)
QUERIES = make_rows(3, 20, "clustered")


def fill(rows: Floats = ROWS, ids: Ids = IDS) -> CodedStore:
    store = CodedStore(rows.shape[1])
    store.add(ids, rows)
    return store


def best(query: Floats, count: int, rows: Floats = ROWS, ids: Ids = IDS) -> list[int]:
    scores = rows.astype(np.float16).astype(np.float32) @ query
    return ids[np.lexsort((ids, -scores))[:count]].tolist()


@pytest.mark.parametrize("shape", ["random", "clustered", "uneven"])
def test_nearly_all_of_the_best_are_found(shape: str) -> None:
    rows, queries = make_rows(4, COUNT, shape), make_rows(5, 20, shape)
    store = fill(rows)
    for count, least in ((10, 0.97), (100, 0.9)):
        found = [len(set(store.search(query, count)[0]) & set(best(query, count, rows))) for query in queries]
        assert sum(found) / (20 * count) >= least


def test_vectors_without_neighbours_are_compared_further(monkeypatch: pytest.MonkeyPatch) -> None:
    rows, queries = make_rows(4, 3 * COUNT, "random"), make_rows(5, 20, "random")
    store = fill(rows, np.arange(len(rows), dtype=np.int64))
    found = {}
    for most in (1, coded._MOST):
        monkeypatch.setattr(coded, "_MOST", most)
        hits = [
            len(set(store.search(query, 100)[0]) & set(best(query, 100, rows, np.arange(len(rows)))))
            for query in queries
        ]
        found[most] = sum(hits) / 2_000
    assert found[1] < 0.9
    assert found[4] > found[1] + 0.05


def test_scores_are_exact_and_not_those_of_the_codes() -> None:
    store = fill()
    ids, scores = store.search(QUERIES[0], 50)
    assert scores == pytest.approx(ROWS[ids // 3] @ QUERIES[0], abs=5e-4)
    assert store.score(QUERIES[0], ids).tobytes() == scores.tobytes()
    assert [store.score(QUERIES[0], ids[i : i + 1])[0] for i in range(50)] == scores.tolist()


@pytest.mark.parametrize("share", [0.02, 0.12, 0.5, 1.0])
def test_a_filter_gives_what_a_store_of_the_allowed_alone_gives(share: float) -> None:
    allowed = IDS[np.random.default_rng(6).random(COUNT) < share]
    whole, part = fill(), fill(ROWS[allowed // 3], allowed)
    for query in QUERIES:
        found, alone = whole.search(query, 40, allowed), part.search(query, 40)
        assert found[0].tolist() == alone[0].tolist()
        assert found[1].tobytes() == alone[1].tobytes()


def test_a_narrow_filter_is_exact() -> None:
    store, allowed = fill(), IDS[1::9]
    for query in QUERIES:
        assert store.search(query, 600, allowed)[0].tolist() == best(query, 600, ROWS[1::9], allowed)


def test_allowed_ids_that_are_not_there_change_nothing() -> None:
    store = fill()
    expected = store.search(QUERIES[0], 10, IDS[:50])[0].tolist()
    assert store.search(QUERIES[0], 10, np.arange(150, dtype=np.int64))[0].tolist() == expected


def test_results_do_not_depend_on_how_the_vectors_came_in(tmp_path: Path) -> None:
    whole, parts = fill(), CodedStore(DIMENSION)
    more = make_rows(9, 500, "clustered")
    for first in range(0, COUNT, 500):  # more additions than there may be parts
        parts.add(IDS[first : first + 500], ROWS[first : first + 500])
    parts.add(IDS[:500] + 1, more)
    assert parts.remove(IDS[:500] + 1) == 500
    whole.save(tmp_path / "whole")
    parts.save(tmp_path / "parts")
    assert (tmp_path / "whole").read_bytes() == (tmp_path / "parts").read_bytes()
    for query in QUERIES:
        one, other = whole.search(query, 100), parts.search(query, 100)
        assert one[0].tolist() == other[0].tolist()
        assert one[1].tobytes() == other[1].tobytes()


def test_a_loaded_store_takes_and_loses_vectors_like_a_fresh_one(tmp_path: Path) -> None:
    fill(ROWS[:4_000], IDS[:4_000]).save(tmp_path / "store")
    loaded = CodedStore.load(tmp_path / "store", DIMENSION)
    assert loaded.remove(IDS[1_000:2_000]) == 1_000
    loaded.add(IDS[4_000:], ROWS[4_000:])
    left = np.concatenate((IDS[:1_000], IDS[2_000:]))
    fresh = fill(ROWS[left // 3], left)
    assert len(loaded) == len(fresh) == 5_000
    assert loaded.fetch(left).tobytes() == fresh.fetch(left).tobytes()
    for query in QUERIES:
        assert loaded.search(query, 50)[0].tolist() == fresh.search(query, 50)[0].tolist()
    with pytest.raises(KeyError, match=str(IDS[1_500])):
        loaded.fetch(IDS[1_500:1_501])


def test_of_equal_codes_the_first_by_id_are_compared() -> None:
    rows = np.repeat(ROWS[:1], 3_000, axis=0)
    store = fill(rows, IDS[:3_000][::-1].copy())
    for allowed in (None, IDS[300:3_000]):
        expected = IDS[:20] if allowed is None else allowed[:20]
        assert store.search(ROWS[0], 20, allowed)[0].tolist() == expected.tolist()


def test_a_damaged_file_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "vectoren"
    fill(ROWS[:100], IDS[:100]).save(path)
    data = path.read_bytes()
    swapped = data[:64] + data[72:80] + data[64:72] + data[80:]
    for bad in (b"", data[:30], data[:-1], data + b"x", b"XX" + data[2:], swapped):
        path.write_bytes(bad)
        with pytest.raises(ValueError, match="vectoren"):
            CodedStore.load(path, DIMENSION)
