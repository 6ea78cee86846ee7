"""Facts of many loose texts, found by several processes and given in the order of the lines."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

from assistant.cli.lines import Line
from assistant.errors import ReadersError
from assistant.types import ExtractKind
from assistant.wire import Surroundings, Tekstregel, describe_fact

Found = tuple[int, list[dict[str, Any]] | str]
"""The number of a line with its facts on the wire, or with what is wrong with it."""

_FEW_CHARS: Final = 1_000_000
"""So much text takes about as long as starting the processes that would share the work."""
_BATCH_CHARS: Final = 100_000
_BATCH_LINES: Final = 500
_AHEAD: Final = 2
"""Batches that wait for each process, besides the one that it has."""


def find_in_lines(
    lines: Iterable[Line[Tekstregel]],
    kinds: Collection[ExtractKind] | None,
    workers: int,
    themes: Path | None = None,
) -> Iterator[Found]:
    """Yield what is found in each line, in order; `workers` 0 takes one process for each core.

    `themes` is a vocabulary of the user's own. Raises UsageError when that has a fault, and
    ReadersError when the processes cannot be started or one of them ends by itself.
    """
    from assistant.extract import load_themes

    count = workers or _count_cores()
    batches = _cut(lines)
    if themes is not None:
        load_themes(themes)
    find = partial(_find, kinds=kinds, themes=themes)
    first = _take_few(batches)
    rest = next(batches, None)
    if rest is None or count == 1:
        for batch in chain(first, [rest] if rest is not None else [], batches):
            yield from find(batch)
        return
    with ProcessPoolExecutor(count, get_context("spawn"), _prepare, (os.getpid(),)) as pool:
        try:
            yield from _share(pool, find, chain(first, [rest], batches), count * (1 + _AHEAD))
        except BrokenProcessPool as exc:
            raise ReadersError("Een van de processen die feiten zoeken, is vastgelopen.") from exc
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _share(pool: ProcessPoolExecutor, find: Any, batches: Iterable[_Batch], most: int) -> Iterator[Found]:
    waiting: deque[Future[list[Found]]] = deque()
    for batch in batches:
        waiting.append(pool.submit(find, batch))
        if len(waiting) >= most:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


@dataclass(frozen=True, slots=True)
class _Batch:
    lines: tuple[Line[Tekstregel], ...]
    chars: int


def _cut(lines: Iterable[Line[Tekstregel]]) -> Iterator[_Batch]:
    """Yield the lines in batches of some size."""
    batch: list[Line[Tekstregel]] = []
    chars = 0
    for line in lines:
        batch.append(line)
        chars += len(line.row.tekst) if line.row is not None else 0
        if chars >= _BATCH_CHARS or len(batch) >= _BATCH_LINES:
            yield _Batch(tuple(batch), chars)
            batch, chars = [], 0
    if batch:
        yield _Batch(tuple(batch), chars)


def _take_few(batches: Iterator[_Batch]) -> list[_Batch]:
    """Give the first batches, together so much as is not worth more than one process."""
    taken: list[_Batch] = []
    while sum(batch.chars for batch in taken) < _FEW_CHARS and (batch := next(batches, None)) is not None:
        taken.append(batch)
    return taken


def _find(batch: _Batch, kinds: Collection[ExtractKind] | None, themes: Path | None) -> list[Found]:
    """Give what is found in a batch; a fault of ours in one line is reported as that line's."""
    found: list[Found] = []
    for line in batch.lines:
        try:
            found.append((line.number, _find_in_line(line, kinds, themes)))
        except MemoryError:
            raise
        except Exception as exc:  # the others go on: a fault of ours is told with the line of its text
            found.append((line.number, f"onverwachte fout ({type(exc).__name__}: {exc})"))
    return found


def _find_in_line(
    line: Line[Tekstregel], kinds: Collection[ExtractKind] | None, themes: Path | None
) -> list[dict[str, Any]] | str:
    from assistant.extract import find_extracts

    if line.row is None:
        return line.fault or ""
    text = line.row.tekst
    extracts = find_extracts(text, document_date=line.row.document_datum, kinds=kinds, themes=themes)
    around = Surroundings(text)
    return [{"kenmerk": line.name} | describe_fact(extract, None, around) for extract in extracts]


def _prepare(parent: int) -> None:
    """Make a process end with the one that started it, and leave Ctrl-C to that one."""
    from assistant.ingest.lifeline import die_with_parent

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_parent(parent)


def _count_cores() -> int:
    from assistant.ingestion.pool import count_cores

    return count_cores()
