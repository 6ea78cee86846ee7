"""A batch of questions that is cut off goes on where it was, and gives the same bytes."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.config import Settings

Run = Callable[..., Any]
QUESTIONS = (
    "Hoeveel subsidie stelt de provincie beschikbaar voor laadpalen?",
    "Wie opende de fietsroute?",
    "Hoe hoog is de Mont Blanc?",
)


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """Write a batch that two processes share, with one bad line."""
    path = tmp_path / "vragen.jsonl"
    lines = [json.dumps({"kenmerk": n, "vraag": f"{QUESTIONS[n % 3]} ({n})"}) for n in range(150)]
    path.write_text("\n".join([*lines[:5], "{stuk", *lines[5:]]) + "\n")
    return path


def lines_of(path: Path) -> int:
    return path.read_bytes().count(b"\n") if path.exists() else 0


def start(settings: Settings, asked: Path, target: Path) -> subprocess.Popen[bytes]:
    places = ["--corpus", settings.corpus, "--index", settings.index]
    argv = [sys.executable, "-m", "assistant", *places, "ask", "--batch", asked, "-o", target]
    return subprocess.Popen(
        list(map(str, argv)), stderr=subprocess.DEVNULL, env={**os.environ, "LEESWIJZER_WORKERS": "2"}
    )


def test_a_batch_that_was_killed_gives_the_bytes_of_one_that_was_not(
    small_settings: Settings, asked: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, target = tmp_path / "heel.jsonl", tmp_path / "deel.jsonl"
    left = target.with_name("deel.jsonl.bezig")
    monkeypatch.setenv("LEESWIJZER_WORKERS", "1")
    assert run("ask", "--batch", asked, "-o", whole).code == 1
    process = start(small_settings, asked, target)
    deadline = time.monotonic() + 180
    while lines_of(left) < 20 and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.wait()
    if not target.exists():  # a fast machine may have ended it
        assert lines_of(left) >= 20
    assert start(small_settings, asked, target).wait(timeout=120) == 1
    assert target.read_bytes() == whole.read_bytes()
    assert not left.exists()
    assert sorted(path.name for path in tmp_path.glob("*.jsonl*") if not path.name.startswith(".")) == [
        "deel.jsonl",
        "heel.jsonl",
        "vragen.jsonl",
    ]


def begin(run: Run, asked: Path, target: Path, monkeypatch: pytest.MonkeyPatch, keep: int) -> Path:
    """Leave what a batch that stops after `keep` lines leaves."""
    from assistant.cli import asking

    answer = asking.answer_all

    def stop(*given: Any) -> Any:
        for number, outcome in enumerate(answer(*given)):
            if number == keep:
                raise KeyboardInterrupt
            yield outcome

    with monkeypatch.context() as patch:
        patch.setattr(asking, "answer_all", stop)
        assert run("ask", "--batch", asked, "-o", target).code != 0
    return target.with_name(target.name + ".bezig")


def test_only_what_is_left_is_answered_and_a_line_cut_off_counts_for_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, target = tmp_path / "v.jsonl", tmp_path / "a.csv"
    asked.write_text("".join(json.dumps({"vraag": question}) + "\n" for question in QUESTIONS))
    left = begin(run, asked, target, monkeypatch, keep=2)
    assert lines_of(left) == 3
    raw = left.read_bytes()
    left.write_bytes(raw[:-5])
    done = run("ask", "--batch", asked, "-o", target)
    assert (done.code, done.err) == (0, "Verder na de eerste 1 van 3 regels.\n")
    found = target.read_bytes()
    assert not left.exists()
    assert run("ask", "--batch", asked, "-o", target).err == ""
    assert target.read_bytes() == found


def test_other_questions_begin_anew(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, target = tmp_path / "v.jsonl", tmp_path / "a.jsonl"
    asked.write_text("".join(json.dumps({"vraag": question}) + "\n" for question in QUESTIONS))
    begin(run, asked, target, monkeypatch, keep=2)
    asked.write_text(json.dumps({"vraag": QUESTIONS[1]}) + "\n")
    done = run("ask", "--batch", asked, "-o", target)
    assert (done.code, done.err) == (0, "")
    assert [json.loads(line)["vraag"] for line in target.read_text().splitlines()] == [QUESTIONS[1]]


def test_a_second_run_into_the_same_file_is_told(run: Run, tmp_path: Path) -> None:
    asked, target = tmp_path / "v.jsonl", tmp_path / "a.jsonl"
    asked.write_text(json.dumps({"vraag": QUESTIONS[1]}) + "\n")
    with target.with_name("a.jsonl.bezig").open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        done = run("ask", "--batch", asked, "-o", target)
    assert (done.code, target.exists()) == (2, False)
    assert "een ander proces schrijft nu deze antwoorden" in done.err
