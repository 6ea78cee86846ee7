"""Codes: near when the vectors are near, and the same for ever."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest

from assistant.index.codes import find_nearest, make_codes, measure_code, rotate, widen


def make_rows(count: int, dimension: int, seed: int = 1) -> np.ndarray:
    rows = np.random.default_rng(seed).normal(size=(count, dimension))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float16)


def test_every_half_float_becomes_the_float_that_it_is() -> None:
    every = np.arange(65_536, dtype=np.uint16).view(np.float16)
    every = every[np.isfinite(every)]
    assert widen(every).tobytes() == every.astype(np.float32).tobytes()


@pytest.mark.parametrize("dimension", [1, 5, 8, 96, 256, 384, 768, 1024])
def test_the_rotation_keeps_lengths_and_angles(dimension: int) -> None:
    rows = make_rows(6, dimension)
    exact = rows.astype(np.float32) @ rows.astype(np.float32).T
    turned = rotate(rows)
    assert turned @ turned.T == pytest.approx(exact, abs=1e-5)


def test_the_rotation_makes_the_numbers_of_a_vector_alike_in_size() -> None:
    uneven = make_rows(500, 384).astype(np.float32) / np.arange(1, 385)
    uneven /= np.linalg.norm(uneven, axis=1, keepdims=True)
    before, after = uneven.std(axis=0), rotate(uneven.astype(np.float16)).std(axis=0)
    assert before.max() / before.min() > 200
    assert after.max() / after.min() < 10


def test_a_row_has_the_same_code_whatever_stands_beside_it() -> None:
    rows = make_rows(50, 384)
    codes = make_codes(rows)
    assert codes.shape == (50, measure_code(384)) == (50, 144)
    assert b"".join(make_codes(rows[i : i + 1]).tobytes() for i in range(50)) == codes.tobytes()


def test_codes_are_what_they_have_always_been() -> None:
    """An index holds codes: a change here needs another format of its file."""
    rows = (np.arange(40 * 24) * 7919 % 1009 / 1009 - 0.5).reshape(40, 24).astype(np.float16)
    assert hashlib.sha256(make_codes(rows).tobytes()).hexdigest()[:16] == "2d258605cb9561ae"


def test_the_distance_counts_levels() -> None:
    rows = make_rows(3, 64)
    levels = np.digitize(rotate(rows), np.array([-0.7, 0, 0.7], dtype=np.float32) / 8, right=True)
    codes = make_codes(rows)
    _, distances = find_nearest(codes[:1], codes[1:], 2, None)
    assert sorted(distances.tolist()) == sorted(np.abs(levels[1:] - levels[0]).sum(axis=1).tolist())


@pytest.mark.parametrize("share", [0.03, 0.3, 1.0])
def test_the_nearest_come_in_order_of_distance_and_place(share: float) -> None:
    codes = make_codes(make_rows(3_000, 16))
    among = np.flatnonzero(np.random.default_rng(2).random(3_000) < share)
    distances = np.bitwise_count(codes[among] ^ codes[5]).sum(axis=1, dtype=np.int64)
    order = np.lexsort((among, distances))[:40]
    found = find_nearest(codes[5:6], codes, 40, among)
    assert found[0].tolist() == among[order].tolist()
    assert found[1].tolist() == distances[order].tolist()
    if share == 1.0:
        assert find_nearest(codes[5:6], codes, 40, None)[0].tolist() == found[0].tolist()
