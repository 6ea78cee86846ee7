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
        _, errors = server.communicate(timeout=60)
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


def test_a_question_is_answered_differently_before_and_after_each_change_of_the_folder(
    run: Run, places: list[object], tmp_path: Path
) -> None:
    """Added, changed, renamed, removed: a question before and one after, all through the command line."""
    corpus = tmp_path / "corpus"

    def ask(question: str) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(run("ask", question, *places, "--json").out)
        return answer

    def ingest() -> None:
        assert run("ingest", *places).code == 0

    tunnel = "Welke firma bouwde de tunnel bij Mol?"
    ingest()
    assert not ask(tunnel)["beantwoord"]
    (corpus / "tunnel.txt").write_text(
        "Nota tunnel\n\nDe tunnel bij Mol is in 2022 gebouwd door firma Claes.\n"
    )
    ingest()
    assert ask(tunnel)["kort"] == "Claes"
    (corpus / "tunnel.txt").write_text(
        "Nota tunnel\n\nDe tunnel bij Mol is in 2022 gebouwd door firma Aerts.\n"
    )
    ingest()
    assert ask(tunnel)["kort"] == "Aerts"
    assert [source["bestand"] for source in ask(tunnel)["bronnen"]] == ["tunnel.txt"]
    (corpus / "werken").mkdir()
    (corpus / "tunnel.txt").rename(corpus / "werken" / "Tunnel.txt")
    ingest()
    assert [source["bestand"] for source in ask(tunnel)["bronnen"]] == ["werken/Tunnel.txt"]
    (corpus / "werken" / "Tunnel.txt").unlink()
    ingest()
    assert not ask(tunnel)["beantwoord"]


def test_failures_are_told_by_reason_and_kept_with_the_time_they_began(
    run: Run, places: list[object], tmp_path: Path
) -> None:
    corpus = tmp_path / "corpus"
    for name in ("leeg.txt", "ook leeg.md", "\x1b[31mrood.txt"):
        (corpus / name).write_text("")
    (corpus / "beeld.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    done = run("ingest", *places)
    assert done.code == 1
    assert "Mislukt: 4\n  3 x het bestand is leeg\n  1 x " in done.out
    assert "\x1b" not in done.out + done.err
    assert [line.split(": ")[1] for line in done.err.splitlines()] == [
        *("�[31mrood.txt", "leeg.txt", "ook leeg.md"),
        "beeld.txt",
    ]
    status = json.loads(run("status", *places, "--json").out)
    assert len(status["mislukkingen"]) == 4
    assert all(failure["sinds"].startswith("20") for failure in status["mislukkingen"])
    assert status["ingelezen"]["toegevoegd"] == 1
    assert sum(status["soorten"].values()) == 1
    shown = run("status", *places).out
    assert "leeg.txt: het bestand is leeg (sinds " in shown
    assert "1 toegevoegd; " in shown
    assert "\x1b" not in shown


def test_everything_is_read_again_when_asked(run: Run, places: list[object]) -> None:
    run("ingest", *places)
    assert "Ongewijzigd: 1" in run("ingest", *places).out
    assert "Gewijzigd: 1\n  brug.txt\n" in run("ingest", "--fresh", *places).out


def test_a_second_ingest_says_at_once_who_is_at_work(run: Run, places: list[object], tmp_path: Path) -> None:
    from assistant.index.generations import INGEST_LOCK_FILE, lock_index

    with lock_index(tmp_path / "index", INGEST_LOCK_FILE):
        done = run("ingest", *places)
    assert done.code == 3
    assert f"(proces {os.getpid()}, sinds " in done.err
    assert run("ingest", *places).code == 0


def wait_for(process: subprocess.Popen[str], words: str) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if words in line:
            return line
    raise AssertionError(f"{words!r} was never told")


def test_a_followed_folder_is_read_again_at_every_change_until_interrupted(
    run: Run, places: list[object], tmp_path: Path
) -> None:
    corpus = tmp_path / "corpus"
    follower = start("ingest", "--watch", *places)
    try:
        wait_for(follower, "toegevoegd: brug.txt")
        (corpus / "map").mkdir()
        (corpus / "map" / "tunnel.txt").write_text("Nota tunnel\n\nDe tunnel bij Mol is in 2022 geopend.\n")
        wait_for(follower, "toegevoegd: map/tunnel.txt")
        (corpus / "kapot.pdf").write_bytes(b"%PDF-1.4 niets")
        (corpus / "map").rename(corpus / "werken")
        wait_for(follower, "hernoemd: werken/tunnel.txt")
        (corpus / "brug.txt").unlink()
        wait_for(follower, "verwijderd: brug.txt")
    finally:
        follower.send_signal(signal.SIGINT)
        told, errors = follower.communicate(timeout=60)
    assert (follower.returncode, told.splitlines()[-1]) == (0, "Gestopt.")
    assert errors.startswith("mislukt: kapot.pdf: ")
    assert "Traceback" not in errors
    status = json.loads(run("status", *places, "--json").out)
    assert (status["documenten"], status["mislukt"]) == (1, 1)


def test_a_followed_folder_survives_a_run_that_fails(places: list[object], tmp_path: Path) -> None:
    from assistant.index.generations import INGEST_LOCK_FILE, lock_index

    with lock_index(tmp_path / "index", INGEST_LOCK_FILE):
        follower = start("ingest", "--watch", *places)
        assert follower.stderr is not None
        assert "Een andere ingest" in follower.stderr.readline()
    try:
        wait_for(follower, "toegevoegd: brug.txt")
    finally:
        follower.send_signal(signal.SIGINT)
        follower.communicate(timeout=60)
    assert follower.returncode == 0


def test_a_service_answers_from_what_a_followed_folder_brings(places: list[object], tmp_path: Path) -> None:
    follower = start("ingest", "--watch", *places)
    server = None
    try:
        wait_for(follower, "toegevoegd: brug.txt")
        server = start("serve", "--port", 0, *places)
        address = wait_for(server, "staat klaar").split()[4]
        (tmp_path / "corpus" / "tunnel.txt").write_text(
            "Nota tunnel\n\nDe tunnel bij Mol is gebouwd door firma Claes.\n"
        )
        wait_for(follower, "toegevoegd: tunnel.txt")
        asked = {"vraag": "Welke firma bouwde de tunnel bij Mol?"}
        answer = httpx2.post(f"{address}v1/antwoorden", json=asked, timeout=30)
        assert answer.json()["kort"] == "Claes"
    finally:
        for process in filter(None, (server, follower)):
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=60)


def test_a_folder_that_does_not_exist_cannot_be_followed(run: Run, tmp_path: Path) -> None:
    done = run("ingest", "--watch", "--corpus", tmp_path / "nergens", "--index", tmp_path / "index")
    assert (done.code, "bestaat niet" in done.err) == (2, True)
