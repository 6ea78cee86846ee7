"""The log is only added to, never half readable, bounded, and safe to look at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.ingestion import journal
from assistant.ingestion.journal import (
    ADDED,
    REMOVED,
    Event,
    append_events,
    hold_events,
    load_events,
    release_events,
)

NOW = "2026-11-21T12:00:00+00:00"


def events(count: int, first: int = 0) -> list[Event]:
    return [Event(NOW, ADDED, f"map/{number}.txt", f"{number:016}") for number in range(first, first + count)]


def test_events_come_back_in_order(tmp_path: Path) -> None:
    append_events(tmp_path, events(2))
    append_events(tmp_path, [Event(NOW, REMOVED, "map/0.txt", old_id="0" * 16)])
    assert [(event.event, event.path) for event in load_events(tmp_path)] == [
        (ADDED, "map/0.txt"),
        (ADDED, "map/1.txt"),
        (REMOVED, "map/0.txt"),
    ]
    first = json.loads((tmp_path / "logboek.jsonl").read_text().splitlines()[0])
    assert first == {"tijd": NOW, "gebeurtenis": ADDED, "bestand": "map/0.txt", "kenmerk": "0" * 16}


def test_fault_1_a_line_that_was_cut_off_is_dropped_and_the_next_ones_are_whole(tmp_path: Path) -> None:
    append_events(tmp_path, events(3))
    path = tmp_path / "logboek.jsonl"
    whole = path.read_bytes()
    for size in range(len(whole)):
        path.write_bytes(whole[:size])
        kept = list(load_events(tmp_path))
        assert kept == events(whole[:size].count(b"\n") + (whole[:size].endswith(b"}")))
        append_events(tmp_path, events(1, 7))
        assert list(load_events(tmp_path)) == kept + events(1, 7)


@pytest.mark.parametrize(
    "name", ['a\n{"gebeurtenis":"verwijderd"}.txt', "a\r\x1b[2Jb.txt", "a\u2028b\u202e.txt"]
)
def test_fault_48_a_file_name_cannot_break_a_line_or_steer_the_terminal(tmp_path: Path, name: str) -> None:
    append_events(tmp_path, [Event(NOW, ADDED, name, reason=name)])
    raw = (tmp_path / "logboek.jsonl").read_bytes()
    assert raw.count(b"\n") == 1
    assert all(32 <= sign < 127 or sign == 10 for sign in raw)
    assert [event.path for event in load_events(tmp_path)] == [name]


def test_a_log_that_grows_too_long_is_put_aside_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "_MOST_BYTES", 2_000)
    for number in range(100):
        append_events(tmp_path, events(1, number))
    sizes = [path.stat().st_size for path in tmp_path.iterdir()]
    assert len(sizes) == 2
    assert max(sizes) <= 2_000
    assert list(load_events(tmp_path))[-1] == events(1, 99)[0]


def test_events_wait_until_the_index_has_switched(tmp_path: Path) -> None:
    hold_events(tmp_path, "een", events(2))
    release_events(tmp_path, "twee")
    assert [(event.path, event.generation) for event in load_events(tmp_path)] == [
        ("map/0.txt", "twee"),
        ("map/1.txt", "twee"),
    ]
    release_events(tmp_path, "twee")
    assert len(list(load_events(tmp_path))) == 2


def test_events_of_a_run_that_never_switched_are_forgotten(tmp_path: Path) -> None:
    hold_events(tmp_path, "een", events(2))
    release_events(tmp_path, "een")
    assert list(load_events(tmp_path)) == []
    assert not list(tmp_path.glob("logboek.wacht*"))


def test_events_that_were_added_before_a_cut_are_not_added_twice(tmp_path: Path) -> None:
    hold_events(tmp_path, None, events(2))
    held = (tmp_path / "logboek.wacht.jsonl").read_bytes()
    release_events(tmp_path, "twee")
    (tmp_path / "logboek.wacht.jsonl").write_bytes(held)
    release_events(tmp_path, "twee")
    assert len(list(load_events(tmp_path))) == 2
