"""Following the corpus folder: a run at the start, and one after every change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

from watchfiles import Change, DefaultFilter
from watchfiles import watch as watch_files

from assistant.config import Settings
from assistant.errors import LeeswijzerError
from assistant.ingestion.run import ingest
from assistant.types import IngestReport

_QUIET_MS, _MOST_QUIET_MS = 500, 5_000
"""A run begins when nothing changed for so long, and no later than this after the first change."""
_LOOK_MS = 200
_AGAIN_S = 10.0
"""A run that failed as a whole is tried again after this time, or at the next change."""


def watch(
    settings: Settings, paths: Sequence[Path] = (), *, fresh: bool = False, stop: Event | None = None
) -> Iterator[IngestReport | LeeswijzerError]:
    """Yield what each run did, or why it failed, until `stop` is set or the program is interrupted.

    The first run is made at once, and only for that one `paths` and `fresh` count, as in `ingest`.
    A run that failed as a whole (another ingest at work, a folder that is away) is tried again.
    Raises UsageError when there is no such folder to begin with.
    """
    stop = stop or Event()
    if not settings.corpus.is_dir():
        ingest(settings)  # says what is wrong
    while not stop.is_set():
        if not settings.corpus.is_dir():
            stop.wait(_AGAIN_S)
            continue
        for outcome in _follow(settings, stop, paths, fresh=fresh):
            yield outcome
            paths, fresh = (), False
            if isinstance(outcome, LeeswijzerError):
                stop.wait(_AGAIN_S)
                break  # and look at the folder anew: what was followed may be another one now


def _follow(
    settings: Settings, stop: Event, paths: Sequence[Path], *, fresh: bool
) -> Iterator[IngestReport | LeeswijzerError]:
    """Make a first run, then one after every change; what changes during a run makes another one."""
    first = True
    changes = watch_files(
        settings.corpus,
        watch_filter=_Filter(settings.index),
        debounce=_MOST_QUIET_MS,
        step=_QUIET_MS,
        stop_event=stop,
        rust_timeout=_LOOK_MS,
        yield_on_timeout=True,
        ignore_permission_denied=True,
    )
    for found in changes:
        if first:
            yield _run(settings, paths, fresh=fresh)
        elif found or not settings.corpus.is_dir():
            yield _run(settings)
        first = False


def _run(
    settings: Settings, paths: Sequence[Path] = (), *, fresh: bool = False
) -> IngestReport | LeeswijzerError:
    try:
        return ingest(settings, paths, fresh=fresh)
    except LeeswijzerError as exc:
        return exc


class _Filter(DefaultFilter):
    """Leaves out hidden files and the index itself, which may lie inside the corpus folder."""

    ignore_dirs: Sequence[str] = ()
    ignore_entity_patterns: Sequence[str] = (r"^\.", r"^~\$")

    def __init__(self, index: Path) -> None:
        super().__init__(ignore_paths=[index.resolve(), index.absolute()])

    def __call__(self, change: Change, path: str) -> bool:
        """Tell whether a change counts."""
        return super().__call__(change, path)
