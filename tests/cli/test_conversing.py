"""A conversation in the terminal."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]
ROUTE = "Wie opende de fietsroute tussen Reusel en Arendonk?"


def say(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_a_follow_up_is_shown_as_it_was_understood(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, ROUTE, "Hoeveel kostte die?")
    done = run("ask", "--chat")
    first, _, second = done.out.partition("Begrepen als: ")
    assert (done.code, done.err) == (0, "")
    assert first.startswith("Pieter Smulders")
    assert "fietsroute" in second.splitlines()[0]
    assert second.splitlines()[2] == "380.000 euro"


def test_the_first_question_may_stand_on_the_command_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, "Hoeveel kostte die?")
    answers = [json.loads(line) for line in run("ask", "--chat", "--json", ROUTE).out.splitlines()]
    assert [answer["kort"] for answer in answers] == ["Pieter Smulders", "380.000 euro"]
    assert "begrepen" in answers[1]


def test_an_empty_line_ends_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, ROUTE, "", "Hoeveel kostte die?")
    assert "Begrepen als" not in run("ask", "--chat").out


def test_a_question_that_cannot_be_asked_is_told_and_the_next_is_answered(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(monkeypatch, "a" * 2_001, ROUTE)
    done = run("ask", "--chat")
    assert done.code == 0
    assert "hoogstens 2000" in done.err
    assert "Pieter Smulders" in done.out


@pytest.mark.parametrize("given", [("-o", "uit.csv"), ("--batch", "-", "-o", "uit.csv")])
def test_a_conversation_writes_no_file(run: Run, given: tuple[str, ...]) -> None:
    done = run("ask", "--chat", *given)
    assert done.code == 2


def test_without_a_terminal_and_a_question_there_is_no_conversation(run: Run) -> None:
    done = run("ask")
    assert done.code == 2
    assert "Stel een vraag" in done.err
