"""What a batch has answered so far, beside the file that it will become: an interrupted one goes on with it.

The first line says what is asked of which index; then comes a line for every outcome, in order.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, BinaryIO, Final

from assistant import __version__
from assistant.batch import Desk, Outcome
from assistant.cli.lines import Line
from assistant.config import Settings
from assistant.errors import LeeswijzerError, UsageError
from assistant.wire import Vraagregel

ENDING: Final = ".bezig"


class Unfinished:
    """The outcomes of one batch on disk. Made by `open_unfinished`."""

    def __init__(self, stream: BinaryIO, earlier: list[Outcome]) -> None:
        self._stream = stream
        self.earlier = earlier

    def keep(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Yield the outcomes, each after it stands on disk. Raises LeeswijzerError when the disk refuses."""
        for outcome in outcomes:
            self._write(asdict(outcome))
            yield outcome

    def begin(self, about: dict[str, Any]) -> None:
        """Start an empty file."""
        self._stream.seek(0)
        self._stream.truncate()
        self._write(about)

    def _write(self, entry: dict[str, Any]) -> None:
        try:
            self._stream.write(json.dumps(entry, ensure_ascii=True).encode() + b"\n")
            self._stream.flush()
        except OSError as exc:
            raise LeeswijzerError(
                f"De antwoorden tot nu toe kunnen niet bewaard worden ({exc.strerror})."
            ) from exc


def describe_batch(lines: Iterable[Line[Vraagregel]], desk: Desk, settings: Settings) -> dict[str, Any]:
    """Give what decides the outcomes: other questions, another index or other templates are another batch."""
    asked = [(line.number, line.name, line.row.vraag if line.row else None, line.fault) for line in lines]
    folder = settings.prompts
    own = [] if folder is None else sorted(path for path in folder.iterdir() if path.is_file())
    return {
        "versie": __version__,
        "vragen": _hash(json.dumps(asked).encode()),
        "index": desk.assistant.generation,
        "filters": repr(desk.filters),
        "aantal": desk.limit,
        "instellingen": _hash(repr(replace(settings, workers=0)).encode()),
        "sjablonen": [[path.name, _hash(path.read_bytes())] for path in own],
    }


def _hash(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


@contextmanager
def open_unfinished(target: Path, about: dict[str, Any]) -> Iterator[Unfinished]:
    """Open what there is of the batch that `target` will hold; it is gone when the block ends well.

    A last line that is cut off does not count. Raises UsageError when nothing can be written there,
    or when another run is writing it now.
    """
    path = target.with_name(target.name + ENDING)
    try:
        stream = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600), "r+b")
    except OSError as exc:
        raise UsageError(f"{path}: hier kan niet geschreven worden.", "output") from exc
    with stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as exc:
            raise UsageError(f"{target}: een ander proces schrijft nu deze antwoorden.", "output") from exc
        earlier = _read(stream, about)
        unfinished = Unfinished(stream, earlier or [])
        if earlier is None:
            unfinished.begin(about)
        yield unfinished
        path.unlink(missing_ok=True)


def _read(stream: BinaryIO, about: dict[str, Any]) -> list[Outcome] | None:
    """Give the whole outcomes and stand behind them; None when they are of another batch, or damaged."""
    first = stream.readline()
    if not first.endswith(b"\n") or _parse(first) != about:
        return None
    found: list[Outcome] = []
    place = stream.tell()
    for raw in stream:
        entry = _parse(raw) if raw.endswith(b"\n") else None
        if entry is None or entry.keys() != {"number", "row", "fault"}:
            break
        found.append(Outcome(**entry))
        place += len(raw)
    stream.seek(place)
    stream.truncate()
    return found


def _parse(raw: bytes) -> dict[str, Any] | None:
    try:
        entry = json.loads(raw)
    except ValueError:
        return None
    return entry if isinstance(entry, dict) else None
