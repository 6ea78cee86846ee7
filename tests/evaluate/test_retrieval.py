"""The dev retrieval sets: built as described, measured by the product's own code."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.evaluate.retrieval import (
    SHORT_SET,
    TITLE_SET,
    Topic,
    evaluate_decisions,
    load_decisions,
    measure_ranker,
    strip_tags,
)


def test_tags_go_and_blocks_become_lines() -> None:
    assert (
        strip_tags("<p>De&nbsp;<strong>raad</strong> &amp; co</p><p>beslist<br/>nu</p>")
        == "De raad & co\nbeslist\nnu"
    )


def test_the_measures_are_those_of_their_definitions() -> None:
    topics = [Topic("a", 7), Topic("b", 8), Topic("c", 9), Topic("d", 1)]
    found = {"a": [7, 8], "b": [7, 3, 8], "c": [*range(10, 19), 9], "d": [*range(20, 40), 1]}
    figures = measure_ranker("proef", "rij", topics, found.__getitem__)
    assert (figures.recall_1, figures.recall_5, figures.recall_10) == (0.25, 0.5, 0.75)
    assert figures.ndcg_10 == pytest.approx((1 + 0.5 + 0.2890648) / 4)
    assert figures.mrr_10 == pytest.approx((1 + 1 / 3 + 1 / 10) / 4)


def test_a_set_without_questions_is_refused() -> None:
    with pytest.raises(ValueError, match="leeg"):
        measure_ranker("leeg", "rij", [], lambda _: [])


def test_the_sets_hold_what_the_description_says(shared: Path) -> None:
    texts, sets = load_decisions(shared)
    assert len(texts) == 2_038
    assert (len(sets[TITLE_SET]), len(sets[SHORT_SET])) == (482, 409)
    assert all(len(text) >= 200 and "<" not in text[:50] for text in texts)


def test_the_whole_lexical_side_beats_plain_words(shared: Path) -> None:
    figures = evaluate_decisions(shared, None, ["words", "lexical", "hybrid"], questions=60)
    rows = [(item.set_name, item.row, item.questions) for item in figures]
    assert rows == [(name, row, 60) for row in ("words", "lexical") for name in (TITLE_SET, SHORT_SET)]
    means = {
        row: sum(item.ndcg_10 for item in figures if item.row == row) / 2 for row in ("words", "lexical")
    }
    assert means["lexical"] > means["words"]
