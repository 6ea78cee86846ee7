"""A file that crashes, hangs, takes all memory or gives too much costs only itself, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.config import Settings
from assistant.errors import ReadersError
from assistant.ingestion import process as process_module
from assistant.ingestion.pool import Readers
from assistant.ingestion.tasks import CRASH, MEMORY, TIME, Began, Event, Failed, Finished, Got, Task

from .conftest import BRIDGE, FERRY, MILL, find_processes, make_zip

Write = Callable[[Mapping[str, str | bytes]], None]
ROOT = Path(__file__).resolve().parents[2]


def read(settings: Settings, names: list[str]) -> list[Event]:
    """Read files and look that no process is left."""
    with Readers(settings, 2) as readers:
        told = list(readers.read([Task(name, (settings.corpus / name).stat().st_size) for name in names]))
    assert not find_processes(os.getpid(), "assistant.ingestion.worker")
    return told


def find_reader(readers: Readers, path: str) -> int:
    """The process that is reading `path` now."""
    return next(item._popen.pid for item in readers._processes if item.job and item.job.current == path)


def outcomes(events: list[Event]) -> dict[str, str]:
    """For each file what came of it: "read", or the cause of its failure with the reason."""
    found: dict[str, str] = {}
    for event in events:
        if isinstance(event, Got):
            found[event.task.name] = "read"
        elif isinstance(event, Failed):
            found[event.failure.path] = f"{event.cause}: {event.failure.reason}"
    return found


def test_files_are_read_with_their_passages_and_facts(settings: Settings, write: Write) -> None:
    write({"a.txt": FERRY, "b.txt": BRIDGE})
    events = read(settings, ["a.txt", "b.txt"])
    assert outcomes(events) == {"a.txt": "read", "b.txt": "read"}
    assert sum(isinstance(event, Finished) for event in events) == 2


def test_a_file_that_hangs_is_stopped_in_time_and_the_others_do_not_wait(
    settings: Settings, write: Write
) -> None:
    write({"hang.txt": FERRY, "a.txt": BRIDGE, "b.txt": MILL, "c.txt": FERRY + BRIDGE})

    limited = replace(settings, max_file_seconds=3)
    began = time.monotonic()
    finished: list[tuple[str, float]] = []
    with Readers(limited, 2) as readers:
        for event in readers.read([Task(name) for name in ("hang.txt", "a.txt", "b.txt", "c.txt")]):
            if isinstance(event, Began) and event.path == "hang.txt":
                os.kill(find_reader(readers, "hang.txt"), signal.SIGSTOP)
            if isinstance(event, Finished):
                finished.append((event.task.name, time.monotonic() - began))
            if isinstance(event, Failed):
                assert (event.failure.path, event.cause) == ("hang.txt", TIME)
                assert "3 seconden" in event.failure.reason
                assert "LEESWIJZER_MAX_FILE_SECONDS" in event.failure.reason
    assert [name for name, _ in finished][-1] == "hang.txt"
    assert 3 <= finished[-1][1] < 60  # soon after the limit, however busy the machine is
    assert not find_processes(os.getpid(), "assistant.ingestion.worker")


def test_a_file_that_kills_its_process_each_time_is_named_and_the_rest_is_read(
    settings: Settings, write: Write
) -> None:
    write({"dood.txt": FERRY, "a.txt": BRIDGE, "b.txt": MILL})
    kills = 0
    events: list[Event] = []
    with Readers(settings, 2) as readers:
        for event in readers.read([Task(name) for name in ("dood.txt", "a.txt", "b.txt")]):
            if isinstance(event, Began) and event.path == "dood.txt":
                os.kill(find_reader(readers, "dood.txt"), signal.SIGSEGV)
                kills += 1
            events.append(event)
    found = outcomes(events)
    assert found.pop("dood.txt").startswith(f"{CRASH}: het lezen is afgebroken")
    assert found == {"a.txt": "read", "b.txt": "read"}
    assert kills == 2


def test_fault_20_a_file_that_takes_too_much_memory_is_named_with_the_limit(
    settings: Settings, write: Write
) -> None:
    write({"groot.txt": "woord en nog een woord. " * 1_200_000, "a.txt": BRIDGE})
    small = replace(settings, max_worker_bytes=250 * 2**20)
    found = outcomes(read(small, ["groot.txt", "a.txt"]))
    assert found["a.txt"] == "read"
    assert found["groot.txt"].startswith(f"{MEMORY}: het lezen kostte meer dan 250 MB geheugen")


def test_a_text_of_too_many_characters_is_refused(settings: Settings, write: Write) -> None:
    write({"lang.txt": MILL * 100, "a.txt": BRIDGE})
    found = outcomes(read(replace(settings, max_document_chars=1_000), ["lang.txt", "a.txt"]))
    assert found["a.txt"] == "read"
    assert "de grens is 1000" in found["lang.txt"]


def test_a_member_that_hangs_costs_only_that_member(
    settings: Settings, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process_module, "_SECONDS_PER_MB", 0.0)
    members = {f"{number}.txt": f"Nota {number}. {MILL}" for number in range(5)}
    members["2.txt"] = MILL * 30_000  # long enough to be still under way when it is stopped
    write({"map/bundel.zip": make_zip(members)})
    limited = replace(settings, max_file_seconds=2)
    events: list[Event] = []
    with Readers(limited, 1) as readers:
        for event in readers.read([Task("map/bundel.zip")]):
            if isinstance(event, Began) and event.path == "map/bundel.zip/2.txt":
                os.kill(find_reader(readers, event.path), signal.SIGSTOP)
            events.append(event)
    began = [event.path for event in events if isinstance(event, Began)]
    assert began == [f"map/bundel.zip/{number}.txt" for number in range(5)]
    assert [event.failure.path for event in events if isinstance(event, Failed)] == ["map/bundel.zip/2.txt"]
    assert [event.task.name for event in events if isinstance(event, Got)] == ["map/bundel.zip"] * 4


def test_processes_that_cannot_start_are_no_fault_of_the_files(
    settings: Settings, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"a.txt": FERRY})
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(ReadersError, match="kunnen niet starten"):
        read(settings, ["a.txt"])


_WAITING = """
import sys, time
from pathlib import Path
from assistant.config import Settings
from assistant.ingestion.pool import Readers
from assistant.ingestion.tasks import Began, Task

