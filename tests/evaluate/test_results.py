from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import UsageError
from assistant.evaluate.metrics import Figure, Row
from assistant.evaluate.results import (
    Result,
    find_previous,
    load_result,
    load_results,
    read_commit,
    write_result,
)

SEARCHED = Result(
    "retrieval", "hybrid", (Row("decisions-title", 9, 0, (Figure("nDCG@10", 0.9, None, None, 9),)),)
)
ROW = Row("totaal", 8, 2, (Figure("right", 0.75, 0.5, 1.0, 8), Figure("declined", 1.0, 1.0, 1.0, 2)))
RESULT = Result("seeds", "answers", (ROW,), (("encoder", "leeswijzer-nl"),), None, "abc1234567")


def test_a_result_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    path = write_result(RESULT, tmp_path / "results")
    assert path.name == "seeds-answers.json"
    assert load_result(path) == RESULT
    assert load_results(tmp_path / "results") == (RESULT,)
    assert find_previous(RESULT, tmp_path / "results") == RESULT


def test_a_figure_without_an_interval_keeps_none(tmp_path: Path) -> None:
    assert load_result(write_result(SEARCHED, tmp_path)) == SEARCHED


def test_a_split_has_a_file_of_its_own(tmp_path: Path) -> None:
    held = replace(RESULT, split="held", commit=None)
    assert write_result(held, tmp_path).name == "seeds-answers-held.json"
    assert load_result(tmp_path / "seeds-answers-held.json") == held
    assert find_previous(RESULT, tmp_path) is None


def test_the_same_result_gives_the_same_bytes_and_no_date(tmp_path: Path) -> None:
    first = write_result(RESULT, tmp_path / "a").read_bytes()
    assert first == write_result(RESULT, tmp_path / "b").read_bytes()
    assert set(json.loads(first)) == {"name", "method", "commit", "settings", "rows"}


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"name": 1, "method": "m", "settings": {}, "rows": [1]}'])
def test_a_file_that_is_no_result_is_refused_by_name(tmp_path: Path, text: str) -> None:
    (tmp_path / "kapot.json").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"kapot\.json: dit is geen geldig resultaat"):
        load_result(tmp_path / "kapot.json")


def test_outside_a_repository_there_is_no_commit(tmp_path: Path) -> None:
    assert read_commit(tmp_path) is None


def test_the_commit_carries_a_plus_when_code_was_changed_since(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=t", "-c", "user.email=t@example.org")
        subprocess.run(["git", "-C", str(tmp_path), *identity, *arguments], check=True, capture_output=True)

    git("init")
    (tmp_path / "assistant").mkdir()
    code = tmp_path / "assistant" / "a.py"
    code.write_text("one", encoding="utf-8")
    git("add", ".")
    git("commit", "-m", "one")
    clean = read_commit(tmp_path)
    assert clean is not None and re.fullmatch(r"[0-9a-f]{10}", clean)
    (tmp_path / "README.md").write_text("words", encoding="utf-8")
    assert read_commit(tmp_path) == clean
    code.write_text("two", encoding="utf-8")
    assert read_commit(tmp_path) == f"{clean}+"
