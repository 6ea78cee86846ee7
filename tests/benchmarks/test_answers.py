"""The benchmark of answers times every question and keeps the figures of other sets."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.answers import OUT, describe, measure, store


def test_every_question_is_asked_once_and_percentiles_come_from_the_order() -> None:
    asked: list[str] = []
    figures = measure(asked.append, ["een", "twee", "drie"])
    assert asked == ["een", "twee", "drie"]
    assert figures["questions"] == 3
    assert 0 <= figures["wall_p50_ms"] <= figures["wall_p95_ms"] <= figures["wall_p99_ms"]
    assert describe("wall", list(range(100, 0, -1))) == {
        "wall_p50_ms": 51,
        "wall_p95_ms": 96,
        "wall_p99_ms": 100,
    }


def test_figures_replace_those_of_the_same_set_and_size_only(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    for passages, median in ((9, 1.0), (5, 2.0), (9, 3.0)):
        store(path, "seeds", passages, {"wall_p50_ms": median})
    rows = json.loads(path.read_text())["rows"]
    assert [(row["passages"], row["wall_p50_ms"]) for row in rows] == [(5, 2.0), (9, 3.0)]


def test_the_stored_figures_name_their_questions_and_the_load() -> None:
    rows = json.loads(OUT.read_text())["rows"]
    assert rows
    assert all(
        {"set", "passages", "questions", "wall_p50_ms", "cpu_p99_ms", "load"} <= row.keys() for row in rows
    )
