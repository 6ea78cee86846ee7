"""The memory of vectors gives what was asked, whatever it has let go of."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from assistant.answer.vectors import VectorMemory


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """Give three numbers that tell texts apart."""
    return np.array([[len(text), ord(text[0]), 1.0] for text in texts], dtype=np.float32).reshape(-1, 3)


def test_vectors_come_in_the_order_of_the_texts_with_few_places_to_keep_them() -> None:
    memory = VectorMemory(encode, kept=2)
    for texts in (["aap", "noot", "mies"], ["mies", "aap"], ["noot", "noot", "aap"], []):
        assert memory(texts).tolist() == encode(texts).tolist()


def test_a_text_that_is_kept_is_not_encoded_again() -> None:
    asked: list[str] = []

    def count(texts: Sequence[str]) -> NDArray[np.float32]:
        asked.extend(texts)
        return encode(texts)

    memory = VectorMemory(count, kept=2)
    memory(["aap", "noot"])
    memory(["aap"])
    memory(["mies"])
    memory(["aap"])
    assert asked == ["aap", "noot", "mies"]


def test_a_text_is_given_its_vector_beside_fresh_ones() -> None:
    memory = VectorMemory(encode, kept=4)
    memory(["aap", "noot"])
    texts = ["mies", "noot", "mies", "aap", "wim"]
    assert memory(texts).tolist() == encode(texts).tolist()


def test_threads_that_push_each_other_out_get_their_own_vectors() -> None:
    memory = VectorMemory(encode, kept=5)
    words = [chr(97 + place) * (place + 1) for place in range(20)]
    asked = [[words[(start + step * 3) % 20] for step in range(8)] for start in range(400)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(memory, asked))
    assert [rows.tolist() for rows in found] == [encode(texts).tolist() for texts in asked]
