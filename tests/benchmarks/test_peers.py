"""The comparison with peers: figures go with the right set, and one engine that fails stops no other."""

from __future__ import annotations

import sys
from pathlib import Path

from assistant.evaluate.topics import Topic
from benchmarks.peers import Row, format_table, measure_sets, run_engine

TEXTS = [
    "De veerpont vaart in de winter niet.",
    "De voetbrug kostte 640.000 euro.",
    "De molenaar beheert de watermolen.",
]
SETS = {
    "a": [Topic("veerpont", frozenset({0}), ("a",)), Topic("voetbrug", frozenset({1}), ("a",))],
    "b": [Topic("watermolen", frozenset({2}), ("b",))],
}


def test_figures_go_with_the_set_whose_questions_were_asked_in_that_place() -> None:
    assert measure_sets([[0, 1], [2, 0, 1], []], SETS) == {"a": 0.75, "b": 0.0}
    assert measure_sets([[0]], {"": [Topic("x", frozenset(), ())]}) == {}


def test_our_own_engine_runs_in_a_process_of_its_own() -> None:
    row = run_engine(Path(sys.executable), "leeswijzer", "bundled", TEXTS, SETS)
    assert row.failed is None
    assert row.ndcg == {"a": 1.0, "b": 1.0}
    assert row.index_s > 0
    assert row.peak_mb >= row.held_mb > 10


def test_an_engine_that_is_not_installed_is_a_row_that_says_so() -> None:
    row = run_engine(Path(sys.executable), "txtai", "bundled", TEXTS, SETS)
    assert row.failed == "ModuleNotFoundError: No module named 'txtai'"
    table = format_table([row, Row("x", "", 1, 2, 3, 4, 5, 6, 7, {"a": 0.5})])
    assert table.splitlines()[2].startswith("| txtai | bundled | failed: ModuleNotFoundError")
    assert table.splitlines()[3] == "| x |  | .500 | 1.0 | 2.0 | 3.0 | 4.0 | 5.0 | 6.0 | 7.0 |"
