"""Other processes analyse and encode; whatever becomes of them, the index is the same to the byte."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.config import Settings
from assistant.embed import Encoder, make_encoder
from assistant.errors import EncoderError
from assistant.index import IndexEntry, write_generation
from assistant.index.generations import find_generation
from assistant.index.prepared import prepare
from assistant.ingest import cut_passages, load_document
from assistant.ingestion import analysts, ingest, run
from assistant.ingestion.analyst import pack_prepared, unpack_prepared
from assistant.ingestion.analysts import Analysts
from assistant.types import Document

from .conftest import BRIDGE, FERRY, MILL, contents, find_processes

Write = Callable[[Mapping[str, str | bytes]], None]
ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
SETTINGS = Settings(corpus=CORPUS)
MODULE = "assistant.ingestion.analyst"


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    """The bundled one."""
    return make_encoder(SETTINGS)


@pytest.fixture(scope="module")
def entries() -> list[IndexEntry]:
    """Texts of the sample corpus, and a document without any."""
    files = [path for path in sorted(CORPUS.rglob("*")) if path.suffix in {".md", ".txt"}]
    documents = [load_document(path, CORPUS, SETTINGS) for path in files]
    read = [IndexEntry(item, tuple(cut_passages(item, SETTINGS.passage_chars)), ()) for item in documents]
    nothing = Document(id="leeg", path="leeg", sha256="", title="Leeg", text="", blocks=())
    return [*read, IndexEntry(nothing, (), ())]


@pytest.fixture(scope="module")
def alone(
    entries: list[IndexEntry], encoder: Encoder, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """The files of an index that one process wrote."""
    folder = tmp_path_factory.mktemp("alleen")
    write_generation(folder, entries, encoder)
    return contents(find_generation(folder))


def write_with(
    count: int,
    folder: Path,
    entries: list[IndexEntry],
    encoder: Encoder,
    act: Callable[[list[int]], None] = lambda _: None,
) -> dict[str, bytes]:
    """The files of an index for which so many processes work; `act` gets their numbers first."""
    with Analysts(SETTINGS, encoder, count) as several:
        act([process._popen.pid for process in several._all])
        write_generation(folder, several.prepare(entries), encoder, analyse=several.analyse)
    assert not find_processes(os.getpid(), MODULE)
    return contents(find_generation(folder))


@pytest.mark.parametrize("count", [1, 3])
def test_the_index_is_the_same_to_the_byte_whoever_prepares_it(
    count: int,
    tmp_path: Path,
    entries: list[IndexEntry],
    encoder: Encoder,
    alone: dict[str, bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(analysts, "_BATCH_CHARS", 5_000)
    monkeypatch.setattr(analysts, "CHUNK_WORDS", 100)
    monkeypatch.setattr(analysts, "prepare", None)  # not here: in those processes
    monkeypatch.setattr(analysts, "analyse_chunk", None)
    assert write_with(count, tmp_path, entries, encoder) == alone


def test_processes_that_are_killed_are_replaced(
    tmp_path: Path,
    entries: list[IndexEntry],
    encoder: Encoder,
    alone: dict[str, bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(analysts, "prepare", None)

    def kill(processes: list[int]) -> None:
        for process in processes:
            os.kill(process, signal.SIGKILL)

    assert write_with(2, tmp_path, entries, encoder, kill) == alone


def test_processes_that_hang_are_stopped_and_the_work_is_done_here(
    tmp_path: Path,
    entries: list[IndexEntry],
    encoder: Encoder,
    alone: dict[str, bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(analysts, "_MOST_SECONDS", 0.0)
    monkeypatch.setattr(analysts, "_CHARS_PER_S", 1e12)
    monkeypatch.setattr(analysts, "_LOOK_S", 0.01)

    def stop(processes: list[int]) -> None:
        for process in processes:
            os.kill(process, signal.SIGSTOP)

    assert write_with(1, tmp_path, entries, encoder, stop) == alone


def test_without_room_for_processes_the_work_is_done_here(
    tmp_path: Path,
    entries: list[IndexEntry],
    encoder: Encoder,
    alone: dict[str, bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise BlockingIOError

    monkeypatch.setattr(analysts, "_Process", refuse)
    assert write_with(2, tmp_path, entries, encoder) == alone


def test_an_error_comes_out_and_leaves_no_process(
    entries: list[IndexEntry], encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise EncoderError("onbruikbaar")

    monkeypatch.setattr(analysts, "prepare", fail)
    monkeypatch.setattr(analysts, "unpack_prepared", fail)
    with pytest.raises(EncoderError), Analysts(SETTINGS, encoder, 1) as several:
        list(several.prepare(entries))
    assert not find_processes(os.getpid(), MODULE)


def test_what_is_sent_back_is_what_was_made(encoder: Encoder) -> None:
    text = "De Regionale Energie Strategie (RES) is er. " * 3
    made = [prepare(text, [text, "Kort."], ["Titel", "Titel"], encoder), prepare("", [], [], encoder)]
    for given, found in zip(made, unpack_prepared(*pack_prepared(made)), strict=True):
        assert found.definitions == given.definitions
        assert (found.body.words, found.heads.words) == (given.body.words, given.heads.words)
        for one, other in (
            (found.body.numbers, given.body.numbers),
            (found.body.sizes, given.body.sizes),
            (found.heads.numbers, given.heads.numbers),
            (found.sizes, given.sizes),
            (found.vectors.passages, given.vectors.passages),
            (found.vectors.sentences.rows, given.vectors.sentences.rows),
            (found.vectors.sentences.scales, given.vectors.sentences.scales),
        ):
            assert one.dtype == other.dtype
            assert np.array_equal(one, other)
    assert made[0].definitions == (("RES", "Regionale Energie Strategie"),)


def test_ingest_uses_them_when_much_is_new(
    settings: Settings, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"veer.txt": FERRY, "brug.txt": BRIDGE, "molen.txt": MILL})
    used: list[int] = []

    class Counted(Analysts):
        def __init__(self, settings: Settings, encoder: Encoder, count: int) -> None:
            used.append(count)
            super().__init__(settings, encoder, count)

    monkeypatch.setattr(run, "Analysts", Counted)
    few = ingest(replace(settings, index=settings.index.with_name("weinig")))
    assert used == []
    monkeypatch.setattr(run, "_MANY_PASSAGES", 3)
    one = ingest(replace(settings, index=settings.index.with_name("een"), workers=1))
    assert used == []
    assert ingest(settings).generation == one.generation == few.generation
    assert used == [2]
    write({"veer.txt": FERRY + MILL})
    ingest(settings)
    assert used == [2]


_WAITING = """
import sys, time
from assistant.config import Settings
from assistant.embed import make_encoder
from assistant.ingestion.analysts import Analysts

with Analysts(Settings(), make_encoder(Settings()), 2) as several:
    list(several.analyse(["woord"]))
    print("klaar", flush=True)
    time.sleep(60)
"""


def test_no_process_is_left_when_the_program_is_killed() -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", _WAITING],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "klaar\n"
    below = [process for process in find_processes(program.pid, MODULE) if process != program.pid]
    assert len(below) == 2
    program.kill()
    program.wait(timeout=10)
    program.stdout.close()
    end = time.monotonic() + 60
    while (left := set(find_processes(None, MODULE)) & set(below)) and time.monotonic() < end:
        time.sleep(0.05)
    assert not left
