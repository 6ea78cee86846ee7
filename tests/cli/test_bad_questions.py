"""Questions that are none: an answer or a clear message, never a stack trace, never a long wait."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.mark.parametrize("command", ["ask", "search"])
def test_anything_is_answered_or_refused_within_a_second(run: Run, command: str, bad_question: str) -> None:
    begin = time.process_time()
    done = run(command, "--", bad_question)
    assert time.process_time() - begin < 5.0  # a second on a quiet machine, opening the index included
    assert done.code in (0, 2)
    assert bool(done.out) != bool(done.err)
    assert "Traceback" not in done.err
    assert "\x1b" not in done.out + done.err


def test_half_of_a_surrogate_pair_is_left_out(run: Run) -> None:
    assert run("search", "subsidie \udc80laadpalen").out == run("search", "subsidie laadpalen").out


def test_signs_without_width_do_not_hide_a_word(run: Run) -> None:
    assert run("search", "laad\u200bpalen").out == run("search", "laadpalen").out != ""


def test_a_batch_goes_on_behind_every_one_of_them(
    run: Run, tmp_path: Path, bad_questions: dict[str, str]
) -> None:
    batch = tmp_path / "vragen.jsonl"
    lines = [json.dumps({"kenmerk": name, "vraag": text}) for name, text in bad_questions.items()]
    batch.write_text(
        "\n".join([*lines, '{"kenmerk": "half", "vraag": "laadpalen \\ud800"}']), encoding="utf-8"
    )
    done = run("ask", "--batch", batch)
    answered = {json.loads(line)["kenmerk"] for line in done.out.splitlines()}
    refused = [line for line in done.err.splitlines() if line.startswith("regel ")]
    assert done.code == 1
    assert len(answered) + len(refused) == len(bad_questions) + 1
    assert any("hoogstens" in line for line in refused)
    assert "Traceback" not in done.err
