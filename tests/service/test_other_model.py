"""An index that another model made: the service and the command line refuse it and tell both ways out."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.config import Settings


def read(address: str) -> tuple[int, dict[str, object]]:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read())


def test_the_service_lives_but_does_not_answer_from_it(
    small_settings: Settings, tiny_model: Path, serve_settings: Callable[..., AbstractContextManager[str]]
) -> None:
    with serve_settings(replace(small_settings, encoder=str(tiny_model))) as address:
        status, health = read(f"{address}/v1/health")
        refused, problem = read(f"{address}/v1/documenten")
    assert (status, health["status"]) == (200, "geen index")
    assert refused == 503
    for told in (health["melding"], problem["detail"]):
        assert "leeswijzer ingest" in str(told)
        assert "LEESWIJZER_ENCODER" in str(told)
        assert str(tiny_model) not in str(told)


@pytest.mark.parametrize("command", [["status"], ["search", "laadpalen"], ["ask", "Hoeveel laadpalen?"]])
def test_the_command_line_names_both_models_and_both_ways_out(
    small_settings: Settings,
    tiny_model: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: list[str],
) -> None:
    monkeypatch.setenv("LEESWIJZER_ENCODER", str(tiny_model))
    assert main(["--index", str(small_settings.index), *command]) == 3
    said = capsys.readouterr().err
    assert "'leeswijzer-nl'" in said
    assert "(24)" in said
    assert "leeswijzer ingest" in said
    assert "LEESWIJZER_ENCODER ('leeswijzer-nl')" in said
