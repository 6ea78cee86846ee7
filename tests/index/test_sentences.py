"""Sentences of passages: cut the same way each time, near to what they were."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.index.sentences import Sentences, cut_sentences, load_sentences, quantise, write_sentences

ROWS = np.random.default_rng(3).normal(size=(7, 32)).astype(np.float32)
ROWS /= np.linalg.norm(ROWS, axis=1, keepdims=True)
SIZES = np.array([2, 1, 4], dtype=np.int64)


def make(folder: Path, order: list[int]) -> Sentences:
    small = quantise(ROWS)
    write_sentences(folder, SIZES, np.array(order, dtype=np.int64), small.rows, small.scales, chunk=2)
    return load_sentences(folder, 3, 32)


def test_the_nearest_sentence_counts(tmp_path: Path) -> None:
    query = ROWS[5]
    found = make(tmp_path, [0, 1, 2]).score(query, np.array([0, 1, 2], dtype=np.int64))
    expected = [(ROWS[:2] @ query).max(), (ROWS[2:3] @ query).max(), (ROWS[3:] @ query).max()]
    assert found == pytest.approx(expected, abs=0.02)
    assert found[2] == pytest.approx(1.0, abs=0.01)


def test_passages_are_written_in_another_order_with_their_own_sentences(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    straight, turned = make(tmp_path / "a", [0, 1, 2]), make(tmp_path / "b", [2, 0, 1])
    query = ROWS[0]
    one = straight.score(query, np.array([0, 1, 2], dtype=np.int64))
    other = turned.score(query, np.array([1, 2, 0], dtype=np.int64))
    assert one.tobytes() == other.tobytes()
    assert turned.fetch(0, 1).rows.tobytes() == straight.fetch(2, 3).rows.tobytes()


def test_a_score_does_not_depend_on_the_other_candidates(tmp_path: Path) -> None:
    sentences = make(tmp_path, [0, 1, 2])
    together = sentences.score(ROWS[1], np.array([0, 1, 2], dtype=np.int64))
    alone = [sentences.score(ROWS[1], np.array([number], dtype=np.int64))[0] for number in range(3)]
    assert together.tolist() == alone


def test_no_candidates_have_no_scores(tmp_path: Path) -> None:
    assert make(tmp_path, [0, 1, 2]).score(ROWS[0], np.zeros(0, dtype=np.int64)).tolist() == []


def test_files_that_do_not_fit_the_passages_are_refused(tmp_path: Path) -> None:
    make(tmp_path, [0, 1, 2])
    for passages, dimension in ((2, 32), (3, 16)):
        with pytest.raises(ValueError, match="sentences"):
            load_sentences(tmp_path, passages, dimension)


def test_short_sentences_go_with_their_neighbours() -> None:
    text = "Ja. De provincie investeert tien miljoen euro in waterstof. Het warmtenet volgt in het jaar daarna pas."
    assert cut_sentences(text) == [
        "Ja. De provincie investeert tien miljoen euro in waterstof.",
        "Het warmtenet volgt in het jaar daarna pas.",
    ]


@given(st.text(max_size=300))
def test_every_passage_has_a_sentence_and_none_is_invented(text: str) -> None:
    found = cut_sentences(text)
    assert found
    assert all(sentence in text for sentence in found)


def test_a_zero_vector_does_not_divide_by_zero() -> None:
    small = quantise(np.zeros((1, 4), dtype=np.float32))
    assert small.rows.tolist() == [[0, 0, 0, 0]]
