from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest

Run = Callable[..., Any]


@pytest.fixture
def places(tmp_path: Path) -> list[object]:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "brug.txt").write_text(
        "Nota brug\n\nDe brug bij Lommel is in 2021 gebouwd door firma Peeters.\n"
    )
    return ["--corpus", corpus, "--index", tmp_path / "index"]


def start(*argv: object, **given: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "assistant", *map(str, argv)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **given,
    )


def test_ingest_tells_what_was_added_changed_removed_and_failed(
    run: Run, places: list[object], tmp_path: Path
) -> None:
    corpus = tmp_path / "corpus"
    first = run("ingest", *places)
    assert (first.code, first.err) == (0, "")
    assert "Toegevoegd: 1\n  brug.txt\n" in first.out
    assert "De index telt 1 documenten" in first.out
    (corpus / "brug.txt").write_text("Nota brug\n\nDe brug bij Lommel is in 2022 gebouwd door firma Claes.\n")
    (corpus / "leeg.txt").write_text("")
    second = run("ingest", *places)
    assert second.code == 1
    assert "Gewijzigd: 1\n  brug.txt\n" in second.out
    assert second.err.startswith("mislukt: leeg.txt: ")
    (corpus / "leeg.txt").unlink()
    (corpus / "tunnel.txt").write_text("Nota tunnel\n\nDe tunnel bij Mol is in 2022 geopend.\n")
    (corpus / "brug.txt").unlink()
    report = json.loads(run("ingest", *places, "--json").out)
    assert (report["toegevoegd"], report["verwijderd"], report["mislukt"]) == (
        ["tunnel.txt"],
        ["brug.txt"],
        0,
    )


def test_a_corpus_folder_that_does_not_exist_is_wrong_use(run: Run, tmp_path: Path) -> None:
    done = run("ingest", "--corpus", tmp_path / "nergens", "--index", tmp_path / "index")
    assert done.code == 2
    assert "nergens" in done.err


def test_the_status_is_told(run: Run) -> None:
    status = json.loads(run("status", "--json").out)
    assert (status["documenten"], status["mislukt"], status["model"]) == (4, 0, "leeswijzer-nl")
    shown = run("status").out
    assert "Documenten:    4\n" in shown
    assert status["index"] in shown


def test_settings_come_from_the_environment_too(
    places: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from assistant.cli import main

    monkeypatch.setenv("LEESWIJZER_CORPUS", str(tmp_path / "corpus"))
    monkeypatch.setenv("LEESWIJZER_INDEX", str(tmp_path / "index"))
    assert main(["ingest"]) == 0
    assert main(["status"]) == 0
    monkeypatch.setenv("LEESWIJZER_WORKERS", "veel")
    assert main(["status"]) == 2
    assert "LEESWIJZER_WORKERS" in capsys.readouterr().err


def test_serve_tells_its_address_answers_and_stops(places: list[object], run: Run) -> None:
    run("ingest", *places)
    server = start("serve", "--port", 0, *places)
    try:
        assert server.stdout is not None
        told = server.stdout.readline()
        assert told.startswith("Leeswijzer staat klaar op http://127.0.0.1:")
        address = told.split()[4]
        answer = httpx2.post(f"{address}v1/antwoorden", json={"vraag": "Wie bouwde de brug?"}, timeout=30)
    finally:
        server.send_signal(signal.SIGINT)
        _, errors = server.communicate(timeout=20)
    assert answer.json()["volledigheid"]["doorzocht"] == 1
    assert "POST /v1/antwoorden 200" in errors
    assert "Traceback" not in errors


def test_a_port_that_is_taken_is_wrong_use(run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("serve", "--port", taken.getsockname()[1])
    assert done.code == 2
    assert "al in gebruik" in done.err
    assert "--port 8001" in done.err


def test_a_reader_that_stops_early_is_no_trouble(small_settings: Any) -> None:
    """A closed pipe, as in `leeswijzer extract | head -1`."""
    places = ["--corpus", small_settings.corpus, "--index", small_settings.index]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "assistant", "extract", *map(str, places)],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")


def test_an_unknown_evaluation_is_wrong_use(run: Run) -> None:
    done = run("evaluate", "bestaat-niet")
    assert done.code == 2
    assert "bestaat-niet" in done.err