settings = Settings(corpus=Path(sys.argv[1]))
with Readers(settings, 2) as readers:
    for event in readers.read([Task("a.pdf"), Task("b.pdf")] ):
        if isinstance(event, Began):
            reading = (item for item in readers._processes if item.job and item.job.current == event.path)
            print("begonnen", *(item._popen.pid for item in reading), flush=True)
    print("klaar", flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("moment", ["begonnen", "klaar"])
def test_no_process_is_left_when_the_reading_program_is_killed(
    settings: Settings, root: Path, moment: str
) -> None:
    source = next((root / "corpus").rglob("*.pdf")).read_bytes()
    for name in ("a.pdf", "b.pdf"):
        (settings.corpus / name).write_bytes(source)
    program = subprocess.Popen(
        [sys.executable, "-c", _WAITING, str(settings.corpus)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert program.stdout is not None
    begun: set[int] = set()
    for line in program.stdout:
        told, *numbers = line.split()
        begun.update(map(int, numbers))
        if told == moment:
            break
    time.sleep(0.3)
    below = find_processes(program.pid)
    assert begun & set(below)
    for process in begun & set(below):
        # Even one that hears nothing any more, as in a library that hangs. One that has not begun to
        # read may not yet have asked to end with its parent: stopped then, it could never ask.
        os.kill(process, signal.SIGSTOP)
    program.kill()
    program.wait(timeout=10)
    program.stdout.close()
    end = time.monotonic() + 60
    while (left := set(find_processes(None)) & set(below)) and time.monotonic() < end:
        time.sleep(0.05)
    assert not left


def test_the_reading_processes_load_no_model_and_no_index() -> None:
    words = "import sys, assistant.ingestion.worker; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", words],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ).stdout.split()
    assert not {"torch", "faiss", "transformers", "tokenizers", "assistant.index", "assistant.embed"} & set(
        loaded
    )
