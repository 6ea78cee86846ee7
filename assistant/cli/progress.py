"""How far a long command is, on stderr: a bar for who looks at a terminal, now and then a line for a log."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any, Final, Protocol

from assistant.cli.printing import clean_line

_QUIET_S: Final = 15.0
"""A line in a log comes no sooner and no more often than this: short runs stay silent."""
_NAME_CHARS: Final = 40


class Step(Protocol):
    """Takes the stage, what is done, the total (0 when it is not known), and the file under way."""

    def __call__(self, stage: str, done: int, total: int, current: str = "", /) -> None:
        """Show one step."""


@contextmanager
def show_progress(words: str) -> Iterator[Step]:
    """Give a function that shows how far the work is; `words` is said before the first stage."""
    if not sys.stderr.isatty():
        yield _Lines(words)
        return
    from rich.progress import Progress

    with Progress(*_make_columns(), console=_make_console(), transient=True) as bar:
        yield _Bar(bar, words)


class _Lines:
    """Writes a plain line when some time has gone by."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._said = self._began = monotonic()
        self._stage = ""

    def __call__(self, stage: str, done: int, total: int, current: str = "", /) -> None:
        now = monotonic()
        if stage != self._stage:
            self._stage, self._began = stage, now
        if now - self._said < _QUIET_S:
            return
        self._said = now
        rate = done / max(now - self._began, 0.001)
        left = f", nog {_format_time((total - done) / rate)}" if total and done else ""
        of = f" van {total}" if total else ""
        sys.stderr.write(f"{clean_line(stage or self._words)}: {done}{of} ({_format_rate(rate)}{left})\n")


class _Bar:
    """Keeps a bar with the rate, the time left and the file under way."""

    def __init__(self, bar: Any, words: str) -> None:
        self._bar = bar
        self._words = words
        self._stage = ""
        self._task = bar.add_task(words, total=None, rate="", current="")

    def __call__(self, stage: str, done: int, total: int, current: str = "", /) -> None:
        from rich.markup import escape

        name = escape(stage or self._words)
        if stage != self._stage:
            # A stage of its own, so that rate and time left are about this stage alone.
            self._bar.remove_task(self._task)
            self._task = self._bar.add_task(name, total=None, rate="", current="")
            self._stage = stage
        task = self._bar.tasks[-1]
        rate = _format_rate(task.speed) if task.speed else ""
        shown = escape(_shorten(clean_line(current)))
        self._bar.update(
            self._task, description=name, completed=done, total=total or None, rate=rate, current=shown
        )


def _make_columns() -> list[Any]:
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn

    return [
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[current]}"),
    ]


def _make_console() -> Any:
    from rich.console import Console

    return Console(stderr=True)


def _shorten(name: str) -> str:
    return name if len(name) <= _NAME_CHARS else "…" + name[1 - _NAME_CHARS :]


def _format_rate(rate: float) -> str:
    """Give so many a second, as a Dutch reader writes numbers; by the minute when it is slow."""
    each, unit = (rate, "s") if rate >= 1 else (rate * 60, "min")
    return f"{each:.1f}".replace(".", ",") + f" per {unit}"


def _format_time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"
