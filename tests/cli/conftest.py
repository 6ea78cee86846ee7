"""Running the command line in this process over the small index."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from assistant.cli import main, progress
from assistant.config import Settings


@dataclass(frozen=True)
class Outcome:
    """What a command left: its exit code and what it wrote."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, small_settings: Settings
) -> Callable[..., Outcome]:
    """Run `leeswijzer` with the small corpus and index, unless other places are given.

    However busy the machine is, it does not tell how far it is.
    """
    monkeypatch.setattr(progress, "_QUIET_S", float("inf"))

    def call(*argv: object) -> Outcome:
        places = ["--corpus", str(small_settings.corpus), "--index", str(small_settings.index)]
        code = main([*places, *map(str, argv)])
        told = capsys.readouterr()
        return Outcome(code, told.out, told.err)

    return call
