"""How far a run is: a bar for a terminal, a line now and then for a log."""

from __future__ import annotations

import pytest

from assistant.cli import progress
from assistant.cli.progress import show_progress


def test_a_log_gets_a_line_now_and_then_with_rate_and_time_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = [100.0]
    monkeypatch.setattr(progress, "monotonic", lambda: clock[0])
    with show_progress("Inlezen") as step:
        for done in range(11):
            step("lezen", done, 200, "a.pdf")
            clock[0] += 5
    assert capsys.readouterr().err.splitlines() == [
        "lezen: 3 van 200 (12,0 per min, nog 0:16:25)",
        "lezen: 6 van 200 (12,0 per min, nog 0:16:10)",
        "lezen: 9 van 200 (12,0 per min, nog 0:15:55)",
    ]


def test_a_short_run_says_nothing_in_a_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "monotonic", lambda: 100.0)
    with show_progress("Inlezen") as step:
        step("lezen", 1, 2, "a.pdf")
    assert capsys.readouterr().err == ""


def test_a_terminal_gets_a_bar_with_the_file_under_way(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import io

    from rich.console import Console

    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr(
        progress,
        "_make_console",
        lambda: Console(file=stream, force_terminal=True, width=120, color_system=None),
    )
    with show_progress("Inlezen") as step:
        step("bekijken", 0, 0)
        step("lezen", 0, 4, "map/[b]vet\x1b[2J.pdf")
        step("lezen", 2, 4, "map/[b]vet\x1b[2J.pdf")
    shown = stream.getvalue()
    assert "lezen" in shown
    assert "2/4" in shown
    assert "map/[b]vet�[2J.pdf" in shown
