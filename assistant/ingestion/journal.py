"""The log of what happened to every document: one JSON object a line, only ever added to.

    index/logboek.jsonl         the log; a removed document leaves a line here and nothing elsewhere
    index/logboek.1.jsonl       the part before, when it grew too long
    index/logboek.wacht.jsonl   lines of a run that is about to switch the index

A run writes its lines apart before the switch and adds them to the log after it. When it is cut off
in between, the next run sees by the generation whether the switch was made, and adds them then.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

JOURNAL_FILE = "logboek.jsonl"
OLDER_FILE = "logboek.1.jsonl"
WAITING_FILE = "logboek.wacht.jsonl"
_MOST_BYTES = 5_000_000
"""About 25,000 events; the part before is kept as well, so twice that at most."""

ADDED, CHANGED, REMOVED, RENAMED, FAILED = "toegevoegd", "gewijzigd", "verwijderd", "hernoemd", "mislukt"


_WIRE = {
    "time": "tijd",
    "event": "gebeurtenis",
    "path": "bestand",
    "id": "kenmerk",
    "old_id": "oudKenmerk",
    "old_path": "oudBestand",
    "reason": "reden",
    "generation": "generatie",
}
"""Field of an event -> its name in the log."""
_FIELDS = {name: field for field, name in _WIRE.items()}


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to one document; `time` is UTC in ISO 8601. Empty fields are left out of the log.

    `id` is that of the document; a removed or changed one has the id it had in `old_id`.
    """

    time: str
    event: str
    path: str
    id: str = ""
    old_id: str = ""
    old_path: str = ""
    reason: str = ""
    generation: str = ""


def append_events(folder: Path, events: Iterable[Event]) -> None:
    """Add events to the log, each in one line and none of them half; raises OSError."""
    lines = "".join(_print(event) for event in events).encode()
    if not lines:
        return
    path = folder / JOURNAL_FILE
    if path.exists() and path.stat().st_size + len(lines) > _MOST_BYTES:
        path.replace(folder / OLDER_FILE)
    with path.open("ab") as stream:
        if stream.tell() and not _ends_whole(path):
            stream.write(b"\n")  # what was cut off stays a line of its own, which nobody can read
        stream.write(lines)
        stream.flush()
        os.fsync(stream.fileno())


def load_events(folder: Path) -> Iterator[Event]:
    """Yield the events of the log, oldest first; a line that was cut off is passed over."""
    for name in (OLDER_FILE, JOURNAL_FILE):
        try:
            raw = (folder / name).read_bytes()
        except FileNotFoundError:
            continue
        yield from _parse(raw)


def hold_events(folder: Path, generation: str | None, events: Sequence[Event]) -> None:
    """Keep events until the index, now at `generation`, has switched; raises OSError."""
    head = json.dumps({"generatie": generation, "regels": len(events)}) + "\n"
    fresh = folder / f"{WAITING_FILE}.new"
    fresh.write_text(head + "".join(map(_print, events)), encoding="utf-8")
    fresh.replace(folder / WAITING_FILE)


def release_events(folder: Path, generation: str | None) -> None:
    """Add the events that were held to the log when the index switched since, and forget them.

    `generation` is the one that answers now. Raises OSError.
    """
    path = folder / WAITING_FILE
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return
    lines = [_print(replace(event, generation=generation or "")) for event in _read_held(raw, generation)]
    known = (folder / JOURNAL_FILE).read_bytes() if lines and (folder / JOURNAL_FILE).exists() else b""
    if lines and lines[-1].encode() not in known:  # else they were added just before the run was cut off
        append_events(folder, _parse("".join(lines).encode()))
    path.unlink()


def _read_held(raw: bytes, generation: str | None) -> list[Event]:
    """Give the events that were held, when all of them are there and the index has switched."""
    head, _, rest = raw.partition(b"\n")
    try:
        held = json.loads(head)
        before, count = held["generatie"], held["regels"]
    except (ValueError, KeyError, TypeError):
        return []
    events = list(_parse(rest))
    return events if before != generation and generation is not None and len(events) == count else []


def _print(event: Event) -> str:
    """Give the line of an event, in ASCII: no sign that breaks a line or steers a terminal stands in the log."""
    values = {_WIRE[name]: value for name, value in asdict(event).items() if value}
    return json.dumps(values, ensure_ascii=True) + "\n"


def _parse(raw: bytes) -> Iterator[Event]:
    for line in raw.split(b"\n"):
        try:
            values = json.loads(line)
            yield Event(**{_FIELDS[name]: str(value) for name, value in values.items()})
        except (ValueError, TypeError, KeyError, AttributeError):
            continue


def _ends_whole(path: Path) -> bool:
    with path.open("rb") as stream:
        stream.seek(-1, os.SEEK_END)
        return stream.read(1) == b"\n"
