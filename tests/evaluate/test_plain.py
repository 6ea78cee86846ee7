from __future__ import annotations

import math

import pytest

from assistant.evaluate.plain import K1, B, PlainBm25


def test_scores_are_those_of_the_formula_and_ties_go_by_number() -> None:
    plain = PlainBm25(["a a b", "b c", "c c c c", "a b d"], str.split)
    assert plain.rank("a", 10) == [0, 3]
    assert plain.rank("b", 10) == [1, 0, 3]
    assert plain.rank("b", 1) == [1]
    assert plain.rank("z", 10) == []


def test_a_rare_word_weighs_more_than_a_frequent_one() -> None:
    plain = PlainBm25(["net warmte", "net raad", "net raad", "net raad"], str.split)
    assert plain.rank("warmte net", 1) == [0]
    rarity = {count: math.log1p((4 - count + 0.5) / (count + 0.5)) for count in (1, 4)}
    assert rarity[1] > rarity[4] > 0
    assert (K1, B) == (1.5, 0.75)


@pytest.mark.parametrize("question", ["", "  ", "onbekend"])
def test_a_question_without_known_words_finds_nothing(question: str) -> None:
    assert PlainBm25(["a b"], str.split).rank(question, 10) == []
